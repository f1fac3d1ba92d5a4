import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('lets search run, which is WebAssembly', async () => {
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
  /** What a frame of another site's page shows of an address of ours. */
  async function framed(path: string) {
    const html = '<!doctype html><link rel="icon" href="data:,"><iframe></iframe>';
    const opened = await openPage({
      path: await serveHost({ '/': { html } }),
      expected: /^other origin|frame-ancestors|404/,
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

  test.each(['/', '/self-check/', '/2026/notice/', '/none/'])('may not embed %s', async (path) => {
    // The page has its load event before the test hears where the frame has gone.
    const frame = await framed(path);
    await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  });
});
