import { type KeyInput, launch } from 'puppeteer-core';
import { findFirefox } from '../../../src/scripts/floor.mjs';
import type { Driver, Tab } from './tab.ts';

export function firefox(): Driver {
  const program = findFirefox();
  return { name: 'Firefox', start: program ? () => start(program) : undefined };
}

async function start(executablePath: string): Promise<Tab> {
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', 'ui.prefersReducedMotion': 1 },
  });
  // The tab that it starts with stays in front. One behind others draws nothing, and so tells no heights.
  const [page = await browser.newPage()] = await browser.pages();
  return {
    open: async (address) => {
      await page.goto('about:blank');
      await page.goto(address, { waitUntil: 'domcontentloaded' });
    },
    resize: (width, height) => page.setViewport({ width, height }),
    evaluate: (expression) => page.evaluate(expression),
    pressAt: (x, y) => page.mouse.click(x, y),
    type: async (text) => {
      for (const key of text) await page.keyboard.press((key === '\n' ? 'Enter' : key) as KeyInput);
    },
    close: () => browser.close(),
  };
}
