/** Notices of another shape than this year's: which year frees a short one is never taken for granted. */
import { describe, expect, test } from 'vitest';
import {
  advise,
  assess,
  explain,
  type FullNotice,
  nextYear,
  outlook,
  tasksOf,
} from '../../src/calculator/index.ts';
import { amounts, ask, choice, date, each, least, madeUp, rule, since } from './made-up.ts';
import { notice, parsed, person } from './support.ts';

const hours = [{ id: 'hours' }];
const enoughIn = (...years: number[]) =>
  Object.fromEntries(years.map((year) => [year, { hours: 10 }]));
const shortIn = (...years: number[]) =>
  Object.fromEntries(years.map((year) => [year, { hours: 4 }]));

/** The first later year under whose notice, moved on as often as needed, nothing is unmet. */
function bruteForce(of: FullNotice, answers: Record<string, Record<string, unknown>>): number {
  let then = of as FullNotice;
  for (let ahead = 1; ahead < 20; ahead += 1) {
    then = nextYear(then) as FullNotice;
    const complete = Object.fromEntries(
      Object.keys(answers).map((key) => [
        key,
        Object.fromEntries(
          then.questions.flatMap((question) =>
            question.type === 'amounts' && question.key === key
              ? [[question.part, answers[key]?.[question.part] ?? { hours: 10 }]]
              : [],
          ),
        ),
      ]),
    );
    const { findings } = assess(then, parsed(complete, then));
    if (!findings.some(({ outcome }) => outcome === 'unmet')) return then.year;
  }
  throw new Error('Never');
}

describe('a notice that asks for years before its own', () => {
  const of = madeUp(amounts('credits', [2023, 2024, 2025], hours), [
    rule('credits', each('credits', [least('hours', 10)])),
  ]);
  const of2025 = { credits: { ...enoughIn(2023, 2024), ...shortIn(2025) } };

  test.each([2023, 2024, 2025])('is free of %i when none of its years is that one', (year) => {
    const answers = { credits: { ...enoughIn(2023, 2024, 2025), ...shortIn(year) } };
    const { earliestYear, earliestYearMadeUp, findings } = assess(of, parsed(answers, of));
    expect(earliestYear).toBe(year + 4);
    expect(earliestYear).toBe(bruteForce(of, answers));
    // No year of the notice's own is asked for that could still be completed.
    expect(earliestYearMadeUp).toBeUndefined();
    expect(explain(of, findings[0]!).remedy).toBe(`${year} 年的到 ${year + 4} 年不查。`);
  });

  test('has the next one ask for this year, which nobody was asked for and which still lasts', () => {
    const { items } = outlook(of, parsed(of2025, of));
    expect(items).toEqual([
      { rule: 'credits', state: 'holds', year: 2024 },
      { rule: 'credits', state: 'notByThen', year: 2029 },
      { rule: 'credits', state: 'toDo', by: '2026-12-31', year: 2026 },
    ]);
  });

  test('asks in the outlook only about a year that was asked for and has no answer', () => {
    const { items } = outlook(of, parsed({ credits: enoughIn(2023, 2024) }, of));
    expect(items.map(({ state, year }) => [state, year])).toEqual([
      ['holds', 2024],
      ['ask', 2025],
      ['toDo', 2026],
    ]);
  });
});

describe('two kinds of amounts for different years', () => {
  const of = madeUp(
    [...amounts('credits', [2024, 2025, 2026], hours), ...amounts('courses', [2026], hours)],
    [
      rule('credits', each('credits', [least('hours', 10)])),
      rule('courses', each('courses', [least('hours', 10)])),
    ],
  );

  test.each([
    [{ credits: shortIn(2024) }, 2027],
    [{ credits: shortIn(2026) }, 2029],
    [{ courses: shortIn(2026) }, 2027],
    [{ courses: shortIn(2026), credits: shortIn(2025) }, 2028],
  ])('each free a year by their own: %j', (short, year) => {
    const answers = {
      credits: { ...enoughIn(2024, 2025, 2026), ...('credits' in short ? short.credits : {}) },
      courses: { ...enoughIn(2026), ...('courses' in short ? short.courses : {}) },
    };
    expect(assess(of, parsed(answers, of)).earliestYear).toBe(year);
    expect(bruteForce(of, answers)).toBe(year);
  });

  test('name that year in their own remedies', () => {
    const answers = { credits: shortIn(2024), courses: shortIn(2026) };
    const remedies = assess(of, parsed(answers, of)).findings.map(
      (finding) => explain(of, finding).remedy,
    );
    expect(remedies).toEqual(['2024 年的到 2027 年不查。', '2026 年再要 6。']);
  });
});

describe('a word that fails its year', () => {
  const of = madeUp(amounts('credits', [2024, 2025, 2026], hours, ['none', 'unsure']), [
    rule('credits', each('credits', [least('hours', 10)], { none: 'unmet', unsure: 'review' })),
  ]);
  const assessed = (credits: Record<string, unknown>) => assess(of, parsed({ credits }, of));

  test('is a shortfall of that year, without figures', () => {
    const { findings, verdict } = assessed({ ...enoughIn(2024, 2026), 2025: 'none' });
    expect(verdict).toBe('ineligible');
    expect(findings[0]?.shortfall).toEqual({
      kind: 'amounts',
      inYears: [{ year: 2025, freeFrom: 2028 }],
      lacking: [],
    });
  });

  test.each([
    [{ ...enoughIn(2024, 2025), 2026: 'none' }, 2029, 2027],
    [{ ...enoughIn(2024, 2026), 2025: 'none' }, 2028, undefined],
    [{ ...shortIn(2024), ...enoughIn(2025), 2026: 'none' }, 2029, 2027],
    [{ ...shortIn(2024), 2025: 'none', 2026: 'unsure' }, 2028, undefined],
  ])('delays the earliest year as numbers do: %j', (credits, year, madeUpYear) => {
    const { earliestYear, earliestYearMadeUp } = assessed(credits);
    expect([earliestYear, earliestYearMadeUp]).toEqual([year, madeUpYear]);
  });

  test('is for time where the year is past, for the person where it is the notice’s own, and a dated task', () => {
    const answers = parsed({ credits: { 2024: 'none', ...enoughIn(2025), 2026: 'none' } }, of);
    expect(advise(of, answers).changes).toEqual([
      { rule: 'credits', by: 'time', text: '2024 年none的办法。' },
      { rule: 'credits', by: 'person', text: '2026 年none的办法。' },
    ]);
    expect(tasksOf(of, answers)).toEqual([
      { kind: 'amounts', rule: 'credits', year: 2024, on: '2026-07-19' },
      { kind: 'amounts', rule: 'credits', year: 2026, on: '2026-07-19' },
    ]);
  });
});

describe('a year without a remedy', () => {
  const silent = (outcome: 'unmet' | 'review') => ({
    outcome,
    reason: `{eachYear} 年${outcome}，没有办法。`,
  });
  const of = madeUp(amounts('credits', [2025, 2026], hours, ['none', 'unsure']), [
    rule(
      'credits',
      each('credits', [least('hours', 10)], { none: silent('unmet'), unsure: silent('review') }),
    ),
  ]);
  const changes = (credits: Record<string, unknown>) =>
    advise(of, parsed({ credits }, of)).changes.map(({ by, text }) => [by, text]);

  test('leaves the explanation without one, not with an empty one', () => {
    const { findings } = assess(of, parsed({ credits: { 2025: 'unsure', ...enoughIn(2026) } }, of));
    expect(explain(of, findings[0]!)).toStrictEqual({ reason: '2025 年review，没有办法。' });
  });

  test.each([
    [{ ...enoughIn(2025), 2026: 'unsure' }, [['person', '2026 年review，没有办法。']]],
    [{ ...enoughIn(2025), 2026: 'none' }, [['person', '2026 年unmet，没有办法。']]],
    [{ 2025: 'none', ...enoughIn(2026) }, [['time', '2025 年unmet，没有办法。']]],
    // Beside one that has a remedy it is not left out either.
    [
      { 2025: 'unsure', ...shortIn(2026) },
      [['person', '2025 年review，没有办法。2026 年再要 6。']],
    ],
  ])('advises with its reason: %j', (credits, expected) => {
    expect(changes(credits)).toEqual(expected);
  });
});

describe('a cutoff in the year after the notice’s own', () => {
  const of = (cutoff: string) =>
    madeUp(
      [
        date('heldSince', { latest: cutoff }),
        date('misconductOn', { options: [{ value: 'none', label: '' }], latest: cutoff }),
      ],
      [
        rule('years', since('heldSince', 4)),
        rule('ban', ask('misconductOn', { none: 'met', date: { ...barredFor3 } })),
      ],
      (copy) => {
        copy.cutoffs.service.on = cutoff;
      },
    );
  const barredFor3 = {
    barred: 'misconductOn',
    years: 3,
    met: { reason: '' },
    metInWindow: { reason: '' },
    unmet: { reason: '' },
  };
  const year = (cutoff: string, heldSince: string) =>
    assess(of(cutoff), { heldSince, misconductOn: 'none' }).earliestYear;

  test.each([
    ['2027-03-31', '2023-03-31', undefined],
    ['2027-03-31', '2023-04-01', 2027],
    ['2027-03-31', '2023-12-31', 2027],
    ['2027-03-31', '2024-03-31', 2027],
    ['2027-03-31', '2024-04-01', 2028],
    // And in the year before it.
    ['2025-12-31', '2021-12-31', undefined],
    ['2025-12-31', '2022-01-01', 2027],
    ['2025-12-31', '2023-01-01', 2028],
    ['2028-02-29', '2024-02-29', undefined],
    ['2028-02-29', '2024-03-01', 2027],
  ])('%s: whoever began on %s can apply in %s', (cutoff, heldSince, expected) => {
    expect(year(cutoff, heldSince)).toBe(expected);
  });

  test('agrees with the notices of the years after', () => {
    for (const cutoff of ['2027-03-31', '2026-12-31', '2025-06-30'])
      for (const heldSince of [
        '2022-06-30',
        '2023-04-01',
        '2024-02-29',
        '2024-12-31',
        '2025-06-30',
      ]) {
        const first = year(cutoff, heldSince);
        if (first === undefined) continue;
        let then = of(cutoff);
        while (then.year < first) {
          const met = assess(then, { heldSince, misconductOn: 'none' }).verdict === 'likely';
          expect({ cutoff, heldSince, in: then.year, met }).toMatchObject({ met: false });
          then = nextYear(then) as FullNotice;
        }
        expect(assess(then, { heldSince, misconductOn: 'none' }).verdict).toBe('likely');
      }
  });

  test('and a window that closes in it free whoever was banned until then', () => {
    const late = of('2027-03-31');
    late.stages[0] = { ...late.stages[0], opens: '2026-12-01', closes: '2027-01-31' };
    const banned = (misconductOn: string) =>
      assess(late, { heldSince: '2020-01-01', misconductOn }).earliestYear;
    expect(banned('2024-01-30')).toBeUndefined();
    expect(banned('2024-01-31')).toBe(2027);
    expect(banned('2025-01-30')).toBe(2027);
    expect(banned('2025-01-31')).toBe(2028);
  });
});

test('this year’s own notice is free of its years as before', () => {
  const none = { total: 0, professional: 0 };
  const credits = { 2024: 'enough', 2025: none, 2026: 'enough' };
  const { findings } = assess(notice, person({ credits }));
  const finding = findings.find(({ rule }) => rule === 'continuingEducation')!;
  expect(finding.shortfall).toMatchObject({
    kind: 'amounts',
    inYears: [{ year: 2025, freeFrom: 2028 }],
  });
  expect(explain(notice, finding).remedy).toContain('2028 年度起就不查这一年');
});

test('a choice is no amount', () => {
  const of = madeUp([choice('one', ['yes'])], [rule('one', ask('one', { yes: 'met' }))]);
  expect(outlook(of, { one: 'yes' }).items).toEqual([{ rule: 'one', state: 'holds' }]);
});
