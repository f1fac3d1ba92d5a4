import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { PASTED } from '../../src/gallery/rosterExamples.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const BUILT = 'dist/offline/roster.html';

/** Measured at 121 kB; who checks a roster offline carries it on a stick. Decision record 0074. */
const LIMIT = 144 * 1024;

test('the offline file for units is within its limit and may run its own script alone', () => {
  const html = readFileSync(BUILT);
  expect(html.length).toBeLessThanOrEqual(LIMIT);
  const [, policy] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html.toString()) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('worker-src');
});

test('opened from a disk it screens a roster and gives it back, asks for nothing and keeps nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), '单位 '));
  copyFileSync(BUILT, join(folder, '花名册.html'));
  const path = pathToFileURL(join(folder, '花名册.html')).href;
  try {
    const page = await openPage({ path, width: 360, now: '2026-07-10T09:00+08:00' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('从表格里复制').fill(PASTED);
    await page.getByRole('button', { name: '看这份名单' }).click();
    await page.getByRole('button', { name: '开始核对' }).click();
    await page.locator('.roster-row button').first().click();
    await page.locator('.roster-one .tc-verdict').waitFor();
    expect(await violations(page, 'main')).toEqual([]);
    // A clause opens in the file itself, and the roster is still there afterwards.
    await page.locator('.roster-one .self-check-standing a').first().click();
    await page.locator('#notice :focus').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: '花名册核对' }).click();
    await page.getByRole('button', { name: '回到名单' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .csv' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain('乙二');
    expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
