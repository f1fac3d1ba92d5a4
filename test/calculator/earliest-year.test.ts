import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  type Assessment,
  addDays,
  assess,
  type Notice,
  withAnswer,
} from '../../src/calculator/index.ts';
import { answersInScope, dateBetween } from './arbitraries.ts';
import { assessed, changedNotice, enough, notice } from './support.ts';

const year = (differently: Record<string, unknown>) => assessed(differently).earliestYear;
const none = { total: 0, professional: 0 };

/** The notice as it will be `years` later, if it keeps this year's rules and calendar. */
function later(years: number): Notice {
  const shift = (date: string) => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return changedNotice((copy) => {
    copy.year += years;
    for (const cutoff of Object.values(copy.cutoffs)) cutoff.on = shift(cutoff.on);
    for (const stage of copy.stages) {
      if (stage.opens) stage.opens = shift(stage.opens);
      stage.closes = shift(stage.closes);
    }
    for (const question of copy.questions) {
      if (question.type === 'date') question.latest = shift(question.latest);
      if (question.type !== 'amounts') continue;
      question.part = String(Number(question.part) + years);
      question.id = `${question.key}.${question.part}`;
    }
  });
}
const laterNotices = new Map<number, Notice>();
for (let ahead = 1; ahead <= 12; ahead += 1) laterNotices.set(notice.year + ahead, later(ahead));

/** The same person in a later year: what was answered stays, and every other year has its credits. */
function assessIn(inYear: number, answers: Answers): Assessment {
  const then = laterNotices.get(inYear)!;
  const credits = answers.credits;
  const kept = typeof credits === 'object' ? credits : {};
  let grown: Answers = { ...answers };
  delete grown.credits;
  for (const question of then.questions) {
    if (question.type !== 'amounts') continue;
    grown = withAnswer(grown, question, kept[question.part] ?? enough);
  }
  return assess(then, grown);
}
const hasUnmet = ({ findings }: Assessment) => findings.some(({ outcome }) => outcome === 'unmet');

describe('earliestYear', () => {
  test.each([
    ['2023-01-01', 2027],
    ['2023-12-31', 2027],
    ['2024-01-01', 2028],
    ['2024-02-29', 2028],
    ['2026-12-31', 2030],
  ])('of a bachelor who holds the title since %s is %i', (heldSince, expected) => {
    expect(year({ heldSince })).toBe(expected);
  });

  test.each([
    ['2023-07-19', 2027],
    ['2024-02-29', 2027],
    ['2024-07-18', 2027],
    ['2024-07-19', 2028],
    ['2024-12-31', 2028],
    ['2026-07-18', 2029],
    ['2026-07-19', 2030],
  ])('of someone banned on %s is %i', (misconductOn, expected) => {
    expect(year({ misconductOn })).toBe(expected);
  });

  test.each([2024, 2025, 2026])(
    'of someone short of credits in %i comes when that is past',
    (y) => {
      const credits = { 2024: enough, 2025: enough, 2026: enough, [y]: none };
      expect(year({ credits })).toBe(y + 3);
    },
  );

  test('is the latest of all that time must mend', () => {
    const credits = { 2024: none, 2025: none, 2026: enough };
    expect(year({ credits, heldSince: '2025-06-01', misconductOn: '2024-01-01' })).toBe(2029);
    expect(year({ credits, heldSince: '2023-06-01', misconductOn: '2024-01-01' })).toBe(2028);
  });

  test('is said also while other rules are open or need people', () => {
    const short = { heldSince: '2025-01-01' };
    expect(year({ ...short, specialty: undefined, misconductOn: undefined })).toBe(2029);
    expect(year({ ...short, specialty: 'unsure' })).toBe(2029);
  });

  test('is not said when something else must be mended', () => {
    expect(year({ heldTitle: 'none' })).toBeUndefined();
    expect(year({ route: 'skilled', skillLevel: 'none' })).toBeUndefined();
    const institution = { employer: 'provincialInstitution', postApproved: 'no' };
    expect(year(institution)).toBeUndefined();
    expect(year({ ...institution, heldSince: '2025-01-01' })).toBeUndefined();
    expect(year({ heldTitle: 'none', misconductOn: '2025-01-01' })).toBeUndefined();
  });

  test('is not said for any other verdict', () => {
    expect(year({})).toBeUndefined();
    expect(year({ specialty: 'unsure' })).toBeUndefined();
    expect(year({ specialty: undefined })).toBeUndefined();
    expect(year({ specialty: 'other', heldSince: '2025-01-01' })).toBeUndefined();
  });

  test('is earlier where this year’s credits are still made up, and only then said twice', () => {
    const both = (differently: Record<string, unknown>) => {
      const { earliestYear, earliestYearMadeUp } = assessed(differently);
      return [earliestYear, earliestYearMadeUp];
    };
    const short = { total: 60, professional: 40 };
    const thisYear = { 2024: enough, 2025: enough, 2026: short };
    expect(both({ credits: thisYear })).toEqual([2029, 2027]);
    expect(both({ credits: { ...thisYear, 2025: short } })).toEqual([2029, 2028]);
    expect(both({ credits: { 2024: short, 2025: enough, 2026: enough } })).toEqual([
      2027,
      undefined,
    ]);
    expect(both({ credits: thisYear, heldSince: '2024-06-01' })).toEqual([2029, 2028]);
    expect(both({ credits: thisYear, heldSince: '2025-06-01' })).toEqual([2029, undefined]);
    expect(both({ credits: thisYear, heldTitle: 'none' })).toEqual([undefined, undefined]);
  });

  test('made up is that of the same person with this year’s credits complete', () => {
    let said = 0;
    fc.assert(
      fc.property(answersInScope(), (answers) => {
        const { earliestYear, earliestYearMadeUp } = assess(notice, answers);
        if (earliestYear === undefined) {
          expect(earliestYearMadeUp).toBeUndefined();
          return;
        }
        const credits = { ...(answers.credits as object), [notice.year]: enough };
        const complete = assess(notice, { ...answers, credits });
        // Without an earliest year everything else was met: then next year is the first.
        const madeUp = complete.earliestYear ?? notice.year + 1;
        expect(earliestYearMadeUp).toBe(madeUp < earliestYear ? madeUp : undefined);
        if (earliestYearMadeUp) said += 1;
      }),
      { numRuns: 800 },
    );
    expect(said).toBeGreaterThan(30);
  });

  test('is never before next year', () => {
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        const { earliestYear = notice.year + 1, verdict } = assess(notice, answers);
        expect(earliestYear).toBeGreaterThan(notice.year);
        if ('earliestYear' in assess(notice, answers)) {
          expect(['ineligible', 'unlikely']).toContain(verdict);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is the first year under whose notice nothing is unmet; where it is not said there is none', () => {
    let said = 0;
    const misconductOn = fc.oneof(fc.constant('none'), dateBetween('2023-01-01', '2026-12-31'));
    const withBans = fc
      .tuple(answersInScope(), fc.option(misconductOn, { nil: undefined }))
      .map(([answers, on]): Answers => (on ? { ...answers, misconductOn: on } : answers));
    fc.assert(
      fc.property(withBans, (answers) => {
        const { verdict, earliestYear } = assess(notice, answers);
        if (verdict !== 'ineligible' && verdict !== 'unlikely') return;
        const years = [...laterNotices.keys()];
        expect(earliestYear).toBe(years.find((y) => !hasUnmet(assessIn(y, answers))));
        if (earliestYear) said += 1;
      }),
      { numRuns: 800 },
    );
    expect(said).toBeGreaterThan(100);
  });

  test('comes no sooner for a later date', () => {
    fc.assert(
      fc.property(dateBetween('2023-01-01', '2026-12-30'), (date) => {
        const next = addDays(date, 1);
        expect(year({ heldSince: next })!).toBeGreaterThanOrEqual(year({ heldSince: date })!);
      }),
    );
  });
});
