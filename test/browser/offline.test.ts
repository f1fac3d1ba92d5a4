import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, unfold } from './support/selfCheck.ts';

const BUILT = 'dist/offline/self-check.html';
const notice = await loadNotice('2026');

let folder: string;
let address: string;
beforeAll(() => {
  // As on a stick: the file alone, in a folder whose name has a space and Chinese in it.
  folder = mkdtempSync(join(tmpdir(), '申报 '));
  copyFileSync(BUILT, join(folder, '自查.html'));
  address = pathToFileURL(join(folder, '自查.html')).href;
});
afterAll(() => rmSync(folder, { recursive: true }));

type Options = Parameters<typeof openPage>[0];
const open = (fragment = '', options: Options = {}) =>
  openPage({ path: address + fragment, now: '2026-07-10T09:00+08:00', ...options });
const tab = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name });
const shown = (page: Page) => page.locator('main > section:visible');

test('the offline file is within its limit and holds its own hashes', () => {
  const html = readFileSync(BUILT);
  expect(html.length).toBeLessThanOrEqual(96 * 1024);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(
    html.toString(),
  )?.[1];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

describe('the offline file, opened from a disk', () => {
  test('asks for nothing but itself', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.getByRole('button', { name: '开始自查' }).click();
    await tab(page, '时间怎么排').click();
    await tab(page, '原文和依据').click();
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([address]);
  });

  test('runs the self-check to its result, whose clause opens in the file itself', async () => {
    const page = await open();
    await page.getByRole('button', { name: '开始自查' }).click();
    await complete(page, FITTING);
    expect(await page.locator('.tc-verdict').innerText()).toContain('初步符合');

    await unfold(page);
    await page.locator('[data-rule=qualification] .self-check-standing a').first().click();
    const clause = page.locator('#clause-2\\.1');
    await clause.waitFor();
    expect(await clause.innerText()).toContain('工程技术人员中（初）级专业技术资格评审条件');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('clause-2.1');

    await page.goBack();
    await page.locator('.tc-verdict').waitFor();
    expect(await shown(page).getAttribute('id')).toBe('self-check');
  });

  test('copies a result with why no address comes with it', async () => {
    const page = await open(`#${encodeAnswers(notice, FITTING)}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('已复制文字').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.endsWith('\n这份结果出自保存在电脑上的文件，所以没有网址。')).toBe(true);
    expect(text).not.toContain('file:');
  });

  test('opens answers that its address carries', async () => {
    const page = await open(`#${encodeAnswers(notice, FITTING)}`);
    await page.locator('.tc-verdict').waitFor();
    expect(await page.locator('.tc-verdict').innerText()).toContain('初步符合');
  });

  test('runs the timeline', async () => {
    const page = await open('#timeline');
    expect(await shown(page).getAttribute('id')).toBe('timeline');
    expect(await page.title()).toContain('离线版');
    const text = await page.locator('#timeline').innerText();
    expect(text).toContain('还剩 9 天');
    expect(text).toContain('最迟贴出公示');
  });

  test('links only to itself, to telephones, and to addresses that the notice gives', async () => {
    const page = await open(
      `#${encodeAnswers(notice, { ...FITTING, misconductOn: '2024-07-19' })}`,
    );
    await page.locator('.tc-verdict').waitFor();
    const links = await page.locator('a').evaluateAll((all) =>
      all.map((link) => {
        const href = link.getAttribute('href') ?? '';
        const names = document.getElementById(href.slice(1)) !== null;
        const found = href.startsWith('#plan=') || (href.startsWith('#') && names);
        return { href, ok: found || /^(tel:|https?:)/.test(href) };
      }),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(({ ok }) => !ok)).toEqual([]);
    const outside = links.map(({ href }) => href).filter((href) => href.startsWith('http'));
    const given = notice.documents.flatMap(({ url }) => url ?? []);
    expect(outside.filter((href) => !given.some((url) => href.startsWith(url)))).toEqual([]);
  });

  test('starts with the self-check whatever its address ends in', async () => {
    const page = await open();
    for (const text of ['%', '#=%E0', 'nothing-of-that-name', '__proto__', '<img src=x>']) {
      await page.goto('about:blank');
      await page.goto(`${address}#${text}`);
      await page.getByRole('button', { name: '开始自查' }).waitFor();
      expect(await shown(page).getAttribute('id')).toBe('self-check');
    }
  });

  test('goes from part to part by keyboard and keeps each as it was left', async () => {
    const page = await open();
    await page.getByRole('button', { name: '开始自查' }).click();
    const asked = await page.locator('.self-check [data-focus]').innerText();
    await tab(page, '原文和依据').focus();
    await page.keyboard.press('Enter');
    await page.locator('#notice h1').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('原文和依据');
    expect(await tab(page, '原文和依据').getAttribute('aria-current')).toBe('page');
    await tab(page, '我能申报吗').click();
    expect(await page.locator('.self-check [data-focus]').innerText()).toBe(asked);
  });

  test('holds every clause in the notice’s own words', async () => {
    const page = await open('#notice');
    const text = await page.locator('#notice').innerText();
    for (const { label, paragraphs } of notice.clauses) {
      expect(text).toContain(`通知 ${label}`);
      for (const paragraph of paragraphs) {
        expect(text).toContain(paragraph.replace(/\*\*|<(?=https?:)|(?<=https?:[^ ]*)>/g, ''));
      }
    }
  });

  test('says without JavaScript what it needs', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('body').innerText()).toContain('要有 JavaScript 才能用');
  });

  test('has nothing that axe finds, in light and in dark', async () => {
    const page = await open();
    for (const part of ['我能申报吗', '时间怎么排', '原文和依据']) {
      await tab(page, part).click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        expect(await violations(page, 'html')).toEqual([]);
      }
    }
  });

  test('fits 320 pixels without scrolling sideways', async () => {
    const page = await open('', { width: 320 });
    await page.getByRole('button', { name: '开始自查' }).click();
    const bar = page.locator('.self-check-go');
    await bar.waitFor();
    // The way on is in view there, too.
    expect(await bar.evaluate((one) => getComputedStyle(one).position)).toBe('sticky');
    for (const part of ['我能申报吗', '时间怎么排', '原文和依据']) {
      await tab(page, part).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
});

describe('the offline file in an old browser', () => {
  /** Opens it after a script has changed what the browser offers. */
  async function openAfter(change: () => void, expected = /^$/) {
    const page = await open('', { expected });
    await page.addInitScript(change);
    await page.reload();
    return page;
  }
  const sentence = (page: Page) => page.getByText('这个浏览器太旧');

  test('unpacks without DecompressionStream', async () => {
    const page = await openAfter(() => Reflect.deleteProperty(window, 'DecompressionStream'));
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.locator('.self-check-form').waitFor();
    expect(await sentence(page).isVisible()).toBe(false);
  });

  test.each([
    ['cannot be unpacked', () => Reflect.deleteProperty(window, 'TextDecoder')],
    ['throws while it starts', () => Reflect.deleteProperty(Array.prototype, 'flatMap')],
  ])('says so where the script %s, and leads on', async (_, change) => {
    const page = await openAfter(change, /^error: /);
    await sentence(page).waitFor();
    expect(await sentence(page).innerText()).toMatch(/请换 Chrome 103、.*Firefox 102 或更新的版本/);
  });

  test('says nothing of it once both tools stand', async () => {
    const page = await open();
    await page.locator('html[data-started]').waitFor({ state: 'attached' });
    await page.evaluate(() => dispatchEvent(new ErrorEvent('error')));
    expect(await sentence(page).isVisible()).toBe(false);
  });
});
