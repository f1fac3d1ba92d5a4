/** The one place that asks which day it is. Without the framework: pages that have no widget ask, too. */
import type { IsoDate, Notice } from '../../calculator/index.ts';

/** China has kept one offset, without summer time, since 1991. */
const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;

/** The date in Asia/Shanghai, wherever the reader is. */
export function todayInShanghai(now: number = Date.now()): IsoDate {
  return new Date(now + SHANGHAI).toISOString().slice(0, 10);
}

/**
 * Tells which day it is in Asia/Shanghai: now, at each midnight, and when a sleeping tab wakes.
 *
 * @returns what ends it
 */
export function eachDay(tell: (today: IsoDate) => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const turn = () => {
    clearTimeout(timer);
    tell(todayInShanghai());
    timer = setTimeout(turn, DAY - ((Date.now() + SHANGHAI) % DAY));
  };
  turn();
  document.addEventListener('visibilitychange', turn);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', turn);
  };
}

/** How many years a notice may still be looked at. */
const YEARS_AFTER = 10;

/** The days that a clock can be right about: nobody reads a notice years before it is issued. The last is left out. */
export const clockRange = ({ year }: Pick<Notice, 'year'>): { from: IsoDate; until: IsoDate } => ({
  from: `${year - 1}-01-01`,
  until: `${year + YEARS_AFTER}-01-01`,
});

/** Whether the device's clock must be wrong. */
export function isClockOff(notice: Pick<Notice, 'year'>, today: IsoDate): boolean {
  const { from, until } = clockRange(notice);
  return today < from || today >= until;
}

/** A day of the device's clock, where that can be right. */
export const knownDay = (notice: Pick<Notice, 'year'>, day?: IsoDate): IsoDate | undefined =>
  day && !isClockOff(notice, day) ? day : undefined;
