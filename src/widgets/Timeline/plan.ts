import words from 'virtual:words/timeline/page';
import {
  fill,
  type IsoDate,
  planDays,
  type TimedNotice,
  type Timeline,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { type Entry, encodePlan, type PlanState } from '../../plan/index.ts';

/** The plan as people begin it: the last days that still work, whatever the day is today. */
export function blankPlan(notice: TimedNotice, calendar: WorkCalendar): PlanState {
  const { stages, publicity } = planDays(notice, calendar, { today: notice.issuedOn });
  return {
    role: stages[0]?.actor ?? '',
    submittedOn: stages[0]?.lastWorkday,
    postedOn: publicity.latestPosting,
    countPostingDay: false,
    steps: [],
    tasks: [],
  };
}

/** Whether somebody chose anything of it; tasks come from elsewhere. */
export const isOwn = (notice: TimedNotice, plan: PlanState, blank: PlanState): boolean =>
  encodePlan(notice, { ...plan, id: undefined, tasks: [] }) !== encodePlan(notice, blank);

/** What cannot be planned, such as days in a year that is not held, comes back as words for the person. */
export function attempt<T>(plan: () => T): T | { error: string } {
  try {
    return plan();
  } catch (error) {
    if (error instanceof RangeError) return { error: error.message };
    throw error;
  }
}

/** The timeline with the days of the plan that can be planned: a day that cannot says so at its own field. */
export function soundTimeline(
  notice: TimedNotice,
  calendar: WorkCalendar,
  today: IsoDate,
  { submittedOn, postedOn, countPostingDay }: PlanState,
): Timeline {
  let sound = planDays(notice, calendar, { today, countPostingDay });
  for (const part of [{ postedOn }, { submittedOn }]) {
    const more = attempt(() => planDays(notice, calendar, { today, countPostingDay, ...part }));
    if ('error' in more) continue;
    sound = {
      ...sound,
      ...more,
      publicity: { ...sound.publicity, ...more.publicity },
    };
  }
  return sound;
}

/** What an entry of somebody's own plan follows from. */
export interface Planned {
  notice: TimedNotice;
  calendar: WorkCalendar;
  plan: PlanState;
  timeline: Timeline;
  today: IsoDate | undefined;
}

/** What is not there from the beginning: the own days of the other roles. */
type OtherDays = Record<string, (planned: Planned) => Entry[]>;

/** The days of the plan's role. */
export function ownDays(planned: Planned, others: OtherDays | undefined): Entry[] {
  const { plan, timeline } = planned;
  return plan.role === 'applicant'
    ? applicantDays(timeline)
    : (others?.[plan.role]?.(planned) ?? []);
}

export const mine = (id: string, title: string, on: IsoDate, rest: Partial<Entry> = {}): Entry => ({
  id: `plan-${id}`,
  kind: 'plan',
  title,
  on,
  notes: [],
  ...rest,
});

export const over = (id: string, title: string, days: IsoDate[], notes: string[] = []): Entry[] => {
  const [from, on] = [days[0], days.at(-1)];
  return from && on ? [mine(id, title, on, { from, days, notes })] : [];
};

function applicantDays({ submission }: Timeline): Entry[] {
  if (!submission) return [];
  const { submittedOn, auditDays } = submission;
  return [
    mine('submit', words.submit, submittedOn),
    ...over('audit', words.audit, auditDays, [fill(words.auditDays, { n: auditDays.length })]),
  ];
}
