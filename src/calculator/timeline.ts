import { addDays, daysBetween, isRealDate } from './dates.ts';
import type {
  IsoDate,
  Notice,
  PostedPublicity,
  Stage,
  StageFact,
  Timeline,
  WorkCalendar,
} from './types.ts';
import { isWorkday, workdayFrom, workdaysBetween, workdayUntil } from './workdays.ts';

export interface Plan {
  /** The day in Asia/Shanghai. */
  today: IsoDate;
  /** The day on which the employer posts the publicity. */
  postedOn?: IsoDate | undefined;
  /** Count the posting day itself when it is a working day. By default it is not (民法典第二百零一条). */
  countPostingDay?: boolean | undefined;
}

/**
 * The stages as they stand on `today`, the latest day for posting the publicity, and what follows from a posting day.
 *
 * @throws RangeError for a date that does not exist, or one in a year whose working days are not held; the whole plan
 *   is refused then
 * @see DOMAIN.md section 5. That recommending starts on the working day after the publicity ends is this site's own
 *   cautious reading.
 */
export function planTimeline(notice: Notice, calendar: WorkCalendar, plan: Plan): Timeline {
  const { today, postedOn, countPostingDay = false } = plan;
  if (!isRealDate(today)) throw new RangeError(`${today} 不是真实的日期。`);

  const first = notice.stages[0]?.opens ?? today;
  const deadline = deadlineOf(notice);
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

  const latestPosting = workdaysBetween(calendar, first, deadline).findLast(
    (day) => count(day).feasible,
  );
  return {
    stages: notice.stages.map((stage) => stageOn(stage, today, first, calendar)),
    publicity: {
      required: notice.publicity.workdays,
      ...(latestPosting && { latestPosting }),
      ...(postedOn !== undefined && { posted: count(held(postedOn)) }),
    },
  };
}

/** The day by which the employer must have recommended. */
export function deadlineOf(notice: Notice): IsoDate {
  const stage = notice.stages.find(({ id }) => id === notice.publicity.stage);
  if (!stage) throw new RangeError(`Notice ${notice.id} has no stage ${notice.publicity.stage}`);
  return stage.closes;
}

/** A stage whose opening the notice does not state is upcoming before applications open, then open until it closes. */
function stageOn(fact: StageFact, today: IsoDate, first: IsoDate, calendar: WorkCalendar): Stage {
  const { id, actor, opens, closes } = fact;
  const status = today > closes ? 'closed' : today < (opens ?? first) ? 'upcoming' : 'open';
  return {
    id,
    actor,
    ...(opens && { opens }),
    closes,
    status,
    ...(status !== 'closed' && { daysLeft: daysBetween(today, closes) }),
    lastWorkday: workdayUntil(calendar, closes),
  };
}
