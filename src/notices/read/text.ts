/** Reads a notice's own text: plain paragraphs under `## 4.2.1 四（二）第 1 项` headings. */
import { createHash } from 'node:crypto';
import type { Clause } from '../../calculator/index.ts';
import { ContentError, type Problem } from '../problem.ts';

const COMMENT = /^<!--.*-->$/;
const HEADING = /^## (\S+) (.+)$/;

export function parseText(name: string, text: string): Clause[] {
  const clauses: Clause[] = [];
  const problems: Problem[] = [];

  for (const [index, line] of text.split('\n').entries()) {
    const current = clauses.at(-1);
    const say = (message: string) =>
      problems.push({ file: name, path: [], line: index + 1, message });
    if (line.startsWith('#')) {
      const [, id, label] = HEADING.exec(line) ?? [];
      if (!id || !label) say('条款标题要写成“## 4.2.1 四（二）第 1 项”：编号、空格、名称。');
      else if (clauses.some((clause) => clause.id === id)) say(`条款 ${id} 出现了两次。`);
      else clauses.push({ id, label, paragraphs: [] });
    } else if (line.trim() !== '' && !COMMENT.test(line)) {
      if (current) current.paragraphs.push(line.trim());
      else say('第一个条款标题之前不能有文字。');
    }
  }
  for (const { id, paragraphs } of clauses) {
    if (paragraphs.length === 0) {
      problems.push({ file: name, path: [], message: `条款 ${id} 没有文字。` });
    }
  }

  if (problems.length) throw new ContentError(problems, []);
  return clauses;
}

/** A short fingerprint of clauses' text, which a rule keeps of what it was compared with. */
export function fingerprint(clauses: Clause[]): string {
  const text = clauses.map((clause) => `${clause.id} ${plainText(clause)}`).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** A clause as the reader sees it, for finding quotations: no Markdown, no white space. */
export function plainText(clause: Clause): string {
  return clause.paragraphs.join('').replace(/[\s*<>]/g, '');
}
