/** What a notice's own words say of its facts. */
import type { FullNotice, IsoDate } from '../../calculator/index.ts';
import type { Path, Say } from '../problem.ts';
import { plainText } from '../read/text.ts';

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

/** Whether a clause names those units, and what stands in brackets behind them; 企事业单位 is 企业 and 事业单位. */
function names(clause: string, units: string): boolean {
  const readings = ['企事业单位', '企业', '事业单位', '企业、事业单位'].map((each) =>
    clause.replaceAll('企事业单位', each),
  );
  return units
    .replace(/\s/g, '')
    .split(/[（）]/)
    .every((part) => readings.some((reading) => reading.includes(part)));
}

/** Holds every fact of notice.yaml to the words of the clause that it names. Clauses that do not exist are told elsewhere. */
export function checkHeld(
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

  const date = (path: Path, on: IsoDate | undefined, clause: string) => {
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

  const { list: units, clause: applicants } = notice.whoMayApply;
  const covered = texts.get(applicants);
  if (covered !== undefined) {
    units.forEach(({ who }, index) => {
      if (names(covered, who)) return;
      say(
        ['whoMayApply', 'list', index, 'who'],
        `条款 ${applicants} 里没有“${who}”。要照抄原文，“企事业单位”可以分开写。`,
      );
    });
  }

  notice.sanctions.forEach(({ when, consequences, clause }, index) => {
    const text = texts.get(clause);
    if (text === undefined) return;
    const quoted = (path: Path, words: string) => {
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
