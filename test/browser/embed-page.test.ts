import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { frameOf, openHost, opening, script, scrolls, settled, site } from './support/embed.ts';
import { openPage } from './support/page.ts';

describe('an embedded page', () => {
  test.each([
    'self-check',
    'timeline',
    'roster',
    '2026/self-check',
    '2026/timeline',
    '2026/roster',
  ])(
    '%s is no page to be found, has none of the site around it, and says what prevails',
    async (path) => {
      const page = await openPage({ path: `/embed/${path}/`, width: 320 });
      await page.locator('astro-island:not([ssr])').first().waitFor();
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(await page.locator('header, nav, site-search').count()).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await violations(page, 'body')).toEqual([]);
      expect(await page.locator('footer').innerText()).toContain('以通知原文和受理点的答复为准');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  test('without JavaScript leads to the full page, which has the tables', async () => {
    const page = await openPage({ path: '/embed/self-check/', javaScriptEnabled: false });
    const link = page.locator('noscript a');
    expect(await link.getAttribute('href')).toBe('/2026/self-check/');
  });

  test.each(['self-check', 'timeline'])(
    '%s of a year that is not held is the current one, and says so',
    async (widget) => {
      const page = await openHost(
        `<title-check widget="${widget}" notice="1999" theme="scheme:dark"></title-check>${script}`,
        { expected: /404/ },
      );
      const line = page
        .frameLocator('title-check iframe')
        .getByText('本站没有 1999 年度的通知。下面是 2026 年度的。');
      await line.waitFor();
      const frame = await frameOf(page);
      await settled(page, frame);
      expect(await scrolls(frame)).toBe(false);
      expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
      expect(await violations(frame, 'body')).toEqual([]);
      // A frame without the element gets there as well.
      const plain = await openHost(
        `<iframe src="${site}/embed/1999/${widget}/" title="x" width="100%" height="700"></iframe>`,
        { expected: /404/ },
      );
      await plain.frameLocator('iframe').getByText('本站没有 1999 年度的通知').waitFor();
      expect(await plain.evaluate(() => history.length)).toBe(
        await page.evaluate(() => history.length),
      );
    },
  );

  test.each(['?asked=2026', '?asked=next', '?asked=%3Cb%3E', ''])(
    'with %s says nothing of another year',
    async (query) => {
      const page = await openPage({ path: `/embed/self-check/${query}` });
      await opening(page.mainFrame()).waitFor();
      expect(await page.locator('#asked').isVisible()).toBe(false);
    },
  );
});
