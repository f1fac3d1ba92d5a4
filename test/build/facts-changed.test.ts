/** The promise that a new figure is content only: facts are changed with their clauses, nothing else, and nothing lags. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite } from '../support/build-site.ts';
import { reviewRules } from '../support/reviews.ts';

type Change = [file: string, from: string, to: string];
const NOTICE = 'notices/2026/notice.yaml';
const TEXT = 'notices/2026/text.md';

const CHANGES: Change[] = [
  [NOTICE, 'number: 浙经信人事〔2026〕127号', 'number: 浙经信人事〔2026〕345号'],
  ['documents.yaml', '浙经信人事〔2026〕127号', '浙经信人事〔2026〕345号'],
  [TEXT, '浙经信人事〔2026〕127号', '浙经信人事〔2026〕345号'],
  [NOTICE, 'name: 石化工程', 'name: 环境工程'],
  [TEXT, '石化工程', '环境工程'],
  ['notices/2026/rules/01-specialty.yaml', '轻纺、石化工程 6 个专业', '轻纺、环境工程 6 个专业'],
  [NOTICE, 'closes: 2026-08-16', 'closes: 2026-08-18'],
  [TEXT, '8 月 16 日', '8 月 18 日'],
  [NOTICE, 'workdays: 5', 'workdays: 7'],
  [TEXT, '不少于 5 个工作日', '不少于 7 个工作日'],
  [NOTICE, '0571-88228292', '0571-88228777'],
  [TEXT, '88228292', '88228777'],
];
/** The day is a Sunday, so that no plan comes to it by itself. */
const OLD = [
  /127号/,
  /石化工程/,
  /2026-08-16/,
  /(?<!\d)8 ?月 ?16 ?日/,
  /20260816/,
  /(?<!\d)5 ?个工作日/,
  /88228292/,
];

function change(content: string, changes: Change[]): void {
  for (const [file, from, to] of changes) {
    const path = join(content, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    writeFileSync(path, text.replaceAll(from, to));
  }
}

describe('a site whose facts were changed together with their clauses', () => {
  let site: Awaited<ReturnType<typeof buildSite>>;
  beforeAll(async () => {
    site = await buildSite({
      change: (content) => {
        change(content, CHANGES);
        reviewRules(join(content, 'notices/2026'));
      },
    });
  }, 300_000);
  afterAll(() => site?.remove());

  const visible = (text: string) => text.replace(/<\/?(span|b|time)[^>]*>/g, '');

  test('has no trace of the old values', () => {
    const files = globSync('**/*.{html,js,json,ics,txt,xml}', { cwd: site.dist });
    expect(files.length).toBeGreaterThan(60);
    const traces = files.flatMap((file) => {
      const text = visible(readFileSync(join(site.dist, file), 'utf8'));
      return OLD.flatMap((pattern) => {
        const found = pattern.exec(text);
        return found ? `${file}: ${text.slice(found.index - 40, found.index + 40)}` : [];
      });
    });
    expect(traces).toEqual([]);
  });

  test('says the new ones, and what follows from them', () => {
    const page = (path: string) =>
      visible(readFileSync(join(site.dist, path, 'index.html'), 'utf8')).replace(/<[^>]+>/g, '');
    expect(page('2026/notice')).toContain('公示不少于 7 个工作日');
    expect(page('2026/contacts')).toContain('0571-88228777');
    expect(page('2026/scope')).toContain('环境工程');
    // Seven working days and one to recommend on, back from 31 July: to be posted on the 21st, two days after the window closes.
    expect(page('2026/procedure/applicant')).toContain('只有 2 个工作日审核');
    expect(readFileSync(join(site.dist, '2026/procedure/employer/index.html'), 'utf8')).toContain(
      '公示不少于 7 个工作日，录入公示情况',
    );
  });
});
