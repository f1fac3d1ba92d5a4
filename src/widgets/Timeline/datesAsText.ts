import words from 'virtual:words/timeline/page';
import planner from 'virtual:words/timeline/planner';
import { fill, type IsoDate, type TimedNotice } from '../../calculator/index.ts';
import { type Entry, weekdayName } from '../../plan/index.ts';
import { whoseDay } from './DateTable.tsx';

/** The dates as plain text, for a chat or a mail: one a line, with who says so. */
export function datesAsText(notice: TimedNotice, entries: Entry[]): string {
  const day = (date: IsoDate) => `${date} ${weekdayName(date)}`;
  return [
    fill(planner.textTitle, { year: notice.year }),
    ...entries.map(({ kind, title, from, on, ending = '' }) => {
      const period =
        from && from !== on
          ? `${day(from)} ${words.upTo} ${day(on)}`
          : `${day(on)}${ending && ` ${ending}`}`;
      return `${period}  ${title}（${whoseDay(kind)}）`;
    }),
    fill(planner.textEnd, { number: notice.number, version: notice.version }),
  ].join('\n');
}
