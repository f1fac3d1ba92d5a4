/** Reads YAML so that every value's line is known, and says in Chinese what cannot be read. */
import { type ErrorCode, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { nearest } from '../../shapes/index.ts';
import { ContentError, type ContentFile, type Path } from '../problem.ts';

/** Parses YAML with line numbers; a syntax error is a ContentError too. */
export function parseYaml(name: string, text: string): ContentFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (path: Path): number | undefined => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const stop = (line: number, message: string): never => {
    const file: ContentFile = { name, data: undefined, lineOf: () => line };
    throw new ContentError([{ file: name, path: [], message }], [file]);
  };
  // What stands further down follows from the first, more often than not.
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line ?? 1;
    const written = text.split('\n')[line - 1] ?? '';
    stop(line, `YAML 写法有误：${inChinese(error.code, written)}`);
  }
  const anchors: string[] = [];
  /** The last line on which something is repeated by its name. */
  let repeated = 1;
  /** Names within names may stand for more than any computer holds. */
  const plain = (): unknown => {
    try {
      return document.toJS();
    } catch {
      return stop(repeated, '用 * 重复的太多，一层套一层。把其中一些直接写出来。');
    }
  };
  visit(document, {
    Node: (_, node) => {
      if ('anchor' in node && typeof node.anchor === 'string') anchors.push(node.anchor);
    },
    Alias: (_, alias) => {
      repeated = lines.linePos(alias.range?.[0] ?? 0).line;
      if (alias.resolve(document)) return;
      const meant = nearest(alias.source, anchors);
      const cure = meant ? `是不是 *${meant}？` : '';
      stop(
        repeated,
        `*${alias.source} 前面没有 &${alias.source}。${cure}先在前面写 &${alias.source}，后面才能用 *${alias.source}。`,
      );
    },
  });
  return { name, data: plain(), lineOf };
}

/** What is usually behind a syntax error, and what to write. */
function inChinese(code: ErrorCode, line: string): string {
  // Only a key's own colon: the same sign within a text is right.
  const [, key] = /^[\s-]*([\w"]+)：/.exec(line) ?? [];
  if (key !== undefined) return `${key} 后面是中文冒号。写英文冒号，再空一格：“${key}: ”。`;
  if (code !== 'TAB_AS_INDENT' && /^\s*\t/.test(line)) code = 'TAB_AS_INDENT';
  return CURES[code] ?? `这一行读不懂。看看缩进、引号和括号：“${line.trim()}”。`;
}

const QUOTE = '整段文字加英文双引号';
const CURES: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: '缩进用了制表符（Tab）。改用空格，每一层两个。',
  BLOCK_AS_IMPLICIT_KEY: `一行里有两个“: ”。文字里要用冒号的，${QUOTE}，或改用中文冒号。`,
  DUPLICATE_KEY: '这一项在同一处写了两次。留一个，删一个。',
  BAD_INDENT: '缩进不对。同一层的项要对齐，下一层多空两格。',
  BAD_SCALAR_START: `文字不能以 @ 或反引号开头。${QUOTE}。`,
  BAD_DQ_ESCAPE: '双引号里的反斜杠 \\ 用错了。写成两个，或去掉。',
  MISSING_CHAR: '少了一个符号：引号、括号要成对，项的名字后面要有英文冒号和空格。',
  MULTILINE_IMPLICIT_KEY: '项的名字后面少了英文冒号，或者引号没有写完。',
  UNEXPECTED_TOKEN: `这里多了一个符号。文字里有 [ ] { } # & * ! | > % 的，${QUOTE}。`,
  MULTIPLE_ANCHORS: '一处只能有一个 & 记号。删去一个。',
  MULTIPLE_DOCS: '一个文件里只能有一份，删去“---”。',
};
