/** The line that says whether one can apply today: on every page of a year, in embeds and in the offline file. */
import { describe, expect, inject, test } from 'vitest';
import { addDays } from '../../src/calculator/index.ts';
import { statusOn } from '../../src/widgets/shared/status.ts';
import { notice } from '../content/2026/support.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const LINE = '.tc-status > :not([hidden])';
const bare = (text: string) => text.replace(/\s+/g, '');
const { application, after } = {
  application: notice.stages[0],
  after: addDays(
    notice.stages
      .map(({ closes }) => closes)
      .sort()
      .at(-1)!,
    1,
  ),
};
/** A day in each phase, with what home offers to do first. */
const PHASES: [phase: string, day: string, action: string][] = [
  ['before', addDays(application.opens!, -5), '先自查：能不能申报'],
  ['open', addDays(application.closes, -9), '自查：还剩 9 天'],
  ['running', addDays(application.closes, 2), '准备下一年度'],
  ['after', after, '准备下一年度'],
];
const PATHS = [
  '/2026/notice/',
  '/2026/rules/qualification/',
  '/2026/procedure/employer/',
  '/self-check/',
  '/timeline/',
  '/prepare/',
  '/embed/2026/self-check/',
  '/offline/self-check.html',
];

describe.each(PHASES)('%s, on %s', (phase, day, action) => {
  // Late at night in Shanghai it is still the day before in New York.
  const now = `${day}T00:30+08:00`;
  const far = { now, timezoneId: 'America/New_York', width: 360 };

  test.each(PATHS)('%s says so', async (path) => {
    const page = await openPage({ path, ...far });
    const line = page.locator(LINE);
    await line.waitFor();
    expect(bare(await line.innerText())).toContain(bare(statusOn(notice, day)!.text));
    expect(await page.evaluate(() => document.documentElement.dataset.phase)).toBe(phase);
  });

  test('home offers what can be done, whole within the first screen, beside who is not covered', async () => {
    const page = await openPage({ ...far, height: 740 });
    const button = page.locator('main .tc-button-primary:visible');
    expect(bare(await button.innerText())).toBe(bare(action));
    for (const part of [page.locator(LINE), button, page.getByText('市县属单位、民营企业')]) {
      const box = (await part.boundingBox())!;
      expect(box.y + box.height).toBeLessThanOrEqual(740);
    }
    expect(await violations(page, 'main')).toEqual([]);
  });
});

test.each(PHASES)('%s, no line of a phone breaks inside a phrase', async (_, day) => {
  for (const path of ['/', '/2026/scope/']) {
    const page = await openPage({ path, width: 360, now: `${day}T09:00+08:00` });
    const line = page.locator(LINE);
    await line.waitFor();
    const lines = await line
      .locator('> span')
      .evaluateAll((phrases) =>
        phrases.map((phrase) => [
          phrase.textContent,
          Math.round(
            phrase.getBoundingClientRect().height /
              Number.parseFloat(getComputedStyle(phrase).lineHeight),
          ),
        ]),
      );
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter(([, count]) => count !== 1)).toEqual([]);
  }
});

test('no day leaves a hole below the line on a phone, for all need as many lines', async () => {
  for (const [, day] of PHASES) {
    const page = await openPage({ path: '/2026/scope/', width: 360, now: `${day}T09:00+08:00` });
    await page.locator(LINE).waitFor();
    const [kept, used] = await page.evaluate((shown) => {
      const words = document.createRange();
      words.selectNodeContents(document.querySelector(shown)!);
      return [document.querySelector('.tc-status')!, words].map(
        (one) => one.getBoundingClientRect().height,
      );
    }, LINE);
    expect(kept! - used!, day).toBeLessThan(2);
  }
});

test('no line is wider than a small phone, in text twice as large', async () => {
  const page = await openPage({ path: '/', width: 320, now: `${after}T09:00+08:00` });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
});

test('no page of the server’s knows the day: without scripts the dates alone stand there', async () => {
  for (const path of ['/', '/2026/scope/', '/embed/2026/timeline/']) {
    const page = await openPage({ path, javaScriptEnabled: false });
    const text = await page.locator('.tc-status').innerText();
    expect(text).toContain('2026 年度个人申报：6 月 25 日（周四）至 7 月 19 日（周日）');
    expect(text).not.toMatch(/还剩|还有|已截止|进行中|看来不对/);
  }
});

test('what holds in one phase alone is told in it alone', async () => {
  const said = async (now: string) =>
    (await openPage({ path: '/2026/procedure/applicant/', now })).locator('main').innerText();
  expect(await said('2026-07-10T09:00+08:00')).toContain('在那天以前问完');
  expect(await said('2026-11-27T09:00+08:00')).not.toContain('在那天以前问完');
});

describe('nothing moves', () => {
  interface Shift {
    value: number;
  }
  test.each([
    ['/', 360],
    ['/', 1280],
    ['/2026/scope/', 360],
    ['/2026/prepare/', 360],
  ])('on %s at %i px, on a slow network', async (path, width) => {
    const page = await openPage({ path: 'about:blank', width, now: '2026-11-27T09:00+08:00' });
    await page.addInitScript(() => {
      const shifts: Shift[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push(entry as unknown as Shift);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Network.enable');
    const rate = { latency: 100, downloadThroughput: 400_000, uploadThroughput: 400_000 };
    await cdp.send('Network.emulateNetworkConditions', { offline: false, ...rate });
    await page.goto(inject('origin') + path);
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const sum = await page.evaluate(() =>
      (window as unknown as { shifts: Shift[] }).shifts.reduce((all, { value }) => all + value, 0),
    );
    expect(Math.round(sum * 1000) / 1000).toBe(0);
  });
});

test.each([
  '/2026/conditions/',
  '/2026/rules/qualification/',
  '/2026/scope/',
  '/2026/prepare/',
  '/prepare/',
  '/',
])('%s is no longer than six screens of a phone', async (path) => {
  const page = await openPage({ path, width: 360, height: 740, now: '2026-11-27T09:00+08:00' });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThanOrEqual(6 * 740);
});
