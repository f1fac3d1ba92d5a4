/** What `npm run new` writes: a year, a rule, a question, each with everything listed that somebody still has to do. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  changedClauses,
  changedFacts,
  changedRules,
  compared,
} from '../../src/components/rules/changes.ts';
import { loadNotice, noticeIds } from '../../src/notices/index.ts';
import { newQuestion, newRule } from '../../src/scripts/new/parts.ts';
import { moved, newYear } from '../../src/scripts/new/year.ts';
import { reviewRules } from '../support/reviews.ts';
import { problems, withCopy } from './mutate.ts';

const told = async (id: string, content: URL): Promise<string[]> =>
  loadNotice(id, content).then(
    () => [],
    (error: Error) => {
      if (error.name !== 'ContentError') throw error;
      return problems(error.message);
    },
  );
/** What a maintainer does who finds nothing to change. */
function markDone(path: string): void {
  const text = readFileSync(path, 'utf8')
    .replace(/^(# |<!-- |\{\/\* )待改：.*\n\n?/gm, '')
    .replace(/ # 待改：.*$/gm, '');
  writeFileSync(path, text);
}
const CALENDAR = `year: 2027
document: holidays2027
off:
  - { name: 虚构的假期, from: 2027-01-01, to: 2027-01-01 }
worked: []
`;

describe('npm run new year', () => {
  test('writes a year of which the build lists every place that is to be looked at', async () => {
    let written: string[] = [];
    await withCopy(
      (folder) => {
        written = newYear(folder, '2027');
      },
      async (content) => {
        expect(await noticeIds(content)).toEqual(['2026', '2027']);
        const list = await told('2027', content);
        for (const path of written) {
          expect(list.join('\n'), path).toContain(`content/${path} 第 `);
        }
        // Dates and words were moved on together: nothing contradicts anything.
        const others = list.filter(
          (line) => !/待改：|还没有对照 .* 复核过|还没有 2027 年的节假日安排/.test(line),
        );
        expect(others).toEqual([]);
        expect(list.filter((line) => line.includes('复核过'))).toHaveLength(6);
        // The year before is as it was.
        expect(await told('2026', content)).toEqual(
          list.filter((line) => line.startsWith('content/documents.yaml')),
        );
      },
    );
  });

  test('leaves a year that loads once everything has been looked at', async () => {
    await withCopy(
      (folder) => {
        for (const path of newYear(folder, '2027')) markDone(join(folder, path));
        writeFileSync(join(folder, 'calendars/2027.yaml'), CALENDAR);
        reviewRules(join(folder, 'notices/2027'));
      },
      async (content) => {
        expect(await told('2027', content)).toEqual([]);
        const [before, after] = [
          await loadNotice('2026', content),
          await loadNotice('2027', content),
        ];
        expect(after.version).toBe('2027.1');
        expect(after.cutoffs.service.on).toBe('2027-12-31');
        expect(changedRules(before, after)).toEqual([]);
        expect(changedFacts(before, after).map(({ what }) => what)).toContain('文号');
      },
    );
  });

  test('takes no rule as reviewed by the day of the year before', async () => {
    await withCopy(
      (folder) => {
        for (const path of newYear(folder, '2027')) {
          if (!path.includes('/rules/')) markDone(join(folder, path));
        }
      },
      async (content) => {
        const list = await told('2027', content);
        expect(list.filter((line) => line.includes('写复核的日期和构建给出的指纹'))).toHaveLength(
          6,
        );
      },
    );
  });

  test.each([
    ['2026', '已经有 2026 年了'],
    ['2028', '下一年只能是 2027'],
    ['27', '写四位数的年份'],
  ])('refuses %s and says why', async (year, why) => {
    await withCopy(
      (folder) => expect(() => newYear(folder, year)).toThrow(why),
      () => Promise.resolve(),
    );
  });

  test.each([
    ['自 2026 年 6 月 25 日起', '自 2027 年 6 月 25 日起'],
    ['近三年(2024-2026) 年度', '近三年(2025-2027) 年度'],
    ['heldSince: 2022-12-31', 'heldSince: 2023-12-31'],
    ['since: 2024-02-29', 'since: 2025-02-28'],
    ['浙人社发〔2020〕47号', '浙人社发〔2020〕47号'],
    ['浙经信人事〔2026〕127号', '浙经信人事〔2027〕127号'],
    ['https://example.org/2026/?t=2026', 'https://example.org/2026/?t=2026'],
    ['<Doc id="holidays2026" />', '<Doc id="holidays2027" />'],
    ['earliest: 1950-01-01', 'earliest: 1950-01-01'],
    ['2016年起', '2016年起'],
  ])('moves %s on to %s', (text, to) => {
    expect(moved(text, '2026', '浙经信人事〔2026〕127号')).toBe(to);
  });
});

describe('npm run new question and npm run new rule', () => {
  test('write a pair that loads once its words are there', async () => {
    await withCopy(
      (folder) => {
        newQuestion(folder, 'safety');
        const [rule = ''] = newRule(folder, 'safety');
        expect(rule).toBe('notices/2026/rules/07-safety.yaml');
        for (const path of [rule, 'notices/2026/questions.yaml']) {
          const text = readFileSync(join(folder, path), 'utf8')
            .replace(/quote: 待改：.*\}/, 'quote: 个专业 }')
            .replace(/ # 待改：.*$/gm, '')
            .replace(/待改：/g, '');
          writeFileSync(join(folder, path), text);
        }
        reviewRules(join(folder, 'notices/2026'));
      },
      async (content) => {
        expect(await told('2026', content)).toEqual([]);
        const notice = await loadNotice('2026', content);
        expect(notice.rules.at(-1)?.id).toBe('safety');
        expect(notice.questions.at(-1)?.id).toBe('safety');
      },
    );
  });

  test('are listed by the build until then', async () => {
    await withCopy(
      (folder) => {
        newQuestion(folder, 'safety');
        newRule(folder, 'safety');
      },
      async (content) => {
        const list = await told('2026', content);
        expect(list).toContainEqual(
          expect.stringMatching(/questions\.yaml 第 \d+ 行 待改：怎么问$/),
        );
        expect(list).toContainEqual(
          expect.stringMatching(/07-safety\.yaml 第 3 行 待改：规则叫什么$/),
        );
      },
    );
  });

  test('refuse what is there already, and what is no id', async () => {
    await withCopy(
      (folder) => {
        expect(() => newRule(folder, 'employer')).toThrow(/已经有这条规则了.*02-employer/);
        expect(() => newQuestion(folder, 'employer')).toThrow('已经有 employer 这道题了');
        for (const id of ['安全', 'safety_training', 'x-y', '2nd']) {
          expect(() => newRule(folder, id)).toThrow(/只含字母和数字/);
        }
      },
      () => Promise.resolve(),
    );
  });
});

test.each([
  ['year', '2026', '2027'],
  ['rule', 'employer', 'safety'],
  ['question', 'employer', 'x'],
])('npm run new %s refuses one name more, and says which', (kind, id, more) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../src/scripts/new.ts'), kind, id, more],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stderr).toContain(`一次只写一个，多了 ${more}。`);
});

describe('what changed between two texts', () => {
  test('is told with numbers whole, and what both have once', () => {
    expect(compared('7 月 31 日前审核', '7 月 30 日前认真审核')).toEqual([
      { in: 'both', text: '7 月 ' },
      { in: 'before', text: '31' },
      { in: 'after', text: '30' },
      { in: 'both', text: ' 日前' },
      { in: 'after', text: '认真' },
      { in: 'both', text: '审核' },
    ]);
  });

  test('is nothing where they are the same, and all where one is empty', () => {
    expect(compared('同样', '同样')).toEqual([{ in: 'both', text: '同样' }]);
    expect(compared('', '新的')).toEqual([{ in: 'after', text: '新的' }]);
    expect(compared('旧的', '')).toEqual([{ in: 'before', text: '旧的' }]);
  });

  test('finds clauses and rules that are new, gone and changed', async () => {
    await withCopy(
      () => {},
      async (content) => {
        const before = await loadNotice('2026', content);
        const after = structuredClone(before);
        const [first, second, ...rest] = after.clauses;
        after.clauses = [first!, { ...second!, paragraphs: ['全新的话。'] }, ...rest.slice(0, -1)];
        after.clauses.push({ id: '9', label: '九', paragraphs: ['多出来的一条。'] });
        const gone = before.clauses.at(-1)!;
        expect(changedClauses(before, after).map((one) => [one.id, one.in])).toEqual([
          [second!.id, 'both'],
          ['9', 'after'],
          [gone.id, 'before'],
        ]);

        const rule = after.rules.find(({ id }) => id === 'qualification')!;
        const text = JSON.stringify(rule.tree).replaceAll('"years":4', '"years":5');
        rule.tree = JSON.parse(text);
        after.rules = [...after.rules.slice(1), { ...after.rules[1]!, id: 'more', title: '多的' }];
        const rules = changedRules(before, after);
        expect(rules.map((one) => [one.id, one.in])).toEqual([
          ['qualification', 'both'],
          ['more', 'after'],
          [before.rules[0]!.id, 'before'],
        ]);
        expect(rules[0]!.before.every((line) => line.includes('满 4 年'))).toBe(true);
        expect(rules[0]!.after.every((line) => line.includes('满 5 年'))).toBe(true);
        expect(rules[0]!.before.length).toBe(rules[0]!.after.length);

        // What was checked against the original is told at every end that rests on it.
        rule.tree.verified = { on: '2026-12-01', by: '维护者' };
        const [checked] = changedRules(before, after);
        expect(checked!.after.some((line) => line.endsWith('（已核对原文 2026-12-01）'))).toBe(
          true,
        );
      },
    );
  });
});
