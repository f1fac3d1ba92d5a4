/** Reads content files one by one and holds each to its shape. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { FORMAT, KINDS, NO_KIND, WRITTEN } from '../../shapes/index.ts';
import { ContentError, type ContentFile, type Problem } from '../problem.ts';
import { parseYaml } from './yaml.ts';

export interface Read<S extends z.ZodType> {
  data: z.infer<S>;
  file: ContentFile;
}

/** A text file with line ends as they are here, whichever the editor that saved it writes. */
export const readText = async (file: URL): Promise<string> =>
  (await readFile(file, 'utf8')).replace(/\r\n?/g, '\n');

export async function readContent(path: string, content: URL): Promise<string> {
  try {
    return await readText(new URL(path, content));
  } catch {
    const other = path.replace(/\.yaml$/, '.yml');
    const isThere = other !== path && existsSync(new URL(other, content));
    throw isThere
      ? otherEnding(other)
      : new ContentError([{ file: `content/${path}`, path: [], message: MISSING }], []);
  }
}
const MISSING = '没有这个文件，请补上。';

/** The YAML files of a folder, in the order of their names. Throws a ContentError for one that would be passed over. */
export async function yamlFilesIn(where: string, content: URL): Promise<string[]> {
  const names = await readdir(new URL(where, content)).catch(() => []);
  const other = names.find((name) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml'));
  if (other !== undefined) throw otherEnding(`${where}${other}`);
  return names.filter((name) => name.endsWith('.yaml')).sort();
}

function otherEnding(path: string): ContentError {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '.yaml');
  const message = `文件名要以 .yaml 结尾，不然不会读。改名为 ${name}。`;
  return new ContentError([{ file: `content/${path}`, path: [], message }], []);
}

/** @param before looks at the file before its shape is */
export async function readYaml<S extends z.ZodType>(
  { shape }: { shape: S },
  path: string,
  content: URL,
  before: (file: ContentFile) => void = () => {},
): Promise<Read<S>> {
  const file = parseYaml(`content/${path}`, await readContent(path, content));
  before(file);
  const parsed = shape.safeParse(file.data);
  if (parsed.success) return { data: parsed.data, file };
  const issues = parsed.error.issues.flatMap((issue) => inNodes(issue, file.data, []));
  // A misspelt key is told where it stands; that the one that was meant is missing says it again.
  const meant = issues.flatMap(({ code, path, message }) =>
    code === 'unrecognized_keys'
      ? [...message.matchAll(/是不是 (\w+)？/g)].map(([, key = '']) => [...path, key].join('.'))
      : [],
  );
  const told = issues.filter(
    ({ code, path }) => code === 'unrecognized_keys' || !meant.includes(path.join('.')),
  );
  throw new ContentError(
    told.map(({ message, ...issue }) => ({
      file: file.name,
      // A key that should not be there is told at the key itself.
      path: [...issue.path, ...('keys' in issue ? issue.keys.slice(0, 1) : [])].map(stepOf),
      message,
    })),
    [file],
  );
}

type Issue = z.core.$ZodIssue;
const stepOf = (step: PropertyKey): string | number =>
  typeof step === 'symbol' ? String(step) : step;

/**
 * A mistake inside a tree's node is told where it is, and not as "matches none of five shapes": what the node is can be
 * seen by its key.
 */
function inNodes(issue: Issue, data: unknown, above: PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys' && KINDS.some((kind) => issue.keys.includes(kind))) {
    return [{ code: 'custom', input: issue.input, path, message: NO_KIND }];
  }
  if (issue.code !== 'invalid_union' || issue.message !== NO_KIND) return [{ ...issue, path }];
  const node = at(data, issue.path);
  const found = KINDS.flatMap((kind, index) =>
    typeof node === 'object' && node !== null && Object.hasOwn(node, kind) ? [index] : [],
  );
  const [index = 0] = found;
  if (found.length !== 1) return [{ ...issue, path }];
  return (issue.errors[index] ?? []).flatMap((inner) => inNodes(inner, node, path));
}

const at = (data: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    data,
  );

/** A year's rules, one a file. */
export const readRules = (
  folder: string,
  content: URL,
): Promise<Read<typeof WRITTEN.rule.shape>[]> =>
  readNumbered(
    WRITTEN.rule,
    `${folder}rules/`,
    '没有规则。至少写一条，一条一个文件，例如 01-specialty.yaml。',
    content,
  );

/** A year's questions and answers, a group a file. */
export const readAnswerGroups = (
  folder: string,
  content: URL,
): Promise<Read<typeof WRITTEN.answers.shape>[]> =>
  readNumbered(
    WRITTEN.answers,
    `${folder}answers/`,
    '没有常见问题。至少写一组，一组一个文件，例如 01-people.yaml。',
    content,
  );

/** The files of a folder in the order of the numbers with which their names begin; the rest of a name is the id. */
async function readNumbered<S extends z.ZodType<{ id: string }>>(
  kind: { shape: S },
  where: string,
  none: string,
  content: URL,
): Promise<Read<S>[]> {
  const files = await yamlFilesIn(where, content);
  if (files.length === 0) {
    throw new ContentError([{ file: `content/${where}`, path: [], message: none }], []);
  }
  const numberOf = (name: string) => /^\d\d(?=-)/.exec(name)?.[0];
  const taken = files.map(numberOf);
  const free = Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, '0')).find(
    (number) => !taken.includes(number),
  );
  return allOf(
    files.map(async (name, index) => {
      const number = numberOf(name);
      const first = taken.indexOf(number);
      if (number !== undefined && first < index) {
        const message = `次序 ${number} 已经用在 ${files[first]}。换一个没用过的，例如改名为 ${free}${name.slice(2)}。`;
        throw new ContentError([{ file: `content/${where}${name}`, path: [], message }], []);
      }
      const read = await readYaml(kind, `${where}${name}`, content);
      const { id } = read.data;
      if (number === undefined || name.slice(3) !== `${id}.yaml`) {
        const message = `文件名要由两位数的次序和 id 组成，把文件改名为 ${number ?? free}-${id}.yaml，或者改正 id。`;
        throw new ContentError([{ file: read.file.name, path: ['id'], message }], [read.file]);
      }
      return read;
    }),
  );
}

/** Waits for all of them, so that what is wrong in several files is told at once. */
export async function allOf<T extends readonly unknown[] | []>(
  reads: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const settled = await Promise.allSettled(reads);
  const problems: Problem[] = [];
  const files: ContentFile[] = [];
  for (const one of settled) {
    if (one.status === 'fulfilled') continue;
    if (!(one.reason instanceof ContentError)) throw one.reason;
    problems.push(...one.reason.problems);
    files.push(...one.reason.files);
  }
  if (problems.length) throw new ContentError(problems, files);
  return Promise.all(reads);
}

/** Stops at a year that is written in another format than this code reads. */
export function checkFormat(file: ContentFile): void {
  const { name, data } = file;
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : 0;
  if (format === FORMAT) return;
  const message =
    format === 0
      ? `没有写格式的编号。这一年按现在的格式写的，在最前面加一行 format: ${FORMAT}；是以前的，看 CHANGELOG.md 怎样改。`
      : typeof format === 'number'
        ? `这里的格式是 ${format}，这份代码读的是 ${FORMAT}。比它新的，更新代码；比它旧的，看 CHANGELOG.md 怎样改。`
        : `格式的编号是一个数，不加引号：format: ${FORMAT}。`;
  const path = format === 0 ? [] : ['format'];
  throw new ContentError([{ file: name, path, message }], [file]);
}
