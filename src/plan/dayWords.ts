import { type IsoDate, type Notice, weekday } from '../calculator/index.ts';

const WEEKDAYS = '日一二三四五六';

/**
 * 周日
 *
 * @example weekdayName('2026-07-19') // '周日'
 */
export const weekdayName = (date: IsoDate): string => `周${WEEKDAYS[weekday(date)]}`;

/**
 * For prose: 2026 年 7 月 19 日（周日）. The year may be left out beside another date of the same year.
 *
 * @example inProse('2026-07-19') // '2026 年 7 月 19 日（周日）'
 */
export function inProse(date: IsoDate, { year = true } = {}): string {
  const [y, m, d] = date.split('-').map(Number);
  return `${year ? `${y} 年 ` : ''}${m} 月 ${d} 日（${weekdayName(date)}）`;
}

/**
 * For prose, with the year only where it is not the notice's own.
 *
 * @example dayIn({ year: 2026 }, '2026-07-19') // '7 月 19 日（周日）'
 */
export function dayIn({ year }: Pick<Notice, 'year'>, date: IsoDate): string {
  return inProse(date, { year: Number(date.slice(0, 4)) !== year });
}

/**
 * Where room is scarce: 7-19 周日.
 *
 * @example shortDay('2026-07-19') // '7-19 周日'
 */
export function shortDay(date: IsoDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}-${day} ${weekdayName(date)}`;
}
