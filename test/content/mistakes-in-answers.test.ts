import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFile, messageOf, testMistakes, withCopy } from './mutate.ts';

const FIRST = 'notices/2026/answers/01-people.yaml';
const SECOND = 'notices/2026/answers/02-others.yaml';
const IN = (question: string) => `questions「${question}」`;

describe('a mistake in an answer', () => {
  testMistakes(
    inFile(FIRST, [
      {
        name: 'whose clause is unknown',
        from: 'clause: "1.2"',
        to: 'clause: "1.9"',
        field: `${IN('retired')}.answer「1.9」.clause`,
        on: '"1.9"',
        says: /没有条款 1\.9/,
      },
      {
        name: 'whose quotation is not in the clause',
        from: 'quote: 省属企业和事业单位的人员可以申报。',
        to: 'quote: 谁都可以申报。',
        field: `${IN('retired')}.answer「1.2」.quote`,
        on: '谁都可以申报',
        says: /条款 1\.2 里没有这句话/,
      },
      {
        name: 'which is for those who answer what is not asked',
        from: 'asker: { education: [master, bachelor] }',
        to: 'asker: { schooling: [master] }',
        field: `${IN('retired')}.asker.schooling`,
        on: 'schooling',
        says: /没有题目 schooling。可以写：target、/,
      },
      {
        name: 'which is for those who answer as nobody can',
        from: 'asker: { education: [master, bachelor] }',
        to: 'asker: { education: [master, bachelors] }',
        field: `${IN('retired')}.asker.education「bachelors」`,
        on: 'bachelors',
        says: /没有 bachelors 这个回答。可以写：doctor、/,
      },
      {
        name: 'which says whose result shows it, and of no rule',
        from: 'links: [scope, rules/qualification]',
        to: 'links: [scope]',
        field: `${IN('retired')}.asker`,
        on: 'asker',
        says: /links 里就要有 rules/,
      },
      {
        name: 'which types a figure',
        from: '公示 {workdays} 个工作日',
        to: '公示 5 天',
        field: `${IN('retired')}.answer「1.2」.says`,
        on: '通知只写了',
        says: /“5”不要手写/,
      },
      {
        name: 'which types a figure in words',
        from: '公示 {workdays} 个工作日',
        to: '公示五个工作日',
        field: `${IN('retired')}.answer「1.2」.says`,
        on: '通知只写了',
        says: /“五个工作日”不要手写/,
      },
      {
        name: 'which names a fact that there is not',
        from: '{workdays}',
        to: '{days}',
        field: `${IN('retired')}.answer「1.2」.says`,
        on: '通知只写了',
        says: /不能用 \{days\}/,
      },
      {
        name: 'which repeats an open point that there is not',
        from: 'point: 退休年龄',
        to: 'point: 退休年纪',
        field: `${IN('retired')}.answer「退休年纪」.point`,
        on: '退休年纪',
        says: /没有待核事项“退休年纪”/,
      },
      {
        name: 'that leaves something open and does not say what to bring',
        from: '    bring: 退休证\n',
        to: '',
        field: `${IN('retired')}.bring`,
        on: 'id: retired',
        says: /就要写 bring/,
      },
      {
        name: 'whose rule is unknown',
        from: 'rule: qualification',
        to: 'rule: qualifying',
        field: `${IN('bachelor')}.answer「第 1 项」.rule`,
        on: 'qualifying',
        says: /没有规则 qualifying/,
      },
      {
        name: 'that does not lead to the end of its rule',
        from: ', heldSince: date',
        to: '',
        field: `${IN('bachelor')}.answer「第 1 项」.when`,
        on: '{ target: engineer',
        says: /这里要写 heldSince，可以写：date、unsure/,
      },
      {
        name: 'that gives an answer which its rule does not know',
        from: 'education: bachelor',
        to: 'education: bachelors',
        field: `${IN('bachelor')}.answer「第 1 项」.when`,
        on: '{ target: engineer',
        says: /没有 bachelors 这个回答/,
      },
      {
        name: 'that gives an answer for which its rule does not ask',
        from: 'heldSince: date }',
        to: 'heldSince: date, work: engineering }',
        field: `${IN('bachelor')}.answer「第 1 项」.when`,
        on: '{ target: engineer',
        says: /走不到 work/,
      },
      {
        name: 'that claims an outcome where its rule has none yet',
        from: 'heldSince: date }\n',
        to: 'heldSince: date }\n        outcome: met\n',
        field: `${IN('bachelor')}.answer「第 1 项」.outcome`,
        on: 'met\n    words',
        says: /还没有结果/,
      },
      {
        name: 'that rests on two things at once',
        from: '      - point: 退休年龄\n',
        to: '      - point: 退休年龄\n        ours: 先问。\n',
        field: `${IN('retired')}.answer「退休年龄」`,
        on: 'point: 退休年龄',
        says: /只写一个：clause、rule、documents、point、notStated、ours/,
      },
      {
        name: 'that says more beside an open point',
        from: '      - point: 退休年龄\n',
        to: '      - point: 退休年龄\n        says: 不能。\n',
        field: `${IN('retired')}.answer「退休年龄」.says`,
        on: '不能。',
        says: /says 和 clause、rule、documents 一起写，这里是 point/,
      },
      {
        name: 'that leads to a rule which there is not',
        from: 'rules/qualification]',
        to: 'rules/qualified]',
        field: `${IN('retired')}.links「rules/qualified」`,
        on: 'rules/qualified',
        says: /没有规则 qualified。可以写：rules\//,
      },
      {
        name: 'that leads to a document which there is not',
        from: 'documents/conditions',
        to: 'documents/condition',
        field: `${IN('bachelor')}.links「documents/condition」`,
        on: 'documents/condition',
        says: /没有 condition/,
      },
      {
        name: 'whose word is written twice',
        from: '[退休, 返聘]',
        to: '[退休, 退休]',
        field: `${IN('retired')}.words「退休」`,
        on: '退休]',
        says: /退休 写了两次/,
      },
      ...[
        ['公示 {workdays 个工作日', /“\{workdays 个工作日.*”的花括号没有配成一对，要写成 \{…\}/],
        ['公示 workdays} 个工作日', /“\}.*”的花括号没有配成一对/],
        ['公示５天', /“5”不要手写/],
        ['公示二〇年', /“二〇年”不要手写/],
      ].map(([to, says]) => ({
        name: `which says ${to}`,
        from: '公示 {workdays} 个工作日',
        to: String(to),
        field: `${IN('retired')}.answer「1.2」.says`,
        on: '通知只写了',
        says: says as RegExp,
      })),
      {
        name: 'whose question names a year',
        from: '退休以后还能报吗？',
        to: '2026 年退休还能报吗？',
        field: `${IN('retired')}.question`,
        on: '2026 年退休',
        says: /“2026”不要手写/,
      },
      {
        name: 'whose key is misspelt',
        from: '    bring: 退休证',
        to: '    brings: 退休证',
        field: `${IN('retired')}.brings`,
        on: '退休证',
        says: /没有“brings”这一项。是不是 bring？/,
      },
    ]),
  );
  testMistakes(
    inFile(SECOND, [
      {
        name: 'whose rule came to another outcome',
        from: 'outcome: met',
        to: 'outcome: unmet',
        field: `${IN('doctor')}.answer「第 1 项」.outcome`,
        on: 'unmet',
        says: /走到这里是 met，请写 outcome: met/,
      },
      {
        name: 'whose document is unknown',
        from: '[nationalStandard]',
        to: '[nationalStandards]',
        field: `${IN('doctor')}.answer「第 2 项」.documents「nationalStandards」`,
        on: 'nationalStandards',
        says: /没有 nationalStandards/,
      },
      {
        name: 'who is asked is unknown',
        from: '[office, 单位的培训部门]',
        to: '[ofice, 单位的培训部门]',
        field: `${IN('perYear')}.ask「ofice」`,
        on: 'ofice',
        says: /不知道 ofice 是谁.*或者直接写中文/,
      },
      {
        name: 'nobody is asked',
        from: '    ask: [office, 单位的培训部门]\n',
        to: '',
        field: `${IN('perYear')}.ask`,
        on: 'id: perYear',
        says: /就要写 ask/,
      },
      {
        name: 'nothing but this site’s own advice is left',
        from: '    answer:\n      - says: 可以，{by}不看年限。\n        rule: qualification\n        when: { target: engineer, route: education, education: doctor }\n        outcome: met\n      - says: 国家的标准也这样写。\n        documents: [nationalStandard]\n',
        to: '    answer:\n      - ours: 先问。\n',
        field: `${IN('doctor')}.answer`,
        on: '- ours: 先问。',
        says: /不能只有 ours/,
      },
      {
        name: 'whose address another question has',
        from: 'id: doctor',
        to: 'id: retired',
        field: `${IN('retired')}.id`,
        on: 'retired',
        says: /retired 写了两次/,
      },
    ]),
  );
});

describe('a mistake in the glossary', () => {
  testMistakes(
    inFile('notices/2026/glossary.yaml', [
      {
        name: 'whose term stands there twice',
        from: 'id: title',
        to: 'id: publicity',
        field: '「publicity」.id',
        on: 'publicity\n  term: 职称',
        says: /publicity 写了两次/,
      },
      {
        name: 'which types a figure',
        from: '{workdays} 个工作日',
        to: '五个工作日',
        field: '「publicity」.means「3.1」.says',
        on: '单位公布',
        says: /不要手写/,
      },
      {
        name: 'which names a term as another word for itself',
        from: 'also: [张榜]',
        to: 'also: [公示]',
        field: '「publicity」.also',
        on: '[公示]',
        says: /已经是 term/,
      },
      {
        name: 'which spells two terms alike',
        from: '  also: [张榜]\n',
        to: '  spelled: [公示, 职称]\n',
        field: '「title」.spelled',
        on: 'id: title',
        says: /职称 写了两次/,
      },
      {
        name: 'which tells a term from a word that does not hold it',
        from: '  also: [张榜]\n',
        to: '  notIn: [张榜]\n',
        field: '「publicity」.notIn',
        on: '[张榜]',
        says: /“张榜”里没有 公示/,
      },
    ]),
  );
});

test('a year without questions is told so, and a file whose name is not its id', async () => {
  const gone = await withCopy(
    (folder) => rmSync(join(folder, 'notices/2026/answers'), { recursive: true }),
    messageOf,
  );
  expect(gone).toContain('没有常见问题。至少写一组');
  const renamed = await withCopy(
    (folder) => renameSync(join(folder, SECOND), join(folder, 'notices/2026/answers/02-rest.yaml')),
    messageOf,
  );
  expect(renamed).toContain('把文件改名为 02-others.yaml，或者改正 id');
});
