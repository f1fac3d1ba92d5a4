/**
 * The fragment that opens the timeline with a plan: `plan=2026.1~3&role=employer&post=2026-07-20&step=2~审核&end=1`,
 * with the number of fields by which one that was cut is known. The self-check makes one that holds tasks alone: kinds, rules and days, and nothing that the person answered. It begins
 * with `plan=`, by which it is told from the self-check's own fragments.
 */
import { isRealDate, type PlanStep, type Task, type TimedNotice } from '../calculator/index.ts';
import { isPlan, KEY } from './isPlan.ts';

/** What a person has put in. Everything in it is of the right form; whether it can be planned is not said. */
export interface PlanState {
  /** By which calendars tell the plan from others, once it was taken along. It says nothing of the person. */
  id?: string | undefined;
  role: string;
  submittedOn?: string | undefined;
  postedOn?: string | undefined;
  countPostingDay: boolean;
  /** Empty unless internal steps are planned. */
  steps: PlanStep[];
  /** Applications that wait at the acceptance office. */
  waiting?: number | undefined;
  tasks: Task[];
}

type Facts = Pick<TimedNotice, 'version' | 'publicity' | 'wording'>;

/** Far beyond what a plan needs; a longer fragment is not ours. */
const LONGEST = 4000;
export const MOST_STEPS = 12;
export const LONGEST_NAME = 20;
export const MOST_WAITING = 99_999;
const MOST_TASKS = 20;
const PLAN_ID = /^[0-9a-f]{10}$/;

/**
 * For a plan that had none: no two are alike.
 *
 * @example newPlanId().length // 10
 */
export const newPlanId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * The plan as a fragment, without `#`; what is not said is left out.
 *
 * @example encodePlan(notice, { postedOn: '2026-07-20' }).endsWith('&post=2026-07-20&end=1') // true
 */
export function encodePlan(notice: Facts, plan: Partial<PlanState>): string {
  const {
    id,
    role,
    submittedOn,
    postedOn,
    countPostingDay,
    steps = [],
    waiting,
    tasks = [],
  } = plan;
  const pairs = new URLSearchParams();
  if (id) pairs.set('id', id);
  if (role) pairs.set('role', role);
  if (submittedOn) pairs.set('submit', submittedOn);
  if (postedOn) pairs.set('post', postedOn);
  if (countPostingDay) pairs.set('count', '1');
  for (const { name, workdays, publicity } of steps)
    pairs.append(publicity ? 'publicity' : 'step', `${workdays}~${name}`);
  if (waiting !== undefined) pairs.set('waiting', String(waiting));
  for (const task of tasks)
    pairs.append(
      'task',
      [task.kind, task.rule, task.on, 'year' in task ? task.year : ''].join('~'),
    );
  const count = [...pairs].length;
  const start = new URLSearchParams({ [KEY]: `${notice.version}~${count}` });
  // The last field is there to be harmed: what a program takes from a link's end, or adds to it, stays without effect.
  return [start, ...(count ? [pairs] : []), 'end=1'].join('&');
}

/**
 * Reads a fragment. Whatever is of the right form is kept, and `dropped` counts the rest. Never throws.
 *
 * @param text with or without `#`; hostile until parsed
 * @returns undefined where the fragment is no plan at all
 *
 * @example decodePlan(notice, 'plan=2026.1~1&post=2026-07-20')?.plan // { postedOn: '2026-07-20' }
 */
export function decodePlan(
  notice: Facts,
  text: string,
): { plan: Partial<PlanState>; dropped: number; version: string } | undefined {
  if (!isPlan(text)) return undefined;
  const body = text.replace(/^#/, '');
  if (body.length > LONGEST) return { plan: {}, dropped: 1, version: notice.version };

  const plan: Partial<PlanState> = {};
  const steps: PlanStep[] = [];
  const tasks: Task[] = [];
  let dropped = 0;
  let version = '';
  for (const [key, value] of new URLSearchParams(body)) {
    if (key === 'end') break;
    if (key === KEY && /^[\w.-]{0,20}(~\d{1,3})?$/.test(value)) [version = ''] = value.split('~');
    else if (key === 'id' && PLAN_ID.test(value)) plan.id = value;
    else if (key === 'role' && Object.hasOwn(notice.wording.actors, value)) plan.role = value;
    else if (key === 'submit' && isRealDate(value)) plan.submittedOn = value;
    else if (key === 'post' && isRealDate(value)) plan.postedOn = value;
    else if (key === 'count' && value === '1') plan.countPostingDay = true;
    else if (key === 'waiting' && isCount(value, MOST_WAITING)) plan.waiting = Number(value);
    else {
      const step = key === 'step' || key === 'publicity' ? readStep(value) : undefined;
      const task = key === 'task' ? readTask(value) : undefined;
      if (step) steps.push(key === 'publicity' ? { ...step, publicity: true } : step);
      else if (task && tasks.length < MOST_TASKS) tasks.push(task);
      else dropped += 1;
    }
  }
  // Steps without their publicity, or with a shorter one than the notice asks for, are no employer's steps.
  const publicities = steps.filter(({ publicity }) => publicity);
  const [publicity] = publicities;
  if (
    publicities.length === 1 &&
    (publicity?.workdays ?? 0) >= notice.publicity.workdays &&
    steps.length <= MOST_STEPS
  )
    plan.steps = steps;
  else dropped += steps.length;
  if (tasks.length) plan.tasks = tasks;
  return { plan, dropped, version };
}

/**
 * A name as it can stand on a line: no control characters, no runs of white space, no more than fits.
 *
 * @example cleanName('  先\t看') // '先 看'
 */
export const cleanName = (name: string): string =>
  [...name.replace(/[\p{C}\s]+/gu, ' ').trimStart()].slice(0, LONGEST_NAME).join('');

function readStep(text: string): PlanStep | undefined {
  const [, workdays = '', name = ''] = /^(\d{1,2})~(.*)$/s.exec(text) ?? [];
  const clean = cleanName(name).trim();
  return isCount(workdays, 99) && Number(workdays) > 0 && clean !== ''
    ? { name: clean, workdays: Number(workdays) }
    : undefined;
}

function readTask(text: string): Task | undefined {
  const [kind, rule = '', on = '', year = ''] = text.split('~');
  if (!/^\w{1,40}$/.test(rule) || !isRealDate(on)) return undefined;
  switch (kind) {
    case 'do':
    case 'years':
    case 'ban':
      return year === '' ? { kind, rule, on } : undefined;
    case 'amounts':
      return /^20\d\d$/.test(year) ? { kind, rule, year: Number(year), on } : undefined;
    default:
      return undefined;
  }
}

const isCount = (text: string, most: number): boolean =>
  /^(0|[1-9]\d{0,5})$/.test(text) && Number(text) <= most;
