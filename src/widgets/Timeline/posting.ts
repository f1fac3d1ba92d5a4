import {
  addDays,
  deadlineOf,
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
  const by = chosen.countPostingDay ? '贴出当天也计入的话，' : '';
  const [, month, date] = deadlineOf(notice).split('-').map(Number);
  const deadline = `${month} 月 ${date} 日的推荐截止日`;
  const latest = latestPosting
    ? `最迟 ${day(latestPosting)}贴出。`
    : '照这样数，这一年没有哪一天贴出能赶上。';
  const counted = `${day(posted.postedOn)}贴出，公示到 ${day(posted.endsOn)}结束`;

  const answers: Record<Fit, { headline: string; why: string }> = {
    fits: {
      headline: `${by}能赶上 ${deadline}。`,
      why: `${counted}，单位 ${day(posted.recommendFrom)}起可以推荐，${slack(posted)}`,
    },
    tooLate: {
      headline: `${by}不能赶上 ${deadline}。`,
      why: `${counted}，单位最早 ${day(posted.recommendFrom)}才能推荐，已经过了截止日。${latest}`,
    },
    tooEarly: {
      headline: '不能这样排，这一天太早。',
      why: `${day(posted.postedOn)}还没有开始申报${opening(notice)}。先申报，单位审核后再公示。${latest}`,
    },
  };
  const advice =
    chosen.countPostingDay && cautious.latestPosting
      ? `当天能不能计入，通知没有写，请先问受理点。稳妥起见，${day(cautious.latestPosting)}或更早贴出。`
      : undefined;
  return { fit, ...answers[fit], ...(advice && { advice }) };
}

function slack({ slackWorkdays }: PostedPublicity): string {
  return slackWorkdays > 0
    ? `之后还有 ${slackWorkdays} 个工作日的余量。`
    : '这也是截止前最后一个工作日，没有余量。';
}

function opening(notice: TimedNotice): string {
  const { opens } = notice.stages[0];
  return opens ? `，申报从 ${dayIn(notice, opens)}开始` : '';
}
