/** A unit's publicity in the browser: from the timeline's link to the sheet of paper, and into a file and back. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { downloaded } from './support/download.ts';
import { faultsIn, groupsOf } from './support/examples.ts';
import { openPage } from './support/page.ts';

const NOW = '2026-07-10T09:00+08:00';
const PATH = '/employers/publicity/#plan=2026.2&role=employer&post=2026-07-20&submit=2026-07-17';
const open = async (options = {}) => {
  const page = await openPage({ path: PATH, now: NOW, ...options });
  await page.locator('astro-island:not([ssr]) .publicity').waitFor();
  return page;
};
/** What the sheet of paper says, which stands beside the page. */
const sheetOf = (page: Page) => page.locator('.tc-sheet');
const paste = async (page: Page, rows: string) => {
  await page.getByLabel('从表格粘贴').fill(rows);
  await page.getByRole('button', { name: '加到名单' }).click();
};

/** What is read out with a field beside its name. */
const described = (field: Locator) =>
  field.evaluate((one) =>
    (one.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.innerText.trim())
      .join(' ')
      .trim(),
  );

test.each(groupsOf('publicity'))(
  'axe finds nothing in any example of %s',
  async (_, examples) => {
    expect(await faultsIn(examples)).toEqual([]);
  },
  300_000,
);

test('from the timeline’s day to paper, by the keyboard, on a phone', async () => {
  const page = await open({ width: 360, height: 740 });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByText('公示到 7 月 27 日（周一）结束，7 月 28 日（周二）起可以推荐。').waitFor();
  const back = await page.getByRole('link', { name: '到时间页看' }).getAttribute('href');
  // The rest of the plan goes back as it came.
  expect(back).toMatch(/^\/2026\/timeline\/#plan=.*submit=2026-07-17.*post=2026-07-20/);

  await page.getByLabel('单位名称').focus();
  await page.keyboard.type('某某公司');
  await page.getByLabel('从表格粘贴').focus();
  await page.keyboard.insertText(
    '姓名\t身份证号\t部门\t申报职称\t专业\n张三\t330106199001011234\t设备部\t中工\t机电制造',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('加了 1 人。有 1 格像身份证号或手机号，没有读进来。').waitFor();
  expect(await page.locator('body').innerText()).not.toContain('330106');

  await page.locator('summary', { hasText: '张三' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('部门或岗位').focus();
  await page.keyboard.type('13800000000');
  await page.getByRole('alert').getByText('“张三”的部门或岗位里有一串像手机号').waitFor();
  // Where the notice stood, too: the field may be folded by then.
  await page.locator('.tc-verdict-no').getByText('“张三”的部门或岗位').waitFor();
  expect(await page.getByRole('button', { name: '打印公示' }).count()).toBe(0);
  expect(await page.evaluate(() => 'sheet' in document.documentElement.dataset)).toBe(false);
  for (let n = 0; n < 11; n += 1) await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: '打印公示' }).waitFor();

  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('h1').isVisible()).toBe(false);
  const sheet = (await sheetOf(page).innerText()).replace(/\s+/g, ' ');
  expect(sheet).toContain('范本，由单位核对后使用');
  expect(sheet).toContain('关于 2026 年度申报工程师职务任职资格人员的公示');
  expect(sheet).toMatch(
    /7 月 20 日（周一）贴出，7 月 21 日（周二）至 7 月 27 日（周一），共 5 个工作日/,
  );
  expect(sheet).toContain('某某公司（盖章） 2026 年 7 月 20 日');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.emulateMedia({ media: 'screen' });
  // All columns are in sight.
  const papers = await page
    .locator('.publicity-paper')
    .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  expect(papers).toEqual([0, 0]);
  await page.getByLabel('已经逐项核对').check();
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => sheetOf(page).innerText()).not.toContain('范本');
  // Nothing typed leaves the page, or stays on the device.
  expect(asked).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(() => JSON.stringify(history.state) ?? '')).not.toContain('张三');
});

test('the timeline’s employer comes here with the day', async () => {
  const path = '/2026/timeline/#plan=2026.2&role=employer&post=2026-07-22';
  const page = await openPage({ path, now: NOW });
  await page.getByRole('link', { name: '照这天写公示稿' }).click();
  await page.waitForURL('**/employers/publicity/#plan=*');
  await page.getByText('公示到 7 月 29 日（周三）结束，7 月 30 日（周四）起可以推荐。').waitFor();
});

test('one sheet holds the notice, and then the record', async () => {
  const page = await open({ now: '2026-07-28T09:00+08:00' });
  await paste(page, '张三，设备部，工程师，机电制造\n李四，研发部，助理工程师，信息技术');
  expect(await sheetOf(page).evaluate(() => document.querySelectorAll('.tc-sheet').length)).toBe(1);
  await page.getByLabel('贴在哪里').fill('公告栏');
  await page.getByRole('radio', { name: '没有' }).check();
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.getByRole('button', { name: '打印记录' }).click();
  await expect.poll(() => page.title()).toBe('printed');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText('复制这段话').count()).toBe(1);
  const record = await sheetOf(page).innerText();
  expect(record).toContain('公示情况记录');
  expect(record).toContain('张三、李四，共 2 人');
  expect(record).toContain('公示期间没有收到意见。');
  expect(record).toMatch(/本站规则 2026\.\d+ 版/);
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
});

test('eight people stand on one sheet with the seal', async () => {
  const page = await open();
  await page.getByLabel('单位名称').fill('某某公司');
  const people = [...'甲乙丙丁戊己庚辛'].map(
    (name, at) =>
      `${at + 1}\t${name}某\t设备管理部\t工程师\t机电制造\t大学本科\t助理工程师\t2021-06-30`,
  );
  await paste(
    page,
    ['序号\t姓名\t部门\t申报职称\t申报专业\t学历\t现职称\t取得时间', ...people].join('\n'),
  );
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => sheetOf(page).innerText()).toContain('辛某');
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
});

test('nothing can be copied to the platform before the publicity is over, and the record stays open', async () => {
  const page = await open();
  await paste(page, '张三，设备部，工程师，机电制造');
  await page.getByRole('radio', { name: '没有' }).check();
  const group = page.getByRole('group', { name: '公示期间有没有收到意见' });
  expect(await described(group)).toBe(
    '公示到 7 月 27 日（周一）结束。过了这天再写结果，那时这里会给出录入平台的话。',
  );
  expect(await page.getByRole('button', { name: '复制这段话' }).count()).toBe(0);
  expect(await page.locator('.publicity').innerText()).not.toContain('公示期间没有收到意见');
});

test.each([
  ['2026-07-24', /赶不上 7 月 31 日（周五）推荐。最迟 7 月 23 日（周四）贴出（贴出当天不计入）/],
  ['2026-08-03', /赶不上 7 月 31 日（周五）推荐/],
  ['2026-06-20', /这天还没有开始申报.* 6 月 20 日（周六）是休息日/s],
])(
  'posted on %s, what is wrong stands under the day with nobody in the list',
  async (day, says) => {
    const page = await open({ path: '/employers/publicity/' });
    const field = page.getByLabel('哪天贴出公示', { exact: true });
    await field.fill(day);
    await page.getByText('照这天数，公示到').waitFor();
    expect((await described(field)).replace(/\s+/g, ' ')).toMatch(says);
    // Below the field and before anything else, and nowhere a second time.
    const said = page.locator('#postedOn-said');
    const [box, above, below] = await Promise.all(
      [said, field, page.getByLabel('贴出当天是工作日')].map((one) => one.boundingBox()),
    );
    expect(box?.y).toBeGreaterThan(above?.y ?? 0);
    expect(box?.y).toBeLessThan(below?.y ?? 0);
    expect(await page.getByText('可以推荐。').count()).toBe(0);
    const text = await page.locator('.publicity').innerText();
    for (const line of (await said.innerText()).split(/\n+/)) {
      expect(text.split(line)).toHaveLength(2);
    }
  },
);

test('what is wrong with the day to recommend, of the signature and of the count stands under each', async () => {
  const page = await open();
  await paste(page, '张三，设备部，工程师，机电制造');
  const recommend = page.getByLabel('打算哪天推荐', { exact: false }).first();
  await recommend.fill('2026-07-27');
  await expect.poll(() => described(recommend)).toMatch(/推荐太早.*7 月 28 日（周二）起再推荐/s);
  await recommend.fill('2026-08-03');
  await expect.poll(() => described(recommend)).toMatch(/推荐太晚/);
  const signed = page.getByLabel('落款日期').first();
  await signed.fill('2026-07-21');
  await expect.poll(() => described(signed)).toMatch(/落款日期和贴出的日期不一样/);
  const count = page.getByLabel('贴出当天是工作日');
  await count.check();
  await expect.poll(() => described(count)).toMatch(/先问受理点认不认/);
});

test('a number in the record can be taken out again where it was typed', async () => {
  const page = await open();
  await paste(page, '张三，设备部，工程师，机电制造');
  const handler = page.getByLabel('经手人');
  await handler.fill('王五 13900139000');
  await page.getByRole('button', { name: '打印记录' }).waitFor({ state: 'detached' });
  expect(await described(handler)).toMatch(/经手人里有一串像手机号/);
  await handler.fill('王五');
  await page.getByRole('button', { name: '打印记录' }).waitFor();
});

/** All nine columns, with words as long as they get. */
const NINE = [
  '姓名\t部门\t申报职称\t申报专业\t申报方式\t学历\t现职称\t取得时间',
  '曾国强\t动力设备研究所\t助理工程师\t石油化工\t转（兼）评\t大学本科\t助理工程师\t2021-06-30',
  '欧阳文静\t装备所\t工程师\t机电制造\t技能人才\t大学专科\t助理工程师\t2024-05-01',
].join('\n');
/** How many lines each short cell takes. */
const linesOf = (page: Page, sheet: string) =>
  page.locator(`${sheet} :is(td, th)`).evaluateAll((cells) =>
    cells
      .filter(({ textContent }) => textContent && textContent.length <= 6)
      .flatMap((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return lines.size > 1 ? cell.textContent : [];
      }),
  );

test('all nine columns are whole on an upright sheet and in the preview of a wide screen', async () => {
  const page = await open();
  await paste(page, NINE);
  const table = page.locator('.publicity-paper .publicity-columns');
  await expect.poll(() => table.innerText()).toContain('欧阳文静');
  const over = () => table.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(await over()).toBe(0);
  expect(await linesOf(page, '.publicity-paper')).toEqual([]);
  const title = page.locator('.publicity-paper .publicity-title > span').first();
  expect(await title.innerText()).toMatch(/申报工程师、$/);
  expect((await title.boundingBox())?.height).toBeLessThan(50);
  // What is left of A4 between the margins of print.css.
  await page.setViewportSize({ width: 672, height: 980 });
  await page.emulateMedia({ media: 'print' });
  expect(await linesOf(page, '.tc-sheet')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(672);
});

test('on a phone nine columns are moved within the paper, by keys as well, and that is said', async () => {
  const page = await open({ width: 360, height: 740 });
  await paste(page, NINE);
  await page.getByText('这张表比屏幕宽，可以左右滑动。').waitFor();
  const table = page.getByRole('group', { name: '名单' });
  await table.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => table.evaluate((one) => one.scrollLeft)).toBeGreaterThan(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('a sheet with nothing filled in tears no line and crosses no border on a phone', async () => {
  const page = await open({ path: '/employers/publicity/', width: 360, height: 740 });
  const paper = page.locator('.publicity-paper');
  const frame = await paper.boundingBox();
  const reach = paper.locator('.publicity-reach > span');
  expect(await reach.allInnerTexts()).toEqual(['联系人：＿＿＿＿＿＿', '电话：＿＿＿＿＿＿']);
  for (const one of await reach.all()) {
    const box = await one.boundingBox();
    expect(box?.height).toBeLessThan(40);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((frame?.x ?? 0) + (frame?.width ?? 0));
  }
  expect(
    await paper
      .locator('p')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).textAlign)),
  ).not.toContain('justify');
  expect(await paper.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});

test('a draft goes into a file and comes back; what is none leaves all as it was', async () => {
  const page = await open();
  await page.getByLabel('单位名称').fill('某某公司');
  await paste(page, '张三，设备部，工程师');
  const draft = await downloaded(page, '存成文件');
  const file = (text: string) => ({
    name: 'draft.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.getByLabel('打开存过的文件').setInputFiles(file('{"kind":"other"}'));
  await page.getByText('这不是从本页存下来的文件').waitFor();
  expect(await page.getByLabel('单位名称').inputValue()).toBe('某某公司');
  await page.getByLabel('单位名称').fill('');
  await page
    .getByLabel('打开存过的文件')
    .setInputFiles(file(draft.replace('张三', '<img src=x onerror=alert(1)>')));
  await page.getByText('打开了。').waitFor();
  expect(await page.getByLabel('单位名称').inputValue()).toBe('某某公司');
  expect(await page.locator('.publicity img, .tc-sheet img').count()).toBe(0);
});

test('people who were handed over are there once', async () => {
  const page = await open();
  await page.evaluate(() =>
    sessionStorage.setItem('handover.publicity', '[{"name":"张三","target":"工程师"},7]'),
  );
  await page.reload();
  await page.getByText('从花名册核对转来 1 人。').waitFor();
  expect(await page.locator('.publicity-people summary').innerText()).toContain('张三');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('its days go into a calendar file', async () => {
  const page = await open();
  await paste(page, '张三');
  const text = await downloaded(page, '日子存进日历');
  expect(text).toContain('DTSTART;VALUE=DATE:20260721\r\nDTEND;VALUE=DATE:20260728');
  expect(text).not.toContain('张三');
});
