/** Begins a year: copies the one before, moves its years on by one, and marks what somebody has to look at. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addYears } from '../../calculator/index.ts';
import { TO_DO } from '../../notices/index.ts';
import { yearsIn } from './parts.ts';
import { Refused } from './refused.ts';

/** What of notice.yaml a new notice says anew, and what to do about it. */
const FACTS: [line: RegExp, what: string][] = [
  [/^revisedOn:/, '写今天的日期'],
  [/^(number|title|issuer):/, '照新通知写'],
  [/^issuedOn:/, '照新通知末尾的日期写'],
  [/^ {2}(service|evidence):/, '照新通知写'],
  [/^ {4}(opens|closes):/, '照新通知写'],
  [/^publicity:/, '对照新通知'],
  [/^(specialties|whoMayApply|sanctions|contacts):/, '逐项对照新通知'],
  [/^names:/, '新通知提到哪些文件、在哪一条，逐项对照'],
];

/**
 * @param content the content folder
 * @param year the new one
 * @returns what was written, relative to the content folder
 */
export function newYear(content: string, year: string): string[] {
  if (!/^20\d\d$/.test(year)) throw new Refused('写四位数的年份，例如 npm run new year 2027。');
  const ids = yearsIn(content);
  const from = ids.at(-1);
  if (ids.includes(year)) throw new Refused(`已经有 ${year} 年了：content/notices/${year}/。`);
  if (from === undefined || Number(year) !== Number(from) + 1) {
    throw new Refused(`现有的最后一年是 ${from}，下一年只能是 ${Number(from) + 1}。`);
  }
  const at = (path: string) => join(content, path);
  const number = /^number: (.*)$/m.exec(
    readFileSync(at(`notices/${from}/notice.yaml`), 'utf8'),
  )?.[1];
  const documents = at('documents.yaml');
  const held = readFileSync(documents, 'utf8');
  /** What is of the old year alone: the notice itself, and what has the year in its id. */
  const own = entriesOf(held)
    .filter(({ id, text }) => id.endsWith(from) || text.includes(`number: ${number}\n`))
    .map((entry) => ({ ...entry, now: `${entry.id.replace(from, '')}${year}` }));
  const move = (text: string) =>
    own.reduce(
      (changed, { id, now }) => changed.replace(new RegExp(`(?<!\\w)${id}(?!\\w)`, 'g'), now),
      moved(text, from, number),
    );
  const written: string[] = [];
  const copy = (folder: string, change: (name: string, text: string) => string) => {
    if (!existsSync(at(`${folder}/${from}`))) return;
    cpSync(at(`${folder}/${from}`), at(`${folder}/${year}`), { recursive: true });
    for (const name of filesIn(at(`${folder}/${year}`))) {
      const path = at(`${folder}/${year}/${name}`);
      writeFileSync(path, change(name, readFileSync(path, 'utf8')));
      written.push(`${folder}/${year}/${name}`);
    }
  };

  copy('notices', (name, text) => {
    if (name === 'notice.yaml')
      return markFacts(move(text).replace(/^revision: .*$/m, 'revision: 1'));
    if (name === 'text.md') {
      return `<!-- ${TO_DO}换成新通知的原文，每一条上面的标题照样写。换完删去这一行 -->\n\n${move(text)}`;
    }
    if (name.startsWith('rules/')) return markRule(text, move);
    const what = name === 'questions.yaml' ? '逐题看还问不问、答案和年度对不对' : '逐项对照新通知';
    return `# ${TO_DO}${what}。看完删去这一行\n${move(text)}`;
  });
  copy('docs', (_, text) =>
    move(text).replace(
      /^(---\n[\s\S]*?\n---\n)/,
      `$1\n{/* ${TO_DO}对照 ${year} 年的通知看一遍这一页。看完删去这一行 */}\n`,
    ),
  );

  const more = own
    .filter(({ now }) => !held.includes(`- id: ${now}\n`))
    .map(({ now, text }) =>
      move(text).replace(
        `- id: ${now}\n`,
        (line) => `${line.trimEnd()} # ${TO_DO}名称、文号和有没有原文，照 ${year} 年的写\n`,
      ),
    );
  if (more.length) {
    writeFileSync(documents, `${held.trimEnd()}\n\n${more.join('\n\n')}\n`);
    written.push('documents.yaml');
  }
  return written;
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** The entries of a list of YAML, as they are written. */
const entriesOf = (text: string): { id: string; text: string }[] =>
  [...text.matchAll(/^- id: (\S+)\n(?: {2}.*\n?)*/gm)].map(([entry, id = '']) => ({
    id,
    text: entry.trimEnd(),
  }));

/** How far back a year may lie that a notice speaks of, such as in an example. */
const YEARS_BACK = 9;

/**
 * The text a year on: dates, years in words, and ids that end in the year. Not the numbers of other documents (〔2018〕),
 * nor what stands in an address.
 */
export function moved(text: string, from: string, number?: string): string {
  const last = Number(from);
  const shifted = text.replace(
    /(?<![\d〔&=/.?])(20\d\d)(-\d\d-\d\d)?(?![\d号])/g,
    (written, year: string, rest?: string) => {
      if (Number(year) > last + 1 || Number(year) < last - YEARS_BACK) return written;
      return rest ? addYears(written, 1) : String(Number(year) + 1);
    },
  );
  // The notice's own number is the one that is sure to change.
  return number
    ? shifted.replaceAll(number, number.replace(`〔${from}〕`, `〔${last + 1}〕`))
    : shifted;
}

const markFacts = (text: string): string =>
  text
    .split('\n')
    .map((line) => {
      const what = FACTS.find(([pattern]) => pattern.test(line))?.[1];
      return what ? `${line} # ${TO_DO}${what}` : line;
    })
    .join('\n');

/** A rule has to be reviewed again, which the build asks for by itself. */
function markRule(text: string, move: (text: string) => string): string {
  return text
    .split('\n')
    .map((line) => {
      if (/^reviewed:/.test(line))
        return `${line.replace(/clauses: ".*"/, 'clauses: "new"')} # ${TO_DO}对照新的条文复核，写复核的日期和构建给出的指纹`;
      if (/^examples:/.test(line)) return `${line} # ${TO_DO}日期顺延了一年，看例子还对不对`;
      if (/^\s*verified:/.test(line)) return `${line} # ${TO_DO}对照新一年的原文再核一次`;
      return move(line);
    })
    .join('\n');
}
