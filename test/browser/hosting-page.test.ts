import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

describe('the page on hosting', () => {
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'axe finds nothing in %s at %i px, and nothing scrolls sideways',
    async (colorScheme, width) => {
      const page = await openPage({ path: '/hosting/', colorScheme, width });
      expect(await violations(page, 'main')).toEqual([]);
      const wide = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
    },
  );
});
