import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addYears,
  daysBetween,
  isRealDate,
  latestStart,
  span,
  weekday,
} from '../../src/calculator/dates.ts';
import { dateBetween } from './arbitraries.ts';
import { plainNode } from './support.ts';

const anyDate = dateBetween('1950-01-01', '2060-12-31');
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = (year: number) => [
  31,
  leap(year) ? 29 : 28,
  31,
  30,
  31,
  30,
  31,
  31,
  30,
  31,
  30,
  31,
];
const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Every day from 1950 to 2050 by counting, without any date library. */
const everyDay = Array.from({ length: 101 }, (_, n) => 1950 + n).flatMap((year) =>
  lengths(year).flatMap((length, month) =>
    Array.from({ length }, (_, day) => iso(year, month + 1, day + 1)),
  ),
);

describe('isRealDate', () => {
  test('knows every day of a hundred years', () => {
    expect(everyDay.filter((day) => !isRealDate(day))).toEqual([]);
  });

  test('knows no other day', () => {
    const unreal: string[] = [];
    for (let year = 1996; year <= 2004; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const length = lengths(year)[month - 1] ?? 0;
          if (day < 1 || day > length) unreal.push(iso(year, month, day));
        }
      }
    }
    expect(unreal.filter(isRealDate)).toEqual([]);
  });

  test('has 29 February in leap years only, and not in 1900', () => {
    expect(isRealDate('2024-02-29')).toBe(true);
    expect(isRealDate('2000-02-29')).toBe(true);
    expect(isRealDate('2023-02-29')).toBe(false);
    expect(isRealDate('1900-02-29')).toBe(false);
  });

  test('wants the one spelling', () => {
    for (const text of ['20230101', '2023-1-01', '2023-01-01 ', '2023-01-01T00:00', '', 'none']) {
      expect(isRealDate(text)).toBe(false);
    }
  });
});

describe('addDays and daysBetween', () => {
  test('step through every day in order', () => {
    everyDay.slice(1).forEach((day, index) => {
      const before = everyDay[index]!;
      if (addDays(before, 1) !== day || addDays(day, -1) !== before) {
        expect.fail(`${before} and ${day} are neighbours`);
      }
    });
  });

  test('undo each other', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
        expect(daysBetween(to, from)).toBe(0 - daysBetween(from, to));
      }),
    );
  });
});

describe('weekday', () => {
  test('counts from Sunday', () => {
    expect(weekday('2026-07-19')).toBe(0);
    expect(weekday('2026-07-31')).toBe(5);
    expect(weekday('2026-08-16')).toBe(0);
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2000-02-29')).toBe(2);
  });

  test('goes round the week through every day, before 1970 too', () => {
    // 1950-01-01 was a Sunday.
    expect(everyDay.filter((day, index) => weekday(day) !== index % 7)).toEqual([]);
  });
});

describe('addYears', () => {
  test('keeps month and day', () => {
    expect(addYears('2022-12-31', 4)).toBe('2026-12-31');
    expect(addYears('2026-12-31', -4)).toBe('2022-12-31');
  });

  test('puts 29 February on the 28th where there is no 29th', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(addYears('2000-02-29', 100)).toBe('2100-02-28');
  });

  test('leaves 28 February on the 28th in a leap year', () => {
    expect(addYears('2023-02-28', 1)).toBe('2024-02-28');
  });

  test('never goes backwards when the date goes forwards', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (date, years) => {
        expect(addYears(addDays(date, 1), years) >= addYears(date, years)).toBe(true);
      }),
    );
  });
});

describe('latestStart', () => {
  /** By definition: the last day from which the years are complete. */
  function latestByTrying(cutoff: string, years: number): string {
    const near = Number(cutoff.slice(0, 4)) - years;
    const days = everyDay.filter((day) => day.startsWith(`${near}-`));
    return days.findLast((day) => addYears(day, years) <= cutoff)!;
  }

  test('is the same day years ago at the end of a year', () => {
    expect(latestStart('2026-12-31', 4)).toBe('2022-12-31');
  });

  test('agrees with trying every day, for cutoffs at the end of February', () => {
    for (let year = 2019; year <= 2032; year += 1) {
      for (const end of ['02-27', '02-28', '02-29', '03-01']) {
        const cutoff = `${year}-${end}`;
        if (!isRealDate(cutoff)) continue;
        for (let years = 1; years <= 8; years += 1) {
          expect([cutoff, years, latestStart(cutoff, years)]).toEqual([
            cutoff,
            years,
            latestByTrying(cutoff, years),
          ]);
        }
      }
    }
  });

  test('counts a start on 29 February for a cutoff on 28 February', () => {
    expect(latestStart('2026-02-28', 2)).toBe('2024-02-29');
    expect(latestStart('2028-02-28', 4)).toBe('2024-02-28');
    expect(latestStart('2028-02-29', 4)).toBe('2024-02-29');
  });

  test('divides all days: up to it the years are complete, after it they are not', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), (cutoff, years) => {
        const latest = latestStart(cutoff, years);
        expect(addYears(latest, years) <= cutoff).toBe(true);
        expect(addYears(addDays(latest, 1), years) > cutoff).toBe(true);
      }),
    );
  });
});

describe('span', () => {
  const pairs = (from: fc.Arbitrary<string>, count: number) =>
    fc.sample(
      fc.tuple(from, fc.nat(6000)).map(([start, days]) => [start, addDays(start, days)] as const),
      { numRuns: count, seed: 2026 },
    );

  test('is nothing between a day and itself', () => {
    expect(span('2026-12-31', '2026-12-31')).toEqual({ months: 0, days: 0 });
  });

  test('counts full months, then days', () => {
    expect(span('2023-03-15', '2026-12-31')).toEqual({ months: 45, days: 16 });
    expect(span('2026-12-31', '2027-03-15')).toEqual({ months: 2, days: 15 });
    expect(span('2022-12-31', '2026-12-30')).toEqual({ months: 47, days: 30 });
  });

  test('completes a month on its last day where it has no such day', () => {
    expect(span('2024-01-31', '2024-02-29')).toEqual({ months: 1, days: 0 });
    expect(span('2024-08-31', '2024-11-30')).toEqual({ months: 3, days: 0 });
    expect(span('2024-02-29', '2025-02-28')).toEqual({ months: 12, days: 0 });
  });

  test('agrees with date-fns in UTC over many pairs', async () => {
    // From the 29th on, date-fns counts a month that is cut short differently from case to case (even -1 days, from
    // 1997-03-30 to 2000-02-28). The definition takes its place there, in the next test.
    const days = pairs(
      anyDate.filter((date) => date.slice(8) < '29'),
      4000,
    );
    const script = `
      import { intervalToDuration } from 'date-fns/intervalToDuration';
      const pairs = JSON.parse(process.argv[1]);
      console.log(JSON.stringify(pairs.map(([start, end]) => {
        const { years = 0, months = 0, days = 0 } = intervalToDuration({ start: new Date(start), end: new Date(end) });
        return { months: years * 12 + months, days };
      })));`;
    const args = ['--input-type=module', '-e', script, JSON.stringify(days)];
    const cwd = import.meta.dirname;
    const theirs: unknown[] = JSON.parse(await plainNode(args, { cwd, env: { TZ: 'UTC' } }));
    const differ = theirs.flatMap((duration, index) => {
      const [from, to] = days[index]!;
      const ours = span(from, to);
      return JSON.stringify(ours) === JSON.stringify(duration)
        ? []
        : [{ from, to, ours, duration }];
    });
    expect(theirs).toHaveLength(4000);
    expect(differ).toEqual([]);
  });

  test('from the last days of a month, is the most months that fit, then the days left', () => {
    const later = (from: string, months: number) => {
      const month = Number(from.slice(5, 7)) - 1 + months;
      const year = Number(from.slice(0, 4)) + Math.floor(month / 12);
      const length = lengths(year)[month % 12]!;
      return iso(year, (month % 12) + 1, Math.min(Number(from.slice(8)), length));
    };
    for (const [from, to] of pairs(
      anyDate.filter((date) => date.slice(8) >= '29'),
      2000,
    )) {
      let months = 0;
      while (later(from, months + 1) <= to) months += 1;
      const days = daysBetween(later(from, months), to);
      expect({ from, to, ...span(from, to) }).toEqual({ from, to, months, days });
    }
  });
});
