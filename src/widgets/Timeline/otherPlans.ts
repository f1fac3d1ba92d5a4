/** The own days of an employer's and an office's plan. */
import words from 'virtual:words/timeline/employer';
import office from 'virtual:words/timeline/office';
import {
  addDays,
  deadlineOf,
  fill,
  type IsoDate,
  planTimeline,
  type Schedule,
  type TimedNotice,
  type Timeline,
  type WorkCalendar,
  workdaysBetween,
} from '../../calculator/index.ts';
import type { Entry, PlanState } from '../../plan/index.ts';
import { attempt, mine, over, type Planned } from './plan.ts';

/** What an employer does, to begin with; the days are only a start. */
export const firstSteps = (notice: TimedNotice): PlanState['steps'] => [
  { name: words.firstAudit, workdays: 2 },
  { name: words.publicity, workdays: notice.publicity.workdays, publicity: true },
  { name: words.firstLast, workdays: 1 },
];

export function employerDays({ notice, calendar, plan, timeline, today }: Planned): Entry[] {
  const { submittedOn, countPostingDay, steps } = plan;
  const made =
    steps.length > 0 &&
    attempt(() =>
      planTimeline(notice, calendar, {
        today: today ?? notice.issuedOn,
        submittedOn,
        countPostingDay,
        steps,
      }),
    );
  const schedule = made && 'schedule' in made ? made.schedule : undefined;
  const deadline = deadlineOf(notice);
  return (schedule ? stepEntries(schedule) : postingEntries(timeline)).map((entry) =>
    entry.on > deadline
      ? { ...entry, late: true, notes: [...entry.notes, words.pastDeadline] }
      : entry,
  );
}

function postingEntries({ publicity: { posted } }: Timeline): Entry[] {
  if (!posted) return [];
  return [
    mine('post', words.post, posted.postedOn),
    ...over('publicity', words.publicity, posted.counted, [
      fill(words.publicityDays, { n: posted.counted.length }),
    ]),
    mine('recommend', words.recommendEarliest, posted.recommendFrom),
  ];
}

function stepEntries({ submittedOn, postedOn, steps, recommendOn }: Schedule): Entry[] {
  return [
    mine('received', words.received, submittedOn),
    ...steps.flatMap(({ name, days, publicity }, index) =>
      over(
        publicity ? 'publicity' : `step-${index + 1}`,
        name,
        days,
        publicity ? [fill(words.postedOn, { day: postedOn })] : [],
      ),
    ),
    mine('recommend', words.recommend, recommendOn),
  ];
}

/** Working days between the employers' deadline and the last stage's. */
export function reviewDays(notice: TimedNotice, calendar: WorkCalendar): IsoDate[] {
  const last = notice.stages.at(-1);
  if (!last) return [];
  return workdaysBetween(calendar, addDays(deadlineOf(notice), 1), last.closes);
}

export function officeDays({ notice, calendar }: Planned): Entry[] {
  const days = reviewDays(notice, calendar);
  return over('review', office.review, days, [fill(office.reviewDays, { n: days.length })]);
}
