/** The list for the next year, opened with the self-check's link. */

import ical from 'ical.js';
import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { notice, SHORT } from '../content/2026/support.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const ANSWERS = {
  ...SHORT,
  credits: { ...SHORT.credits, 2024: { total: 90, professional: 60 } },
};
const LINK = encodeAnswers(notice, ANSWERS);
const NOW = '2026-11-27T09:00+08:00';
const open = (fragment: string, options = {}) =>
  openPage({ path: `/2026/prepare/${fragment}`, now: NOW, ...options });

test('without answers it leads to the self-check and fetches no list', async () => {
  const page = await open('');
  await page.locator('astro-island:not([ssr]) .prepare').waitFor({ state: 'attached' });
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(asked.filter((name) => /data\.json|List\./.test(name))).toEqual([]);
  await page.getByRole('link', { name: '去自查' }).click();
  await page.waitForURL('**/2026/self-check/');
});

describe('with the self-check’s link', () => {
  test('everything is grouped by what has to be done, dated and marked as assumed', async () => {
    const page = await open(`#${LINK}`, { width: 360, timezoneId: 'America/New_York' });
    await page.getByRole('heading', { name: '您的 2027 年度准备清单' }).waitFor();
    const text = (await page.locator('.prepare').innerText()).replace(/\s+/g, ' ');
    // Once on the screen, in the page's first sentence; on paper with the list.
    expect(
      await page
        .getByText('假定 2027 年度照旧', { exact: false })
        .filter({ visible: true })
        .count(),
    ).toBe(1);
    expect(text).toMatch(
      /要办的 .*2026 年 12 月 31 日（周四）以前 .*2026 年再登记 30 学时（其中专业 20）/,
    );
    expect(text).toMatch(/等到那天就满的 .*2027 年 3 月 1 日（周一）满/);
    expect(text).toMatch(/那一年度还来不及的 .*2025 年 最早 2028 年度/);
    expect(text).not.toContain('工作日');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, '.prepare')).toEqual([]);
    }
  });

  test('its dated tasks go into a calendar file, and what is over does not', async () => {
    const days = async (now: string) => {
      const page = await open(`#${LINK}`, { now });
      const button = page.getByRole('button', { name: '日期存进日历' });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString('utf8');
      const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent');
      for (const event of events)
        expect(String(event.getFirstPropertyValue('description'))).toContain('假定 2027 年度照旧');
      for (const event of events)
        expect(String(event.getFirstPropertyValue('summary'))).toMatch(/：(办好|年限满了|问清)：/);
      return events.map((event) => String(event.getFirstPropertyValue('dtstart')));
    };
    expect((await days(NOW)).sort()).toEqual([
      '2026-12-31',
      '2027-03-01',
      '2027-07-19',
      '2027-07-19',
    ]);
    expect(await days('2027-01-02T09:00+08:00')).not.toContain('2026-12-31');
  });

  test('the way back to the self-check takes the answers along', async () => {
    const page = await open(`#${LINK}`);
    const href = await page.getByRole('link', { name: '回自查改答案' }).getAttribute('href');
    expect(href).toBe(`/2026/self-check/#${LINK}`);
  });

  test('as text it ends with the page’s own address, without the answers', async () => {
    const page = await open(`#${LINK}`);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: '复制文字' }).click();
    const text = await page.getByLabel('要复制的文字').inputValue();
    expect(text).toContain('要办的');
    expect(text.split('\n').at(-1)).toBe(new URL('/2026/prepare/', page.url()).href);
    expect(text).not.toContain('heldSince');
  });

  test('paper has the list, the day and whose word it is', async () => {
    const page = await open(`#${LINK}`);
    await page.getByRole('heading', { name: '准备清单' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('.prepare').innerText();
    expect(text).toContain('2026-11-27（北京时间）整理');
    expect(text).toContain(notice.number);
    expect(await page.getByRole('button', { name: '日期存进日历' }).isVisible()).toBe(false);
  });
});

describe('a link that brings no answers', () => {
  test.each([
    '#v=2026.1~12',
    '#v=2026.1~12&target=%3Cimg%20src=x%20onerror=alert(1)%3E',
    '#__proto__=1&constructor=2&end=1',
    '#target=%E0%A4%A&x=1',
    `#target=${'a'.repeat(5000)}`,
  ])('%s is told kindly, and leads on', async (fragment) => {
    const page = await open(fragment);
    await page.getByText('没有读到回答').waitFor();
    expect(await page.getByRole('link', { name: '去自查' }).isVisible()).toBe(true);
    expect(await page.locator('.prepare img').count()).toBe(0);
  });

  test('but a plan leads to the timeline', async () => {
    const page = await open('#plan=2026.1&role=employer');
    const href = await page.getByRole('link', { name: '在时间页打开它' }).getAttribute('href');
    expect(href).toContain('/2026/timeline/#plan=');
  });

  test('the name of a heading is none', async () => {
    const page = await open('#现在就能确定的');
    await page.locator('astro-island:not([ssr]) .prepare').waitFor({ state: 'attached' });
    expect(await page.getByRole('link', { name: '去自查' }).isVisible()).toBe(true);
    expect(await page.getByText('没有读到回答').count()).toBe(0);
  });
});
