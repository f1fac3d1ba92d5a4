import { useEffect, useState } from 'preact/hooks';
import type { IsoDate, Notice } from '../../calculator/index.ts';

/** China has kept one offset, without summer time, since 1991. */
const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;

/** The date in Asia/Shanghai, wherever the reader is. The only place that asks which day it is. */
export function todayInShanghai(now: number = Date.now()): IsoDate {
  return new Date(now + SHANGHAI).toISOString().slice(0, 10);
}

/** How many years a notice may still be looked at. */
const YEARS_AFTER = 10;

/** Whether the device's clock must be wrong: nobody can read a notice years before it is issued. */
export function isClockOff({ year }: Pick<Notice, 'year'>, today: IsoDate): boolean {
  return today < `${year - 1}-01-01` || today >= `${year + YEARS_AFTER}-01-01`;
}

/** A day of the device's clock, where that can be right. */
export const knownDay = (notice: Pick<Notice, 'year'>, day?: IsoDate): IsoDate | undefined =>
  day && !isClockOff(notice, day) ? day : undefined;

/**
 * Today in Asia/Shanghai; undefined on the server and in the first render, so that no date is ever printed into the
 * page's HTML. It turns at midnight, and again when a sleeping tab wakes.
 */
export function useToday(): IsoDate | undefined {
  const [today, setToday] = useState<IsoDate>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      clearTimeout(timer);
      setToday(todayInShanghai());
      timer = setTimeout(turn, DAY - ((Date.now() + SHANGHAI) % DAY));
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }, []);
  return today;
}
