/** How a year stands on a day: before it, in it, or after it. Said once, for pages, embeds and the offline file. */
import {
  addDays,
  daysBetween,
  fill,
  type IsoDate,
  type Notice,
  type StatusWording,
} from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { isClockOff } from './today.ts';

/** What people can still do: `running` once applications are closed and a later stage is not. */
export type Phase = 'before' | 'open' | 'running' | 'after';

/** The days from one on, up to the next period, on which the same is to be said. */
export interface Period {
  phase: Phase;
  from: IsoDate;
  /** Where it has the slot {days}, they are counted to `to`. */
  text: string;
  to?: IsoDate;
}

export type StatusFacts = Pick<Notice, 'year' | 'stages'> & { wording: { status: StatusWording } };

/** Before every date that is written with a year of four digits. */
const ALWAYS = '0';

/** What holds on any day: the dates alone. */
export function statusDates(notice: StatusFacts, put = inProseHere): string {
  return fill(notice.wording.status.dates, slotsOf(notice, put));
}

/** The periods of a year, in order and without gaps. The last one has no end. */
export function periodsOf(notice: StatusFacts, put = inProseHere): Period[] {
  const { stages, wording } = notice;
  const { status } = wording;
  const [{ title: first, opens, closes }, ...later] = stages;
  const slots = slotsOf(notice, put);
  const dayAfter = (date: IsoDate) => addDays(date, 1);
  const periods: Period[] = [
    { phase: 'open', from: opens ?? ALWAYS, to: closes, text: fill(status.open, slots) },
    { phase: 'open', from: closes, text: fill(status.lastDay, slots) },
  ];
  if (opens) {
    periods.unshift({ phase: 'before', from: ALWAYS, to: opens, text: fill(status.before, slots) });
  }
  let over = dayAfter(closes);
  for (const { title, closes } of later) {
    // A later stage may close before an earlier one.
    if (closes < over) continue;
    const text = fill(status.running, { ...slots, first, stage: title, closes: put(closes) });
    periods.push({ phase: 'running', from: over, text });
    over = dayAfter(closes);
  }
  return [...periods, { phase: 'after', from: over, text: fill(status.after, slots) }];
}

/** How the year stands on `today`; undefined where no clock can be right that says so. */
export function statusOn(
  notice: StatusFacts,
  today: IsoDate,
): { phase: Phase; text: string } | undefined {
  const period = periodsOf(notice).findLast(({ from }) => from <= today);
  if (!period || isClockOff(notice, today)) return undefined;
  const { phase, text, to } = period;
  return { phase, text: to ? fill(text, { days: daysBetween(today, to) }) : text };
}

/** 还剩 3 天, or 今天截止 on the closing day itself. */
export const daysLeft = (days: number): string => (days > 0 ? `还剩 ${days} 天` : '今天截止');

const inProseHere = (date: IsoDate): string => inProse(date, { year: false });

function slotsOf({ year, stages: [application], wording }: StatusFacts, put: typeof inProseHere) {
  const { title, opens, closes } = application;
  const days = { ...(opens && { opens: put(opens) }), closes: put(closes) };
  const { period, until } = wording.status;
  return { year, stage: title, ...days, period: fill(opens ? period : until, days) };
}
