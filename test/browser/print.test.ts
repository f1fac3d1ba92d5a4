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
