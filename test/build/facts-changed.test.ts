/** The promise that a new figure is content only: facts are changed with their clauses, nothing else, and nothing lags. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, planTimeline } from '../../src/calculator/index.ts';
import { calendar, notice } from '../content/2026/support.ts';
import { buildSite, failedBuild } from '../support/build-site.ts';
import { reviewRules } from '../support/reviews.ts';

type Change = [file: string, from: string, to: string];
const NOTICE = 'notices/2026/notice.yaml';
const TEXT = 'notices/2026/text.md';

const number = notice.number.replace(/\d+号$/, '345号');
const specialty = notice.specialties.list.at(-1)?.name ?? '';
const { closes } = notice.stages.at(-1) ?? notice.stages[0];
const later = addDays(closes, 2);
const { workdays } = notice.publicity;
const phone = notice.contacts[0]?.phones[0]?.split('-')[1] ?? '';
const dialled = `${phone.slice(0, -3)}777`;
const inChinese = (day: string) => day.replace(/^\d+-0?(\d+)-0?(\d+)$/, '$1 月 $2 日');

const CHANGES: Change[] = [
  [NOTICE, `number: ${notice.number}`, `number: ${number}`],
  ['documents.yaml', notice.number, number],
  [TEXT, notice.number, number],
  [NOTICE, `name: ${specialty}`, 'name: 环境工程'],
  [TEXT, specialty, '环境工程'],
  ['notices/2026/rules/01-specialty.yaml', specialty, '环境工程'],
  [NOTICE, `closes: ${closes}`, `closes: ${later}`],
  [TEXT, inChinese(closes), inChinese(later)],
  [NOTICE, `workdays: ${workdays}`, `workdays: ${workdays + 2}`],
  [TEXT, `不少于 ${workdays} 个工作日`, `不少于 ${workdays + 2} 个工作日`],
  [NOTICE, phone, dialled],
  [TEXT, phone, dialled],
];
const [, month = '', day = ''] = closes.split('-').map(Number);
/** The day is a Sunday, so that no plan comes to it by itself. */
const OLD = [
  notice.number.slice(notice.number.indexOf('〕') + 1),
  specialty,
  closes,
  `(?<!\\d)${month} ?月 ?${day} ?日`,
  closes.replaceAll('-', ''),
  `(?<!\\d)${workdays} ?个工作日`,
  phone,
].map((words) => new RegExp(words));

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
    expect(page('2026/notice')).toContain(`公示不少于 ${workdays + 2} 个工作日`);
    expect(page('2026/contacts')).toContain(dialled);
    expect(page('2026/scope')).toContain('环境工程');
    // Two working days more of publicity leave two fewer to audit in.
    const publicity = { ...notice.publicity, workdays: workdays + 2 };
    const submittedOn = notice.stages[0].closes;
    const plan = planTimeline({ ...notice, publicity }, calendar, {
      today: submittedOn,
      submittedOn,
    });
    expect(page('2026/procedure/applicant')).toContain(
      `只剩 ${plan.submission?.auditDays.length} 个工作日审核`,
    );
    expect(readFileSync(join(site.dist, '2026/procedure/employer/index.html'), 'utf8')).toContain(
      `公示不少于 ${workdays + 2} 个工作日，录入公示情况`,
    );
  });
});

describe('a site whose content is wrong', () => {
  test.each([
    [
      'a fact that its clause does not hold',
      'notices/2026/notice.yaml',
      '0571-87058121',
      '0571-87058122',
    ],
    // Astro takes this word in an error's text for a mistake with the browser's objects.
    ['a document of no known kind', 'documents.yaml', 'kind: law', 'kind: laws'],
  ])(
    'is not built for %s, and says what to write and nothing of the code',
    async (_, file, from, to) => {
      const told = await failedBuild({
        change: (content) => change(content, [[file, from, to]]),
      });
      expect(told).toMatch(
        new RegExp(`content/${file} 第 \\d+ 行 .*${from.replace('kind: ', '')}`),
      );
      expect(told).not.toMatch(/Browser APIs|^\s+at |\/src\//m);
    },
    300_000,
  );
});
