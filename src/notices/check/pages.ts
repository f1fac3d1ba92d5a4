/** Finds what pages must not type, because notice.yaml or the year's address already says it. */

import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FullNotice, WorkCalendar } from '../../calculator/index.ts';
import { namedDays, namedFacts } from '../named.ts';
import { ContentError, type Problem } from '../problem.ts';
import { readText } from '../read/files.ts';
import { loadCalendar } from '../read/load.ts';
import { componentsOf, type Values, wrongProps, wrongValues } from './props.ts';

/** What has the place of the current year in the addresses on pages that outlive a year. */
export const YEAR_IN_LINKS = '/year/';

const SOURCE = new URL('../../', import.meta.url);

interface Typed {
  pattern: RegExp;
  /** What to write, in the text of a page and in its title or description. */
  text: string;
  head: string;
}

const DAY = '<Day of="…" />，例如 <Day of="application.closes" />';
const TYPED: Typed[] = [
  {
    pattern: /(?:\d+|[二两三四五六七八九十]+)\s*个工作日/,
    text: '<Fact of="publicity.workdays" /> 个工作日；算出来的写 <Fact of="employer.workdaysLeft" />',
    head: '{publicity.workdays} 个工作日',
  },
  {
    pattern: /\d+(?:\.\d+)?\s*个?学时/,
    text: '<Rule id="…" />：学时的数在规则里',
    head: '没有数字的话',
  },
  {
    pattern: /(?:\d|[二两三四五六七八九十])\s*个年度/,
    text: '<Fact of="credits.years" /> <Fact of="credits.count" />个年度',
    head: '没有数字的话',
  },
  { pattern: /\d{4}\s*年度/, text: '<Fact of="year" /> 年度', head: '{year} 年度' },
  { pattern: /\d{4}-\d{2}-\d{2}|\d{1,2}\s*月\s*\d{1,2}\s*日/, text: DAY, head: '没有日期的话' },
  {
    pattern: /\d+\s*个专业/,
    text: '<Fact of="specialties.count" /> 个专业',
    head: '{specialties.count} 个专业',
  },
  {
    pattern: /\d+\s*年内不得/,
    text: '<Fact of="integrity.years" /> 年内不得',
    head: '{integrity.years} 年内不得',
  },
  { pattern: /0\d{2,3}-\d{7,8}/, text: '<Contacts />', head: '没有电话的话' },
];
const LINK = /\]\((\/20\d\d\/[^)\s]*)\)|\bhref(?::\s*|=\{?)["'](\/20\d\d\/[^"']*)["']/;

/**
 * Looks through every page of `content/docs`.
 *
 * @param source the folder `src`, whose components pages use; a bundled caller must pass it
 * @throws ContentError naming the page, the line and what to write
 *
 * @example await checkPages([await loadNotice('2026')], content) // undefined
 */
export async function checkPages(
  notices: FullNotice[],
  content: URL,
  source: URL = SOURCE,
): Promise<void> {
  const docs = fileURLToPath(new URL('docs/', content));
  const names = globSync('**/*.{md,mdx}', { cwd: docs }).map((name) => name.replaceAll('\\', '/'));
  const calendar = await loadCalendar(content);
  const named = new Map(notices.map((notice) => [notice, valuesIn(notice, calendar)]));
  const problems: Problem[] = [];
  for (const name of names.sort()) {
    const text = await readText(new URL(`docs/${name}`, content));
    const file = `content/docs/${name}`;
    const components = await componentsOf(text, source);
    const notice = noticeOf(name, notices);
    const found = [
      ...typedIn(name, text, notices),
      ...wrongProps(prose(text), components),
      ...wrongValues(withoutCode(text), (notice && named.get(notice)) ?? {}),
    ];
    for (const { line, message } of found) {
      problems.push({ file, path: [], line, message });
    }
  }
  if (problems.length) throw new ContentError(problems, []);
}

/** What a page's components may name of the notice that it speaks of. */
function valuesIn(notice: FullNotice, calendar: WorkCalendar): Values {
  const days = [...namedDays(notice, calendar).keys()];
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  return {
    Fact: { of: [...namedFacts(notice, calendar).keys()] },
    Day: { of: days },
    DaysLeft: { to: days },
    Rule: { id: ids(notice.rules) },
    Cite: { clause: ids(notice.clauses) },
    Clause: { clause: ids(notice.clauses) },
    Doc: { id: ids(notice.documents) },
    Sanctions: { who: notice.sanctions.map(({ who }) => who) },
  };
}

/** The notice of the year whose page it is; the newest where it is of none. */
const noticeOf = (name: string, notices: FullNotice[]): FullNotice | undefined =>
  notices.find(({ id }) => name.startsWith(`${id}/`)) ?? notices.at(-1);

/** @param name relative to `content/docs` */
export function typedIn(
  name: string,
  text: string,
  notices: FullNotice[],
): { line: number; message: string }[] {
  const own = notices.find(({ id }) => name.startsWith(`${id}/`));
  const current = noticeOf(name, notices);
  const years = current ? yearsOf(current) : [];
  const bareYears: Typed[] = years.map((year) => ({
    pattern: new RegExp(`(?<![\\d/-])${year}(?![\\d/-])`),
    text:
      year === String(current?.year)
        ? '<Fact of="year" />；学时的年度写 <Fact of="credits.last" />'
        : '<Fact of="credits.years" /> 或 <Fact of="credits.earlier" />',
    head: '{year}',
  }));
  const number: Typed[] = current
    ? [{ pattern: new RegExp(current.number), text: '<Fact of="number" />', head: '{number}' }]
    : [];

  const head = /^---\n[\s\S]*?\n---/.exec(text)?.[0] ?? '';
  const headEnds = head.split('\n').length;
  return prose(text)
    .split('\n')
    .flatMap((line, index) => {
      const found: { line: number; message: string }[] = [];
      const say = (message: string) => found.push({ line: index + 1, message });
      const [link, inText, inCode] = LINK.exec(line) ?? [];
      const address = inText ?? inCode;
      if (link && address) {
        const to = address.replace(/^\/20\d\d\//, '');
        say(
          own
            ? `${address} 写死了年度。写相对的地址：${relativeTo(name, to)}`
            : `${address} 写死了年度。写 ${YEAR_IN_LINKS}${to}`,
        );
      }
      const typed = [...TYPED, ...number, ...bareYears].find(({ pattern }) => pattern.test(line));
      if (typed) {
        const [words] = typed.pattern.exec(line) ?? [];
        say(`“${words}”不要手写。写 ${index < headEnds ? typed.head : typed.text}。`);
      }
      return found;
    });
}

/** A notice's own year and those that it asks about one by one. */
const yearsOf = ({ year, questions }: FullNotice): string[] => [
  ...new Set([
    String(year),
    ...questions.flatMap((question) => (question.type === 'amounts' ? question.part : [])),
  ]),
];

const blank = (part: string) => part.replace(/[^\n]/g, ' ');

/** The text with blanks, as long, where it is code or an import. */
const withoutCode = (text: string): string =>
  text
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/^import .*$/gm, blank);

/** The same without what is held to its source elsewhere. */
function prose(text: string): string {
  return withoutCode(text)
    .replace(/\bquote="[^"]*"/g, blank)
    .replace(/<Doc id="\w+" \/>/g, blank);
}

/** From a page to another of its year, as browsers resolve it: every page is a folder. */
function relativeTo(name: string, to: string): string {
  const depth = name.replace(/\/index\.mdx?$/, '').split('/').length - 1;
  return '../'.repeat(depth) + to;
}

/**
 * Puts facts into a page's title and description: `{year} 年度通知要点`. Throws an Error naming what there is.
 *
 * @example fillHead('{year} 年度通知', new Map([['year', '2026']])) // '2026 年度通知'
 */
export function fillHead(text: string, facts: Map<string, string>): string {
  return text.replace(/\{([\w.]+)\}/g, (slot, name: string) => {
    const fact = facts.get(name);
    if (fact === undefined) {
      throw new Error(`标题、简介里不能用 ${slot}，可以用：${[...facts.keys()].join('、')}。`);
    }
    return fact;
  });
}
