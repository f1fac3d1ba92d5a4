import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { inGbk } from '../../src/bundles/gbk.ts';
import { PASTED } from '../../src/gallery/rosterExamples.ts';
import { violations } from './support/axe.ts';
import { downloaded } from './support/download.ts';
import { openPage } from './support/page.ts';

const BUILT = 'dist/offline/roster.html';

/** Who checks a roster offline carries it on a stick. Decision records 0074 and 0079. */
const LIMIT = 150 * 1024;

test('the offline file for units is within its limit and may run its own script alone', () => {
  const html = readFileSync(BUILT);
  expect(html.length).toBeLessThanOrEqual(LIMIT);
  const [, policy] =
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html.toString()) ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain('worker-src');
});

const IN_SEASON = '2026-07-10T09:00+08:00';

/** The file alone, as on a stick, in a folder whose name has a space and Chinese in it. */
async function openFile(options: Parameters<typeof openPage>[0] = {}) {
  const folder = mkdtempSync(join(tmpdir(), '单位 '));
  copyFileSync(BUILT, join(folder, '花名册.html'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = pathToFileURL(join(folder, '花名册.html')).href;
  const page = await openPage({ path, now: IN_SEASON, ...options });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, asked: () => asked.filter((url) => !/^(data|blob):/.test(url)) };
}

test('opened from a disk it screens a roster and gives it back, asks for nothing and keeps nothing', async () => {
  const { page, asked } = await openFile({ width: 360 });
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
  expect(asked()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

/** With a title, two rows of headers and a foot, cut by semicolons, in GB18030: as an office's spreadsheet saves it. */
const UNIT_CSV = inGbk(
  [
    '某某公司2026年拟申报人员花名册;;;;;;;;;;;;;',
    '姓名;部门;申报职称;申报专业;单位性质;现岗位;在职状态;申报方式;学历;现职称;取得时间;学时;;',
    ';;;;;;;;;;;2024年;2025年;2026年',
    ...['人员一;设备部', '人员二;研发部'].map(
      (who) =>
        `${who};中工;机电制造;省属国企;工程技术岗;在职;正常申报;大学本科;助工;2020.6;96（专业72）;96（专业72）;96（专业72）`,
    ),
    '人员三;质量部;中工;机电制造;省属国企;工程技术岗;在职;正常申报;大学本科;助工;2024.6;96（专业72）;96（专业72）;96（专业72）',
    '填报人：;;;审核人：;;;;;;;;;;',
  ].join('\r\n'),
).bytes;

test('from a unit’s own spreadsheet to the printed notice and both records, by the keyboard, without a network', async () => {
  const { page, asked } = await openFile({ width: 360, height: 740 });
  const tabTo = async (name: string | RegExp) => {
    const wanted = page.locator('button, summary, a').filter({ hasText: name, visible: true });
    for (let n = 0; n < 80; n += 1) {
      if (await wanted.first().evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  const press = async (name: string | RegExp) => {
    await tabTo(name);
    await page.keyboard.press('Enter');
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await page
    .locator('.roster-opening input[type=file]')
    .setInputFiles({ name: '名单.csv', mimeType: '', buffer: Buffer.from(UNIT_CSV) });
  await expect.poll(focused).toMatch(/先看列认得对不对/);
  // No column says it, and it is the same for everybody.
  await page.getByLabel('弄虚作假的认定').focus();
  await page.keyboard.press('ArrowDown');
  await press('开始核对');
  await expect.poll(focused).toMatch(/3 人的结果/);
  const likely = page.locator('.roster-row').filter({ hasText: '初步符合' });
  const names = ['人员一', '人员二'];
  await expect
    .poll(() => likely.locator('.roster-cell-name button').allInnerTexts())
    .toEqual(names);
  await press(/写进公示稿/);

  // Another part of the same page, which says whose it is and where the people came from.
  await expect.poll(focused).toBe('2026 年度：公示怎么写');
  await page.getByText(`从花名册核对转来 ${names.length} 人。`).waitFor();
  const fill = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.insertText(text);
  };
  await fill('单位名称', '某某公司');
  await fill('哪天贴出公示', '2026-07-20');
  await fill('联系人', '人事部');
  await fill('电话', '0571-00000000');
  await page.getByText('公示到 7 月 27 日（周一）结束，7 月 28 日（周二）起可以推荐。').waitFor();
  expect(await violations(page, 'main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('.tc-sheet');
  expect(await sheet.count()).toBe(1);
  const notice = (await sheet.innerText()).replace(/\s+/g, ' ');
  for (const name of names) expect(notice).toContain(name);
  expect(notice).toContain('7 月 21 日（周二）至 7 月 27 日（周一），共 5 个工作日');
  expect(await page.locator('header, main, footer').first().isVisible()).toBe(false);
  const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'screen' });
  const draft = JSON.parse(await downloaded(page, '存成文件'));
  expect(draft.people.map(({ name }: { name: string }) => name)).toEqual(names);

  // Back to the roster, which stands as it was, and on to the checklist.
  await page.goBack();
  await page.locator('.roster-row').first().waitFor();
  await press(/核审核清单/);
  await expect.poll(focused).toBe('2026 年度：单位审核清单');
  const whose = page.locator('main > section:visible').getByLabel('现在核的是');
  await expect.poll(() => whose.locator('option').count()).toBeGreaterThan(names.length);
  const everybody = await whose.locator('option').count();
  await press(/^人对不对/);
  await page.getByLabel('现职，从事工程技术').first().check();
  await page.emulateMedia({ media: 'print' });
  // The publicity's sheet is not laid beside it.
  expect(await sheet.count()).toBe(1);
  expect(await sheet.innerText()).toContain('单位审核清单：核对台账');
  await page.emulateMedia({ media: 'screen' });
  // Handed over once more, nobody stands there twice, and what was ticked stays.
  await page.goBack();
  await press(/核审核清单/);
  await expect.poll(focused).toBe('2026 年度：单位审核清单');
  expect(await whose.locator('option').count()).toBe(everybody);
  expect(await whose.locator('option').first().innerText()).toMatch(/（1\//);

  expect(asked()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('the file’s first lines say how old it is, with no word torn on a phone', async () => {
  const { page } = await openFile({ width: 360 });
  await page.locator('html[data-started]').waitFor({ state: 'attached' });
  const parts = page.locator('header > p:first-child > *');
  expect(await parts.allInnerTexts()).toEqual([
    '2026 年度工程师职称申报',
    '离线版，',
    expect.stringMatching(/^规则版本 2026\.\d+，$/),
    expect.stringMatching(/^核对到 \d{4}-\d\d-\d\d$/),
  ]);
  const lines = await parts.evaluateAll((all) => all.map((one) => one.getClientRects().length));
  expect(lines).toEqual([1, 1, 1, 1]);
});

test('the file’s parts have names of their own, and a link with a day opens the publicity', async () => {
  const { page } = await openFile({ width: 360 });
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    return ids.filter((id, at) => ids.indexOf(id) !== at);
  });
  expect(twice).toEqual([]);
  // What the checklists name is in the file.
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('main a[href^="#"]')]
      .map(({ hash }) => decodeURIComponent(hash.slice(1)))
      .filter((id) => !document.getElementById(id)),
  );
  expect(lost).toEqual([]);
  await page.evaluate(() => {
    location.hash = 'plan=2026.2&role=employer&post=2026-07-22';
  });
  await page.getByText('公示到 7 月 29 日（周三）结束').waitFor();
  await page.getByRole('link', { name: '受理点审核清单' }).click();
  await page.getByRole('button', { name: '打印空白清单' }).waitFor();
  expect(await page.locator('.tc-sheet').count()).toBe(0);
});
