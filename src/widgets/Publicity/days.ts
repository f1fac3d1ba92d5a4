/** The days of a publicity, by the calculator. */
import {
  type IsoDate,
  isRealDate,
  isWorkday,
  type PostedPublicity,
  planDays,
  type TimedNotice,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { parseDateText } from '../../typed/index.ts';

/** What of a notice this widget is sent. */
export interface PublicityNotice extends TimedNotice {
  title: string;
  /** Where it speaks of the publicity and of its employers' deadline, by name. */
  clauses: { publicity: string; deadline: string };
  /** What one can apply for, and in which fields, by name. */
  targets: string[];
  specialties: string[];
}

export interface Counted {
  posted: PostedPublicity;
  latestPosting: IsoDate | undefined;
  isWorkday: boolean;
}

export type Days =
  | { kind: 'none' }
  /** It is no day that can be read, or none that there is. */
  | { kind: 'wrong' | 'unreal' }
  /** A day, but working days cannot be counted from it: why, for the person. */
  | { kind: 'notHeld'; day: IsoDate; why: string }
  | ({ kind: 'counted'; day: IsoDate } & Counted);

/** Whether it is still going on: until it is over nobody can say that nobody objected. */
export const isRunning = (days: Days, today: IsoDate | undefined): boolean =>
  days.kind === 'counted' && today !== undefined && today <= days.posted.endsOn;

/** A day as it was typed; undefined where there is none. */
export function dayOf(text: string): IsoDate | undefined {
  const day = parseDateText(text);
  return day && isRealDate(day) ? day : undefined;
}

/** @param typed the day of posting, as typed */
export function daysFrom(
  notice: PublicityNotice,
  calendar: WorkCalendar,
  { postedOn: typed, countPostingDay }: { postedOn: string; countPostingDay: boolean },
): Days {
  if (typed.trim() === '') return { kind: 'none' };
  const day = parseDateText(typed);
  if (!day) return { kind: 'wrong' };
  if (!isRealDate(day)) return { kind: 'unreal' };
  try {
    const plan = { today: notice.issuedOn, postedOn: day, countPostingDay };
    const { posted, latestPosting } = planDays(notice, calendar, plan).publicity;
    if (!posted) throw new TypeError('A plan with a posting day has its publicity.');
    return { kind: 'counted', day, posted, latestPosting, isWorkday: isWorkday(calendar, day) };
  } catch (error) {
    // A year whose schedule is not held: nothing of it is guessed.
    if (error instanceof RangeError) return { kind: 'notHeld', day, why: error.message };
    throw error;
  }
}
