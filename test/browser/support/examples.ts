/** The widgets' examples, brought about in the built pages and looked at by axe. */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Example } from '../../../src/gallery/example.ts';
import { examplesOf } from '../../../src/gallery/examples.ts';
import { play } from '../../../src/gallery/play.ts';
import { loadCalendar, loadNotice } from '../../../src/notices/index.ts';
import { axe, violations } from './axe.ts';
import { tornIn } from './lines.ts';
import { openPage } from './page.ts';

export const examples = examplesOf(await loadNotice('2026'), await loadCalendar());

/** A widget's examples by what their ids begin with: one page shows those of a group one after the other. */
export function groupsOf(widget: Example['widget']): [string, Example[]][] {
  const own = examples.filter((example) => example.widget === widget);
  return Object.entries(Object.groupBy(own, ({ id }) => id.split('-')[0] ?? id)).map(
    ([group, examples = []]) => [group, examples],
  );
}

/**
 * What axe finds in examples, with everything opened that can be: in light, in dark, and on paper where they are
 * worth printing; and what lines tear apart on a phone. Each fault says where it was seen.
 */
export async function faultsIn(examples: Example[]): Promise<string[]> {
  const page = await openPage({ path: '/2026/self-check/', width: 360 });
  await page.context().addInitScript(axe);
  const faults: string[] = [];
  for (const example of examples) {
    await open(page, example);
    const look = async (where: string, rules?: string[]) => {
      const found = await violations(page, 'main', rules);
      faults.push(...found.map((fault) => `${example.id}, ${where}: ${fault}`));
    };
    await look('light');
    const torn = await page.evaluate(tornIn, 'astro-island');
    faults.push(...torn.map((fault) => `${example.id}: ${fault}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    // Nothing but colours is different.
    await look('dark', ['color-contrast', 'link-in-text-block']);
    if (example.print) {
      await page.emulateMedia({ media: 'print' });
      await look('on paper');
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  }
  return faults;
}

async function open(page: Page, { path, today, ...example }: Example): Promise<void> {
  await page.clock.setFixedTime(`${today}T09:00:00+08:00`);
  // A document of its own, and nothing kept: what was done in the one before would count for more than the link.
  await page.evaluate(() => localStorage.clear());
  await page.goto('about:blank');
  await page.goto(new URL(path, inject('origin')).href);
  try {
    await page.evaluate(play, example);
  } catch (error) {
    throw new Error(`${example.id}: ${(error as Error).message}`);
  }
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLDetailsElement>('main details'))
      one.open = true;
  });
}
