import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { openPage } from './support/page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

describe('the page on hosting', () => {
  test.each([
    ['light', 1280],
    ['dark', 320],
  ] as const)(
    'axe finds nothing in %s at %i px, and nothing scrolls sideways',
    async (colorScheme, width) => {
      const page = await openPage({ path: '/hosting/', colorScheme, width });
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        // @ts-expect-error axe is put into the page as a global
        const { violations } = await axe.run('main');
        return violations.map(
          (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`,
        );
      });
      expect(found).toEqual([]);
      const wide = () => document.documentElement.scrollWidth - window.innerWidth;
      expect(await page.evaluate(wide)).toBeLessThanOrEqual(0);
    },
  );
});
