/**
 * Calendar dates as `YYYY-MM-DD` strings, which compare as strings. date-fns does the arithmetic, on dates that know
 * only UTC: nothing here looks at the machine's clock or zone. Ours are the string form and the rule of 29 February.
 */
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as daysLater } from 'date-fns/addDays';
import { addMonths as monthsLater } from 'date-fns/addMonths';
import { millisecondsInDay } from 'date-fns/constants';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import type { IsoDate } from './types.ts';

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const read = (date: IsoDate) => new UTCDateMini(Date.parse(date));
/** Put together by hand: `toISOString` takes several times as long. */
const written = (date: Date): IsoDate =>
  `${padded(date.getUTCFullYear(), 4)}-${padded(date.getUTCMonth() + 1, 2)}-${padded(date.getUTCDate(), 2)}`;
const padded = (n: number, length: number) => String(n).padStart(length, '0');

/**
 * Whether `text` is `YYYY-MM-DD` and a day that exists (2023-02-29 does not).
 *
 * @example isRealDate('2023-02-29') // false
 */
export function isRealDate(text: string): boolean {
  // A day that its month does not have is read as none, or as one of the next month's first.
  return PATTERN.test(text) && read(text).getUTCDate() === Number(text.slice(8));
}

/**
 * The date `days` days later (earlier when negative).
 *
 * @example addDays('2026-12-31', 1) // '2027-01-01'
 */
export function addDays(date: IsoDate, days: number): IsoDate {
  return written(daysLater(read(date), days));
}

/**
 * Days from `from` to `to`; negative when `to` is earlier. In UTC all days are equally long.
 *
 * @example daysBetween('2026-07-01', '2026-07-19') // 18
 */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsInDay;
}

/**
 * 0 for Sunday to 6 for Saturday.
 *
 * @example weekday('2026-07-19') // 0
 */
export function weekday(date: IsoDate): number {
  return read(date).getUTCDay();
}

/**
 * The date `years` years later. 29 February falls on 28 February where there is no 29th (README.md: Outcomes).
 *
 * @example addYears('2024-02-29', 1) // '2025-02-28'
 */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = Number(date.slice(0, 4)) + years;
  const rest = date.slice(4);
  return year + (rest === '-02-29' && !isLeap(year) ? '-02-28' : rest);
}
/** Of a bare year: it stands in every assessment, and date-fns would want a date made for it. */
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/**
 * The latest date from which `years` years are complete by `cutoff`.
 * Not simply `cutoff - years`: with a cutoff of 28 February, a start on 29 February also counts.
 */
export function latestStart(cutoff: IsoDate, years: number): IsoDate {
  const start = addYears(cutoff, -years);
  const next = addDays(start, 1);
  return addYears(next, years) <= cutoff ? next : start;
}

export interface MonthsAndDays {
  months: number;
  days: number;
}

/** Full months, then days, from `from` to a later or equal `to`. A month without that day ends on its last. */
export function span(from: IsoDate, to: IsoDate): MonthsAndDays {
  const [start, end] = [read(from), read(to)];
  let months = differenceInCalendarMonths(end, start);
  let complete = monthsLater(start, months);
  if (complete > end) {
    months -= 1;
    complete = monthsLater(start, months);
  }
  return { months, days: (Number(end) - Number(complete)) / millisecondsInDay };
}
