import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSecondSite } from '../second-notice/site.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, start } from './support/selfCheck.ts';
import { serveFolder } from './support/server.ts';

let site: { dist: string; remove: () => void };
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  site = await buildSecondSite();
  server = await serveFolder(site.dist);
}, 180_000);
afterAll(async () => {
  server.close();
  site.remove();
});

/** A page without the marks that the build puts around terms and what never breaks. */
const html = (path: string) =>
  readFileSync(join(site.dist, path, 'index.html'), 'utf8').replace(
    /<(span|a) class="tc-(?:whole|term)"[^>]*>([^<]*)<\/\1>/g,
    '$2',
  );
const enough = { total: 90, professional: 60 };
const answers = {
  ...FITTING,
  specialty: 'environment',
  credits: { 2025: enough, 2026: enough, 2027: enough },
  safetyTraining: 'attended',
};

describe('a site whose content holds a second notice', () => {
  test('has pages for both years', () => {
    for (const year of ['2026', '2027']) {
      for (const page of ['notice/text', 'self-check', 'timeline', 'rules/qualification']) {
        expect(html(`${year}/${page}`)).toContain('<h1');
      }
    }
    expect(html('2027/rules/safetyTraining')).toContain('安全培训');
    expect(html('2027/scope')).toContain('环境保护');
    expect(html('2026/scope')).not.toContain('环境保护');
  });

  test('has embeds and calendars for both, and says of the past year which one is newer', () => {
    for (const year of ['2026', '2027']) {
      expect(html(`embed/${year}/self-check`)).toContain(year);
      const calendar = readFileSync(join(site.dist, year, 'calendar.ics'), 'utf8');
      expect(calendar).toContain(`DTSTART;VALUE=DATE:${year}`);
    }
    expect(html('2026/notice')).toMatch(/href="\/2027\/notice\/"[^>]*>[^<]*2027 年度通知/);
  });

  test('shows what changed: facts, rules and clauses', () => {
    const page = html('2027/changes');
    const text = page.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '');
    expect(text).toContain('2027 年度和 2026 年度的不同');
    expect(page).toMatch(
      /<dt[^>]*>专业<\/dt>[\s\S]*?<del[^>]*>[^<]*石化工程<\/del>[\s\S]*?<ins[^>]*>[^<]*环境保护<\/ins>/,
    );
    const rules = [...page.matchAll(/data-rule="(\w+)"/g)].map(([, id]) => id);
    expect(rules).toEqual(['specialty', 'qualification', 'safetyTraining', 'postApproval']);
    expect(text).toMatch(/安全培训\s*（新加的）/);
    expect(page).toMatch(/<del[^>]*>[^<]*满 4 年：满足<\/del>/);
    expect(page).toMatch(/<ins[^>]*>[^<]*满 5 年：满足（已核对原文 2027-05-30）<\/ins>/);
    expect(page).toMatch(/data-clause="4.1"[\s\S]*?<del[^>]*>/);
    // The sidebar leads there from every page of the year; the first year has nothing to compare with.
    expect(html('2027/notice')).toContain('href="/2027/changes/"');
    expect(existsSync(join(site.dist, '2026/changes'))).toBe(false);
  });

  test('labels a checked value as checked, with the date, and the others as before', () => {
    expect(html('2027/rules/qualification')).toContain('已核对原文 2027-05-30');
    expect(html('2026/rules/qualification')).not.toContain('已核对原文 2');
  });

  test('asks the new question at the address without a year, and decides by the new figures', async () => {
    const page = await openPage({ path: `${server.origin}/self-check/` });
    await start(page);
    await complete(page, { ...answers, heldSince: '2022-11-30' });
    expect(await page.locator('.tc-verdict h2').innerText()).toBe('初步符合');
    expect(await page.locator('[data-rule=safetyTraining]').getAttribute('data-outcome')).toBe(
      'met',
    );
    expect(await page.locator('[data-rule=qualification]').textContent()).toContain(
      '已核对原文 2027-05-30',
    );
  });

  test('puts a verdict that rests on a checked value in the notice’s own words', async () => {
    const page = await openPage({ path: `${server.origin}/2027/self-check/` });
    await start(page);
    await complete(page, { ...answers, heldSince: '2022-12-01' });
    expect(await page.locator('.tc-verdict h2').innerText()).toBe('暂不符合');
    expect(await page.locator('.tc-verdict').innerText()).toContain('按通知的要求');
    expect(await page.locator('.tc-verdict').innerText()).toContain(
      '没答的若都满足，估计最早 2028 年度',
    );
  });
});
