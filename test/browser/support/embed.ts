import type { Frame, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { serveHost } from './host.ts';
import { openPage } from './page.ts';

export const site = inject('origin');
export const script = `<script src="${site}/embed.js" async></script>`;

export type Open = Parameters<typeof openPage>[0];

interface Host {
  headers?: Record<string, string>;
  doctype?: string;
}

/** Serves a page of another site that holds `body`, and returns its address. */
export async function hostAt(
  body: string,
  { headers = {}, doctype = '<!doctype html>' }: Host = {},
): Promise<string> {
  const html = `${doctype}<html lang="zh-CN"><head><title>host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  return `${await serveHost({ '/': { html, headers } })}/`;
}

/** Opens a page of another site that holds `body`. */
export async function openHost(
  body: string,
  { headers = {}, doctype = '<!doctype html>', ...options }: Open & Host = {},
): Promise<Page> {
  return openPage({ path: await hostAt(body, { headers, doctype }), ...options });
}

/** The frame that shows a widget, once the widget has started. */
export async function frameOf(page: Page, selector = 'title-check iframe'): Promise<Frame> {
  const handle = await page.locator(selector).elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`Nothing is framed at ${selector}`);
  await frame.locator('astro-island:not([ssr])').first().waitFor();
  return frame;
}

/** Waits until the host has given the frame exactly the height of its content, and returns it. */
export async function settled(
  page: Page,
  frame: Frame,
  selector = 'title-check iframe',
): Promise<number> {
  let height = -1;
  await expect
    .poll(async () => {
      const content = Math.ceil(
        await frame.evaluate(() => document.body.getBoundingClientRect().height),
      );
      height = (await page.locator(selector).boundingBox())?.height ?? 0;
      return height - content;
    })
    .toBe(0);
  return height;
}

/** Whether anything in the frame could be scrolled. */
export const scrolls = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight > innerHeight || scrollWidth > innerWidth;
  });

/** Keeps what the window gets sent, for `received`. */
export const record = `<script>window.got = []; addEventListener('message', ({ data }) => got.push(data));</script>`;
export const received = (place: Page | Frame) =>
  place.evaluate(() => (window as unknown as { got: unknown[] }).got);

export const opening = (frame: Frame) => frame.getByRole('button', { name: '开始自查' });
