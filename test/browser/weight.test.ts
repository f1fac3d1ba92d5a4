/**
 * What a page weighs when it is first opened: the bodies of all that Chromium asks for until nothing more comes and the
 * widgets run, as the site's own nginx sends them with brotli. Headers are the server's, and the icon is the window's,
 * which asks for it when it likes and never for what stands in a frame; neither is counted.
 */
import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startNginx } from '../support/nginx.ts';
import { openPage } from './support/page.ts';

/** A host pays for an embed in time: on a slow phone's 50 kB a second this is little more than half of one. */
const LIMIT_OF_EMBED = 28 * 1024;
/**
 * In season what one plans with comes at once as well, which otherwise waits until somebody opens it. Three quarters of 1,024
 * bytes more since the frame takes up the reader's size of letters (content/decisions/0071), and a half since lines are
 * kept whole (0083).
 */
const LIMIT_WITH_PLANNER = 32.25 * 1024;
/** The frame that all pages have, and what an embed of the self-check weighs without its own. */
const LIMIT_OF_SELF_CHECK = 40 * 1024;
/** Of the roster's page before there is a roster: what works on one comes when it is used. */
const LIMIT_OF_ROSTER = 60 * 1024;
/** A page to be read, with everything around it, and what explains it in place (content/decisions/0070). */
const LIMIT_OF_TEXT = 23 * 1024;

let server: Awaited<ReturnType<typeof startNginx>>;
beforeAll(async () => {
  server = await startNginx({ dist: 'dist', brotli: true });
});
afterAll(() => server.stop());

/** Opens a page of the site and tells the bytes of each body that came, by address. */
async function weigh(path: string, now?: string): Promise<Record<string, number>> {
  const page = await openPage({
    path: 'about:blank',
    origins: [server.origin],
    ...(now && { now }),
  });
  const network = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  const headers = new Map<string, number>();
  const bodies: Record<string, number> = {};
  const under = new Set<string>();
  const ended = new EventEmitter();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { protocol, pathname } = new URL(request.url);
    if (protocol === 'data:' || pathname === '/favicon.svg') return;
    addresses.set(requestId, pathname);
    under.add(requestId);
  });
  network.on('Network.responseReceived', ({ requestId, response }) => {
    headers.set(requestId, response.encodedDataLength);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId);
    if (address === undefined) return;
    bodies[address] = encodedDataLength - (headers.get(requestId) ?? 0);
    under.delete(requestId);
    ended.emit('one');
  });
  network.on('Network.loadingFailed', ({ requestId, errorText }) => {
    if (under.has(requestId)) ended.emit('error', new Error(errorText));
  });
  await network.send('Network.enable');

  await page.goto(server.origin + path);
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  // What has come may ask for more once the page has a moment: quiet is a moment in which nothing was asked for.
  for (let known = -1; known < addresses.size; ) {
    known = addresses.size;
    while (under.size > 0) await once(ended, 'one');
    await idle(page);
  }
  return bodies;
}

const idle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => resolve())));

const IN_SEASON = '2026-07-10T09:00:00+08:00';

test.each<[path: string, limit: number, now?: string]>([
  ['/embed/2026/self-check/', LIMIT_OF_EMBED],
  ['/embed/2026/timeline/', LIMIT_OF_EMBED],
  ['/embed/2026/timeline/', LIMIT_WITH_PLANNER, IN_SEASON],
  ['/2026/self-check/', LIMIT_OF_SELF_CHECK],
  ['/self-check/', LIMIT_OF_SELF_CHECK],
  ['/employers/roster/', LIMIT_OF_ROSTER],
  ['/embed/2026/roster/', LIMIT_OF_EMBED],
  ['/2026/notice/', LIMIT_OF_TEXT],
])('%s loads at most %i bytes to begin with', async (path, limit, now) => {
  const bodies = await weigh(path, now);
  const all = Object.values(bodies).reduce((sum, bytes) => sum + bytes, 0);
  // A page that had not come would weigh nothing.
  expect(bodies[path]).toBeGreaterThan(1000);
  expect(all, JSON.stringify(bodies, null, 1)).toBeLessThanOrEqual(limit);
});
