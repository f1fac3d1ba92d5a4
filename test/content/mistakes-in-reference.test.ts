import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/notices/index.ts';
import { notice } from '../calculator/support.ts';
import { fromSample } from '../notices/index.ts';
import { type Mistake, messageOf, testMistakes, withCopy } from './mutate.ts';

const RULE = (name: string) => `notices/2026/rules/${name}.yaml`;
const OTHERS = 'notices/2026/open.yaml';

const inExamples: (Mistake & { file: string })[] = [
  {
    name: 'an answer is no option',
    file: RULE('01-specialty'),
    from: 'answers: { specialty: energy',
    to: 'answers: { specialty: textiles',
    field: 'examples.0.answers.specialty',
    on: 'textiles',
    says: /没有这个选项/,
  },
  {
    name: 'a year’s credits are too many',
    file: RULE('04-continuingEducation'),
    from: '2026: { total: 89.5',
    to: '2026: { total: 8950',
    field: 'examples.1.answers.credits.2026',
    // A year is a number to YAML, so the line is that of the years' list.
    on: '2024: { total: 96, professional: 72 }\n        2025: { total: 96, professional: 72 }\n        2026: { total: 8950',
    says: /要在 0 到 2000 之间/,
  },
  {
    name: 'the answers do not lead to an outcome',
    file: RULE('02-employer'),
    from: 'answers: { employer: centralEnterprise, entrusted: "no" }',
    to: 'answers: { employer: centralEnterprise }',
    field: 'examples.1.answers',
    on: '{ employer: centralEnterprise }',
    says: /规则 employer 还没有结果，再写上：entrusted/,
  },
  {
    name: 'it is not known whether the rule applies',
    file: RULE('05-postApproval'),
    from: 'answers: { employer: provincialInstitution, postApproved: "no" }',
    to: 'answers: { postApproved: "no" }',
    field: 'examples.0.answers',
    on: '{ postApproved: "no" }',
    says: /再写上：employer/,
  },
  {
    name: 'two examples of a rule have one name',
    file: RULE('01-specialty'),
    from: 'name: 专业不在名单里',
    to: 'name: 申报能源',
    field: 'examples.1.name',
    on: '申报能源\n    answers: { specialty: other }',
    says: /请换个名字/,
  },
  {
    name: 'something else comes out than is written',
    file: RULE('03-qualification'),
    from: 'heldSince: 2023-01-01 }\n    outcome: unmet',
    to: 'heldSince: 2023-01-01 }\n    outcome: met',
    field: 'examples.1.outcome',
    on: 'met\n  - name: 破格',
    says: /写的是 met，规则算出来是 unmet：.*差 1 天。改正例子，或者改正规则/,
  },
  {
    name: 'the rule does not apply to it',
    file: RULE('05-postApproval'),
    from: 'answers: { employer: provincialEnterprise }\n    outcome: doesNotApply',
    to: 'answers: { employer: provincialEnterprise }\n    outcome: met',
    field: 'examples.1.outcome',
    on: 'met\n\nopen',
    says: /算出来是 doesNotApply：这条规则不适用/,
  },
];

const inOpen: (Mistake & { file: string })[] = [
  {
    name: 'a clause is unknown',
    file: OTHERS,
    from: 'clause: "3.2"',
    to: 'clause: "3.9"',
    field: '0.clause',
    on: '"3.9"',
    says: /没有条款 3\.9/,
  },
  {
    name: 'nobody knows whom to ask',
    file: OTHERS,
    from: 'ask: [employer, hotline',
    to: 'ask: [boss, hotline',
    field: '0.ask.0',
    on: 'boss',
    says: /不知道 boss 是谁，可以写：applicant、employer、office、hotline/,
  },
  {
    name: 'a rule’s clause is unknown',
    file: RULE('02-employer'),
    from: '    clause: "1.2"\n    about',
    to: '    clause: "1.7"\n    about',
    field: 'open.0.clause',
    on: '"1.7"',
    says: /没有条款 1\.7/,
  },
  {
    name: 'words name a fact that there is not',
    file: RULE('02-employer'),
    from: 'about: 通知没有写。',
    to: 'about: 通知没有写，{specialities} 个专业。',
    field: 'open.0.about',
    on: 'about: 通知没有写，',
    says: /不能用 \{specialities\}/,
  },
];

describe('a mistake in the examples', () => {
  testMistakes(inExamples);
});

describe('a mistake in the open points', () => {
  testMistakes(inOpen);
});

describe('a mistake in the glossary', () => {
  const file = 'notices/2026/glossary.yaml';
  testMistakes([
    {
      name: 'a term is explained twice',
      file,
      from: 'term: 职称',
      to: 'term: 公示',
      field: '1.term',
      on: 'term: 公示\n  means:\n    - ours',
      says: /“公示”在 publicity 里已经有了，留一处。/,
    },
    {
      name: 'another word for a term is explained already',
      file,
      from: 'term: 职称\n',
      to: 'term: 职称\n  also: [资格, 张榜]\n',
      field: '1.also',
      on: '[资格, 张榜]',
      says: /“张榜”在 publicity 里已经有了，留一处。/,
    },
  ]);

  test.each([
    ['in place of the list', 'publicity:\n  term: 公示\n', '第 1 行 '],
    [
      'in place of an inner list',
      '- id: publicity\n  means: { ours: 公布 }\n',
      '第 2 行 「publicity」.means：',
    ],
  ])('a map stands %s, asks for a list', async (_, text, place) => {
    const message = await withCopy((folder) => writeFileSync(join(folder, file), text), messageOf);
    expect(message).toContain(`content/${file} ${place}要写成一列，每一项前面加“- ”。`);
  });
});

test('a file that is not there is asked for', async () => {
  const message = await withCopy((folder) => rmSync(join(folder, OTHERS)), messageOf);
  expect(message).toContain(`content/${OTHERS} 没有这个文件，请补上。`);
});

test('an open point is asked of the office when nobody is named', async () => {
  const { openPoints } = await fromSample((content) => loadReference(notice, content));
  const point = openPoints.find((one) => one.point === '转评');
  expect(point).toEqual({ point: '转评', rule: 'qualification', ask: ['office'] });
});
