import type { PlanStep, Timeline, WorkCalendar } from '../types.ts';
import { type Limits, latestSchedule, scheduleFrom } from './schedule.ts';
import { type DatedNotice, deadlineOf, type PlannedDays, planDays } from './timeline.ts';

export interface Plan extends PlannedDays {
  /** The employer's internal steps in their order, the publicity among them. */
  steps?: PlanStep[] | undefined;
}

/**
 * What `planDays` tells, and what follows from internal steps. Apart from it, because few plan with steps, and a page can
 * load this when they do.
 *
 * @throws RangeError as `planDays` does, and for steps that no schedule can be made of
 *
 * @example planTimeline(notice, calendar, { today: '2026-07-20', postedOn: '2026-07-20' }).publicity.posted?.endsOn // '2026-07-27'
 */
export function planTimeline(notice: DatedNotice, calendar: WorkCalendar, plan: Plan): Timeline {
  const { today, submittedOn, countPostingDay = false, steps } = plan;
  const days = planDays(notice, calendar, plan);
  if (!steps) return days;
  const [application] = notice.stages;
  const limits: Limits = {
    opens: application.opens ?? today,
    closes: application.closes,
    deadline: deadlineOf(notice),
    publicity: notice.publicity.workdays,
    countPostingDay,
  };
  const latest = latestSchedule(calendar, limits, steps);
  return {
    ...days,
    ...(submittedOn !== undefined && {
      schedule: scheduleFrom(calendar, limits, submittedOn, steps),
    }),
    ...(latest && { latest }),
  };
}
