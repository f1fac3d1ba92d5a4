/** The roster check: the three ways in, columns known and unknown, what cannot be read, and results. */
import { addDays, type FullNotice } from '../calculator/index.ts';
import type { Action, Example } from './example.ts';

/** Made-up people, as a unit's own spreadsheet would have them: a title above, two columns nobody knows, a private one. */
export const PASTED = [
  '2026年申报人员汇总表',
  '序号\t姓名\t部门\t申报职称\t申报专业\t学历\t现职称\t取得时间\t2024年学时\t2025年学时\t2026年学时\t手机号\t工号',
  '1\t甲一\t研发部\t工程师\t信息技术\t大学本科\t助理工程师\t2021.6\t96（专业72）\t90（专业60）\t92（专业70）\t13800000000\tA01',
  '2\t乙二\t工艺部\t中级\t机电\t大专\t助工\t2024年\t96（专业72）\t达标\t40（专业30）\t13800000001\tA02',
  '3\t丙三\t质量部\t初级\t材料\t研究生\t无\t\t90（专业60）\t90（专业60）\t90（专业60）\t13800000002\tA03',
].join('\n');

export function rosterExamples(notice: FullNotice): Example[] {
  const [{ closes, opens = notice.issuedOn }] = notice.stages;
  const example = (
    id: string,
    name: string,
    steps: Action[],
    rest: Partial<Example> = {},
  ): Example => ({
    id: `roster-${id}`,
    name: `花名册：${name}`,
    widget: 'roster',
    path: `/${notice.id}/employers/roster/`,
    steps,
    today: addDays(opens, 14),
    ready: '.roster-opening',
    ...rest,
  });
  const paste = (text: string): Action[] => [
    { type: text, into: 'roster-text' },
    { press: '看这份名单' },
  ];
  const columns = { ready: '.roster-columns' };
  const screened: Action[] = [{ press: '用示例试一试' }, { press: '开始核对' }];
  const result = { ready: '.roster-row', says: '的结果' };
  return [
    example('opening', '还没有名单', []),
    example('empty', '什么也没粘贴', [{ press: '看这份名单' }], { ready: '.tc-error' }),
    example('columns', '列认得对不对', paste(PASTED), { ...columns, says: '没有读取的' }),
    example('unknown', '一列也没认出', paste('甲\t乙\n一\t二\n三\t四'), {
      ...columns,
      says: '一列也没认出',
    }),
    example('unreadable', '不是名单', paste('"没有写完的引号'), { ready: '.roster-problem' }),
    example(
      'kept',
      '新的没有读成，原来的还在',
      [...screened, { press: '换一份名单' }, ...paste('"没有写完')],
      {
        ready: '.roster-problem',
        says: '下面还是',
      },
    ),
    example('result', '结果', screened, { ...result, print: true }),
    example('next', '截止以后：按下一年度', screened, {
      ...result,
      today: addDays(closes, 100),
      says: '假定',
    }),
    example(
      'cells',
      '要看一看的格子',
      [...paste(PASTED), { press: '开始核对' }, { press: '2 人有' }],
      {
        ready: '.roster-problems[open]',
      },
    ),
    example('person', '一个人', [...paste(PASTED), { press: '开始核对' }, { press: '看乙二' }], {
      ready: '.roster-one',
      says: '对本人说的',
    }),
  ];
}
