import words from 'virtual:words/timeline/planner';
import {
  fill,
  type IsoDate,
  isWorkday,
  type TimedNotice,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { parseDateText, plainText } from '../../typed/index.ts';
import { attempt } from './plan.ts';

/**
 * Reads what was typed as a day to plan with.
 *
 * @returns the day, or what is wrong with the text, for the person
 */
export function readDay(
  notice: TimedNotice,
  calendar: WorkCalendar,
  text: string,
  asked: string,
): { day: IsoDate } | { error: string } {
  const day = parseDateText(text);
  if (!day) {
    const problem = plainText(text) === '' ? asked : words.dayInPart;
    return { error: fill(words.dayMistake, { problem, year: notice.year }) };
  }
  return attempt(() => {
    isWorkday(calendar, day);
    return { day };
  });
}
