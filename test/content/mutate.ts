/** A copy of the made-up content that a test may spoil, and what is then said about it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadCalendar, loadNotice, loadReference } from '../../src/notices/index.ts';
import { placeOf } from '../../src/notices/problem.ts';
import { copySample, SAMPLE } from '../notices/index.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One mistake: in `file`, the first `from` becomes `to`. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

export interface Told {
  /** The whole message; empty when the content was loaded. */
  message: string;
  /** The spoilt file as it then stood. */
  text: string;
}

/** The made-up content with `spoil` done to it, thrown away afterwards. */
export function withCopy<T>(
  spoil: (folder: string) => void,
  use: (content: URL) => Promise<T>,
): Promise<T> {
  return spoilt(copySample(), spoil, use);
}

/** The same with the real content, for what begins with this year's. */
export function withRealCopy<T>(
  spoil: (folder: string) => void,
  use: (content: URL) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  for (const name of ['notices', 'calendars', 'documents.yaml', 'wording.yaml']) {
    cpSync(join(ROOT, 'content', name), join(folder, name), { recursive: true });
  }
  return spoilt(folder, spoil, use);
}

async function spoilt<T>(
  folder: string,
  spoil: (folder: string) => void,
  use: (content: URL) => Promise<T>,
): Promise<T> {
  try {
    spoil(folder);
    return await use(pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the load says of content with these mistakes. */
export async function toldOf(...edits: Edit[]): Promise<Told> {
  let text = '';
  const message = await withCopy((folder) => {
    for (const { file, from, to } of edits) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
      text = before.replace(from, () => to);
      writeFileSync(path, text);
    }
  }, messageOf);
  return { message, text };
}

/** The error of loading everything; empty when there is none. */
export async function messageOf(content: URL): Promise<string> {
  try {
    await loadReference(await loadNotice(SAMPLE, content), content);
    await loadCalendar(content);
    return '';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ContentError') throw error;
    return error.message;
  }
}

/** The line, from 1, on which `part` first stands. */
export function lineOf(text: string, part: string): number {
  const at = text.indexOf(part);
  if (at < 0) throw new Error(`${part} is not there`);
  // White space and line breaks in front belong to the place, not to the thing.
  return text.slice(0, at + part.search(/\S/)).split('\n').length;
}

/** The problems that a message lists, one a line. */
export function problems(message: string): string[] {
  return message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

export interface Mistake extends Omit<Edit, 'file'> {
  name: string;
  /** The path of the field, with numbers that count in lists; it is told by what the lists' items are called. */
  field: string;
  /** What stands on the line that is told. */
  on: string;
  says: RegExp;
}

/** `least.1.amount` as a path: numbers count in lists. */
const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((step) => (/^\d{1,2}$/.test(step) ? Number(step) : step));

/** What is said of the mistake's field on the mistake's line; throws with the whole message when nothing is. */
export function saidAt({ message, text }: Told, file: string, { field, on }: Mistake): string {
  const start = `content/${file} 第 ${lineOf(text, on)} 行 ${placeOf(parse(text), pathOf(field))}：`;
  const said = problems(message).find((line) => line.startsWith(start));
  if (said === undefined) throw new Error(`Nothing is said at ${start}\n${message || '(loaded)'}`);
  return said.slice(start.length);
}

/** A test for each mistake: it is told with file, line, field and cure. */
export function testMistakes(mistakes: (Mistake & { file: string })[]): void {
  test.each(mistakes)('$name, says so with line, field and cure', async (mistake) => {
    const { file, from, to, says } = mistake;
    expect(saidAt(await toldOf({ file, from, to }), file, mistake)).toMatch(says);
  });
}

/** Mistakes that are all in one file. */
export const inFile = (file: string, mistakes: Mistake[]): (Mistake & { file: string })[] =>
  mistakes.map((mistake) => ({ ...mistake, file }));
