import { addDays, daysBetween, isRealDate } from '../dates.ts';
import type {
  IsoDate,
  Notice,
  PostedPublicity,
  Stage,
  StageFact,
  Timeline,
  WorkCalendar,
} from '../types.ts';
import { isWorkday, workdayFrom, workdaysBetween, workdayUntil } from './workdays.ts';

/** The part of a notice that planning needs. */
export type DatedNotice = Pick<Notice, 'id' | 'stages' | 'publicity'>;

/** Days to plan with. */
export interface PlannedDays {
  /** The day in Asia/Shanghai. */
  today: IsoDate;
  /** The day on which the applicant submits to the employer. */
  submittedOn?: IsoDate | undefined;
  /** The day on which the employer posts the publicity. */
  postedOn?: IsoDate | undefined;
  /** Count the posting day itself when it is a working day. By default it is not (民法典第二百零一条). */
  countPostingDay?: boolean | undefined;
}

/**
 * The stages as they stand on `today`, the latest day for posting the publicity, and what follows from a day of
 * posting and a day of submission.
 *
 * @throws RangeError for a date that does not exist or one in a year whose working days are not held; the whole plan is
 *   refused then
 * @see src/calculator/README.md: Timeline. That recommending starts on the working day after the publicity ends is this site's own
 *   cautious reading.
 *
 * @example planDays(notice, calendar, { today: '2026-07-19' }).stages[0].daysLeft // 0
 */
export function planDays(notice: DatedNotice, calendar: WorkCalendar, plan: PlannedDays): Timeline {
  const { today, submittedOn, postedOn, countPostingDay = false } = plan;
  if (!isRealDate(today)) throw new RangeError(`${today} 不是真实的日期。`);

  const deadline = deadlineOf(notice);
  const [application] = notice.stages;
  const first = application.opens ?? today;
  // The whole plan is refused for a day of a year that is not held, even where no working day of it is counted.
  const held = (day: IsoDate): IsoDate => {
    isWorkday(calendar, day);
    return day;
  };
  const count = (day: IsoDate): PostedPublicity => {
    const counted: IsoDate[] = [];
    let next = workdayFrom(calendar, countPostingDay ? day : addDays(day, 1));
    while (counted.length < notice.publicity.workdays) {
      counted.push(next);
      next = workdayFrom(calendar, addDays(next, 1));
    }
    // The loop leaves `next` on the working day after the last one counted: the cautious day to recommend from.
    return {
      postedOn: day,
      counted,
      endsOn: counted.at(-1) ?? day,
      recommendFrom: next,
      feasible: day >= first && next <= deadline,
      slackWorkdays: workdaysBetween(calendar, addDays(next, 1), deadline).length,
    };
  };

  const latestPosting = workdaysBetween(calendar, first, deadline)
    .filter((day) => count(day).feasible)
    .at(-1);
  return {
    stages: notice.stages.map((stage, index) =>
      stageOn(stage, notice.stages[index - 1], today, first, calendar),
    ),
    publicity: {
      required: notice.publicity.workdays,
      ...(latestPosting && { latestPosting }),
      ...(postedOn !== undefined && { posted: count(held(postedOn)) }),
    },
    ...(submittedOn !== undefined && {
      submission: {
        submittedOn: held(submittedOn),
        inWindow: first <= submittedOn && submittedOn <= application.closes,
        auditDays: latestPosting
          ? workdaysBetween(calendar, addDays(submittedOn, 1), latestPosting)
          : [],
      },
    }),
  };
}

/**
 * The day by which the employer must have recommended.
 *
 * @example deadlineOf(notice) // '2026-07-31'
 */
export function deadlineOf(notice: DatedNotice): IsoDate {
  const stage = notice.stages.find(({ id }) => id === notice.publicity.stage);
  if (!stage) throw new RangeError(`Notice ${notice.id} has no stage ${notice.publicity.stage}`);
  return stage.closes;
}

/** A stage whose opening the notice does not state is upcoming before applications open, then open until it closes. */
function stageOn(
  fact: StageFact,
  before: StageFact | undefined,
  today: IsoDate,
  first: IsoDate,
  calendar: WorkCalendar,
): Stage {
  const { id, actor, opens, closes } = fact;
  const status = today > closes ? 'closed' : today < (opens ?? first) ? 'upcoming' : 'open';
  const from = opens ?? (before ? addDays(before.closes, 1) : first);
  return {
    id,
    actor,
    ...(opens && { opens }),
    closes,
    status,
    ...(status !== 'closed' && { daysLeft: daysBetween(today, closes) }),
    lastWorkday: workdayUntil(calendar, closes),
    workdays: workdaysBetween(calendar, from, closes).length,
    ...(status === 'open' && {
      workdaysLeft: workdaysBetween(calendar, addDays(today, 1), closes).length,
    }),
  };
}
