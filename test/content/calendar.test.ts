import { isWorkday as theirs } from 'chinese-workday';
import { describe, expect, test } from 'vitest';
import { addDays, isWorkday } from '../../src/calculator/index.ts';
import { calendar } from './2026/support.ts';

const days = Array.from({ length: 365 }, (_, n) => addDays('2026-01-01', n));

/** The package looks at the local day of a Date, so it is handed one made of local parts. */
function localDate(day: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

describe('the working days of 2026', () => {
  test('agree with chinese-workday on every day', () => {
    expect(days.at(-1)).toBe('2026-12-31');
    const differ = days.filter((day) => isWorkday(calendar, day) !== theirs(localDate(day)));
    expect(differ).toEqual([]);
  });

  test('are those of the State Council’s schedule', () => {
    const off: [string, string][] = [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ];
    const { holidays, worked } = calendar.years['2026']!;
    expect(holidays.map(({ from, to }) => [from, to])).toEqual(off);
    expect(worked).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ]);
    for (const [from, to] of off) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        expect(isWorkday(calendar, day)).toBe(false);
      }
    }
    for (const day of worked) expect(isWorkday(calendar, day)).toBe(true);
  });

  test('are held for no year that has not been announced', () => {
    expect(Object.keys(calendar.years)).toEqual(['2026']);
  });
});
