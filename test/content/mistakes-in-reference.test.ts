import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadNotice, loadReference } from '../../src/notices/index.ts';
import { notice } from '../calculator/support.ts';
import { lineOf, type Mistake, saidAt, type Told, withCopy } from './mutate.ts';

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

const examples = 'notices/2026/examples.yaml';
const open = 'notices/2026/open.yaml';

const inExamples: Mistake[] = [
  {
    name: 'a rule is unknown',
    from: '- rule: work\n  name: 带技术团队',
    to: '- rule: job\n  name: 带技术团队',
    field: '7.rule',
    on: 'rule: job',
    says: /没有规则 job，可以写：specialty、employer/,
  },
  {
    name: 'an answer is no option',
    from: 'specialty: informationTechnology',
    to: 'specialty: textiles',
    field: '0.answers.specialty',
    on: 'textiles',
    says: /没有这个选项/,
  },
  {
    name: 'a year’s credits are too many',
    from: '2026: { total: 89.5',
    to: '2026: { total: 8950',
    field: '18.answers.credits.2026',
    // A year is a number to YAML, so the line is that of the years' list.
    on: '2024: { total: 96, professional: 72 }\n      2025: { total: 96, professional: 72 }\n      2026: { total: 8950',
    says: /要在 0 到 2000 之间/,
  },
  {
    name: 'the answers do not lead to an outcome',
    from: 'answers: { employer: centralEnterprise, entrusted: "yes" }',
    to: 'answers: { employer: centralEnterprise }',
    field: '4.answers',
    on: '{ employer: centralEnterprise }',
    says: /规则 employer 还没有结果，再写上：entrusted/,
  },
  {
    name: 'it is not known whether the rule applies',
    from: 'answers: { employer: provincialInstitution, postApproved: "yes" }',
    to: 'answers: { postApproved: "yes" }',
    field: '21.answers',
    on: '{ postApproved: "yes" }',
    says: /再写上：employer/,
  },
  {
    name: 'two examples of a rule have one name',
    from: 'name: 专业不在名单里',
    to: 'name: 申报信息技术',
    field: '1.name',
    on: '申报信息技术\n  answers: { specialty: other }',
    says: /请换个名字/,
  },
];

const inOpen: Mistake[] = [
  {
    name: 'a rule is unknown',
    from: '- rule: specialty',
    to: '- rule: speciality',
    field: '0.rule',
    on: 'speciality',
    says: /没有规则 speciality/,
  },
  {
    name: 'an item of the rule is unknown',
    from: 'of: 年限是否必须连续',
    to: 'of: 年限连续',
    field: '6.of',
    on: '年限连续\n',
    says: /可以写：浙江自己的学历和年限要求、/,
  },
  {
    name: 'an entry has both kinds of words',
    from: '- point: 您归哪个受理点',
    to: '- of: 某事\n  point: 您归哪个受理点',
    field: '16',
    on: 'of: 某事',
    says: /只写一个/,
  },
  {
    name: 'a clause is unknown',
    from: 'clause: "3.3.1"',
    to: 'clause: "3.9"',
    field: '16.clause',
    on: '"3.9"',
    says: /没有条款 3\.9/,
  },
  {
    name: 'nobody knows whom to ask',
    from: 'ask: [employer, innovationCentre',
    to: 'ask: [boss, innovationCentre',
    field: '16.ask.0',
    on: 'boss',
    says: /不知道 boss 是谁，可以写：applicant、employer、office、innovationCentre/,
  },
];

describe('a mistake in the examples is told with file, line, field and cure', () => {
  test.each(inExamples)('$name', async (mistake) => {
    const { from, to, says } = mistake;
    expect(saidAt(await told(examples, from, to), examples, mistake)).toMatch(says);
  });
});

describe('a mistake in the open points is told with file, line, field and cure', () => {
  test.each(inOpen)('$name', async (mistake) => {
    const { from, to, says } = mistake;
    expect(saidAt(await told(open, from, to), open, mistake)).toMatch(says);
  });
});

test('a file that is not there is asked for', async () => {
  const message = await withCopy((folder) => rmSync(join(folder, examples)), messageOf);
  expect(message).toContain(`content/${examples} 没有这个文件，请补上。`);
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

  test('are asked of the office when nothing more is written', async () => {
    const start = '- rule: qualification\n  of: 转评\n';
    const text = readFileSync(new URL(`../../content/${open}`, import.meta.url), 'utf8');
    const entry = text.slice(
      text.indexOf(start),
      text.indexOf('- rule: qualification\n  of: 国外'),
    );
    expect(lineOf(text, start)).toBeGreaterThan(1);
    await withCopy(
      (folder) => writeFileSync(join(folder, open), text.replace(entry, '')),
      async (content) => {
        const { openPoints } = await loadReference(await loadNotice('2026', content), content);
        const point = openPoints.find((one) => one.point === '转评');
        expect(point).toEqual({ point: '转评', rule: 'qualification', ask: ['office'] });
      },
    );
  });
});
