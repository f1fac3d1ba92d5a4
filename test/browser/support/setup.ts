import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findHeadless } from '../../../src/scripts/browser.mjs';
import { serveFolder } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served. */
    origin: string;
    /** Where a browser waits for the test files to connect, one for each worker: a browser has one clipboard. */
    browserEndpoints: string[];
  }
}

const ARGS = [
  '--no-sandbox', // Chromium refuses to run as root with its sandbox.
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The address bar's popups are two more pages in every window, and a spare process waits beside it: half of the
  // time of opening one. This list replaces Playwright's own, of which only the first bears on what pages show.
  '--disable-features=PaintHolding,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
];

/** Serves the built site and starts the browsers of all test files, one for each worker. */
export default async function setup(project: TestProject) {
  if (!existsSync('dist')) throw new Error('还没有构建网站，请先运行 npm run build。');
  const executablePath = findHeadless();
  if (!executablePath) throw new Error('没有找到浏览器，请运行 npm test，它会自动安装。');

  const site = await serveFolder('dist');
  const browsers = await Promise.all(
    Array.from({ length: project.vitest.config.maxWorkers }, () =>
      // Where the machine names no language, Chromium gives files with Chinese names another one.
      chromium.launchServer({
        executablePath,
        args: ARGS,
        env: { ...process.env, LC_ALL: 'C.UTF-8' },
      }),
    ),
  );
  project.provide('origin', site.origin);
  project.provide(
    'browserEndpoints',
    browsers.map((browser) => browser.wsEndpoint()),
  );

  return async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    site.close();
  };
}
