import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Answers,
  assess,
  explain,
  type FullNotice,
  nextQuestion,
  parseAnswers,
  planTimeline,
  type WorkCalendar,
} from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice, noticeIds } from '../../src/notices/index.ts';
import { addSecondNotice, YEAR } from '../second-notice/make.ts';
import { meeting, parsedFor } from '../support/assessing.ts';
import { withRealCopy } from './mutate.ts';

let notice: FullNotice;
let calendar: WorkCalendar;
let ids: string[];

beforeAll(async () => {
  await withRealCopy(
    (folder) => addSecondNotice(folder),
    async (content) => {
      notice = await loadNotice(YEAR, content);
      calendar = await loadCalendar(content);
      ids = await noticeIds(content);
    },
  );
});

const enough = { total: 90, professional: 60 };
const fitting = {
  target: 'engineer',
  specialty: 'environment',
  employer: 'provincialInstitution',
  work: 'engineering',
  inService: 'yes',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2022-11-30',
  credits: { 2025: enough, 2026: enough, 2027: enough },
  safetyTraining: 'attended',
  misconductOn: 'none',
};
function parsed(differently: Record<string, unknown> = {}): Answers {
  // What the real notice has gained since is answered so that it is fulfilled.
  return meeting(notice, notice.rules, parsedFor(notice, { ...fitting, ...differently }));
}

describe('a second notice, made in content alone', () => {
  test('stands beside the first and is the current one', () => {
    expect(ids).toEqual(['2026', YEAR]);
  });

  test('accepts its own specialty, years and question, and no longer the old ones', () => {
    expect(assess(notice, parsed()).verdict).toBe('likely');
    const refused = (input: object) => parseAnswers(notice, input);
    expect(refused({ postApproved: 'yes' })).toMatchObject({ issues: [{ field: 'postApproved' }] });
    expect(refused({ credits: { 2024: enough } })).toMatchObject({
      issues: [{ field: 'credits.2024' }],
    });
  });

  test('decides by its own cutoff and its own number of years', () => {
    const late = assess(notice, parsed({ heldSince: '2022-12-01' }));
    const finding = late.findings.find(({ rule }) => rule === 'qualification')!;
    expect(explain(notice, finding).reason).toContain(
      '至 2027-11-30 为 4 年 11 个月 29 天，需满 5 年，差 1 天',
    );
  });

  test('gives a checked value the weight of the notice', () => {
    const late = assess(notice, parsed({ heldSince: '2022-12-01' }));
    expect(late.verdict).toBe('ineligible');
    expect(late.earliestYear).toBe(2028);
    expect(late.findings.find(({ rule }) => rule === 'qualification')).toMatchObject({
      standing: 'notice',
      verified: { on: '2027-05-30' },
    });
  });

  test('asks its new question and decides by it', () => {
    const { safetyTraining: _, ...rest } = fitting;
    const others = notice.rules.filter(({ id }) => id !== 'safetyTraining');
    const answers = meeting(notice, others, parsedFor(notice, rest));
    expect(nextQuestion(notice, answers)?.id).toBe('safetyTraining');
    expect(assess(notice, parsed({ safetyTraining: 'missed' })).verdict).toBe('ineligible');
  });

  test('plans by its own dates and calendar', () => {
    const { stages, publicity } = planTimeline(notice, calendar, {
      today: '2027-06-21',
      postedOn: '2027-06-08',
    });
    expect(stages.map(({ status }) => status)).toEqual(['closed', 'open', 'open']);
    expect(publicity.posted?.counted).toEqual([
      '2027-06-12',
      '2027-06-14',
      '2027-06-15',
      '2027-06-16',
      '2027-06-17',
    ]);
  });
});
