import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from './page.ts';
import { serveFolder } from './server.ts';

let folder: string;
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'guide'));
  writeFileSync(join(folder, 'index.html'), page('<p>首页</p>'));
  writeFileSync(join(folder, 'guide/index.html'), page('<p>指南</p>'));
  writeFileSync(join(folder, '404.html'), page('<p>没有这个页面</p>'));
  writeFileSync(join(folder, 'log.html'), page('<script>console.error("坏了")</script>'));
  writeFileSync(join(folder, 'throw.html'), page('<script>throw new Error("坏了")</script>'));
  writeFileSync(join(folder, 'remote.html'), page('<img src="http://other.invalid/x.png" alt="">'));
  site = await serveFolder(folder);
});
afterAll(() => {
  site.close();
  rmSync(folder, { recursive: true });
});

const page = (body: string) => `<!doctype html><link rel="icon" href="data:,">${body}`;

describe('serveFolder', () => {
  const get = async (path: string) => {
    const response = await fetch(site.origin + path);
    return { response, text: await response.text() };
  };

  test('serves the index of a folder', async () => {
    expect((await get('/')).text).toContain('首页');
    expect((await get('/guide/')).text).toContain('指南');
  });

  test('answers with 404.html for an address that is malformed', async () => {
    const { response, text } = await get('/%');
    expect(response.status).toBe(404);
    expect(text).toContain('没有这个页面');
    expect((await get('/')).text).toContain('首页');
  });

  test('answers with 404.html for what is not there, and for what lies outside', async () => {
    for (const path of ['/no/', '/..%2f..%2fetc/hostname']) {
      const { response, text } = await get(path);
      expect(response.status).toBe(404);
      expect(text).toContain('没有这个页面');
    }
  });
});

describe('openPage', () => {
  test('opens a page as asked', async () => {
    const page = await openPage({
      path: site.origin,
      width: 360,
      height: 640,
      colorScheme: 'dark',
      timezoneId: 'America/New_York',
      now: '2026-07-19T00:30:00+08:00',
    });
    const seen = await page.evaluate(() => [
      document.body.textContent?.trim(),
      innerWidth,
      matchMedia('(prefers-color-scheme: dark)').matches,
      new Date().getDate(),
    ]);
    expect(seen).toEqual(['首页', 360, true, 18]);
  });

  test('shows a page without scripts', async () => {
    await openPage({ path: `${site.origin}/throw.html`, javaScriptEnabled: false });
  });

  const problems: [string, RegExp][] = [
    ['no/', /404/],
    ['log.html', /^console: 坏了$/],
    ['throw.html', /^error: 坏了$/],
    ['remote.html', /^other origin: http:\/\/other\.invalid\/x\.png$|^console: .*ERR_/],
  ];

  test.fails.each(problems)('fails the test when %s has a problem', async (path) => {
    await openPage({ path: `${site.origin}/${path}` });
  });

  test.each(problems)('accepts the problem of %s that a test expects', async (path, expected) => {
    await openPage({ path: `${site.origin}/${path}`, expected });
  });
});
