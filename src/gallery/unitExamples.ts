/** The tools for units: the publicity's form and its sheets, and a checklist by person and for all. */
import {
  addDays,
  deadlineOf,
  type FullNotice,
  planTimeline,
  type WorkCalendar,
} from '../calculator/index.ts';
import { encodePlan } from '../plan/index.ts';
import type { Action, Example } from './example.ts';

export function unitExamples(notice: FullNotice, calendar: WorkCalendar): Example[] {
  const [{ opens = notice.issuedOn }] = notice.stages;
  const deadline = deadlineOf(notice);
  const { latestPosting = deadline } = planTimeline(notice, calendar, { today: opens }).publicity;
  const pasted: Action[] = [
    {
      type: '张三\t设备部\t工程师\t机电制造\t正常申报\n李四\t研发部\t初级\t土建\t破格',
      into: 'pasted',
    },
    { press: '加到名单' },
  ];

  const publicity = (
    id: string,
    name: string,
    postedOn: string | undefined,
    steps: Action[],
    rest: Partial<Example> = {},
  ): Example => ({
    id: `publicity-${id}`,
    name: `公示：${name}`,
    widget: 'publicity',
    path: `/employers/publicity/${postedOn ? `#${encodePlan(notice, { role: 'employer', postedOn, steps: [], tasks: [] })}` : ''}`,
    steps,
    today: addDays(opens, 14),
    ready: '.publicity',
    ...rest,
  });
  const checklist = (
    id: string,
    name: string,
    role: string,
    steps: Action[],
    rest: Partial<Example> = {},
  ): Example => ({
    id: `checklist-${id}`,
    name: `清单：${name}`,
    widget: 'checklist',
    path: `/${role}s/checklist/`,
    steps,
    today: addDays(opens, 14),
    ready: '.checklist',
    ...rest,
  });

  return [
    publicity('blank', '刚打开', undefined, []),
    publicity(
      'full',
      '填好了，有要看一眼的',
      latestPosting,
      [{ type: '某某公司', into: 'unit' }, ...pasted, { choose: '没有' }],
      // Over on the last day to recommend, whenever it was posted in time.
      { today: deadline, ready: '.publicity-platform', says: '录入平台时照着写', print: true },
    ),
    publicity(
      'refused',
      '写了手机号',
      latestPosting,
      [...pasted, { press: '张三' }, { type: '13800000000', into: 'person-0-department' }],
      { says: '像手机号' },
    ),
    publicity('not-held', '那一年的放假安排还没有', `${notice.year}-12-31`, pasted, {
      says: '节假日安排',
      today: `${notice.year}-12-01`,
    }),
    publicity(
      'record',
      '有人提了意见，公示还没结束',
      latestPosting,
      [...pasted, { choose: '有' }],
      {
        says: '过了这天再写结果',
      },
    ),
    checklist('blank', '单位的，刚打开', 'employer', [], { print: true }),
    checklist(
      'people',
      '单位的，两个人',
      'employer',
      [
        { type: '张三\n李四', into: 'employer-names' },
        { press: '加上' },
        { press: '人对不对' },
        { choose: '现职，从事工程技术' },
      ],
      { says: '张三（1/', print: true },
    ),
    checklist('office', '受理点的', 'office', [{ press: '要负责的' }]),
  ];
}
