import { describe, expect, test } from 'vitest';
import { notice } from '../content/2026/support.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const PATHS = [
  '/about/',
  '/changes/',
  '/for-sites/',
  '/2026/rules/',
  '/2026/open-points/',
  ...notice.rules.map(({ id }) => `/2026/rules/${id}/`),
];

describe.each(PATHS)('%s', (path) => {
  test('axe finds nothing on a dark phone', async () => {
    const page = await openPage({ path, colorScheme: 'dark', width: 360 });
    expect(await violations(page, 'main')).toEqual([]);
  });

  test('axe finds nothing in light, and nothing scrolls sideways at any width', async () => {
    const page = await openPage({ path, colorScheme: 'light' });
    expect(await violations(page, 'main')).toEqual([]);
    for (const width of [820, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      // Polled: a resized page may be measured before it is laid out anew.
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
    }
  });
});

describe('a chart', () => {
  test('keeps the size of its text at every width', async () => {
    const page = await openPage({ path: '/2026/rules/qualification/' });
    for (const width of [320, 360, 900, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const scales = () =>
        page.locator('figure svg').evaluateAll((drawings) =>
          drawings
            .map((drawing) => drawing as unknown as SVGSVGElement)
            .map(({ viewBox, clientWidth }) => clientWidth / viewBox.baseVal.width)
            .filter((scale) => scale > 0)
            .map((scale) => scale.toFixed(2)),
        );
      await expect.poll(async () => [...new Set(await scales())]).toEqual(['1.00']);
    }
  });

  test.each(['qualification', 'integrity'])('of %s has every text inside it', async (id) => {
    const page = await openPage({ path: `/2026/rules/${id}/`, width: 360 });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    const outside = await page.locator('main figure:has(svg)').evaluate((figure) => {
      const { left, right } = figure.querySelector('svg')!.getBoundingClientRect();
      return [...figure.querySelectorAll('tspan')]
        .filter((line) => {
          const box = line.getBoundingClientRect();
          return box.left < left || box.right > right;
        })
        .map((line) => line.textContent);
    });
    expect(outside).toEqual([]);
  });
});

describe('without JavaScript', () => {
  test('a rule’s table leads to its page, and the page leads back', async () => {
    const page = await openPage({ path: '/2026/scope/', javaScriptEnabled: false });
    await page.locator('#rule-employer a').click();
    await page.waitForURL('**/2026/rules/employer/');
    expect(await page.locator('h1').innerText()).toContain('单位范围');
    expect(await page.locator('main figure svg:visible').count()).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('link', { name: '申报范围', exact: true }).click();
    await page.waitForURL('**/2026/scope/#rule-employer');
  });

  test('the overview leads to every rule', async () => {
    const page = await openPage({ path: '/2026/rules/', javaScriptEnabled: false });
    for (const { title } of notice.rules) {
      const link = page.locator('.rules').getByRole('link', { name: title, exact: true });
      expect(await link.count()).toBe(1);
    }
  });
});

describe('the frame around the pages', () => {
  test('says where one is, and leads on through the rules in their order', async () => {
    const page = await openPage({ path: '/2026/rules/specialty/' });
    const trail = page.getByRole('navigation', { name: '当前位置' });
    expect((await trail.innerText()).replace(/\s+/g, '')).toContain('判断规则');
    const next = page.locator('.pagination-links a[rel=next]');
    expect(await next.getAttribute('href')).toBe(`/2026/rules/${notice.rules[1]!.id}/`);
    const current = page.locator('nav.sidebar a[aria-current=page]');
    expect(await current.innerText()).toBe(notice.rules[0]!.title);
    const contents = page.locator('.right-sidebar-panel [data-contents] a');
    expect((await contents.allInnerTexts()).join()).toContain('原文怎么说');
  });
});
