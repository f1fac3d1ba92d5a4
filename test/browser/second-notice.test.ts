import { readFileSync } from 'node:fs';
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

const html = (path: string) => readFileSync(join(site.dist, path, 'index.html'), 'utf8');
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
    expect(await page.locator('[data-rule=qualification]').innerText()).toContain(
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
      '估算：只靠等时间，最早 2028 年度可能初步符合',
    );
  });
});
