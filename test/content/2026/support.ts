/**
 * What the tests of this year's content share: the notice, read once, its worked cases, and a person who fulfils
 * everything. Tests of mechanisms use the made-up notice instead: see `test/calculator/support.ts`.
 */
import { readFileSync } from 'node:fs';
import type {
  Answers,
  FullNotice,
  IsoDate,
  Node,
  Outcome,
  Question,
  Verdict,
  WorkCalendar,
} from '../../../src/calculator/index.ts';
import { nodesOf } from '../../../src/notices/clauses.ts';
import { loadCalendar, loadNotice } from '../../../src/notices/index.ts';
import { people } from '../../bench/people.ts';
import { assessing, meeting, parsedFor } from '../../support/assessing.ts';

export { outcomesOf } from '../../support/assessing.ts';

export const notice: FullNotice = await loadNotice('2026');
export const calendar: WorkCalendar = await loadCalendar();

export interface EligibilityCase {
  name: string;
  answers: unknown;
  expect: {
    verdict: Verdict;
    settled: boolean;
    outcomes: Record<string, Outcome>;
    missing: string[];
    earliestYear?: number;
    earliestYearMadeUp?: number;
  };
}
export interface RejectedCase {
  field: string;
  input: unknown;
}
export interface TimelineCases {
  workdays: { date: IsoDate; workday: boolean }[];
  publicity: {
    postedOn: IsoDate;
    countPostingDay: boolean;
    expect: { counted: IsoDate[]; endsOn: IsoDate; recommendFrom: IsoDate };
  }[];
  latestPosting: { deadline: IsoDate; countPostingDay: boolean; expect: IsoDate }[];
  lastWorkday: { date: IsoDate; expect: IsoDate }[];
  slack: { postedOn: IsoDate; deadline: IsoDate; expect: number }[];
  stages: { today: IsoDate; status: string[] }[];
  daysLeft: { today: IsoDate; expect: (number | null)[] }[];
  notHeld: IsoDate[];
}

/** One of the files of worked cases in `test/cases`. */
export function cases(name: 'eligibility'): EligibilityCase[];
export function cases(name: 'rejected'): RejectedCase[];
export function cases(name: 'timeline'): TimelineCases;
export function cases(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8'));
}

/** The rules of which the worked cases speak. One that is added speaks for itself, in its own examples. */
export const inCases = new Set(
  cases('eligibility').flatMap(({ expect: { outcomes } }) => Object.keys(outcomes)),
);
const added = notice.rules.filter(({ id }) => !inCases.has(id));

/** People as they come, who fulfil the rules that were added. */
export function invented(count: number): Answers[] {
  const rules = notice.rules.filter(({ id }) => inCases.has(id));
  return people({ ...notice, rules, questions: notice.questions.filter(isKnown) }, count).map(
    withAdded,
  );
}
/** Whether one of the rules asks it that were not added. */
const isKnown = (question: Question): boolean =>
  notice.rules
    .filter(({ id }) => inCases.has(id))
    .flatMap(({ tree }) => nodesOf(tree))
    .flatMap(questionOf)
    .includes(question.type === 'amounts' ? question.key : question.id);
/** The screens on which only rules ask that were added. */
export const addedScreens = (): Set<string> =>
  new Set(notice.questions.filter((one) => !isKnown(one)).map(({ screen }) => screen));
const questionOf = (node: Node): string[] => {
  if ('ask' in node) return [node.ask];
  if ('since' in node) return [node.since];
  if ('barred' in node) return [node.barred];
  return 'each' in node ? [node.each] : [];
};

/** The answers; what only a rule asks that came later is answered so that the rule says yes. */
export const withAdded = (answers: Answers): Answers => meeting(notice, added, answers);

/** A case's answers, and those beside them. */
export const answersOf = (input: unknown): Answers => withAdded(parsedFor(notice, input));

export const enough = { total: 90, professional: 60 };

/** Someone with a bachelor's degree to whom every rule says yes. */
export const { parsed, person, assessed, findingOf, changedNotice } = assessing(
  notice,
  answersOf({
    target: 'engineer',
    specialty: 'energy',
    employer: 'provincialEnterprise',
    work: 'engineering',
    inService: 'yes',
    route: 'education',
    education: 'bachelor',
    heldTitle: 'assistantEngineer',
    heldSince: '2020-05-01',
    credits: { 2024: enough, 2025: enough, 2026: enough },
    misconductOn: 'none',
  }),
);

/** Somebody who wants a little everywhere: a post, months, and credits of each year. */
export const SHORT = {
  target: 'engineer',
  specialty: 'mechatronics',
  employer: 'provincialInstitution',
  postApproved: 'no',
  work: 'engineering',
  inService: 'yes',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2023-03-01',
  misconductOn: 'none',
  credits: {
    2024: { total: 10, professional: 5 },
    2025: { total: 70, professional: 60 },
    2026: { total: 60, professional: 40 },
  },
} satisfies Answers;
