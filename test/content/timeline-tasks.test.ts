/** The days on which the timeline puts what a result says is to be done. */
import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import type { PlanState } from '../../src/plan/index.ts';
import { tasksOf } from '../../src/widgets/Timeline/tasks.ts';

const notice = await loadNotice('2026');
const [{ closes }] = notice.stages;
const tasks: Task[] = [
  { kind: 'do', rule: 'postApproval', on: closes },
  { kind: 'amounts', rule: 'continuingEducation', year: 2026, on: closes },
  { kind: 'years', rule: 'qualification', on: '2026-12-01' },
];

const days = (submittedOn: string | undefined, today: string | undefined, of = tasks) => {
  const plan: PlanState = {
    role: 'applicant',
    submittedOn,
    countPostingDay: false,
    steps: [],
    tasks: of,
  };
  return tasksOf({ notice, plan, today }).entries.map(({ on }) => on);
};

describe('what has to be done before one submits', () => {
  test('never stands after the day on which one means to', () => {
    expect(days('2026-07-17', '2026-07-10')).toEqual(['2026-07-17', '2026-07-17', '2026-12-01']);
    // On the server nobody knows today yet.
    expect(days('2026-07-17', undefined)).toEqual(['2026-07-17', '2026-07-17', '2026-12-01']);
  });

  test('keeps its own day where it is for the next year', () => {
    const next: Task = {
      kind: 'amounts',
      rule: 'continuingEducation',
      year: 2026,
      on: '2026-12-31',
    };
    expect(days('2026-07-17', '2026-07-10', [next])).toEqual(['2026-12-31']);
  });

  test('has until applications close where that day is past, or none is chosen', () => {
    expect(days('2026-07-17', '2026-07-18')).toEqual([closes, closes, '2026-12-01']);
    expect(days(undefined, '2026-07-10')).toEqual([closes, closes, '2026-12-01']);
  });
});
