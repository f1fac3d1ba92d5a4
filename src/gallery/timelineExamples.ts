/** The timeline: each role's view, plans that fit and plans that do not, mistakes, and what links bring about. */
import {
  addDays,
  deadlineOf,
  type FullNotice,
  type IsoDate,
  planTimeline,
  type Task,
  type WorkCalendar,
} from '../calculator/index.ts';
import { encodePlan, type PlanState } from '../plan/index.ts';
import type { Example } from './example.ts';

export function timelineExamples(notice: FullNotice, calendar: WorkCalendar): Example[] {
  const [{ opens = notice.issuedOn, closes }] = notice.stages;
  const deadline = deadlineOf(notice);
  const last = notice.stages.at(-1)?.closes ?? deadline;
  const { latestPosting = deadline } = planTimeline(notice, calendar, { today: opens }).publicity;

  const example = (
    id: string,
    name: string,
    plan: Partial<PlanState> | string,
    rest: Partial<Example> = {},
  ): Example => {
    const fragment = typeof plan === 'string' ? plan : encodePlan(notice, plan);
    return {
      id: `plan-${id}`,
      name: `时间：${name}`,
      widget: 'timeline',
      path: `/${notice.id}/timeline/${fragment && `#${fragment}`}`,
      steps: [],
      today: addDays(opens, 14),
      // What one plans with comes last.
      ready: '.timeline-view',
      ...rest,
    };
  };
  const print = { print: true } as const;
  const applicant = (submittedOn: IsoDate) => ({ role: 'applicant', submittedOn });
  const employer = (postedOn: IsoDate) => ({ role: 'employer', postedOn });
  const office = (waiting?: number) => ({ role: 'office', waiting });
  const steps = (before: number, after: number) => [
    { name: '审核材料', workdays: before },
    { name: '公示', workdays: notice.publicity.workdays, publicity: true as const },
    { name: '领导签批', workdays: after },
  ];
  const planned = (submittedOn: IsoDate, before: number, after: number) => ({
    role: 'employer',
    submittedOn,
    steps: steps(before, after),
  });
  const posting = (name: string, type: string, says: string) =>
    example(
      `mistake-${name}`,
      `填错公示日期（${type || '没有填'}）`,
      { role: 'employer' },
      {
        steps: [{ type, into: 'posted-on' }, { press: '算一算' }],
        ready: '.tc-error',
        says,
      },
    );
  const later = `${notice.year + 1}-03-01`;
  const tasks: Task[] = [
    { kind: 'do', rule: 'postApproval', on: closes },
    { kind: 'amounts', rule: 'continuingEducation', year: notice.year, on: closes },
    { kind: 'years', rule: 'qualification', on: later },
    { kind: 'ban', rule: 'integrity', on: later },
  ];
  /** Opens what a year that is over keeps folded. */
  const unfold = { press: `${notice.year} 年度当时怎么排` };

  return [
    example('untouched', '什么也没填', '', print),
    example('before', '还没开始申报', '', { today: notice.issuedOn, says: '个人申报开始' }),
    example('last-day', '申报最后一天', '', { today: closes, says: '就在今天', ...print }),
    example('closed', '申报已截止，单位在推荐', '', { today: addDays(closes, 1) }),
    example('recommended', '单位也已截止', '', {
      today: addDays(deadline, 1),
      steps: [{ press: '比如哪天提交' }],
      ready: '.timeline-example[open]',
    }),
    example('over', '各阶段都已截止', '', {
      today: addDays(last, 1),
      ready: '.timeline-past',
      says: '日期都过了',
      ...print,
    }),
    example('over-unfolded', '各阶段都已截止，打开当时的安排', '', {
      today: addDays(last, 1),
      steps: [unfold],
      ready: '.timeline-past[open] .timeline-view',
      ...print,
    }),
    example(
      'over-employer',
      '各阶段都已截止，打开单位当时的安排',
      { ...planned(addDays(opens, 5), 4, 3), postedOn: deadline },
      { today: addDays(last, 1), steps: [unfold], ready: '.timeline-past[open] .timeline-steps' },
    ),
    example(
      'over-tasks',
      '各阶段都已截止，自查带来的事项',
      { tasks: [...tasks, { kind: 'do', rule: 'integrity', on: `${notice.year}-12-01` }] },
      { today: addDays(last, 60), ready: 'li.timeline-row-task', says: '再自查一遍', ...print },
    ),
    example('year-after', '过了一年', '', {
      today: addDays(last, 365),
      ready: '.timeline-past',
      says: '日期都过了',
    }),

    example('applicant', '申报人，单位有时间', applicant(addDays(opens, 20)), print),
    example(
      'applicant-tight',
      '申报人，留给单位的日子很紧',
      applicant(addDays(latestPosting, -1)),
      {
        today: addDays(latestPosting, -1),
      },
    ),
    example('applicant-early', '申报人，太早', applicant(addDays(opens, -1))),
    example('applicant-late', '申报人，太晚', applicant(addDays(closes, 1))),

    example('employer', '单位，赶得上', employer(addDays(latestPosting, -3)), print),
    example('employer-counted', '单位，当天计入才赶得上', {
      ...employer(addDays(latestPosting, 1)),
      countPostingDay: true,
    }),
    example('employer-late', '单位，赶不上', employer(deadline), print),
    example('employer-early', '单位，还没开始申报', employer(addDays(opens, -1))),
    example('employer-lost', '单位，今天已经来不及', employer(latestPosting), {
      today: addDays(deadline, -1),
    }),
    example('employer-year', '单位，没有那一年的节假日安排', employer(`${notice.year + 3}-01-04`), {
      ready: '.tc-error',
      says: String(notice.year + 3),
    }),
    posting('empty', '', '请填公示贴出的日期'),
    posting('text', '下周一', '请把年、月、日填全'),
    posting('missing', `${notice.year}-02-30`, `${notice.year}-02-30`),

    example('steps', '单位，内部步骤排得下', planned(addDays(opens, 5), 4, 3), print),
    example('steps-late', '单位，内部步骤排不下', planned(closes, 6, 3), print),
    example(
      'steps-begin',
      '单位，开始按步骤排',
      { role: 'employer' },
      {
        steps: [{ press: '按步骤排' }],
        ready: '.timeline-steps',
      },
    ),
    example('steps-mistake', '单位，有一步没有天数', planned(addDays(opens, 5), 4, 3), {
      steps: [{ type: '', into: '第 1 步要几个工作日' }],
      ready: '.timeline-steps [aria-invalid]',
    }),

    example('office', '受理点', office()),
    example('office-waiting', '受理点，等着审核的份数', office(120), print),
    example('office-mistake', '受理点，份数填错', office(), {
      steps: [{ type: '很多', into: 'waiting' }],
      ready: '.tc-error',
    }),
    example('office-late', '受理点，没有工作日了', office(), {
      today: last,
      says: '已经没有工作日了',
    }),
    example('office-over', '受理点，已经截止', office(), {
      today: addDays(last, 1),
      steps: [unfold],
      ready: '.timeline-past[open] #timeline-office',
    }),

    example('tasks', '自查带来的事项', { tasks }, { ready: '.timeline-row-task', ...print }),
    example('link-older', '旧版做的链接', `plan=2000.1&post=${latestPosting}`, {
      says: '这个链接按 2000.1 版做的',
    }),
    example('link-broken', '坏了一部分的链接', `plan=${notice.version}&post=2026-13-45&x=1`, {
      says: '看不懂，没有采用',
    }),
  ];
}
