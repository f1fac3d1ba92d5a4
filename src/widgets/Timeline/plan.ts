import {
  type IsoDate,
  isWorkday,
  planDays,
  type TimedNotice,
  type Timeline,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { type Entry, inOrder, noticeEntries, type PlanState } from '../../plan/index.ts';
import { parseDateText } from '../shared/parseDate.ts';
import { plainText } from '../shared/plainText.ts';

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

/**
 * Reads what was typed as a day to plan with.
 *
 * @returns the day, or what is wrong with the text, for the person
 */
export function readDay(
  notice: TimedNotice,
  calendar: WorkCalendar,
  text: string,
  asked: string,
): { day: IsoDate } | { error: string } {
  const day = parseDateText(text);
  if (!day) {
    const wrong = plainText(text) === '' ? asked : '请把年、月、日填全';
    return { error: `${wrong}，例如 ${notice.year}.7.20。` };
  }
  return attempt(() => {
    isWorkday(calendar, day);
    return { day };
  });
}

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
export function timelineOf(
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

/** What is not there from the beginning: the own days of the other roles, and the tasks that the self-check gave. */
interface OtherEntries {
  entries: Record<string, (planned: Planned) => Entry[]>;
  tasks: (planned: Planned) => Entry[];
}

/** Every day that the picture, the table, the text and the calendar file show: the notice's, and the person's own. */
export function entriesOf(planned: Planned, others: OtherEntries | null | undefined): Entry[] {
  const { notice, calendar, plan, timeline } = planned;
  const own = others?.entries[plan.role] ?? (() => applicantEntries(timeline));
  return inOrder([
    ...noticeEntries(notice, calendar),
    ...(plan.role === 'applicant' || others ? own(planned) : []),
    ...(others?.tasks(planned) ?? []),
  ]);
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

function applicantEntries({ submission }: Timeline): Entry[] {
  if (!submission) return [];
  const { submittedOn, auditDays } = submission;
  return [
    mine('submit', '提交申报', submittedOn),
    ...over('audit', '单位审核和贴出公示', auditDays, [`共 ${auditDays.length} 个工作日。`]),
  ];
}
