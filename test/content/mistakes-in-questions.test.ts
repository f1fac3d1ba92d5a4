import { describe, expect, test } from 'vitest';
import { inFile, type Mistake, testMistakes, toldOf } from './mutate.ts';

const file = 'notices/2026/questions.yaml';

const mistakes: Mistake[] = [
  {
    name: 'a question has no title',
    from: '  title: 您申报哪个专业？\n',
    to: '',
    field: '1.title',
    on: 'id: specialty',
    says: /要写一段文字/,
  },
  {
    name: 'a question has an unknown type',
    from: 'type: amounts',
    to: 'type: number',
    field: '13.type',
    on: 'type: number',
    says: /choice、date 或 amounts/,
  },
  {
    name: 'a clause is unknown',
    from: 'clause: "2.2"',
    to: 'clause: "2.4"',
    field: '13.clause',
    on: '"2.4"',
    says: /没有条款 2\.4/,
  },
  {
    name: 'an option stands twice',
    from: '{ value: technician, label: 技术员 }',
    to: '{ value: assistantEngineer, label: 技术员 }',
    field: '7.options',
    on: '- { value: none, label: 没有 }',
    says: /选项 assistantEngineer 写了两次/,
  },
  {
    name: 'a question stands twice',
    from: '- id: startedWorkOn',
    to: '- id: heldSince',
    field: '9.id',
    on: 'heldSince\n  type: date\n  section: 条件\n  changes: time\n  title: 您哪天开始',
    says: /题目 heldSince 写了两次/,
  },
  {
    name: 'no rule asks a question',
    from: '- id: misconductOn',
    to: `- id: shoeSize
  type: choice
  section: 条件
  changes: never
  title: 您穿几码的鞋？
  why: 不为什么。
  clause: "4.1"
  options: [{ value: small, label: 小 }]

- id: misconductOn`,
    field: '12.id',
    on: 'shoeSize',
    says: /没有规则用到 shoeSize/,
  },
  {
    name: 'the earliest date is after the latest',
    from: 'earliest: 1950-01-01',
    to: 'earliest: 2050-01-01\n  latest: 2026-12-31',
    field: '8.latest',
    on: 'latest: 2026-12-31',
    says: /latest 不能早于 earliest/,
  },
  {
    name: 'a slot is unknown',
    from: '年限从这一天算到 {serviceCutoff}。',
    to: '年限从这一天算到 {cutoff}。',
    field: '8.why',
    on: '{cutoff}',
    says: /不能用 \{cutoff\}，可以用：year、.*serviceCutoff/,
  },
  {
    name: 'a slot is mistyped in a title',
    from: 'title: 您的单位是哪一类？',
    to: 'title: "{yaer} 年您的单位是哪一类？"',
    field: '2.title',
    on: '{yaer} 年您的单位',
    says: /\{yaer\}/,
  },
  {
    name: 'a slot is unknown in the title of the amounts',
    from: 'title: "{year} 年您登记',
    to: 'title: "{eachYear} 年您登记',
    field: '13.title',
    on: '{eachYear} 年您登记',
    says: /\{eachYear\}/,
  },
  {
    name: 'a slot is unknown in the help',
    from: 'help: 拿不准就选',
    to: 'help: 到 {date} 拿不准就选',
    field: '2.help',
    on: '{date}',
    says: /\{date\}/,
  },
  {
    name: 'an amount is within one that is not there',
    from: 'within: total',
    to: 'within: sum',
    field: '13.amounts.1.within',
    on: 'within: sum',
    says: /前面的一个数/,
  },
  {
    name: 'an option has no label',
    from: '{ value: engineer, label: 工程师 }',
    to: '{ value: engineer }',
    field: '7.options.3.label',
    on: '{ value: engineer }',
    says: /要写一段文字/,
  },
  {
    name: 'an option is a bare number',
    from: '{ value: none, label: 没有 }',
    to: '{ value: 0, label: 没有 }',
    field: '7.options.0.value',
    on: '{ value: 0',
    says: /纯数字要加引号/,
  },
];

describe('loadNotice, when in questions.yaml', () => {
  testMistakes(inFile(file, mistakes));

  test('a question stands that no rule needs any more, names it once a year of amounts at most', async () => {
    const { message } = await toldOf({
      file: 'notices/2026/rules/04-continuingEducation.yaml',
      from: 'each: credits',
      to: 'each: hours',
    });
    expect(message).toContain('没有 hours 这道 amounts 题');
    expect(message).toContain('没有规则用到 credits');
  });
});
