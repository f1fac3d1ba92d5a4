/** What a notice's own words say of its facts, and the facts as texts and pages may name them. */
import { addYears, type FullNotice, fill, type IsoDate, type Node } from '../calculator/index.ts';
import { nodesOf } from './clauses.ts';
import type { Problem } from './problem.ts';
import { plainText } from './text.ts';

type Say = (path: Problem['path'], message: string) => void;

const NUMERALS = '〇一二三四五六七八九十';
const inWords = (n: number): string => NUMERALS[n] ?? String(n);

/**
 * Every fact that pages name with `<Fact of="…" />`, and titles and descriptions as `{…}`. Days have names of their own:
 * see `<Day>`.
 */
export function factsOf(notice: FullNotice): Map<string, string> {
  const facts = new Map<string, string>([
    ['year', String(notice.year)],
    ['number', notice.number],
    ['publicity.workdays', String(notice.publicity.workdays)],
    ['specialties.count', String(notice.specialties.list.length)],
  ]);
  const byKey = new Map<string, string[]>();
  for (const question of notice.questions) {
    if (question.type !== 'amounts') continue;
    byKey.set(question.key, [...(byKey.get(question.key) ?? []), question.part]);
  }
  for (const [key, years] of byKey) {
    facts.set(`${key}.years`, years.join('、'));
    facts.set(`${key}.count`, inWords(years.length));
    facts.set(`${key}.earlier`, years.slice(0, -1).join('、'));
    facts.set(`${key}.last`, years.at(-1) ?? '');
  }
  for (const { id, tree } of notice.rules) {
    const barred = nodesOf(tree).find((node) => 'barred' in node);
    if (barred) {
      facts.set(`${id}.years`, String(barred.years));
      facts.set(`${id}.yearsInWords`, inWords(barred.years));
    }
  }
  return facts;
}

/** How far back an example in a text may go from the service cutoff. */
const YEARS_BACK = 10;

/** What texts in YAML may use, filled in when the notice is loaded. Years asked for together stand as a range. */
export function slotsOf(notice: FullNotice): Record<string, string> {
  const { cutoffs, stages, questions, publicity, specialties } = notice;
  const years = questions.flatMap((question) => (question.type === 'amounts' ? question.part : []));
  const slots: Record<string, string> = {
    year: String(notice.year),
    workdays: String(publicity.workdays),
    specialties: String(specialties.list.length),
    creditYears: years.length > 1 ? `${years[0]}–${years.at(-1)}` : years.join(''),
    firstCreditYear: years[0] ?? '',
    serviceCutoff: cutoffs.service.on,
    evidenceCutoff: cutoffs.evidence.on,
    windowOpens: stages[0].opens ?? '',
    windowCloses: stages[0].closes,
    ...Object.fromEntries(stages.map(({ id, closes }) => [`${id}Closes`, closes])),
  };
  for (let n = 1; n <= YEARS_BACK; n += 1) {
    slots[`serviceCutoffLess${n}`] = addYears(cutoffs.service.on, -n);
  }
  return slots;
}

/** What is wrong with a text's slots; of those that go back from the cutoff one stands for all. */
export function wrongSlots(text: string, allowed: string[]): string[] {
  const told = allowed.filter((name) => !/Less([2-9]|10)$/.test(name));
  return [...text.matchAll(/\{([^}]*)\}/g)]
    .filter(([, name = '']) => !allowed.includes(name))
    .map(([slot]) => `这里不能用 ${slot}，可以用：${told.join('、')}。`);
}

/** Puts the notice's facts into the words of a tree; what depends on the person's answers stays. */
export function fillTree(node: Node, slots: Record<string, string>): void {
  for (const one of nodesOf(node)) {
    const own = 'least' in one ? { ...slots, ...leastOf(one.least) } : slots;
    for (const text of Object.values(one)) if (isText(text)) fillText(text, own);
    if ('outcome' in one) fillText(one, own);
    if ('least' in one) {
      for (const least of one.least) {
        least.reason = fill(least.reason, own);
        least.remedy.thisYear = fill(least.remedy.thisYear, own);
        least.remedy.earlier = fill(least.remedy.earlier, own);
      }
      for (const branch of one.branches) fillText(branch, own);
    }
  }
}
const isText = (value: unknown): value is { reason: string; remedy?: string } =>
  typeof value === 'object' && value !== null && 'reason' in value;
function fillText(
  text: { reason: string; remedy?: string | undefined },
  slots: Record<string, string>,
) {
  text.reason = fill(text.reason, slots);
  if (text.remedy !== undefined) text.remedy = fill(text.remedy, slots);
}
/** The least amounts of an `each`, by the id of the amount. */
export const leastOf = (least: { amount: string; value: number }[]): Record<string, string> =>
  Object.fromEntries(least.map(({ amount, value }) => [amount, String(value)]));

/** The dates that a clause prints; one without a year is of the year printed before it, or of the notice's own. */
export function datesIn(text: string, year: number): IsoDate[] {
  let last = String(year);
  return [...text.matchAll(/(?:(\d{4})年)?(?<!\d)(1[0-2]|0?[1-9])月(\d{1,2})日/g)].map(
    ([, own, month = '', day = '']) => {
      last = own ?? last;
      return `${last}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    },
  );
}

/** Telephone numbers with their area code; one printed without it has that of the number before. */
export function phonesIn(text: string): string[] {
  let area = '';
  return [...text.matchAll(/(?<!\d)(?:(0\d{2,3})-)?(\d{7,8})(?!\d)/g)].map(([, own, number]) => {
    area = own ?? area;
    return `${area}-${number}`;
  });
}

/** Whether words stand there that begin with a number, and no longer number ends in it. */
const counts = (text: string, words: string) =>
  new RegExp(`(?<!\\d)${words.replace(/\s/g, '')}`).test(text);

/** Holds every fact of notice.yaml to the words of the clause that it names. Clauses that do not exist are told elsewhere. */
export function checkFacts(
  notice: FullNotice,
  documentsHeld: string[],
  say: Say,
  sayOfDocuments: Say,
): void {
  const texts = new Map(notice.clauses.map((clause) => [clause.id, plainText(clause)]));
  const [head = '', foot = ''] = [[...texts.values()][0], [...texts.values()].at(-1)];
  const or = (list: string[]) => (list.length ? `写着 ${list.join('、')}` : '没有写');

  for (const key of ['number', 'title', 'issuer'] as const) {
    if (head.includes(notice[key].replace(/\s/g, ''))) continue;
    say([key], `通知开头没有“${notice[key]}”。照 text.md 写，或者改正 text.md。`);
  }
  if (!head.includes(`${notice.year}年度`)) {
    say(['year'], `通知开头没有“${notice.year} 年度”。照 text.md 写，或者改正 text.md。`);
  }
  const signed = datesIn(foot, notice.year);
  if (!signed.includes(notice.issuedOn)) {
    say(['issuedOn'], `通知末尾的日期${or(signed)}，这里是 ${notice.issuedOn}。两处要一致。`);
  }

  const date = (path: Problem['path'], on: IsoDate | undefined, clause: string) => {
    const text = texts.get(clause);
    if (on === undefined || text === undefined) return;
    const printed = datesIn(text, notice.year);
    if (!printed.includes(on)) {
      say(path, `条款 ${clause} 的日期${or(printed)}，这里是 ${on}。两处要一致。`);
    }
  };
  const { service, evidence } = notice.cutoffs;
  date(['cutoffs', 'service', 'on'], service.on, service.clause);
  date(['cutoffs', 'evidence', 'on'], evidence.on, evidence.clause);
  notice.stages.forEach(({ opens, closes, clause }, index) => {
    date(['stages', index, 'opens'], opens, clause);
    date(['stages', index, 'closes'], closes, clause);
  });

  const { workdays, clause } = notice.publicity;
  const publicity = texts.get(clause);
  if (publicity !== undefined && !counts(publicity, `${workdays}个工作日`)) {
    const printed = [...publicity.matchAll(/(\d+)个工作日/g)].map(([words]) => words);
    say(
      ['publicity', 'workdays'],
      `条款 ${clause} 里${or(printed)}，这里是 ${workdays} 个工作日。两处要一致。`,
    );
  }

  const { list, clause: named } = notice.specialties;
  const range = texts.get(named);
  if (range !== undefined) {
    list.forEach(({ name }, index) => {
      if (!range.includes(name)) {
        say(
          ['specialties', 'list', index, 'name'],
          `条款 ${named} 里没有专业“${name}”。要照抄原文。`,
        );
      }
    });
    const [words, count] = /(\d+)个专业/.exec(range) ?? [];
    if (count !== undefined && Number(count) !== list.length) {
      say(
        ['specialties', 'list'],
        `条款 ${named} 写着 ${words}，这里是 ${list.length} 个。两处要一致。`,
      );
    }
  }

  notice.sanctions.forEach(({ when, consequences, clause }, index) => {
    const text = texts.get(clause);
    if (text === undefined) return;
    const quoted = (path: Problem['path'], words: string) => {
      if (!words.split('，').every((part) => counts(text, part))) {
        say(['sanctions', index, ...path], `条款 ${clause} 里没有“${words}”。要照抄原文。`);
      }
    };
    quoted(['when'], when);
    consequences.forEach((words, n) => void quoted(['consequences', n], words));
  });

  notice.contacts.forEach(({ name, phones, clause }, index) => {
    const text = texts.get(clause);
    if (text === undefined) return;
    const from = text.indexOf(name);
    if (from < 0) {
      say(['contacts', index, 'name'], `条款 ${clause} 里没有“${name}”。要照抄原文。`);
      return;
    }
    const others = notice.contacts
      .map((other) => text.indexOf(other.name))
      .filter((at) => at > from);
    // The area code may stand before the first of all numbers.
    const own = phonesIn(text.slice(from, Math.min(text.length, ...others)));
    phones.forEach((phone, n) => {
      if (own.includes(phone)) return;
      say(
        ['contacts', index, 'phones', n],
        `条款 ${clause} 里${name}的电话${or(own)}，这里是 ${phone}。两处要一致。`,
      );
    });
    const left = own.filter((phone) => !phones.includes(phone));
    if (phones.every((phone) => own.includes(phone)) && left.length) {
      say(['contacts', index, 'phones'], `条款 ${clause} 里还有 ${left.join('、')}，请补上。`);
    }
  });

  for (const document of notice.documents) {
    const text = texts.get(document.clause ?? '');
    const at = documentsHeld.indexOf(document.id);
    if (text === undefined || at < 0) continue;
    for (const key of ['number', 'url'] as const) {
      const value = document[key];
      if (value === undefined || text.includes(value.replace(/\s/g, ''))) continue;
      sayOfDocuments(
        [at, key],
        `${notice.id} 年通知的条款 ${document.clause} 里没有 ${value}。照原文写；${notice.id} 年换了文件的，另写一份，在 notice.yaml 的 names 里换上。`,
      );
    }
  }
}

/** Days and years that could not be those of this notice, however its clauses read. */
export function checkWhere(notice: FullNotice, say: Say): void {
  const { id, year, issuedOn, revisedOn, cutoffs, stages } = notice;
  if (String(year) !== id) say(['year'], `要和 id 一致，写 ${id}。`);
  const [{ opens }] = stages;
  if (opens && issuedOn > opens) {
    say(['issuedOn'], `通知的日期不能晚于开始申报的 ${opens}。`);
  }
  if (revisedOn < issuedOn) say(['revisedOn'], `不能早于通知的日期 ${issuedOn}。`);
  const near = (path: Problem['path'], on: IsoDate | undefined) => {
    if (on === undefined || [year, year + 1].includes(Number(on.slice(0, 4)))) return;
    say(path, `要在 ${year} 年，或者 ${year + 1} 年。`);
  };
  stages.forEach(({ opens, closes }, index) => {
    near(['stages', index, 'opens'], opens);
    near(['stages', index, 'closes'], closes);
  });
  near(['cutoffs', 'service', 'on'], cutoffs.service.on);
  near(['cutoffs', 'evidence', 'on'], cutoffs.evidence.on);
}

/** The keys of content whose words are no prose: they name, quote or hold a fact themselves. */
const NO_PROSE = [
  'quote',
  'value',
  'id',
  'clause',
  'url',
  'number',
  'answers',
  'is',
  'on',
  'earliest',
  'latest',
];

/** Finds facts that somebody typed into a file's prose, where a slot would follow them when they change. */
export function checkProse(notice: FullNotice, data: unknown, say: Say): void {
  const { workdays } = notice.publicity;
  const slots = slotsOf(notice);
  // What falls on the same day is offered together: only a person knows which is meant.
  const names = Object.keys(slots).filter((name) => /(Cutoff|Opens|Closes)$/.test(name));
  const days = Map.groupBy(names, (name) => slots[name] ?? '');
  const typed: [pattern: RegExp, write: string][] = [
    [new RegExp(`(?<!\\d)${workdays} ?个工作日`), '{workdays} 个工作日'],
    [new RegExp(`(?<!\\d)${notice.specialties.list.length} ?个专业`), '{specialties} 个专业'],
    [new RegExp(`(?<!\\d)${notice.year} ?年度`), '{year} 年度'],
    ...[...days].map(([date, named]): [RegExp, string] => {
      const [, month, day] = date.split('-').map(Number);
      const write = named.map((name) => `{${name}}`).join(' 或 ');
      return [new RegExp(`${date}|(?<!\\d)${month} ?月 ?${day} ?日`), write];
    }),
  ];
  walk(data, []);

  function walk(value: unknown, path: Problem['path']): void {
    if (typeof value === 'string') {
      const found = typed
        .map(([pattern, write]) => ({ words: pattern.exec(value)?.[0], write }))
        .find(({ words }) => words !== undefined);
      if (found) say(path, `“${found.words}”是 notice.yaml 里的，这里写 ${found.write}。`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (!NO_PROSE.includes(key))
          walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  }
}
