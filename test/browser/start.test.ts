import { expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');

interface Shift {
  value: number;
  what: string;
}

const cases = [360, 1280].flatMap((width) =>
  [
    { name: 'the opening', fragment: '', until: 'astro-island:not([ssr]) .self-check' },
    {
      name: 'a result from a link',
      fragment: `#${encodeAnswers(notice, FITTING)}`,
      until: '.self-check-record',
    },
  ].map((one) => ({ ...one, width })),
);

test.each(cases)('nothing is seen to move while $name starts at $width px', async (one) => {
  const page = await openPage({ width: one.width });
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        const what = entry.sources.map(({ node }) => (node as Element | null)?.className);
        shifts.push({ value: entry.value, what: what.join(' ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // On a slow network the page is painted before its scripts have come.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 400_000,
    uploadThroughput: 400_000,
  });
  await page.goto(`${new URL(page.url()).origin}/2026/self-check/${one.fragment}`);
  await page.locator(one.until).waitFor({ state: 'attached' });
  // Two more frames: a shift is told after the frame in which it was.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const shifts = await page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
  // As Chromium's own reports give it: the shell has a hairline that moves for less than a thousandth.
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(Math.round(sum * 1000) / 1000, JSON.stringify(shifts)).toBe(0);
});
