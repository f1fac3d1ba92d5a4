import words from 'virtual:words/timeline/employer';
import {
  addDays,
  deadlineOf,
  fill,
  type IsoDate,
  type PostedPublicity,
  planDays,
  type TimedNotice,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { type DayRange, daysOff } from './daysOff.ts';
import { attempt } from './plan.ts';

/** What follows from a posting day under one way of counting. */
export interface Reading {
  countPostingDay: boolean;
  posted: PostedPublicity;
  /** Days off between the posting day and the end, which is why the count takes as long as it does. */
  skipped: DayRange[];
  latestPosting: IsoDate | undefined;
}

/** Both ways of counting, the site's cautious one first; or what is wrong with the date, for the person. */
export type Posting = { cautious: Reading; other: Reading } | { error: string };

/** Plans from a posting day both ways. */
export function planPosting(
  notice: TimedNotice,
  calendar: WorkCalendar,
  postedOn: IsoDate,
): Posting {
  return attempt(() => ({
    cautious: readingOf(notice, calendar, postedOn, false),
    other: readingOf(notice, calendar, postedOn, true),
  }));
}

function readingOf(
  notice: TimedNotice,
  calendar: WorkCalendar,
  postedOn: IsoDate,
  countPostingDay: boolean,
): Reading {
  const plan = { today: notice.issuedOn, postedOn, countPostingDay };
  const { posted, latestPosting } = planDays(notice, calendar, plan).publicity;
  if (!posted) throw new TypeError('A plan with a posting day has its publicity.');
  const skipped = daysOff(calendar, addDays(postedOn, 1), posted.endsOn);
  return { countPostingDay, posted, skipped, latestPosting };
}

export type Fit = 'fits' | 'tooEarly' | 'tooLate';

/** Whether the posting day works, and if not, on which side it fails. */
export function fitOf(notice: TimedNotice, { posted }: Reading): Fit {
  if (posted.feasible) return 'fits';
  return posted.recommendFrom > deadlineOf(notice) ? 'tooLate' : 'tooEarly';
}

/** The answer to “is it in time?” in one sentence, then why. */
export function answerOf(
  notice: TimedNotice,
  cautious: Reading,
  chosen: Reading,
): { fit: Fit; headline: string; why: string; advice?: string } {
  const { posted, latestPosting } = chosen;
  const fit = fitOf(notice, chosen);
  const day = (date: IsoDate) => dayIn(notice, date);
  const [, month = 0, date = 0] = deadlineOf(notice).split('-').map(Number);
  const said = {
    ifCounted: chosen.countPostingDay ? words.ifCounted : '',
    deadline: fill(words.deadlineDay, { month, day: date }),
    counted: fill(words.counted, { posted: day(posted.postedOn), ends: day(posted.endsOn) }),
    from: day(posted.recommendFrom),
    slack:
      posted.slackWorkdays > 0 ? fill(words.slack, { n: posted.slackWorkdays }) : words.noSlack,
    latest: latestPosting ? fill(words.latest, { day: day(latestPosting) }) : words.noLatest,
    day: day(posted.postedOn),
    opening: opening(notice),
  };
  const answers: Record<Fit, [headline: string, why: string]> = {
    fits: [words.fits, words.fitsWhy],
    tooLate: [words.tooLateAnswer, words.tooLateWhy],
    tooEarly: [words.tooEarlyAnswer, words.tooEarlyWhy],
  };
  const [headline, why] = answers[fit];
  return {
    fit,
    headline: fill(headline, said),
    why: fill(why, said),
    ...(chosen.countPostingDay &&
      cautious.latestPosting && {
        advice: fill(words.askFirst, { day: day(cautious.latestPosting) }),
      }),
  };
}

function opening(notice: TimedNotice): string {
  const { opens } = notice.stages[0];
  return opens ? fill(words.opening, { day: dayIn(notice, opens) }) : '';
}
