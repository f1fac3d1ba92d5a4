import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import { inYear, joinBase } from '../components/paths.ts';

type HastPlugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/**
 * Markdown step: root-relative links get the base path, and `/year/…` the current year. Starlight adds it to its own navigation only,
 * so that `[时间](/timeline/)` would leave the site wherever it is not served from the root.
 */
export const baseLinks = (base: string, year: string): HastPlugin => ({
  name: 'base-links',
  element: {
    filter: ['a'],
    visit(node, ctx) {
      const { href } = node.properties;
      if (typeof href === 'string') {
        ctx.setProperty(node, 'href', joinBase(base, inYear(year, href)));
      }
    },
  },
});
