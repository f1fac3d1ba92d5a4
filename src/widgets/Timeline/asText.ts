import type { IsoDate, TimedNotice } from '../../calculator/index.ts';
import { type Entry, weekdayName } from '../../plan/index.ts';
import { SOURCE } from './DateTable.tsx';

/** The dates as plain text, for a chat or a mail: one a line, with who says so. */
export function asText(notice: TimedNotice, entries: Entry[]): string {
  const day = (date: IsoDate) => `${date} ${weekdayName(date)}`;
  return [
    `${notice.year} 年度职称申报的日子`,
    ...entries.map(({ kind, title, from, on, ending = '' }) => {
      const period =
        from && from !== on ? `${day(from)} 至 ${day(on)}` : `${day(on)}${ending && ` ${ending}`}`;
      return `${period}  ${title}（${SOURCE[kind]}）`;
    }),
    `依据 ${notice.number}，${notice.version} 版。独立整理的指南，以官方原文和受理点答复为准。`,
  ].join('\n');
}
