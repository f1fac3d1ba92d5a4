import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const letters = (page: Page) =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));

test('letters are as large as was chosen, from the first paint on and in an embed, and usual again', async () => {
  const page = await openPage({ path: '/2026/notice/', expected: /ERR_FAILED/ });
  const usual = await letters(page);
  expect(await kept(page)).toEqual({});
  const choice = () => page.getByRole('banner').getByRole('combobox', { name: '字号' });
  await choice().selectOption('大字');
  expect(await letters(page)).toBeCloseTo(usual * 1.125, 1);
  await choice().selectOption('长辈模式');
  expect(await letters(page)).toBeCloseTo(usual * 1.3125, 1);
  expect(await page.locator('.right-sidebar').isVisible()).toBe(false);
  expect(await kept(page)).toEqual({ 'text-size': 'elder' });

  // Before any script file has come: what is in the page itself is enough.
  await page.route('**/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await page.locator('body').waitFor();
  expect(await letters(page)).toBeCloseTo(usual * 1.3125, 1);
  await page.unrouteAll();

  await page.goto(new URL('/embed/2026/timeline/', page.url()).href);
  expect(await letters(page)).toBeCloseTo(usual * 1.3125, 1);
  expect(await violations(page, 'main')).toEqual([]);
  for (const path of ['/', '/2026/self-check/', '/2026/contacts/']) {
    await page.goto(new URL(path, page.url()).href);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    // The site's name is not cut, however little the header leaves it.
    await page.setViewportSize({ width: 820, height: 740 });
    const name = await page.locator('.site-title').boundingBox();
    const header = await page.locator('.page > header').boundingBox();
    expect(name?.y).toBeGreaterThanOrEqual(0);
    expect((name?.y ?? 0) + (name?.height ?? 99)).toBeLessThanOrEqual(header?.height ?? 0);
    await page.setViewportSize({ width: 1280, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
  }
  await choice().selectOption('标准字');
  expect(await kept(page)).toEqual({});
  expect(await letters(page)).toBe(usual);
});

test('a size that nobody could have chosen is the usual one', async () => {
  const page = await openPage({ path: '/2026/notice/' });
  const usual = await letters(page);
  await page.evaluate(() => localStorage.setItem('text-size', '"><b>'));
  await page.reload();
  expect(await letters(page)).toBe(usual);
  const size = () => page.evaluate(() => document.documentElement.dataset.size);
  expect(await size()).toBe('');
  const choice = page.getByRole('banner').getByRole('combobox', { name: '字号' });
  expect(await choice.inputValue()).toBe('');
  // Nor does a frame take it up.
  await page.goto(new URL('/embed/2026/timeline/', page.url()).href);
  expect(await size()).toBe('');
});
