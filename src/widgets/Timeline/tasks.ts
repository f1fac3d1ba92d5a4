/** The tasks that a link from the self-check brings, as days: for this year while one can apply, then for the next. */
import words from 'virtual:words/timeline/tasks';
import {
  addYears,
  fill,
  type IsoDate,
  isRealDate,
  type Task,
  type TimedNotice,
} from '../../calculator/index.ts';
import { dayIn, type Entry, type PlanState } from '../../plan/index.ts';
import { isClosed } from './phase.ts';

export interface Tasks {
  entries: Entry[];
  /** How many had a day that has passed: what becomes of them, only the self-check can tell. */
  lapsed: number;
  /** Whether any of them is for a notice that is not there yet. */
  areAssumed: boolean;
}

interface Given {
  notice: TimedNotice;
  plan: PlanState;
  today: IsoDate | undefined;
}

export function tasksOf({ notice, plan, today }: Given): Tasks {
  const isNext = isClosed(notice, today);
  // What has to be done before one submits never stands after the day on which one means to.
  const submission =
    plan.submittedOn && !(today && plan.submittedOn < today) ? plan.submittedOn : undefined;
  const entries = plan.tasks.map((task, index) => ({
    ...(isNext ? forNext(notice, task) : forThis(notice, task, submission)),
    id: `task-${index + 1}`,
    kind: 'task' as const,
  }));
  // Before applications close every day stands: a link's reader sees what its maker meant.
  if (!isNext || today === undefined) return { entries, lapsed: 0, areAssumed: false };
  const ahead = entries.filter(({ on }) => on >= today);
  const isDone = ({ kind }: Task) => kind === 'years' || kind === 'ban';
  return {
    entries: ahead,
    lapsed: plan.tasks.filter((task, index) => !isDone(task) && (entries[index]?.on ?? '') < today)
      .length,
    areAssumed: ahead.length > 0,
  };
}

type Day = Pick<Entry, 'title' | 'on' | 'notes'>;

/** Puts what a task is about into a text. */
function sayer(notice: TimedNotice, task: Task, cutoff: IsoDate) {
  const said = {
    rule: notice.rules.find(({ id }) => id === task.rule)?.title ?? words.unknownRule,
    cutoff: dayIn(notice, cutoff),
    year: 'year' in task ? task.year : '',
  };
  return (title: string, note: string, on = task.on): Day => ({
    title: fill(title, said),
    on,
    notes: [fill(note, said)],
  });
}

/** With what the day means for this year's application. */
function forThis(notice: TimedNotice, task: Task, submission: IsoDate | undefined): Day {
  const cutoff = notice.cutoffs.service.on;
  const day = sayer(notice, task, cutoff);
  // What is for the next year's application has a later day of its own.
  const isForThis = task.on <= notice.stages[0].closes;
  const before = isForThis && submission && submission < task.on ? submission : task.on;
  switch (task.kind) {
    case 'do':
      return day(words.do, words.doNote, before);
    case 'amounts':
      return task.year === notice.year
        ? day(words.amounts, words.amountsNote, before)
        : day(words.earlier, words.earlierNote, before);
    case 'years':
      return day(words.years, inTime(task.on, cutoff) ? words.yearsInTime : words.yearsLate);
    case 'ban':
      return day(words.ban, words.banNote);
  }
}

/** With what it means for the next year's, assumed to be this one's moved on. */
function forNext(notice: TimedNotice, task: Task): Day {
  const cutoff = addYears(notice.cutoffs.service.on, 1);
  const day = sayer(notice, task, cutoff);
  switch (task.kind) {
    case 'do':
      return day(words.do, words.doNext);
    case 'amounts':
      // This year's and later ones are earned until their year ends, whatever day the link was made for.
      return task.year >= notice.year
        ? day(words.amounts, words.amountsNext, `${task.year}-12-31`)
        : day(words.earlier, words.earlierNote);
    case 'years':
      return day(
        words.years,
        inTime(task.on, cutoff) ? words.yearsInTimeNext : words.yearsLateNext,
      );
    case 'ban':
      return day(words.ban, words.banNote);
  }
}

const inTime = (on: IsoDate, cutoff: IsoDate): boolean => isRealDate(on) && on <= cutoff;
