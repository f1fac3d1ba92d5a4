import { addDays, type IsoDate, isWorkday, type WorkCalendar } from '../../calculator/index.ts';

export interface Span {
  from: IsoDate;
  to: IsoDate;
}

/** The days off from `from` to `to`, both included, with neighbours joined. */
export function daysOff(calendar: WorkCalendar, from: IsoDate, to: IsoDate): Span[] {
  const spans: Span[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(calendar, day)) continue;
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
