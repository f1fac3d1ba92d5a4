import { addDays, type IsoDate, isWorkday, type WorkCalendar } from '../../calculator/index.ts';

/** From one day to another, both included. */
export interface DayRange {
  from: IsoDate;
  to: IsoDate;
}

/** The days off from `from` to `to`, both included, with neighbours joined. */
export function daysOff(calendar: WorkCalendar, from: IsoDate, to: IsoDate): DayRange[] {
  const ranges: DayRange[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) continue;
    const last = ranges.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}
