import { addDays } from '../dates.ts';
import type { IsoDate, LatestSchedule, PlanStep, Schedule, WorkCalendar } from '../types.ts';
import { workdayFrom, workdaysBetween } from './workdays.ts';

/** The notice's limits between which an employer's steps have to fit. */
export interface Limits {
  /** When applications open and close. */
  opens: IsoDate;
  closes: IsoDate;
  /** The day by which the employer must have recommended. */
  deadline: IsoDate;
  /** Working days that the publicity must last at least. */
  publicity: number;
  countPostingDay: boolean;
}

/**
 * An employer's steps one after the other, forwards from the day of submission. The day of submission is not counted;
 * each step takes its working days from the one after the step before. The publicity is posted on the day on which the
 * step before it ends, or as the first step on the first working day after the submission; recommending takes place on
 * the last step's last day, but never before the working day after the publicity ends.
 *
 * @throws RangeError for steps that no schedule can be made of, or for days in a year that is not held
 */
export function scheduleFrom(
  calendar: WorkCalendar,
  limits: Limits,
  submittedOn: IsoDate,
  steps: PlanStep[],
): Schedule {
  // First, because it refuses steps that forwards would have no end.
  const latest = latestSchedule(calendar, limits, steps);
  const { posted, planned, recommendOn } = forwards(calendar, limits, submittedOn, steps);
  const obstacle =
    submittedOn < limits.opens
      ? 'beforeOpening'
      : submittedOn > limits.closes
        ? 'afterClosing'
        : recommendOn > limits.deadline
          ? 'late'
          : undefined;
  const breaksAt = planned.findIndex(({ days }) => days.some((day) => day > limits.deadline));
  return {
    submittedOn,
    postedOn: posted,
    steps: planned,
    recommendOn,
    feasible: obstacle === undefined,
    slackWorkdays: workdaysBetween(calendar, addDays(recommendOn, 1), limits.deadline).length,
    ...(obstacle && {
      obstacle,
      ...(recommendOn > limits.deadline && { breaksAt: breaksAt < 0 ? steps.length : breaksAt }),
      nearest: {
        ...(latest && {
          submittedOn: obstacle === 'beforeOpening' ? limits.opens : latest.submitBy,
        }),
        ...(obstacle === 'late' && {
          steps: shortened(
            steps,
            (fewer) =>
              forwards(calendar, limits, submittedOn, fewer).recommendOn <= limits.deadline,
          ),
        }),
      },
    }),
  };
}

/**
 * The same steps backwards from the deadline: the last days on which each may begin and end, and the last day on which
 * to submit. Undefined where they do not fit between the window's opening and the deadline.
 */
export function latestSchedule(
  calendar: WorkCalendar,
  limits: Limits,
  steps: PlanStep[],
): LatestSchedule | undefined {
  check(limits, steps);
  // Nobody can submit before the opening, so the first day to work on is the one after it.
  const free = workdaysBetween(calendar, addDays(limits.opens, 1), limits.deadline);
  const latest: LatestSchedule['steps'] = [];
  let start = limits.deadline;
  let postBy = start;
  for (const { workdays: length, publicity } of [...steps].reverse()) {
    // Where the publicity comes last, recommending takes the working day after it.
    if (publicity && latest.length === 0) free.pop();
    const begins = free.at(-length);
    if (begins === undefined) return undefined;
    latest.unshift({ begins, ends: free.at(-1) ?? begins });
    // The posting day, or the day before a step, is the last that the step before may take.
    free.length -= publicity && limits.countPostingDay ? length - 1 : length;
    const from = publicity ? free.at(-1) : begins;
    if (from === undefined) return undefined;
    start = from;
    if (publicity) postBy = from;
  }
  const submitBy = start > limits.closes ? limits.closes : addDays(start, -1);
  return { submitBy, postBy, steps: latest };
}

function check({ publicity: least }: Limits, steps: PlanStep[]): void {
  if (steps.filter(({ publicity }) => publicity).length !== 1)
    throw new RangeError('安排里要有公示，而且只有一次。');
  for (const { name, workdays, publicity } of steps) {
    if (!Number.isInteger(workdays) || workdays < 1)
      throw new RangeError(`“${name}”要用几个工作日，请填 1 以上的整数。`);
    if (publicity && workdays < least)
      throw new RangeError(`公示不少于 ${least} 个工作日，不能填 ${workdays}。`);
  }
}

function forwards(
  calendar: WorkCalendar,
  { countPostingDay }: Limits,
  submittedOn: IsoDate,
  steps: PlanStep[],
) {
  let last = submittedOn;
  let posted = submittedOn;
  let recommendOn = submittedOn;
  const planned = steps.map((step, index) => {
    if (step.publicity) {
      if (index === 0) last = workdayFrom(calendar, addDays(last, 1));
      posted = last;
    }
    const days: IsoDate[] = [];
    let next = step.publicity && countPostingDay ? last : addDays(last, 1);
    while (days.length < step.workdays) {
      last = workdayFrom(calendar, next);
      days.push(last);
      next = addDays(last, 1);
    }
    recommendOn = step.publicity ? workdayFrom(calendar, next) : last;
    return { ...step, days };
  });
  return { posted, planned, recommendOn };
}

/** The steps with as few days less as suffice, taken from the longest; the publicity keeps its own. */
function shortened(
  steps: PlanStep[],
  suffices: (steps: PlanStep[]) => boolean,
): PlanStep[] | undefined {
  let fewer = steps;
  while (!suffices(fewer)) {
    const own = fewer.map(({ workdays, publicity }) => (publicity ? 0 : workdays));
    const longest = Math.max(...own);
    if (longest < 2) return undefined;
    const at = own.indexOf(longest);
    fewer = fewer.map((step, index) =>
      index === at ? { ...step, workdays: step.workdays - 1 } : step,
    );
  }
  return fewer;
}
