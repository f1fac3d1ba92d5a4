/** What the tests of the calculator share: the real notice, read once, and a person who fulfils everything. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import {
  type Answers,
  type Assessment,
  assess,
  type Finding,
  type FullNotice,
  type IsoDate,
  type Notice,
  type Outcome,
  parseAnswers,
  type Verdict,
  type WorkCalendar,
} from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice } from '../../src/notices/index.ts';

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
  return JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8'));
}

export const enough = { total: 90, professional: 60 };

/** Someone with a bachelor's degree to whom every rule says yes. */
const fulfilsAll = {
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
};

/** Parsed answers of that person, with what a test says differently; undefined takes an answer away. */
export function person(differently: Record<string, unknown> = {}): Answers {
  return parsed({ ...fulfilsAll, ...differently });
}

/** The input as answers; a test that hands in something invalid fails. */
export function parsed(input: unknown, of: Notice = notice): Answers {
  const result = parseAnswers(of, input);
  if ('answers' in result) return result.answers;
  throw new Error(`Not valid: ${JSON.stringify(result.issues)}`);
}

export function assessed(differently: Record<string, unknown> = {}): Assessment {
  return assess(notice, person(differently));
}

/** What one rule finds about that person; undefined where the rule does not apply. */
export function findingOf(
  rule: string,
  differently: Record<string, unknown> = {},
): Finding | undefined {
  return assessed(differently).findings.find((finding) => finding.rule === rule);
}

export const outcomesOf = ({ findings }: Assessment): Record<string, Outcome> =>
  Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]));

/** A copy of the notice that a test may change, as next year's content might. */
export function changedNotice(change: (copy: FullNotice) => void): FullNotice {
  const copy = structuredClone(notice);
  change(copy);
  return copy;
}

/** Runs a Node process without any set-up, and gives what it prints. */
export async function plainNode(
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    maxBuffer: 1e8,
  });
  return stdout;
}
