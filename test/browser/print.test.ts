import { expect, test } from 'vitest';
import { openPage } from './support/page.ts';

test.each([
  '/',
  '/2026/notice/',
  '/2026/self-check/',
  '/2026/self-check/paper/',
  '/2026/timeline/',
  '/embed/2026/self-check/',
  '/offline/self-check.html',
])('%s in a dark scheme is printed on white to the edge', async (path) => {
  const page = await openPage({ path, colorScheme: 'dark' });
  const colours = () =>
    page.evaluate(() => {
      // A host may ask an embedded page for it, whatever the reader's own scheme is.
      document.documentElement.dataset.theme = 'dark';
      // Margins have the colour of the scheme, the rest that of the body.
      const { colorScheme } = getComputedStyle(document.documentElement);
      return { colorScheme, paper: getComputedStyle(document.body).backgroundColor };
    });
  expect(await colours()).toMatchObject({ colorScheme: expect.stringContaining('dark') });
  await page.emulateMedia({ media: 'print' });
  expect(await colours()).toEqual({ colorScheme: 'light', paper: 'rgb(255, 255, 255)' });
});

test('paper shows what is folded, but not what is long and said shorter on the same page', async () => {
  const page = await openPage({ path: '/2026/conditions/' });
  await page.emulateMedia({ media: 'print' });
  const foldOf = (name: string) => page.locator('details', { hasText: name }).first();
  expect(await foldOf('每一种回答怎么判断').isVisible()).toBe(false);
  const documents = foldOf('看是哪几份');
  expect(await documents.evaluate((fold) => fold.getBoundingClientRect().height)).toBeGreaterThan(
    100,
  );
});

test('answers are printed without the ways on to other pages', async () => {
  const page = await openPage({ path: '/2026/questions/' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('[data-answer] .ways:visible').count()).toBe(0);
  expect(await page.locator('[data-answer] .answer p:visible').count()).toBeGreaterThan(80);
});

test('no line begins with the full stop after a day', async () => {
  const page = await openPage({ path: '/2026/procedure/', width: 360 });
  // Wherever the line ends: the column is made narrower step by step.
  for (let width = 360; width >= 320; width -= 4) {
    await page.setViewportSize({ width, height: 800 });
    const { days, begun } = await page.evaluate(() => {
      const stops = [...document.querySelectorAll('.sl-markdown-content time')].filter(
        ({ nextSibling }) => nextSibling?.textContent?.startsWith('。'),
      );
      const isBelow = (day: Element) => {
        const stop = document.createRange();
        stop.setStart(day.nextSibling as Node, 0);
        stop.setEnd(day.nextSibling as Node, 1);
        const lines = day.getClientRects();
        return stop.getBoundingClientRect().top >= (lines[lines.length - 1]?.bottom ?? 0);
      };
      return { days: stops.length, begun: stops.filter(isBelow).length };
    });
    expect(days).toBeGreaterThan(2);
    expect({ width, begun }).toEqual({ width, begun: 0 });
  }
});
