import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

/** Minified, which a page has read in a third of the time. */
export const axe = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/**
 * What axe finds inside an element, as `rule: the first place`.
 *
 * @param rules those to look at; all of axe's usual ones where none are named
 */
export async function violations(
  page: Page | Frame,
  selector: string,
  rules: string[] = [],
): Promise<string[]> {
  // By the protocol: a page's own policy refuses a script that a test puts in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(
    async ([selector, rules]) => {
      // @ts-expect-error axe is put into the page as a global
      const { violations } = await axe.run(selector, rules.length > 0 ? { runOnly: rules } : {});
      return violations.map(
        (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`,
      );
    },
    [selector, rules] as const,
  );
}
