import {
  addDays,
  deadlineOf,
  type IsoDate,
  isRealDate,
  isWorkday,
  planTimeline,
  type Schedule,
  type Task,
  type TimedNotice,
  type Timeline,
  type WorkCalendar,
  workdaysBetween,
} from '../../calculator/index.ts';
import { dayIn } from '../shared/dates.ts';
import { type Entry, inOrder, noticeEntries } from '../shared/entries.ts';
import { parseDateText } from '../shared/parseDate.ts';
import { plainText } from '../shared/plainText.ts';
import type { PlanState } from '../shared/planLink.ts';

/** The plan as people begin it: the last days that still work, whatever the day is today. */
export function blankPlan(notice: TimedNotice, calendar: WorkCalendar): PlanState {
  const { stages, publicity } = planTimeline(notice, calendar, { today: notice.issuedOn });
  return {
    role: stages[0]?.actor ?? '',
    submittedOn: stages[0]?.lastWorkday,
    postedOn: publicity.latestPosting,
    countPostingDay: false,
    steps: [],
    tasks: [],
  };
}

/** What an employer does, to begin with; the days are only a start. */
export const firstSteps = (notice: TimedNotice): PlanState['steps'] => [
  { name: '审核材料', workdays: 2 },
  { name: '公示', workdays: notice.publicity.workdays, publicity: true },
  { name: '录入公示情况并推荐', workdays: 1 },
];

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

/** The timeline with the part of the plan that can be planned: a part that cannot says so at its own field. */
export function timelineOf(
  notice: TimedNotice,
  calendar: WorkCalendar,
  today: IsoDate,
  { submittedOn, postedOn, countPostingDay, steps }: PlanState,
): Timeline {
  let sound = planTimeline(notice, calendar, { today, countPostingDay });
  for (const part of [{ postedOn }, { submittedOn }, { submittedOn, steps }]) {
    if (part.steps?.length === 0) continue;
    const more = attempt(() => planTimeline(notice, calendar, { today, countPostingDay, ...part }));
    if ('error' in more) continue;
    sound = {
      ...sound,
      ...more,
      publicity: { ...sound.publicity, ...more.publicity },
    };
  }
  return sound;
}

/** Every day that the picture, the table, the text and the calendar file show: the notice's, and the person's own. */
export function entriesOf(
  notice: TimedNotice,
  calendar: WorkCalendar,
  plan: PlanState,
  timeline: Timeline,
  today: IsoDate | undefined,
): Entry[] {
  const deadline = deadlineOf(notice);
  const own: Record<string, () => Entry[]> = {
    applicant: () => applicantEntries(timeline),
    employer: () =>
      (timeline.schedule ? stepEntries(timeline.schedule) : postingEntries(timeline)).map(
        (entry) =>
          entry.on > deadline ? { ...entry, late: true, notes: [...entry.notes, LATE] } : entry,
      ),
    office: () => officeEntries(notice, calendar),
  };
  return inOrder([
    ...noticeEntries(notice, calendar),
    ...(own[plan.role]?.() ?? []),
    ...plan.tasks.map((task, index) => taskEntry(notice, task, index, today)),
  ]);
}

const LATE = '过了推荐截止日。';

const mine = (id: string, title: string, on: IsoDate, rest: Partial<Entry> = {}): Entry => ({
  id: `plan-${id}`,
  kind: 'plan',
  title,
  on,
  notes: [],
  ...rest,
});

const over = (id: string, title: string, days: IsoDate[], notes: string[] = []): Entry[] => {
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

function postingEntries({ publicity: { posted } }: Timeline): Entry[] {
  if (!posted) return [];
  return [
    mine('post', '贴出公示', posted.postedOn),
    ...over('publicity', '公示', posted.counted, [`数入 ${posted.counted.length} 个工作日。`]),
    mine('recommend', '最早推荐', posted.recommendFrom),
  ];
}

function stepEntries({ submittedOn, postedOn, steps, recommendOn }: Schedule): Entry[] {
  return [
    mine('received', '收到申报', submittedOn),
    ...steps.flatMap(({ name, days, publicity }, index) =>
      over(
        publicity ? 'publicity' : `step-${index + 1}`,
        name,
        days,
        publicity ? [`${postedOn} 贴出。`] : [],
      ),
    ),
    mine('recommend', '可以推荐', recommendOn),
  ];
}

/** Working days between the employers' deadline and the last stage's. */
export function reviewDays(notice: TimedNotice, calendar: WorkCalendar): IsoDate[] {
  const last = notice.stages.at(-1);
  if (!last) return [];
  return workdaysBetween(calendar, addDays(deadlineOf(notice), 1), last.closes);
}

function officeEntries(notice: TimedNotice, calendar: WorkCalendar): Entry[] {
  const days = reviewDays(notice, calendar);
  return over('review', '单位截止后的审核', days, [`共 ${days.length} 个工作日。`]);
}

/** A remedy from the self-check, with what its day means for this year's application. */
function taskEntry(
  notice: TimedNotice,
  task: Task,
  index: number,
  today: IsoDate | undefined,
): Entry {
  const rule = notice.rules.find(({ id }) => id === task.rule)?.title ?? '自查的条目';
  const { service } = notice.cutoffs;
  const entry = (title: string, on: IsoDate, note: string): Entry => ({
    id: `task-${index + 1}`,
    kind: 'task',
    title,
    on,
    notes: [note],
  });
  const inTime = isRealDate(task.on) && task.on <= service.on;
  switch (task.kind) {
    case 'do':
      return entry(`办好：${rule}`, task.on, '提交申报以前办好、问明。怎么办，自查结果里写着。');
    case 'amounts': {
      if (task.year !== notice.year)
        return entry(
          `${task.year} 年的学时`,
          task.on,
          '往年的还能不能补，请问继续教育学时登记管理系统。申报时要核验。',
        );
      // Once applications are closed, this year's still count for a later one.
      const isOver = today !== undefined && today > task.on;
      return isOver
        ? entry(
            `补齐 ${task.year} 年的学时`,
            `${task.year}-12-31`,
            '今年的申报已经截止，年底前补齐，供以后申报用。',
          )
        : entry(`补齐 ${task.year} 年的学时`, task.on, '申报时要核验学时证明，提交以前登记好。');
    }
    case 'years':
      return entry(
        `年限满：${rule}`,
        task.on,
        inTime
          ? `在资历计算截止（${dayIn(notice, service.on)}）以前。`
          : `资历算到 ${dayIn(notice, service.on)}，今年赶不上。`,
      );
    case 'ban':
      return entry(
        '不得申报的最后一天',
        task.on,
        '第二天起才可以申报。从哪一天起算，请向受理点核实。',
      );
  }
}
