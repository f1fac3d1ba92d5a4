/** What a widget keeps in the tab's history, and what it reads from links. */
import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { forTimeline, loadNotice } from '../../src/notices/index.ts';
import { encodePlan } from '../../src/plan/index.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { answerUntil, complete, FITTING, screenBeside, start } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const NOW = '2026-07-10T09:00:00+08:00';

describe('the timeline', () => {
  const TIMELINE = '/2026/timeline/';
  const role = (page: Page | Frame, name: string) => page.getByRole('radio', { name });
  const posted = (page: Page | Frame) => page.getByLabel('哪天贴出公示', { exact: true });
  /** Waits for the tab's history to hold something. */
  const holds = (page: Page | Frame, text: string) =>
    page.waitForFunction((text) => String(history.state?.timeline).includes(text), text);

  async function plan(page: Page | Frame): Promise<void> {
    await role(page, '所在单位').check();
    await posted(page).fill('2026-07-20');
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByRole('button', { name: '按步骤排' }).click();
    await page.locator('#step-0-name').fill('先看一遍');
    await holds(page, encodeURIComponent('先看一遍'));
  }
  async function isPlanned(page: Page | Frame): Promise<void> {
    await page.locator('#step-0-name').waitFor();
    expect(await role(page, '所在单位').isChecked()).toBe(true);
    expect(await posted(page).inputValue()).toBe('2026-07-20');
    expect(await page.locator('#step-0-name').inputValue()).toBe('先看一遍');
  }

  test('comes back with its role, days and steps after a reload', async () => {
    const page = await openPage({ path: TIMELINE, now: NOW });
    await plan(page);
    await page.reload();
    await isPlanned(page);
  });

  test('comes back after another page, and adds no entry of its own', async () => {
    const page = await openPage({ path: TIMELINE, now: NOW });
    const before = await page.evaluate(() => history.length);
    await plan(page);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goto(new URL('/2026/contacts/', page.url()).href);
    await page.goBack();
    await isPlanned(page);
  });

  test('comes back at a heading of the page, which makes an entry of its own', async () => {
    const page = await openPage({ path: TIMELINE, now: NOW });
    await plan(page);
    await page.evaluate(() => {
      location.hash = 'publicity';
    });
    await holds(page, encodeURIComponent('先看一遍'));
    await page.reload();
    await isPlanned(page);
  });

  test('keeps what was changed since a link was opened, and keeps a day that was taken out', async () => {
    const fragment = encodePlan(forTimeline(notice), { role: 'employer', postedOn: '2026-07-21' });
    const page = await openPage({ path: `${TIMELINE}#${fragment}`, now: NOW });
    await posted(page).waitFor();
    await posted(page).fill('');
    await page.getByRole('button', { name: '算一算' }).click();
    await page.getByRole('alert').waitFor();
    await page.waitForFunction(() => !String(history.state?.timeline).includes('post='));
    await page.reload();
    await posted(page).waitFor();
    expect(await posted(page).inputValue()).toBe('');
  });

  test('does not believe nonsense', async () => {
    const page = await openPage({ path: TIMELINE, now: NOW });
    for (const kept of ['plan=<img src=x>', { plan: 1 }, 'x', 7]) {
      await page.evaluate((timeline) => history.replaceState({ timeline }, ''), kept);
      await page.reload();
      await role(page, '申报人').waitFor();
    }
  });
});

describe('in a frame', () => {
  const hosted = (attributes: string) =>
    `<!doctype html><link rel="icon" href="data:,"><p>主页面</p><iframe src="${inject('origin')}/embed/2026/self-check/" width="700" height="900" ${attributes}></iframe>`;
  async function inFrame(attributes = ''): Promise<{ page: Page; frame: Frame }> {
    const host = await serveHost({
      '/before': { html: '<!doctype html><link rel="icon" href="data:,">之前' },
      '/': { html: hosted(attributes) },
    });
    const page = await openPage({ path: `${host}/before` });
    await page.goto(`${host}/`);
    const frame = page.frames()[1] as Frame;
    await start(frame);
    return { page, frame };
  }

  test('answering adds nothing to the host’s history: one press of back leaves', async () => {
    const { page, frame } = await inFrame();
    const before = await page.evaluate(() => history.length);
    await complete(frame, FITTING);
    await frame.waitForFunction(() => history.state?.selfCheck?.at === 'result');
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goBack();
    await page.getByText('之前').waitFor();
  });

  test('its own buttons go back and forth, and a reload of the frame loses nothing', async () => {
    const { frame } = await inFrame();
    const after = screenBeside('employer', 1);
    await answerUntil(frame, after, FITTING);
    await frame.getByRole('button', { name: '上一题' }).click();
    await frame.locator('[data-question=employer]').waitFor();
    await frame.waitForFunction(() => history.state?.selfCheck?.screen === 'employer');
    await frame.evaluate(() => location.reload());
    await frame.waitForLoadState();
    await frame.locator('[data-question=employer]').waitFor();
    expect(await frame.getByRole('radio', { name: '省属企业' }).isChecked()).toBe(true);
    await frame.getByRole('button', { name: '继续' }).click();
    await frame.locator(`[data-question="${after}"]`).waitFor();
  });
});

test('a history that refuses everything costs nothing but the way back after a reload', async () => {
  const page = await openPage({ path: '/2026/contacts/', now: NOW });
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    history.pushState = refuse;
    history.replaceState = refuse;
    Object.defineProperty(history, 'state', { get: refuse });
  });
  await page.goto(new URL('/2026/self-check/', page.url()).href);
  await start(page);
  await complete(page, FITTING);
  expect(await page.locator('.tc-verdict h2').innerText()).toBe('初步符合');
  await page.goto(new URL('/2026/timeline/', page.url()).href);
  await page.getByRole('radio', { name: '受理点' }).check();
  await page.locator('.timeline-view .tc-verdict').waitFor();
});

describe('a link', () => {
  const SELF_CHECK = '/2026/self-check/';
  const answers = encodeAnswers(notice, FITTING);
  const verdict = (page: Page) => page.locator('.tc-verdict h2');
  const note = (page: Page) => page.locator('.self-check-note').first();

  test.each([
    ['wholly encoded', `#${encodeURIComponent(answers)}`],
    ['as HTML writes it, in the middle of a sentence', `#${answers.replaceAll('&', '&amp;')}）。`],
    ['with trackers', `?from=timeline&isappinstalled=0#${answers}&shareTo=qq#wechat_redirect`],
  ])('%s brings the answers, and says nothing of it', async (_, rest) => {
    const page = await openPage({ path: SELF_CHECK + rest });
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('初步符合');
    expect(await page.locator('.self-check-note').count()).toBe(0);
  });

  test.each([
    ['cut within', `#${answers.slice(0, 150)}`, '读到的回答都在'],
    ['cut at its beginning', '#v', '没有读到回答'],
    ['cut at its sign', '#', '没有读到回答'],
    ['with nothing but its version', '#v=2026.1', '没有读到回答'],
    ['encoded and cut', `#${encodeURIComponent(answers).slice(0, 40)}`, '没有读到回答'],
  ])('%s says so', async (_, fragment, words) => {
    const page = await openPage({ path: SELF_CHECK + fragment });
    await note(page).waitFor();
    expect(await note(page).innerText()).toContain('这个链接不完整');
    expect(await note(page).innerText()).toContain(words);
  });

  test('to a heading, or with nothing but a tracker, is none', async () => {
    for (const fragment of ['#_top', '#wechat_redirect', '#from=singlemessage']) {
      const page = await openPage({ path: SELF_CHECK + fragment });
      await start(page);
      expect(await page.locator('.self-check-note').count()).toBe(0);
    }
  });

  test('of the timeline leads there from the self-check, and the other way round', async () => {
    const fragment = encodePlan(forTimeline(notice), { role: 'employer', postedOn: '2026-07-21' });
    const page = await openPage({ path: `${SELF_CHECK}#${fragment}`, now: NOW });
    await page.getByRole('link', { name: '到“时间怎么排”打开' }).click();
    await page.waitForURL('**/2026/timeline/#plan=*');
    await page.getByLabel('哪天贴出公示', { exact: true }).waitFor();
    expect(await page.getByLabel('哪天贴出公示', { exact: true }).inputValue()).toBe('2026-07-21');

    const other = await openPage({ path: `/2026/timeline/#${answers}`, now: NOW });
    await other.getByRole('link', { name: '到“我能申报吗”打开' }).click();
    await other.waitForURL('**/2026/self-check/#v=*');
    await verdict(other).waitFor();
  });

  test('of the timeline that was cut says so there', async () => {
    const fragment = encodePlan(forTimeline(notice), { role: 'employer', postedOn: '2026-07-21' });
    for (const cut of [fragment.slice(0, -8), 'plan', '']) {
      const page = await openPage({ path: `/2026/timeline/#${cut}`, now: NOW });
      await page.getByText('这个链接不完整').waitFor();
    }
  });

  test('never becomes anything but text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    for (const path of [SELF_CHECK, '/2026/timeline/']) {
      const page = await openPage({
        path: `${path}#v=1&${encodeURIComponent(hostile)}=${hostile}`,
      });
      await page.locator('.tc-widget [role=status] , .self-check-note').first().waitFor();
      expect(await page.locator('.tc-widget img').count()).toBe(0);
    }
  });
});
