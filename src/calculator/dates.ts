/**
 * Calendar dates as `YYYY-MM-DD` strings. They compare as strings; nothing here looks at the machine's clock or
 * zone: `Date` is used in UTC only, to count days.
 */
import type { IsoDate } from './types.ts';

const DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const dayNumber = (date: IsoDate): number => Date.parse(date) / DAY;
const fromDayNumber = (day: number): IsoDate => new Date(day * DAY).toISOString().slice(0, 10);

/** Days in a month of 1 to 12. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Whether `text` is `YYYY-MM-DD` and a day that exists (2023-02-29 does not). */
export function isRealDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** The date `days` days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 0 for Sunday to 6 for Saturday. 1970-01-01 was a Thursday. */
export function weekday(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** The same day `months` months later, or that month's last day where it has no such day. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index % 12;
  const day = Math.min(Number(date.slice(8)), daysIn(year, month + 1));
  return fromDayNumber(Date.UTC(year, month, day) / DAY);
}

/** The date `years` years later. 29 February falls on 28 February where there is no 29th (DOMAIN section 4). */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = Number(date.slice(0, 4)) + years;
  const rest = date.slice(4);
  return year + (rest === '-02-29' && daysIn(year, 2) === 28 ? '-02-28' : rest);
}

/**
 * The latest date from which `years` years are complete by `cutoff`.
 * Not simply `cutoff - years`: with a cutoff of 28 February, a start on 29 February also counts.
 */
export function latestStart(cutoff: IsoDate, years: number): IsoDate {
  const start = addYears(cutoff, -years);
  const next = addDays(start, 1);
  return addYears(next, years) <= cutoff ? next : start;
}

export interface Span {
  months: number;
  days: number;
}

/** Full months, then days, from `from` to a later or equal `to`. */
export function span(from: IsoDate, to: IsoDate): Span {
  let months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  if (addMonths(from, months) > to) months -= 1;
  return { months, days: daysBetween(addMonths(from, months), to) };
}
