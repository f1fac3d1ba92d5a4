import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** What axe finds inside an element, as `rule: the first place`. */
export async function violations(page: Page | Frame, selector: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    // @ts-expect-error axe is put into the page as a global
    const { violations } = await axe.run(selector);
    return violations.map(
      (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`,
    );
  }, selector);
}
