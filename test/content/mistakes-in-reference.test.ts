import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadNotice, loadReference } from '../../src/notices/index.ts';
import { notice } from './2026/support.ts';
import { type Mistake, saidAt, type Told, withCopy } from './mutate.ts';

const reference = await loadReference(notice);

async function told(file: string, from: string, to: string): Promise<Told> {
  let text = '';
  const message = await withCopy((folder) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`${file} does not hold ${from}`);
    text = before.replace(from, () => to);
    writeFileSync(path, text);
  }, messageOf);
  return { message, text };
}

async function messageOf(content: URL): Promise<string> {
  try {
    await loadReference(await loadNotice('2026', content), content);
    return '';
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ContentError') throw error;
    return error.message;
  }
}

const RULE = (name: string) => `notices/2026/rules/${name}.yaml`;
const OTHERS = 'notices/2026/open.yaml';

const inExamples: (Mistake & { file: string })[] = [
  {
    name: 'an answer is no option',
    file: RULE('01-specialty'),
    from: 'specialty: informationTechnology',
    to: 'specialty: textiles',
    field: 'examples.0.answers.specialty',
    on: 'textiles',
    says: /没有这个选项/,
  },
  {
    name: 'a year’s credits are too many',
    file: RULE('06-continuingEducation'),
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
    from: 'answers: { employer: centralEnterprise, entrusted: "yes" }',
    to: 'answers: { employer: centralEnterprise }',
    field: 'examples.1.answers',
    on: '{ employer: centralEnterprise }',
    says: /规则 employer 还没有结果，再写上：entrusted/,
  },
  {
    name: 'it is not known whether the rule applies',
    file: RULE('07-postApproval'),
    from: 'answers: { employer: provincialInstitution, postApproved: "yes" }',
    to: 'answers: { postApproved: "yes" }',
    field: 'examples.0.answers',
    on: '{ postApproved: "yes" }',
    says: /再写上：employer/,
  },
  {
    name: 'two examples of a rule have one name',
    file: RULE('01-specialty'),
    from: 'name: 专业不在名单里',
    to: 'name: 申报信息技术',
    field: 'examples.1.name',
    on: '申报信息技术\n    answers: { specialty: other }',
    says: /请换个名字/,
  },
  {
    name: 'something else comes out than is written',
    file: RULE('05-qualification'),
    from: 'heldSince: 2023-01-01 }\n    outcome: unmet',
    to: 'heldSince: 2023-01-01 }\n    outcome: met',
    field: 'examples.1.outcome',
    on: 'met\n  - name: 技师',
    says: /写的是 met，规则算出来是 unmet：.*差 1 天。改正例子，或者改正规则/,
  },
  {
    name: 'the rule does not apply to it',
    file: RULE('07-postApproval'),
    from: 'answers: { employer: provincialEnterprise }\n    outcome: doesNotApply',
    to: 'answers: { employer: provincialEnterprise }\n    outcome: met',
    field: 'examples.3.outcome',
    on: 'met\n\nopen',
    says: /算出来是 doesNotApply：这条规则不适用/,
  },
];

const inOpen: (Mistake & { file: string })[] = [
  {
    name: 'a clause is unknown',
    file: OTHERS,
    from: 'clause: "3.3.1"',
    to: 'clause: "3.9"',
    field: '0.clause',
    on: '"3.9"',
    says: /没有条款 3\.9/,
  },
  {
    name: 'nobody knows whom to ask',
    file: OTHERS,
    from: 'ask: [employer, innovationCentre',
    to: 'ask: [boss, innovationCentre',
    field: '0.ask.0',
    on: 'boss',
    says: /不知道 boss 是谁，可以写：applicant、employer、office、innovationCentre/,
  },
  {
    name: 'a rule’s clause is unknown',
    file: RULE('01-specialty'),
    from: '    clause: "1.1"\n    about',
    to: '    clause: "1.7"\n    about',
    field: 'open.0.clause',
    on: '"1.7"',
    says: /没有条款 1\.7/,
  },
  {
    name: 'words name a fact that there is not',
    file: RULE('01-specialty'),
    from: '通知没有写。自查不看这一项。',
    to: '通知没有写，{specialities} 个专业。',
    field: 'open.0.about',
    on: 'about: 哪些方向',
    says: /不能用 \{specialities\}/,
  },
];

describe('a mistake in the examples is told with file, line, field and cure', () => {
  test.each(inExamples)('$name', async (mistake) => {
    const { file, from, to, says } = mistake;
    expect(saidAt(await told(file, from, to), file, mistake)).toMatch(says);
  });
});

describe('a mistake in the open points is told with file, line, field and cure', () => {
  test.each(inOpen)('$name', async (mistake) => {
    const { file, from, to, says } = mistake;
    expect(saidAt(await told(file, from, to), file, mistake)).toMatch(says);
  });
});

test('a file that is not there is asked for', async () => {
  const message = await withCopy((folder) => rmSync(join(folder, OTHERS)), messageOf);
  expect(message).toContain(`content/${OTHERS} 没有这个文件，请补上。`);
});

describe('the examples', () => {
  test.each(notice.rules)('of $id are two to four', ({ id }) => {
    const own = reference.examples.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.length).toBeLessThanOrEqual(4);
  });
});

describe('the open points', () => {
  const points = reference.openPoints.map(({ rule, point }) => [rule, point]);

  test('hold every item of every rule’s own list', () => {
    for (const { id, open = [] } of notice.rules) {
      for (const point of open) expect(points).toContainEqual([id, point]);
    }
  });

  test.each([
    '学历和年限',
    '中专',
    '连续',
    '公需',
    '缺的年度',
    '参加工作以前',
    '起算',
    '派遣',
    '退休年龄',
    '社保',
    '以考代评',
    '转评',
    '国外学历',
    '哪个受理点',
  ])('name what is known to be unknown: %s', (words) => {
    expect(points.filter(([, point]) => point?.includes(words))).toHaveLength(1);
  });

  test('say of each whom to ask', () => {
    for (const { ask } of reference.openPoints) expect(ask.length).toBeGreaterThan(0);
  });

  test('are asked of the office when nobody is named', async () => {
    const entry = '    about: 换系列怎么办，通知没有写。自查不看这一项。\n    ask: [office]\n';
    const path = RULE('05-qualification');
    await withCopy(
      (folder) => {
        const text = readFileSync(join(folder, path), 'utf8');
        expect(text).toContain(entry);
        writeFileSync(join(folder, path), text.replace(entry, ''));
      },
      async (content) => {
        const { openPoints } = await loadReference(await loadNotice('2026', content), content);
        const point = openPoints.find((one) => one.point === '转评');
        expect(point).toEqual({ point: '转评', rule: 'qualification', ask: ['office'] });
      },
    );
  });
});
