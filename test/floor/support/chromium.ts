import { chromium as playwright } from 'playwright-core';
import { findBrowser } from '../../../src/scripts/browser.mjs';
import { findOldChromium } from '../../../src/scripts/old-chromium.mjs';
import type { Driver, Tab } from './tab.ts';

/** The machine's own Chromium. */
export function chromium(): Driver {
  const program = findBrowser();
  return { name: 'Chromium', start: program ? () => start(program, process.env) : undefined };
}

export function oldChromium(version: number): Driver {
  const found = findOldChromium(version);
  return {
    name: `Chromium ${version}`,
    start: found && (() => start(found.program, found.env)),
  };
}

async function start(executablePath: string, env: NodeJS.ProcessEnv): Promise<Tab> {
  const browser = await playwright.launch({
    executablePath,
    env: env as Record<string, string>,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
  });
  const page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
  // Its waiting for elements asks things of a page that old browsers do not know: only what the protocol itself does
  // is used.
  return {
    open: async (address) => {
      await page.goto('about:blank');
      await page.goto(address, { waitUntil: 'commit' });
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    evaluate: (expression) => page.evaluate(expression),
    pressAt: (x, y) => page.mouse.click(x, y),
    type: async (text) => {
      for (const key of text) {
        if (key === '\n') await page.keyboard.press('Enter');
        else await page.keyboard.insertText(key);
      }
    },
    close: () => browser.close(),
  };
}
