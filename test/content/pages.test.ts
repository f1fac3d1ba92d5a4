import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { typedIn } from '../../src/notices/check/pages.ts';
import { checkPages, factsOf, fillHead } from '../../src/notices/index.ts';
import { notice } from '../calculator/support.ts';
import { withCopy } from './mutate.ts';

const page = (text: string, name = '2026/scope.mdx') =>
  typedIn(name, `---\ntitle: 范围\n---\n\n${text}\n`, [notice]);

describe('a page that types what a fact says', () => {
  test.each([
    ['公示不少于 5 个工作日。', '<Fact of="publicity.workdays" />'],
    ['只剩四个工作日。', '<Fact of="employer.workdaysLeft" />'],
    ['每年 90 学时。', '<Rule id="…" />'],
    ['核验三个年度的证明。', '<Fact of="credits.years" />'],
    ['2026 年度的通知', '<Fact of="year" /> 年度'],
    ['截止到 2026-07-19', '<Day of="…" />'],
    ['截止到 7 月 19 日', '<Day of="…" />'],
    ['共 3 个专业', '<Fact of="specialties.count" />'],
    ['3 年内不得申报', '<Fact of="integrity.years" />'],
    ['打 0571-88228292', '<Contacts />'],
    ['样例〔2026〕1号', '<Fact of="number" />'],
    ['2025 年差的学时', '<Fact of="credits.earlier" />'],
  ])('%s is told on its line', (text, write) => {
    const [told] = page(text);
    expect(told?.line).toBe(5);
    expect(told?.message).toContain(write);
  });

  test('in its title is told what a title may say', () => {
    const [told] = typedIn('2026/scope.mdx', '---\ntitle: 2026 年度\n---\n', [notice]);
    expect(told).toMatchObject({ line: 2, message: expect.stringContaining('{year} 年度') });
  });

  test.each([
    '下一个工作日数起，前面最后一个工作日。',
    '公示不少于 <Fact of="publicity.workdays" /> 个工作日。',
    '<Cite clause="3.2" quote="不少于 5 个工作日" />',
    '`2026.1`，要 2023 年以后的 Chrome',
    '[范围](../scope/#专业)',
    "import Day from '../../2026/Day.astro';",
  ])('is not one that writes %s', (text) => {
    expect(page(text)).toEqual([]);
  });
});

describe('a link with a year in it', () => {
  test.each([
    ['2026/scope.mdx', '[条件](/2026/conditions/#a)', '写相对的地址：../conditions/#a'],
    ['2026/procedure/office.mdx', '[条件](/2026/conditions/)', '写相对的地址：../../conditions/'],
    ['2026/scope.mdx', '[去年](/2025/scope/)', '写死了年度'],
    ['index.mdx', '[条件](/2026/conditions/)', '写 /year/conditions/'],
    ['index.mdx', "{ href: '/2026/notice/', label: '' }", '写 /year/notice/'],
  ])('on %s is told: %s', (name, text, says) => {
    expect(page(text, name)[0]?.message).toContain(says);
  });
});

describe('checkPages', () => {
  test('names page, line and what to write', async () => {
    const message = await withCopy(
      (folder) => {
        mkdirSync(join(folder, 'docs/2026'), { recursive: true });
        writeFileSync(
          join(folder, 'docs/2026/scope.mdx'),
          '---\ntitle: 范围\n---\n\n公示 5 个工作日，[条件](/2026/conditions/)\n',
        );
      },
      async (content) => {
        const error = await checkPages([notice], content).catch((error: Error) => error);
        return error?.message ?? '';
      },
    );
    expect(message).toContain('内容有 2 处要改');
    expect(message).toContain('content/docs/2026/scope.mdx 第 5 行');
  });
});

describe('a title or description', () => {
  test('may name facts', () => {
    expect(fillHead('{year} 年度，{publicity.workdays} 天', factsOf(notice))).toBe(
      '2026 年度，5 天',
    );
  });

  test('that names none that there is, is told what there is', () => {
    expect(() => fillHead('{yaer} 年度', factsOf(notice))).toThrow(
      /不能用 \{yaer\}，可以用：year、/,
    );
  });
});
