/** What is wrong in a content file, and how it is told to the person who edits it. */

export type Path = (string | number)[];

/** A place in one content file and what to write there. */
export interface Problem {
  file: string;
  path: Path;
  /** Of a file that is read by lines. */
  line?: number;
  /** Chinese: what is wrong and what to write. */
  message: string;
}

/** Says what is wrong at a place of one file. */
export type Say = (path: Path, message: string) => void;

export interface ContentFile {
  /** Shown in messages, relative to the content folder's parent. */
  name: string;
  data: unknown;
  /** The line on which the value at `path` stands, or its nearest ancestor that exists. */
  lineOf(path: Path): number | undefined;
}

/** Content that cannot be used; the message lists every problem once, with file, line, field and cure. */
export class ContentError extends Error {
  readonly problems: Problem[];
  readonly files: ContentFile[];

  constructor(problems: Problem[], files: ContentFile[]) {
    const told = problems.map(({ file: name, path, message, ...problem }) => {
      const file = files.find((one) => one.name === name);
      const line = problem.line ?? file?.lineOf(path);
      const place = placeOf(file?.data, path);
      const at = line === undefined ? '' : ` 第 ${line} 行`;
      return `${name}${at} ${place ? `${place}：` : ''}${message}`;
    });
    // One mistake may come to light at several places, such as in each year of a question.
    const lines = [...new Set(told)];
    super(`内容有 ${lines.length} 处要改：\n${lines.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ContentError';
    // What is to be mended lies in the content; where in the code that was noticed only leads astray.
    this.stack = `${this.name}: ${this.message}`;
    this.problems = problems;
    this.files = files;
  }

  /** Its message is full of `documents`, and Astro takes that word in an error's text for a mistake with the browser's. */
  override toString(): string {
    return this.name;
  }
}

/** What an item of a list is called by, where it has one of these. */
const NAMES = [
  'id',
  'role',
  'name',
  'point',
  'is',
  'value',
  'amount',
  'question',
  'who',
  'label',
  'clause',
];

/**
 * The place as the file spells it, with an item of a list by what it is called and not by how many stand before it:
 * `stages「officeReview」.closes`, `tree.branches「unsure」.reason`.
 */
export function placeOf(data: unknown, path: Path): string {
  let place = '';
  let at = data;
  for (const step of path) {
    const list = at;
    at = isRecord(at) ? at[step] : undefined;
    if (Array.isArray(list) && typeof step === 'number') place += `「${callOf(at, step)}」`;
    else place += place ? `.${step}` : step;
  }
  return place;
}

function callOf(item: unknown, index: number): string {
  if (typeof item === 'string' || typeof item === 'number') return String(item);
  const called = NAMES.map((key) => (isRecord(item) ? item[key] : undefined)).find(
    (name) => typeof name === 'string' || (Array.isArray(name) && name.length > 0),
  );
  return called === undefined ? `第 ${index + 1} 项` : [called].flat().join('、');
}

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
