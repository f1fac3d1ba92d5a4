/** Addresses that were harmed, clocks that are wrong, copying over plain HTTP, large text. */
import type { Page, Request } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { changeAnswer, complete, FITTING, start } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const answers = encodeAnswers(notice, FITTING);

describe('an address in which # became %23', () => {
  const expected = /404/;

  test.each([
    ['once', `%23${answers}`],
    ['twice', `%2523${answers}`],
    ['and all behind it', `%23${encodeURIComponent(answers)}`],
    ['with a tracker', `%23${answers}?from=singlemessage`],
  ])('%s is mended without sending the answers again, and says so', async (_, rest) => {
    const page = await openPage({ path: '/2026/contacts/', expected });
    const asked: Request[] = [];
    page.on('request', (request) => asked.push(request));
    await page.goto(new URL(`/2026/self-check/${rest}`, inject('origin')).href);
    await page.getByRole('heading', { name: '链接改好了' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/2026/self-check/');
    expect(new URL(page.url()).hash).toContain('target');
    expect(await page.locator('main').innerText()).toContain('跟着网址发给了网站');
    expect(await page.locator('main').innerText()).not.toContain('页面已经移走');

    await page.getByRole('button', { name: '打开改好的链接' }).click();
    await page.locator('.tc-verdict h2').waitFor();
    expect(await page.locator('.tc-verdict h2').innerText()).toBe('初步符合');
    // Only the harmed address itself, which was sent before anything here could run.
    expect(asked.filter((request) => request.url().includes('target'))).toHaveLength(1);
    for (const request of asked) {
      const { referer = '' } = await request.allHeaders();
      expect(referer).not.toContain('target');
    }
  });

  test('to a heading is mended as well, and speaks of no answers', async () => {
    const page = await openPage({ path: '/2026/notice/text/%23clause-3.2', expected });
    await page.getByRole('heading', { name: '链接改好了' }).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('发给了网站，');
    await page.getByRole('button', { name: '打开改好的链接' }).click();
    await page.waitForURL('**/2026/notice/text/#clause-3.2');
    await page.locator('#clause-3\\.2').waitFor();
  });

  test('that leads to another site stays here', async () => {
    const page = await openPage({ path: `${inject('origin')}//evil.example/%23v=1`, expected });
    await page.getByRole('heading', { name: '链接改好了' }).waitFor();
    expect(new URL(page.url()).origin).toBe(inject('origin'));
  });
});

describe('a clock that is decades off', () => {
  test.each(['1970-01-01T12:00:00+08:00', '2099-01-01T12:00:00+08:00'])(
    'at %s: the day is said to be wrong, and the dates alone are shown',
    async (now) => {
      for (const path of ['/', '/2026/timeline/']) {
        const page = await openPage({ path, now });
        await page.getByText(`这台设备的日期是 ${now.slice(0, 10)}，看来不对`).waitFor();
        const text = await page.locator('.tc-status').innerText();
        expect(text).toContain('2026 年度个人申报：6 月 25 日（周四）至 7 月 19 日（周日）');
        expect(text).not.toMatch(/未开始|还没有开始|进行中|已截止|还剩 \d|今天/);
      }
      const page = await openPage({ path: `/2026/self-check/#${answers}`, now });
      await page.locator('.self-check-record').waitFor({ state: 'attached' });
      expect(await page.locator('.self-check').innerText()).not.toMatch(/已截止|还没开始|还剩 \d/);
    },
  );
});

describe('where nothing can be copied', () => {
  /** Plain HTTP on another name than the machine's own has no clipboard. */
  const withoutClipboard = (page: Page) =>
    page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const selected = (page: Page) =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });

  test('the self-check’s text is shown and selected, and the keys are named', async () => {
    const page = await openPage({ path: `/2026/self-check/#${answers}` });
    await page.getByRole('button', { name: '复制文字' }).waitFor();
    await withoutClipboard(page);
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('按 Ctrl+C').waitFor();
    await expect.poll(() => selected(page)).toContain('2026 年度申报自查：初步符合');
    expect(await selected(page)).toBe(await page.locator('.tc-copy').inputValue());

    await page.getByRole('button', { name: '分享链接' }).click();
    await page.getByRole('button', { name: '知道了，复制链接' }).click();
    await expect.poll(() => selected(page)).toContain('/2026/self-check/#v=');
  });

  test('the timeline’s, too', async () => {
    const page = await openPage({ path: '/2026/timeline/', now: '2026-07-10T09:00:00+08:00' });
    await page.locator('.timeline-view').waitFor();
    await withoutClipboard(page);
    await page.getByRole('button', { name: '复制文字' }).click();
    await expect.poll(() => selected(page)).toContain('2026 年度职称申报的日子');
  });
});

describe('text of twice the size on a phone', () => {
  const enlarge = (page: Page) => page.addStyleTag({ content: ':root{font-size:200%!important}' });
  /** What sticks out of the page to the side. */
  const outside = (page: Page, selector: string) =>
    page.evaluate((selector) => {
      const width = document.documentElement.clientWidth;
      const all = [...document.querySelectorAll(`${selector}, ${selector} *`)];
      return all
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
        .map((one) => `${one.tagName}.${one.className}`)
        .slice(0, 5);
    }, selector);
  const large = { width: 360, height: 740, bypassCSP: true };

  test('the self-check stays within the page, screen after screen', async () => {
    const page = await openPage({ path: '/2026/self-check/', ...large });
    await enlarge(page);
    await start(page);
    expect(await outside(page, '.self-check')).toEqual([]);
    await complete(page, FITTING);
    expect(await outside(page, '.self-check')).toEqual([]);
    await changeAnswer(page, '您的最高学历或学位是？');
    expect(await outside(page, '.self-check')).toEqual([]);
    await page.getByRole('button', { name: '不改了' }).click();
    await changeAnswer(page, /^修改：2025/);
    await page.locator('[name="credits.2025-total"]').waitFor();
    expect(await outside(page, '.self-check')).toEqual([]);
  });

  test('the timeline does, in every role', async () => {
    const path = '/2026/timeline/';
    const page = await openPage({ path, now: '2026-07-10T09:00:00+08:00', ...large });
    await page.locator('.timeline-view').waitFor();
    await enlarge(page);
    expect(await outside(page, '.timeline')).toEqual([]);
    for (const role of ['受理点', '所在单位']) {
      await page.getByRole('radio', { name: role }).check();
      await page.locator('.timeline-view .tc-verdict').waitFor();
      expect(await outside(page, '.timeline')).toEqual([]);
    }
    await page.getByRole('button', { name: '按步骤排' }).click();
    await page.locator('#step-0-name').waitFor();
    expect(await outside(page, '.timeline')).toEqual([]);
    const name = await page.locator('#step-0-name').boundingBox();
    expect(name?.width).toBeGreaterThan(200);
    expect(
      await page.evaluate(() => document.querySelector('.timeline')?.scrollWidth ?? 0),
    ).toBeLessThanOrEqual(360);
  });

  test('the home page’s status does', async () => {
    const page = await openPage({ path: '/', ...large });
    await enlarge(page);
    expect(await outside(page, '.tc-widget')).toEqual([]);
  });
});
