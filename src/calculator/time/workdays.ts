import { addDays, isRealDate, weekday } from '../dates.ts';
import type { IsoDate, WorkCalendar } from '../types.ts';

interface Days {
  off: Set<IsoDate>;
  worked: Set<IsoDate>;
}
const derived = new WeakMap<WorkCalendar, Map<string, Days>>();

/**
 * Whether `date` is a working day under the State Council's schedule, make-up weekends included.
 *
 * @throws RangeError when the date does not exist, or naming its year when that year's schedule is not held:
 *   holidays are announced year by year and are never guessed
 *
 * @example isWorkday(calendar, '2026-07-19') // false
 */
export function isWorkday(calendar: WorkCalendar, date: IsoDate): boolean {
  if (!isRealDate(date)) throw new RangeError(`${date} 不是真实的日期。`);
  const year = date.slice(0, 4);
  const days = yearsOf(calendar).get(year);
  if (!days)
    throw new RangeError(`本站还没有 ${year} 年的节假日安排，不能计算 ${year} 年的工作日。`);
  if (days.worked.has(date)) return true;
  if (days.off.has(date)) return false;
  const day = weekday(date);
  return day !== 0 && day !== 6;
}

/** The first working day on or after `date`. Throws as `isWorkday` does. */
export function workdayFrom(calendar: WorkCalendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The last working day on or before `date`. Throws as `isWorkday` does. */
export function workdayUntil(calendar: WorkCalendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkday(calendar, day)) day = addDays(day, -1);
  return day;
}

/**
 * The working days from `from` to `to`, both included; empty when `to` is earlier.
 *
 * @example workdaysBetween(calendar, '2026-07-17', '2026-07-20') // ['2026-07-17', '2026-07-20']
 */
export function workdaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) days.push(day);
  }
  return days;
}

const yearsOf = (calendar: WorkCalendar) => derived.get(calendar) ?? derive(calendar);

function derive(calendar: WorkCalendar): Map<string, Days> {
  const years = new Map<string, Days>();
  for (const [year, schedule] of Object.entries(calendar.years)) {
    const off = new Set<IsoDate>();
    for (const { from, to } of schedule.holidays) {
      for (let day = from; day <= to; day = addDays(day, 1)) off.add(day);
    }
    years.set(year, { off, worked: new Set(schedule.worked) });
  }
  derived.set(calendar, years);
  return years;
}
