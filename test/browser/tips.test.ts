import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { PASTED } from '../../src/gallery/rosterExamples.ts';
import { notice } from '../content/2026/support.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';
import { FITTING, unfold } from './support/selfCheck.ts';

const path = '/2026/notice/';
const tip = (page: Page) => page.getByRole('note');
/** Where everything else on the page stands, however far it is scrolled. */
const layout = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main :is(p, li, h2, td, a)')]
      .filter((element) => !element.closest('.tc-tip'))
      .map((element) => element.getBoundingClientRect())
      // What is not shown has no place.
      .filter(({ width }) => width > 0)
      .map(({ left, top, width, height }) =>
        [left, top + scrollY, width, height].map(Math.round).join(' '),
      )
      .join('\n'),
  );
const term = (page: Page, word: string) => page.locator('main a.tc-term', { hasText: word });

describe('what a term means and what a clause says', () => {
  test('is shown by the mouse, one at a time, and nothing else moves', async () => {
    const page = await openPage({ path });
    const before = await layout(page);
    await term(page, '公示').hover();
    await tip(page).getByText('不少于 5 个工作日').waitFor();
    expect(await layout(page)).toBe(before);
    // The mouse may go there, and it stays.
    await tip(page).hover();
    await page.getByRole('link', { name: '通知 一（二）第二段' }).first().hover();
    await tip(page).getByText('资历计算截止时间').waitFor();
    expect(await tip(page).count()).toBe(1);
    expect(await violations(page, 'main')).toEqual([]);
    await page.mouse.move(5, 400);
    await tip(page).waitFor({ state: 'detached' });
    // Where a mouse clicks it goes.
    await term(page, '公示').click();
    await page.waitForURL('**/2026/glossary/#publicity');
    expect(await page.locator('details[open] h2').innerText()).toBe('公示');
  });

  test('is shown by the keyboard, and closed by Escape', async () => {
    const page = await openPage({ path });
    const link = term(page, '公示');
    // A key first: what has the focus by a script is shown as the last device would.
    await page.keyboard.press('Tab');
    await link.focus();
    await tip(page).getByText('不少于 5 个工作日').waitFor();
    expect(await link.getAttribute('aria-describedby')).toBe(await tip(page).getAttribute('id'));
    await page.keyboard.press('Tab');
    expect(await tip(page).locator(':focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await tip(page).waitFor({ state: 'detached' });
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await tip(page).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2026/glossary/#publicity');
  });

  test('is shown by a tap, within a narrow window, and closed by another', async () => {
    const page = await openPage({ path, width: 360, height: 740, hasTouch: true });
    const before = await layout(page);
    for (const link of [term(page, '主管部门委托'), term(page, '中评委'), term(page, '公示')]) {
      await link.tap();
      await tip(page).waitFor();
      const box = await tip(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
      expect(page.url()).toContain(path);
      await link.tap();
      await tip(page).waitFor({ state: 'detached' });
    }
    expect(await layout(page)).toBe(before);
  });

  test('is gone to where it cannot be brought', async () => {
    const page = await openPage({ path, width: 360, hasTouch: true, expected: /Failed to load/ });
    await page.route('**/2026/glossary/', (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    );
    await term(page, '公示').tap();
    await page.waitForURL('**/2026/glossary/#publicity');
  });

  test('is a link without scripts', async () => {
    const page = await openPage({ path, javaScriptEnabled: false });
    await term(page, '公示').click();
    await page.waitForURL('**/2026/glossary/#publicity');
  });
});

describe('a clause in a result', () => {
  const SHORT = encodeAnswers(notice, { ...FITTING, heldSince: '2024-05-01' });
  const openResult = async (options: Parameters<typeof openPage>[0]) => {
    const page = await openPage({ path: `/2026/self-check/#${SHORT}`, ...options });
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
    return page;
  };
  const clause = (page: Page) =>
    page.locator('[data-rule=qualification] .self-check-standing a', { hasText: '通知 ' }).first();

  test('is shown by the mouse and by the keyboard, and nothing comes before it is wanted', async () => {
    const asked: string[] = [];
    const page = await openResult({ path: `/2026/self-check/#${SHORT}` });
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await clause(page).scrollIntoViewIfNeeded();
    const before = await layout(page);
    expect(asked.join()).not.toMatch(/tip|notice/);
    await clause(page).hover();
    await tip(page).getByText('评审条件').first().waitFor();
    expect(await layout(page)).toBe(before);
    await page.mouse.move(5, 400);
    await tip(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await clause(page).focus();
    await tip(page).waitFor();
    await page.keyboard.press('Escape');
    await tip(page).waitFor({ state: 'detached' });
    expect(page.url()).toContain('/2026/self-check/');
  });

  test('is shown by a tap, within a narrow window', async () => {
    const page = await openResult({ width: 360, height: 740, hasTouch: true });
    await clause(page).tap();
    await tip(page).getByText('评审条件').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(page.url()).toContain('/2026/self-check/');
    expect(await violations(page, 'main')).toEqual([]);
  });

  test('closes alone in a roster’s row: the row stays until Escape is pressed again', async () => {
    const page = await openPage({ path: '/employers/roster/' });
    await page
      .locator('astro-island:not([ssr]) .roster-opening .roster-go-paste:enabled')
      .waitFor();
    await page.getByLabel('从表格里复制').fill(PASTED);
    await page.getByRole('button', { name: '看这份名单' }).click();
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.getByRole('button', { name: /^看/ }).first().click();
    await unfold(page);
    const link = page.locator('[data-rule] a[data-tip]:visible').first();
    await page.keyboard.press('Tab');
    await link.focus();
    await tip(page).waitFor();
    await page.keyboard.press('Escape');
    await tip(page).waitFor({ state: 'detached' });
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'detached' });
  });
});

describe('a button that copies', () => {
  test('copies a telephone, and a clause with where it stands', async () => {
    const page = await openPage({ path: '/2026/contacts/' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: '复制 0571-88228292' }).click();
    await expect.poll(copied).toBe('0571-88228292');
    await page.getByRole('status').getByText('已复制').waitFor();
    await page.goto(new URL('/2026/notice/text/', page.url()).href);
    await page.getByRole('button', { name: '复制引用：三（二）', exact: true }).click();
    await expect
      .poll(copied)
      .toMatch(/^浙经信人事〔2026〕127号 三（二）：“.*不少于 5 个工作日的公示.*”$/s);
  });

  test('selects the text where nothing may be copied', async () => {
    const page = await openPage({ path: '/2026/contacts/' });
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: '复制 0571-88228292' }).click();
    await expect
      .poll(() => page.evaluate(() => String(getSelection()) || document.activeElement?.tagName))
      .toMatch(/0571-88228292|TEXTAREA/);
    expect(await page.getByLabel('要复制的文字').inputValue()).toBe('0571-88228292');
  });

  test('is not there without scripts', async () => {
    const page = await openPage({ path: '/2026/contacts/', javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: /复制/ }).count()).toBe(0);
  });
});

describe('the glossary', () => {
  test('is short, and finds a word by what people call it', async () => {
    const page = await openPage({ path: '/2026/glossary/', width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollHeight / 740)).toBeLessThan(4);
    const shown = () => page.locator('details[data-answer]:visible h2').allInnerTexts();
    const all = (await shown()).length;
    await page.getByRole('searchbox', { name: '找一个词' }).fill('中工');
    await expect.poll(shown).toEqual(['工程师']);
    expect(await page.getByRole('main').getByRole('status').innerText()).toBe('找到 1 条。');
    await page.getByRole('searchbox', { name: '找一个词' }).fill('没有这个词');
    await expect.poll(shown).toEqual([]);
    await page.getByRole('searchbox', { name: '找一个词' }).fill('');
    await expect.poll(async () => (await shown()).length).toBe(all);
  });
});
