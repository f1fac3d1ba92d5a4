/** The notice and the record as texts: what is drawn, printed and copied says the same. */
import words from 'virtual:words/units/publicity';
import { deadlineOf, fill, type IsoDate } from '../../calculator/index.ts';
import { inProse, shortDay } from '../../plan/index.ts';
import { PERSON_FIELDS, type PersonField } from '../shared/handover.ts';
import { type Days, dayOf, type PublicityNotice } from './days.ts';
import type { Draft } from './draft.ts';

export interface NoticeText {
  title: string;
  body: string;
  columns: string[];
  rows: string[][];
  /** After the table: when, and to whom to object. */
  after: string[];
  /** How to reach them: each way stands on a line as a whole. */
  reach: string[];
  unit: string;
  signedOn: string;
}

interface Given {
  notice: PublicityNotice;
  draft: Draft;
  days: Days;
}

const COLUMNS: Record<PersonField, string> = {
  name: words.name,
  department: words.department,
  target: words.target,
  specialty: words.specialty,
  way: words.way,
  education: words.columnEducation,
  heldTitle: words.columnTitle,
  heldSince: words.columnSince,
};
/** They stand in every notice, filled in or not. */
const ALWAYS: PersonField[] = ['name', 'department', 'target', 'specialty'];

/** What stands between one way to reach them and the next. */
const GAP = '　';

export function noticeText({ notice, draft, days }: Given): NoticeText {
  const { people, unit } = draft;
  const { year, number, title } = notice;
  const own = notice.targets.filter((target) => people.some((one) => one.target === target));
  const targets = (own.length > 0 ? own : notice.targets).join('、');
  const fields = PERSON_FIELDS.filter(
    (field) => ALWAYS.includes(field) || people.some((person) => person[field] !== ''),
  );
  const posted = 'day' in days ? days.day : undefined;
  const signed = dayOf(draft.signedOn) ?? posted;
  return {
    title: fill(words.title, { year, targets }),
    body: fill(words.body, {
      notice: title,
      number,
      n: people.length || words.blankCount,
      year,
      targets,
    }),
    columns: [words.number, ...fields.map((field) => COLUMNS[field])],
    rows: people.map((person, index) => [
      String(index + 1),
      ...fields.map((field) => person[field]),
    ]),
    after: [
      periodOf({ notice, draft, days }),
      fill(words.objections, {
        who: draft.contactDepartment || words.thisUnit,
        realName: draft.realName ? words.objectionsRealName : '',
      }),
    ],
    reach: (words.reach + (draft.contactMail && words.reachMail)).split(GAP).map((one) =>
      fill(one, {
        person: draft.contactPerson || words.blank,
        phone: draft.contactPhone || words.blank,
        mail: draft.contactMail,
      }),
    ),
    unit: unit || words.blank,
    signedOn: signed ? onPaper(signed) : words.blankDay,
  };
}

/** Without its weekday: 2026 年 7 月 20 日. */
const onPaper = (day: IsoDate): string => inProse(day).replace(/（.*/, '');

function periodOf({ notice, draft, days }: Given): string {
  const how = draft.countPostingDay ? words.howCounted : words.howNot;
  const posted = 'day' in days ? inProse(days.day) : words.blankDay;
  if (days.kind !== 'counted') {
    return fill(words.periodBlank, { posted, n: notice.publicity.workdays, how });
  }
  return fill(words.period, { posted, how, ...spanOf(days) });
}

/** From the first day that counts to the last. */
function spanOf({ posted: { counted, endsOn, postedOn } }: Extract<Days, { kind: 'counted' }>) {
  const from = counted[0] ?? endsOn;
  const near = (day: IsoDate, beside: IsoDate) =>
    inProse(day, { year: day.slice(0, 4) !== beside.slice(0, 4) });
  return { from: near(from, postedOn), to: near(endsOn, from), n: counted.length };
}

/** The days that count, one by one. */
export const countedDays = ({ posted }: Extract<Days, { kind: 'counted' }>): string =>
  posted.counted.map(shortDay).join('、');

/** As plain text, for a mail or the unit's own form: cells with tabs between, as spreadsheets take them. */
export function noticeAsText(text: NoticeText, isSample: boolean): string {
  return [
    ...(isSample ? [`【${words.sample}】`] : []),
    text.title,
    '',
    text.body,
    '',
    ...[text.columns, ...text.rows].map((cells) => cells.join('\t')),
    '',
    ...text.after,
    text.reach.join(GAP),
    '',
    text.unit + words.seal,
    text.signedOn,
  ].join('\n');
}

interface RecordGiven extends Given {
  /** The publicity is not over. */
  isRunning: boolean;
}

/** The record, as pairs of what and what of it. */
export function recordRows({ isRunning, ...given }: RecordGiven): [string, string][] {
  const { notice, draft, days } = given;
  const { people, about, conclusion } = draft;
  // That nobody objected is not known before; that somebody did is.
  const heard = isRunning && draft.heard === 'none' ? '' : draft.heard;
  const names = people.map(({ name }) => name || words.blank).join('、');
  return [
    [words.recordUnit, draft.unit || words.blank],
    [
      words.recordBasis,
      fill(words.recordBasisSays, {
        title: notice.title,
        number: notice.number,
        version: notice.version,
      }),
    ],
    [
      words.recordAsked,
      fill(words.recordAskedSays, {
        n: notice.publicity.workdays,
        clause: notice.clauses.publicity,
        deadline: inProse(deadlineOf(notice)),
        until: notice.clauses.deadline,
      }),
    ],
    [words.recordPeople, fill(words.recordPeopleSays, { names, n: people.length })],
    [words.recordDays, periodOf({ notice, draft, days }).replace(/^[^：]*：/, '')],
    [words.recordWhere, draft.where || words.blank],
    [
      words.recordHeard,
      heard === ''
        ? words.recordHeardBlank
        : heard === 'none'
          ? words.recordHeardNone
          : about || words.blank,
    ],
    ...(heard === 'none'
      ? []
      : [[words.recordConclusion, conclusion || words.blank] as [string, string]]),
    [words.recordKept, words.recordKeptSays],
    [words.recordHandler, draft.handler || words.blank],
    [words.recordOn, words.blankDay],
  ];
}

/** What to enter on the platform, once it is over and known whether anybody objected. */
export function platformText({ draft, days, isRunning }: RecordGiven): string | undefined {
  const { heard, where, about, conclusion } = draft;
  if (heard === '' || isRunning || days.kind !== 'counted') return undefined;
  const { from, to, n } = spanOf(days);
  const { posted } = days;
  const year = from.includes('年') ? '' : `${posted.postedOn.slice(0, 4)} 年 `;
  return fill(words.platformSays, {
    days: `${year}${from}至 ${to}`,
    where: where || words.blank,
    n,
    heard:
      heard === 'none'
        ? words.recordHeardNone
        : fill(words.platformHeard, {
            about: about || words.blank,
            conclusion: conclusion || words.blank,
          }),
  });
}
