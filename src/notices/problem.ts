/** What is wrong in a content file, and how it is told to the person who edits it. */
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A place in one content file and what to write there. */
export interface Problem {
  file: string;
  path: (string | number)[];
  /** Chinese: what is wrong and what to write. */
  message: string;
}

export interface ContentFile {
  /** Shown in messages, relative to the content folder's parent. */
  name: string;
  data: unknown;
  /** The line on which the value at `path` stands, or its nearest ancestor that exists. */
  lineOf(path: (string | number)[]): number | undefined;
}

/** Content that cannot be used; the message lists every problem with file, line, field and cure. */
export class ContentError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[], files: ContentFile[]) {
    const lines = problems.map(({ file, path, message }) => {
      const line = files.find(({ name }) => name === file)?.lineOf(path);
      const at = line === undefined ? '' : ` 第 ${line} 行`;
      return `${file}${at} ${path.length ? `${path.join('.')}：` : ''}${message}`;
    });
    super(`内容有 ${problems.length} 处要改：\n${lines.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Parses YAML with line numbers; a syntax error is a ContentError too. */
export function parseYaml(name: string, text: string): ContentFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: (string | number)[]): number | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const file: ContentFile = { name, data: undefined, lineOf: () => line };
    throw new ContentError(
      [{ file: name, path: [], message: `YAML 写法有误：${error.message}` }],
      [file],
    );
  }
  return { name, data: document.toJS(), lineOf };
}
