import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject, onTestFinished } from 'vitest';

interface PageOptions {
  /** Origins that the page may ask for something beside the site and its own. */
  origins?: string[];
  /** A path of the site, or a whole address where a test serves a page of its own. */
  path?: string;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  forcedColors?: 'active';
  /** For a test that has a style of its own to put in. */
  bypassCSP?: boolean;
  contrast?: 'more' | 'no-preference';
  /** Less motion is wanted unless a test says otherwise. */
  reducedMotion?: 'reduce' | 'no-preference';
  hasTouch?: boolean;
  javaScriptEnabled?: boolean;
  timezoneId?: string;
  /** What the page's clock says, such as `2026-07-19T09:00+08:00`; it stands still. */
  now?: string;
  /** Problems that the test brings about on purpose. */
  expected?: RegExp;
}

let browser: Promise<Browser> | undefined;

afterAll(async () => (await browser)?.close());

/**
 * Opens a page in a context of its own, closed when the test ends. The test fails when the page
 * logs an error, throws one, or asks any other origin for anything.
 */
export async function openPage({
  path = '/',
  width = 1280,
  height = 800,
  now,
  expected,
  origins = [],
  ...options
}: PageOptions = {}): Promise<Page> {
  browser ??= connect();
  const context = await (await browser).newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...options,
  });
  const address = new URL(path, inject('origin'));
  const problems = watch(context, [inject('origin'), address.origin, ...origins]);
  onTestFinished(async () => {
    await context.close();
    expect(problems.filter((problem) => !expected?.test(problem))).toEqual([]);
  });

  const page = await context.newPage();
  if (now) await page.clock.setFixedTime(now);
  await page.goto(address.href);
  return page;
}

/** To the browser of the worker that this runs in; workers are counted from one. */
function connect(): Promise<Browser> {
  const endpoint = inject('browserEndpoints')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!endpoint) throw new Error(`Worker ${process.env.VITEST_POOL_ID} has no browser.`);
  return chromium.connect(endpoint);
}

/** Collects what goes wrong in any page or frame of a context. */
function watch(context: BrowserContext, origins: string[]): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isRemote = url.protocol.startsWith('http') || url.protocol.startsWith('ws');
    if (isRemote && !origins.includes(url.origin)) problems.push(`other origin: ${url.href}`);
  });
  return problems;
}
