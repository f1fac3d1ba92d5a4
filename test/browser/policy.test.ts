import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startNginx } from '../support/nginx.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';

let nginx: Awaited<ReturnType<typeof startNginx>>;
beforeAll(async () => {
  nginx = await startNginx({ dist: 'dist', brotli: true });
});
afterAll(() => nginx.stop());

/** Where each built page is found. */
const paths = globSync('dist/**/*.html')
  .map((file) => file.replaceAll('\\', '/').slice('dist'.length))
  .map((path) => path.replace(/index\.html$/, ''))
  .sort();

describe('the policy, as nginx and the pages state it', () => {
  test('forbids no page anything that it does', async () => {
    const page = await openPage({ path: `${nginx.origin}/` });
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(`${page.url()}: ${message.text()}`);
    });
    const without: string[] = [];
    for (const path of paths) {
      await page.goto(nginx.origin + path);
      if (!(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()))
        without.push(path);
      // Islands below the fold start when they are seen.
      await page.waitForFunction(
        () => !document.querySelector('astro-island[ssr]:not([client=visible])'),
      );
    }
    expect(paths.length).toBeGreaterThan(25);
    expect(without).toEqual([]);
    expect(refused).toEqual([]);
    expect(nginx.log()).toBe('');
  }, 120_000);

  test('lets search run', async () => {
    const page = await openPage({ path: `${nginx.origin}/about/` });
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('继续教育');
    await page.locator('site-search li').first().waitFor();
  });

  test.each([
    ['an inline script', 'script', '<script>document.title = "hacked"</script>'],
    ['a script of another origin', 'script', '<script src="https://other.invalid/x.js"></script>'],
    ['a style element', 'style', '<style>body { display: none }</style>'],
    ['an event handler', 'script', '<img src="data:," onerror="document.title = `hacked`">'],
    ['an image of another origin', 'img', '<img src="https://other.invalid/x.png">'],
    ['a frame of another origin', 'frame', '<iframe src="https://other.invalid/"></iframe>'],
    ['an address for all links', 'base', '<base href="https://other.invalid/">'],
  ])('refuses %s that was slipped in', async (_, directive, html) => {
    const page = await openPage({
      path: `${nginx.origin}/about/`,
      // Chromium announces a request before it refuses it.
      expected: /Content Security|^other origin: https:\/\/other\.invalid/,
    });
    const violated = await page.evaluate(async (html) => {
      const violation = new Promise<SecurityPolicyViolationEvent>((resolve) =>
        document.addEventListener('securitypolicyviolation', resolve, { once: true }),
      );
      document.head.append(document.createRange().createContextualFragment(html));
      return (await violation).effectiveDirective;
    }, html);
    expect(violated).toContain(directive);
    expect(await page.title()).not.toBe('hacked');
  });
});

describe('another site', () => {
  interface Host {
    headers?: Record<string, string>;
    /** The frame's attributes. */
    attributes?: string;
  }

  /** What a frame of another site's page shows of an address of ours. */
  async function framed(path: string, { headers = {}, attributes = '' }: Host = {}) {
    const html = `<!doctype html><link rel="icon" href="data:,"><iframe ${attributes}></iframe>`;
    const opened = await openPage({
      path: await serveHost({ '/': { html, headers } }),
      expected: /^other origin|frame-ancestors|X-Frame-Options|404/,
    });
    await opened.locator('iframe').evaluate((frame, src) => {
      (frame as HTMLIFrameElement).src = src;
      return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    }, nginx.origin + path);
    return opened.frames()[1]!;
  }

  test.each(['/embed/2026/self-check/', '/embed/timeline/'])('may embed %s', async (path) => {
    const frame = await framed(path);
    await expect.poll(() => frame.url()).toBe(nginx.origin + path);
    expect(await frame.locator('main, .tc-widget').count()).toBeGreaterThan(0);
  });

  test.each([
    ['/embed/1999/self-check/', '/embed/self-check/?asked=1999'],
    ['/embed/2099/timeline/?theme=scheme:dark', '/embed/timeline/?theme=scheme%3Adark&asked=2099'],
    ['/embed/next/timeline', '/embed/timeline/?asked=next'],
  ])('that asks for %s, which is not held, is led to %s', async (path, current) => {
    const frame = await framed(path);
    await frame.waitForURL(nginx.origin + current);
    await frame.locator('astro-island:not([ssr]) .tc-widget').waitFor();
  });

  test.each(['/embed/2026/self-check/', '/embed/2026/timeline/'])(
    'that isolates itself may embed %s, with all that it loads',
    async (path) => {
      const frame = await framed(path, {
        headers: {
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
      await frame.locator('astro-island:not([ssr]) .tc-widget').waitFor();
      expect(await frame.evaluate(() => crossOriginIsolated)).toBe(false);
      expect(await frame.parentFrame()?.evaluate(() => crossOriginIsolated)).toBe(true);
      // Whatever a frame asks for and does not get.
      expect(
        await frame.evaluate(() =>
          performance
            .getEntriesByType('resource')
            .map((entry) => entry as PerformanceResourceTiming)
            .filter(({ responseStatus }) => responseStatus !== 200)
            .map(({ name }) => name),
        ),
      ).toEqual([]);
    },
  );

  test.each(['/embed/2026/self-check/', '/embed/2026/timeline/', '/embed/2026/roster/'])(
    'may embed %s in a frame that has no origin, and its scripts start',
    async (path) => {
      const frame = await framed(path, { attributes: 'sandbox="allow-scripts"' });
      await frame.locator('astro-island:not([ssr]) .tc-widget').waitFor();
      expect(await frame.evaluate(() => self.origin)).toBe('null');
    },
  );

  test('may be a file on a disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'host-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const host = join(folder, 'index.html');
    writeFileSync(host, `<!doctype html><iframe src="${nginx.origin}/embed/self-check/"></iframe>`);
    const page = await openPage({ path: pathToFileURL(host).href, expected: /^other origin/ });
    await page.frameLocator('iframe').locator('astro-island:not([ssr]) .tc-widget').waitFor();
  });

  test.each(['/', '/self-check/', '/embed/', '/2026/notice/'])('may not embed %s', async (path) => {
    // The page has its load event before the test hears where the frame has gone.
    const frame = await framed(path);
    await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  });
});
