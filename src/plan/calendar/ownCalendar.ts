/** Loaded once somebody wants the file. */
import type { TimedNotice } from '../../calculator/index.ts';
import type { Entry } from '../datedEntries.ts';
import { calendarOf, type OwnPlan } from './events.ts';
import { writeCalendar } from './icalendar.ts';

/**
 * A person's plan as a calendar file.
 *
 * @example calendarText(notice, [], { id: '0123456789', at: 0 }).includes('NAME:2026 年度职称：我的安排') // true
 */
export const calendarText = (
  notice: TimedNotice,
  entries: Entry[],
  own: OwnPlan,
  url: string | undefined,
): string =>
  writeCalendar(
    calendarOf(notice, { name: `${notice.year} 年度职称：我的安排`, entries, url, own }),
  );
