import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  isWorkday,
  type Plan,
  type PlanStep,
  planTimeline,
  type Schedule,
  workdaysBetween,
} from '../../src/calculator/index.ts';
import { dateBetween } from './arbitraries.ts';
import { calendar, changedNotice, notice } from './support.ts';

const today = '2026-07-01';
const opens = notice.stages[0]!.opens!;
const closes = notice.stages[0]!.closes;
const audit = { name: '审核材料', workdays: 2 };
const publicity = { name: '公示', workdays: 5, publicity: true };
const send = { name: '录入并推荐', workdays: 1 };
const STEPS: PlanStep[] = [audit, publicity, send];

const plan = (rest: Partial<Plan>) =>
  planTimeline(notice, calendar, { today, steps: STEPS, ...rest });
const schedule = (submittedOn: string, rest: Partial<Plan> = {}): Schedule =>
  plan({ submittedOn, ...rest }).schedule!;
const days = (made: Schedule) => made.steps.map((step) => step.days);

const anySubmission = dateBetween('2026-06-20', '2026-07-24');
/** Up to three steps of the employer's own around the publicity. */
const anySteps = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
    fc.integer({ min: 5, max: 7 }),
    fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
  )
  .map(([before, length, after]): PlanStep[] => [
    ...before.map((workdays, index) => ({ name: `前${index}`, workdays })),
    { name: '公示', workdays: length, publicity: true },
    ...after.map((workdays, index) => ({ name: `后${index}`, workdays })),
  ]);

describe('steps from the day of submission', () => {
  test('follow one another in working days, the day of submission not counted', () => {
    const made = schedule('2026-07-15');
    expect(days(made)).toEqual([
      ['2026-07-16', '2026-07-17'],
      ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23', '2026-07-24'],
      ['2026-07-27'],
    ]);
    expect(made).toMatchObject({
      postedOn: '2026-07-17',
      recommendOn: '2026-07-27',
      feasible: true,
      slackWorkdays: 4,
    });
    expect(made).not.toHaveProperty('obstacle');
    expect(made).not.toHaveProperty('nearest');
  });

  test('end a day earlier where the posting day counts', () => {
    const made = schedule('2026-07-15', { countPostingDay: true });
    expect(days(made)[1]).toEqual([
      '2026-07-17',
      '2026-07-20',
      '2026-07-21',
      '2026-07-22',
      '2026-07-23',
    ]);
    expect(made.recommendOn).toBe('2026-07-24');
  });

  test('recommend on the working day after a publicity that comes last', () => {
    const made = schedule('2026-07-15', { steps: [audit, publicity] });
    expect(made.steps.at(-1)?.days.at(-1)).toBe('2026-07-24');
    expect(made.recommendOn).toBe('2026-07-27');
  });

  test('post a publicity that comes first on the first working day after the submission', () => {
    const made = schedule('2026-07-17', { steps: [publicity, send] });
    expect(made.postedOn).toBe('2026-07-20');
    expect(days(made)[0]).toEqual([
      '2026-07-21',
      '2026-07-22',
      '2026-07-23',
      '2026-07-24',
      '2026-07-27',
    ]);
  });

  test('post on 07-23 when four days of audit follow the last Sunday, which still works', () => {
    const made = schedule('2026-07-19', { steps: [{ ...audit, workdays: 4 }, publicity, send] });
    expect(made).toMatchObject({
      postedOn: '2026-07-23',
      recommendOn: '2026-07-31',
      feasible: true,
      slackWorkdays: 0,
    });
  });
});

describe('steps that do not fit', () => {
  test('name the step that runs over the deadline and both nearest ways', () => {
    const steps = [{ ...audit, workdays: 6 }, publicity, { ...send, workdays: 2 }];
    const made = schedule('2026-07-17', { steps });
    expect(made).toMatchObject({ feasible: false, obstacle: 'late', breaksAt: 1 });
    expect(made.nearest).toEqual({
      submittedOn: '2026-07-14',
      steps: [{ ...audit, workdays: 3 }, publicity, { ...send, workdays: 2 }],
    });
  });

  test('break at the recommending where the publicity ends on the deadline itself', () => {
    const steps = [{ ...audit, workdays: 5 }, publicity];
    const made = schedule('2026-07-17', { steps });
    expect(days(made)[1]?.at(-1)).toBe('2026-07-31');
    expect(made).toMatchObject({ feasible: false, obstacle: 'late', breaksAt: 2 });
    expect(made.nearest?.steps?.[0]?.workdays).toBe(4);
  });

  test('cannot be mended by other days where the publicity alone is too long', () => {
    const steps = [{ ...publicity, workdays: 40 }];
    const made = schedule('2026-07-17', { steps });
    expect(made).toMatchObject({ feasible: false, obstacle: 'late' });
    expect(made.nearest).toEqual({});
    expect(plan({ steps })).not.toHaveProperty('latest');
  });

  test('break at the first step where that alone runs over the deadline', () => {
    const made = schedule('2026-07-17', { steps: [{ ...audit, workdays: 11 }, publicity] });
    expect(made).toMatchObject({ obstacle: 'late', breaksAt: 0 });
  });

  test('lose a day of a step that takes two, but never the only day of one', () => {
    const long = { ...publicity, workdays: 8 };
    const two = schedule('2026-07-17', { steps: [{ ...audit, workdays: 2 }, long] });
    expect(two.nearest?.steps).toEqual([{ ...audit, workdays: 1 }, long]);
    const one = { ...audit, workdays: 1 };
    const none = schedule('2026-07-17', { steps: [one, { ...publicity, workdays: 9 }] });
    expect(none).toMatchObject({ obstacle: 'late', breaksAt: 2 });
    expect(none.nearest).toEqual({ submittedOn: '2026-07-16' });
  });

  test('break at no step where only the submission is on the wrong day', () => {
    expect(schedule('2026-06-24')).not.toHaveProperty('breaksAt');
    // Recommending on the deadline itself is not too late.
    const closed = schedule('2026-07-20', { steps: [{ ...audit, workdays: 3 }, publicity, send] });
    expect(closed).toMatchObject({ obstacle: 'afterClosing', recommendOn: '2026-07-31' });
    expect(closed).not.toHaveProperty('breaksAt');
  });

  test('before the opening are moved to it, after the closing to the last day', () => {
    expect(schedule('2026-06-24')).toMatchObject({
      feasible: false,
      obstacle: 'beforeOpening',
      nearest: { submittedOn: opens },
    });
    const late = schedule('2026-07-20');
    expect(late).toMatchObject({ obstacle: 'afterClosing', nearest: { submittedOn: closes } });
    // Applications that have closed are not opened again by quicker steps.
    expect(late.nearest).not.toHaveProperty('steps');
  });

  test.each([
    [[audit], '公示'],
    [[publicity, publicity], '公示'],
    [[{ ...publicity, workdays: 4 }], '公示不少于 5 个工作日'],
    [[{ ...audit, workdays: 0 }, publicity], '审核材料'],
    [[{ ...audit, workdays: 1.5 }, publicity], '审核材料'],
    [[{ ...audit, workdays: Number.NaN }, publicity], '审核材料'],
    [[{ ...audit, workdays: Number.POSITIVE_INFINITY }, publicity], '审核材料'],
  ])('%j are refused in words', (steps, words) => {
    expect(() => schedule('2026-07-15', { steps })).toThrow(RangeError);
    expect(() => schedule('2026-07-15', { steps })).toThrow(words);
  });

  test('running into a year that is not held are refused by its name', () => {
    const steps = [{ ...audit, workdays: 200 }, publicity];
    expect(() => schedule('2026-07-15', { steps })).toThrow('2027');
    expect(() => plan({ submittedOn: '2027-01-04' })).toThrow('2027');
    expect(() => plan({ submittedOn: '2026-02-30' })).toThrow('2026-02-30');
  });
});

describe('the last day to submit', () => {
  test('is the day before the first step, where applications close on the step’s own day', () => {
    const steps = [{ ...audit, workdays: 5 }, publicity, send];
    const { begins } = plan({ steps }).latest!.steps[0]!;
    expect(begins).toBe('2026-07-17');
    const closing = changedNotice(({ stages }) => {
      stages[0]!.closes = begins;
    });
    const submitBy = (of: typeof notice) =>
      planTimeline(of, calendar, { today, steps }).latest?.submitBy;
    expect(submitBy(closing)).toBe('2026-07-16');
  });

  // From the day after the opening to the deadline there are 26 working days.
  test.each([
    ['the working day before it is for posting', false, 24],
    ['its first day is for posting', true, 25],
  ])('leaves room for a publicity alone, of which %s', (_, countPostingDay, most) => {
    const latest = (workdays: number) =>
      plan({ countPostingDay, steps: [{ ...publicity, workdays }] }).latest;
    expect(latest(most)).toMatchObject({ submitBy: opens, postBy: '2026-06-26' });
    expect(latest(most + 1)).toBeUndefined();
  });

  test('leaves room for steps that take every day from the one after the opening', () => {
    const latest = (workdays: number) =>
      plan({ steps: [{ ...audit, workdays }, publicity, send] }).latest;
    expect(latest(20)?.steps[0]).toEqual({ begins: '2026-06-26', ends: '2026-07-23' });
    expect(latest(21)).toBeUndefined();
  });
});

describe('any schedule', () => {
  test('takes as many working days as planned, strictly rising, none of them off', () => {
    fc.assert(
      fc.property(anySubmission, anySteps, fc.boolean(), (day, steps, countPostingDay) => {
        const made = schedule(day, { steps, countPostingDay });
        expect(made.steps.map((step) => step.days.length)).toEqual(
          steps.map(({ workdays }) => workdays),
        );
        const own = made.steps.filter((step) => !step.publicity).flatMap((step) => step.days);
        const counted = made.steps.find((step) => step.publicity)!.days;
        for (const list of [own, counted]) {
          expect(list.every((date) => isWorkday(calendar, date))).toBe(true);
          expect(list).toEqual([...new Set(list)].sort());
        }
      }),
    );
  });

  test('counts the publicity as a posting on its day does', () => {
    fc.assert(
      fc.property(anySubmission, fc.boolean(), (day, countPostingDay) => {
        const made = schedule(day, { steps: [audit, publicity], countPostingDay });
        const { posted } = plan({ postedOn: made.postedOn, countPostingDay }).publicity;
        expect(made.steps[1]?.days).toEqual(posted?.counted);
        expect(made.recommendOn).toBe(posted?.recommendFrom);
        expect(made.slackWorkdays).toBe(posted?.slackWorkdays);
      }),
    );
  });

  test('submitted later never ends earlier', () => {
    fc.assert(
      fc.property(anySubmission, anySteps, fc.boolean(), (day, steps, countPostingDay) => {
        const rest = { steps, countPostingDay };
        const [earlier, later] = [schedule(day, rest), schedule(addDays(day, 1), rest)];
        expect(later.recommendOn >= earlier.recommendOn).toBe(true);
      }),
    );
  });

  test('works on the last day to submit, and not on the next', () => {
    fc.assert(
      fc.property(anySteps, fc.boolean(), (steps, countPostingDay) => {
        const { latest } = plan({ steps, countPostingDay });
        const feasible = workdaysAndOthers(opens, closes).filter(
          (day) => schedule(day, { steps, countPostingDay }).feasible,
        );
        expect(latest?.submitBy).toBe(feasible.at(-1));
      }),
    );
  });

  test('backwards is the inverse of forwards', () => {
    fc.assert(
      fc.property(anySteps, fc.boolean(), (steps, countPostingDay) => {
        const { latest } = plan({ steps, countPostingDay });
        // Where the window's closing is the limit, the steps have slack and are not pressed to the end.
        fc.pre(latest !== undefined && latest.submitBy < closes);
        const made = schedule(latest!.submitBy, { steps, countPostingDay });
        expect(
          made.steps.map(({ days: [begins, ...rest] }) => [begins, rest.at(-1) ?? begins]),
        ).toEqual(latest!.steps.map(({ begins, ends }) => [begins, ends]));
        expect(made.postedOn).toBe(latest!.postBy);
        expect(made.slackWorkdays).toBe(0);
      }),
    );
  });

  test('that is too late becomes feasible by either of the nearest ways', () => {
    fc.assert(
      fc.property(anySubmission, anySteps, (day, steps) => {
        const { nearest, obstacle } = schedule(day, { steps });
        if (nearest?.submittedOn)
          expect(schedule(nearest.submittedOn, { steps }).feasible).toBe(true);
        if (obstacle === 'late' && nearest?.steps) {
          const { steps: fewer } = nearest;
          expect(schedule(day, { steps: fewer }).feasible).toBe(true);
          // One working day more anywhere would be too many.
          const total = (list: PlanStep[]) => list.reduce((sum, { workdays }) => sum + workdays, 0);
          expect(total(fewer)).toBeLessThan(total(steps));
          const more = fewer.map((step, index) =>
            index === 0 ? { ...step, workdays: step.workdays + 1 } : step,
          );
          expect(schedule(day, { steps: more }).feasible).toBe(false);
        }
      }),
    );
  });

  test('leaves its steps as they were', () => {
    const steps = structuredClone(STEPS);
    schedule('2026-07-18', { steps });
    expect(steps).toEqual(STEPS);
  });
});

describe('a day of submission', () => {
  test.each([
    ['2026-07-19', true, 4],
    ['2026-07-17', true, 4],
    ['2026-07-16', true, 5],
    ['2026-06-25', true, 20],
    ['2026-06-24', false, 21],
    ['2026-07-20', false, 3],
    ['2026-07-23', false, 0],
    ['2026-08-03', false, 0],
  ])('%s (in the window: %s) leaves %i working days to audit and post', (day, inWindow, left) => {
    const { submission } = planTimeline(notice, calendar, { today, submittedOn: day });
    expect(submission).toMatchObject({ submittedOn: day, inWindow });
    expect(submission?.auditDays).toHaveLength(left);
  });

  test('leaves one day more where the posting day counts', () => {
    const { submission } = plan({ submittedOn: closes, countPostingDay: true });
    expect(submission?.auditDays.at(-1)).toBe('2026-07-24');
  });

  test('leaves none where no posting works', () => {
    const short = changedNotice(({ stages }) => {
      stages[1]!.closes = '2026-07-02';
    });
    const { submission } = planTimeline(short, calendar, { today, submittedOn: opens });
    expect(submission?.auditDays).toEqual([]);
  });
});

describe('the working days of a stage', () => {
  const stagesOn = (day: string) => planTimeline(notice, calendar, { today: day }).stages;

  test('are those after the stage before it', () => {
    expect(stagesOn(today).map(({ workdays }) => workdays)).toEqual([17, 10, 10]);
    expect(workdaysBetween(calendar, '2026-08-01', '2026-08-16')).toHaveLength(10);
  });

  test('left are those after today, and told only while it is open', () => {
    const left = (day: string) => stagesOn(day).map(({ workdaysLeft }) => workdaysLeft);
    expect(left('2026-06-24')).toEqual([undefined, undefined, undefined]);
    expect(left('2026-07-17')).toEqual([0, 10, 20]);
    expect(left('2026-07-20')).toEqual([undefined, 9, 19]);
    expect(left('2026-08-14')).toEqual([undefined, undefined, 0]);
    expect(left('2030-01-01')).toEqual([undefined, undefined, undefined]);
  });
});

/** Every day from one to another. */
function workdaysAndOthers(from: string, to: string): string[] {
  const list: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) list.push(day);
  return list;
}
