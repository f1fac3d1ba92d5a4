/** The own days of an employer's and an office's plan, and the tasks in anybody's. Most plans have none of them. */
import {
  addDays,
  deadlineOf,
  type IsoDate,
  isRealDate,
  planTimeline,
  type Schedule,
  type Task,
  type TimedNotice,
  type Timeline,
  type WorkCalendar,
  workdaysBetween,
} from '../../calculator/index.ts';
import { dayIn, type Entry, type PlanState } from '../../plan/index.ts';
import { attempt, mine, over, type Planned } from './plan.ts';

/** What an employer does, to begin with; the days are only a start. */
export const firstSteps = (notice: TimedNotice): PlanState['steps'] => [
  { name: '审核材料', workdays: 2 },
  { name: '公示', workdays: notice.publicity.workdays, publicity: true },
  { name: '录入公示情况并推荐', workdays: 1 },
];

export function employerEntries({ notice, calendar, plan, timeline, today }: Planned): Entry[] {
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
    entry.on > deadline ? { ...entry, late: true, notes: [...entry.notes, LATE] } : entry,
  );
}

const LATE = '过了推荐截止日。';

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

export function officeEntries({ notice, calendar }: Planned): Entry[] {
  const days = reviewDays(notice, calendar);
  return over('review', '单位截止后的审核', days, [`共 ${days.length} 个工作日。`]);
}

export const taskEntries = ({ notice, plan, today }: Planned): Entry[] =>
  plan.tasks.map((task, index) => taskEntry(notice, task, index, today));

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
