import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

describe('an embedded page', () => {
  test.each(['self-check', 'timeline', '2026/self-check', '2026/timeline'])(
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
});
