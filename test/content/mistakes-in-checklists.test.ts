import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/notices/index.ts';
import { fromSample, SAMPLE } from '../notices/index.ts';
import { inFile, testMistakes } from './mutate.ts';

const FILE = 'notices/2026/checklists.yaml';
const ITEM = (group: string, item: string) => `「employer」.groups「${group}」.items「${item}」`;

describe('a mistake in a checklist', () => {
  testMistakes(
    inFile(FILE, [
      {
        name: 'whose clause is unknown',
        from: 'clause: "1.2"',
        to: 'clause: "1.9"',
        field: `${ITEM('person', 'scope')}.clause`,
        on: '"1.9"',
        says: /没有条款 1\.9/,
      },
      {
        name: 'for a role that there is not',
        from: 'role: employer',
        to: 'role: boss',
        field: '「boss」.role',
        on: 'boss',
        says: /没有角色 boss/,
      },
      {
        name: 'which types a figure',
        from: '公示不少于 {workdays} 个工作日',
        to: '公示不少于五个工作日',
        field: `${ITEM('publicity', 'days')}.says`,
        on: '五个工作日',
        says: /不要手写/,
      },
      {
        name: 'which types a figure of others’ practice',
        from: 'elsewhere: 合同和社保对得上。',
        to: 'elsewhere: 社保满 3 年。',
        field: `${ITEM('person', 'contracts')}.elsewhere`,
        on: '社保满',
        says: /“3”不要手写/,
      },
      {
        name: 'in which others’ practice has a clause of the notice',
        from: 'elsewhere: 合同和社保对得上。',
        to: 'elsewhere: 合同和社保对得上。, clause: "1.2"',
        field: ITEM('person', 'contracts'),
        on: '合同和社保',
        says: /不和 clause 一起写/,
      },
      {
        name: 'which rests on nothing',
        from: 'says: 在申报的单位里。, clause: "1.2"',
        to: 'says: 在申报的单位里。',
        field: ITEM('person', 'scope'),
        on: '在申报的单位里',
        says: /要写、且只写一个/,
      },
      {
        name: 'whose id another group has',
        from: '{ id: days,',
        to: '{ id: scope,',
        field: `${ITEM('publicity', 'scope')}.id`,
        on: 'id: scope, says: "公示',
        says: /scope 写了两次/,
      },
    ]),
  );
});

test('an item says whose word it is', async () => {
  const { checklists } = await fromSample((content) => loadReference({ id: SAMPLE }, content));
  const items = checklists.flatMap(({ groups }) => groups.flatMap((group) => group.items));
  expect(
    items.map(({ id, standing, isElsewhere, says }) => [id, standing, isElsewhere, says]),
  ).toEqual([
    ['scope', 'notice', false, '在申报的单位里。'],
    ['credits', 'reference', false, '每年不少于 90 学时。'],
    ['contracts', undefined, true, '合同和社保对得上。'],
    ['days', 'notice', false, '公示不少于 5 个工作日。'],
    ['age', 'manual', false, expect.any(String)],
  ]);
});
