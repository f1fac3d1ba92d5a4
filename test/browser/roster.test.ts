import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PASTED } from '../../src/gallery/rosterExamples.ts';
import { xlsxOf } from '../../src/roster/write/xlsx.ts';
import { frameOf, openHost, script, scrolls, settled } from './support/embed.ts';
import { openPage } from './support/page.ts';

const PATH = '/employers/roster/';
const IN_SEASON = '2026-07-10T09:00:00+08:00';
const AFTERWARDS = '2026-11-27T09:00:00+08:00';

const started = (page: Page) =>
  page.locator('astro-island:not([ssr]) .roster-opening .roster-go-paste:enabled').waitFor();
const paste = async (page: Page, text: string) => {
  await page.getByLabel('从表格里复制').fill(text);
  await page.getByRole('button', { name: '看这份名单' }).click();
};
const openFile = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
const rows = (page: Page) => page.locator('.roster-row');
const bytesOf = async (download: Download): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

test('by the keyboard alone on a phone: paste, map a column, screen, open a row, come back, take the result along', async () => {
  const page = await openPage({ path: PATH, width: 360, height: 740, now: IN_SEASON });
  await started(page);
  const press = (key: string) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute('aria-label') || document.activeElement?.textContent,
    );
  const tabTo = async (name: RegExp) => {
    for (let n = 0; n < 60; n += 1) {
      if (name.test((await focused()) ?? '')) return;
      await press('Tab');
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  await page.getByLabel('从表格里复制').focus();
  await page.keyboard.insertText(PASTED);
  await tabTo(/^看这份名单$/);
  await press('Enter');

  // The heading has the focus once the columns are there.
  await expect.poll(focused).toMatch(/先看列认得对不对/);
  const notRead = page.locator('.roster-not-read');
  expect(await notRead.innerText()).toContain('手机号');
  await tabTo(/^“工号”当作$/);
  // A letter goes to the option that begins with it in every browser; the value is what counts.
  await page.locator('select:focus').selectOption('department');
  expect(await page.locator('select:focus').inputValue()).toBe('department');
  await page.locator('select:focus').selectOption('');
  await tabTo(/^开始核对$/);
  await press('Enter');

  await expect.poll(focused).toMatch(/3 人的结果/);
  await tabTo(/^看甲一$/);
  await press('ArrowDown');
  await expect.poll(focused).toBe('看乙二');
  await press('End');
  await expect.poll(focused).toBe('看丙三');
  await press('Home');
  await expect.poll(focused).toBe('看甲一');
  await press('ArrowDown');
  await expect.poll(focused).toBe('看乙二');
  await press('Enter');
  await expect.poll(focused).toMatch(/^乙二/);
  expect(await page.locator('.roster-one .tc-verdict').count()).toBe(1);
  // What was not understood stands beside what would be.
  expect(await page.locator('.roster-cells').first().innerText()).toMatch(/达标/);
  const open = page.getByRole('link', { name: '在自查里打开' });
  expect(await open.getAttribute('target')).toBe('_blank');
  const address = new URL((await open.getAttribute('href')) ?? '');
  expect(address.origin).toBe(new URL(page.url()).origin);
  expect(address.pathname).toBe('/2026/self-check/');
  expect(decodeURIComponent(address.hash)).not.toContain('乙二');
  await press('Escape');
  await expect.poll(focused).toBe('看乙二');

  // Nothing is wider than a phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await tabTo(/^导出 \.csv$/);
  const [download] = await Promise.all([page.waitForEvent('download'), press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const text = (await bytesOf(download)).toString();
  expect(text).toContain('甲一');
  expect(text).toContain('A02');
  expect(text).toContain('2026.');
  // Not read, so not given back.
  expect(text).not.toContain('13800000000');

  // Nothing of it is kept.
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test('a row opens in the self-check with the same verdict, in a page of its own', async () => {
  const page = await openPage({ path: PATH, now: IN_SEASON });
  await started(page);
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '开始核对' }).click();
  await rows(page).first().locator('button').click();
  const own = await page.locator('.roster-one .tc-verdict').getAttribute('data-verdict');
  const [other] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: '在自查里打开' }).click(),
  ]);
  await other.clock.setFixedTime(IN_SEASON);
  await other.locator('.self-check .tc-verdict, .self-check-form').first().waitFor();
  const verdict = other.locator('.self-check .tc-verdict');
  if (await verdict.count()) expect(await verdict.getAttribute('data-verdict')).toBe(own);
  else expect(own).toBe('incomplete');
  await other.close();
});

test('the browser’s back closes the row and leaves list and filter as they were; leaving asks until the result is taken along', async () => {
  const page = await openPage({ path: PATH, now: IN_SEASON });
  await started(page);
  await paste(page, PASTED);
  await page.getByRole('button', { name: '开始核对' }).click();
  await rows(page).first().waitFor();
  await page.getByRole('searchbox').fill('乙');
  await expect.poll(() => rows(page).count()).toBe(1);
  await rows(page).locator('button').first().click();
  await page.locator('.roster-one').waitFor();
  await page.goBack();
  await rows(page).first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('乙');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('乙二');
  await page.goForward();
  await page.locator('.roster-one').waitFor();
  await page.goBack();
  await rows(page).first().waitFor();
  await page.goBack();
  await page.getByRole('button', { name: '开始核对' }).waitFor();
  await page.goForward();
  await rows(page).first().waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('乙');
  // An entry holds numbers alone.
  expect(await page.evaluate(() => JSON.stringify(history.state))).not.toMatch(/[\u4e00-\u9fff]/);

  const asks = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asks()).toBe(true);
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 .csv' }).click(),
  ]);
  await expect.poll(asks).toBe(false);
});

describe('the result', () => {
  test('is filtered, searched and sorted, and speaks of the next year once this one is closed', async () => {
    const page = await openPage({ path: '/2026/employers/roster/', now: AFTERWARDS });
    await started(page);
    await page.getByRole('button', { name: '用示例试一试' }).click();
    await page.getByRole('button', { name: '开始核对' }).click();
    const table = page.getByRole('table', { name: '核对结果' });
    await table.waitFor();
    const all = Number(await table.getAttribute('aria-rowcount')) - 1;
    expect(await page.getByRole('radio', { name: '2027 年度' }).isChecked()).toBe(true);
    expect(await page.locator('.roster-assumed').innerText()).toContain('假定 2027 年度照旧');
    // A person's page begins with the year that the list is looked at under.
    const beginning = async () => {
      await rows(page).first().locator('button').click();
      const first = await page
        .locator('.roster-one')
        .locator('.tc-verdict, h3')
        .first()
        .innerText();
      await page.getByRole('button', { name: '回到名单' }).click();
      await table.waitFor();
      return first;
    };
    expect(await beginning()).toBe('2027 年度的准备');

    await page.getByRole('radio', { name: /^2026 年度/ }).check();
    await expect.poll(() => page.locator('.roster-assumed').count()).toBe(0);
    expect(await beginning()).toMatch(/2026 年度[\s\S]*已截止/);
    const counts = page.locator('.roster-counts').first().locator('button');
    // Everybody is in one of the groups, and a group shows as many as it says.
    const said = await counts.evaluateAll((all) =>
      all.map((one) => Number(one.querySelector('b')?.textContent)),
    );
    expect(said[0]).toBe(all);
    expect(said.slice(1).reduce((a, b) => a + b)).toBe(all);
    // The sample shows every verdict.
    expect(said).toHaveLength(7);
    await counts.nth(1).click();
    await expect.poll(() => table.getAttribute('aria-rowcount')).toBe(String((said[1] ?? 0) + 1));
    await counts.first().click();

    await page.getByRole('button', { name: '按姓名排序' }).click();
    await page.getByRole('button', { name: '按姓名排序' }).click();
    const names = await page.locator('.roster-row .roster-cell-name button').allInnerTexts();
    const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
    expect(names.slice(1)).toEqual(names.slice(1).toSorted(compare).reverse());
    const name = names.at(-1) ?? '';
    await page.getByRole('searchbox').fill(name);
    await expect
      .poll(() => page.locator('.roster-row .roster-cell-name button').allInnerTexts())
      .toContain(name);
    await page.getByRole('searchbox').fill('没有这个人');
    await page.getByText('没有符合的人').waitFor();
  });

  test('of ten thousand people draws only those in sight, and goes to the last by one key', async () => {
    const page = await openPage({ path: PATH, now: IN_SEASON });
    await started(page);
    const head = '姓名\t申报职称\t学历\t现职称\t取得时间';
    const line = (n: number) => `人${n}\t工程师\t本科\t助理工程师\t${2010 + (n % 16)}年`;
    const text = [head, ...Array.from({ length: 10_000 }, (_, n) => line(n + 1))].join('\n');
    await openFile(page, '一万人.tsv', Buffer.from(text));
    await page.getByRole('button', { name: '开始核对' }).click();
    await rows(page).first().waitFor();
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('10001');
    expect(await rows(page).count()).toBeLessThan(60);
    await rows(page).first().locator('button').focus();
    await page.keyboard.press('End');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('人10000');
    expect(await rows(page).count()).toBeLessThan(60);
  });

  test('prints the whole list, with its day, the rules’ version and how certain it is', async () => {
    const page = await openPage({ path: PATH, now: IN_SEASON });
    await started(page);
    await paste(page, PASTED);
    await page.getByRole('button', { name: '开始核对' }).click();
    await rows(page).first().waitFor();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('.roster-printed').innerText();
    for (const part of [
      '甲一',
      '乙二',
      '丙三',
      '2026 年 7 月 10 日',
      '规则 2026.',
      '待核',
      '条款和口径',
    ])
      expect(paper).toContain(part);
    expect(paper).toMatch(/一（二）第一段、[^\n]*；通知原文、参考口径·待核/);
    expect(await page.locator('.roster-result').isVisible()).toBe(false);
  });
});

test('says which rows it left out, and reads the headers anew from another row and back', async () => {
  const page = await openPage({ path: PATH, now: IN_SEASON });
  await started(page);
  const list = ['某公司名单', '姓名\t学历', '甲一\t本科', '合计\t1', '乙二\t大专', '填表说明：略'];
  await paste(page, list.join('\n'));
  const skipped = page.getByText(/^跳过了 \d+ 行/);
  await skipped.waitFor();
  const before = await skipped.innerText();
  expect(before).toMatch(/跳过了 \d+ 行.*第 [\d、至 ]*4/);
  const header = page.getByLabel('表头在');
  const known = page.getByText(/^认出 \d+ 列/);
  const was = await header.inputValue();
  await header.selectOption('3');
  await page.getByText('一列也没认出').waitFor();
  expect(await known.count()).toBe(0);
  await header.selectOption(was);
  await known.waitFor();
  expect(await skipped.innerText()).toBe(before);
  await page.getByRole('button', { name: '开始核对' }).click();
  await expect
    .poll(() => rows(page).locator('.roster-cell-name button').allInnerTexts())
    .toEqual(['甲一', '乙二']);
});

describe('what cannot be read', () => {
  test('is told, and leaves what was there before', async () => {
    const page = await openPage({ path: PATH, now: IN_SEASON });
    await started(page);
    await paste(page, PASTED);
    await page.getByRole('button', { name: '开始核对' }).click();
    await rows(page).first().waitFor();

    await openFile(page, '旧.xls', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'));
    await page.getByRole('alert').getByText('没有读成').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('下面还是粘贴的名单的结果');
    expect(await rows(page).count()).toBe(3);
    // And it can still be taken along.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .xlsx' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await bytesOf(download)).toString().startsWith('PK')).toBe(true);
  });

  test('is asked for where the field is empty', async () => {
    const page = await openPage({ path: PATH });
    await started(page);
    await page.getByRole('button', { name: '看这份名单' }).click();
    await page.getByText('框里还没有内容').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('roster-text');
  });
});

test('a file in GB18030 is read like pasted text, and the templates can be read back', async () => {
  const page = await openPage({ path: PATH, now: IN_SEASON });
  await started(page);
  // “姓名,学历” and “甲,本科”.
  const bytes = Buffer.from('d0d5c3fb2cd1a7c0fa0d0abcd72cb1beBFC60d0a', 'hex');
  await openFile(page, '名单.csv', bytes);
  await page.getByText('“名单.csv”：先看列认得对不对').waitFor();
  expect(await page.locator('.roster-columns').innerText()).toContain('本科');
  for (const kind of ['xlsx', 'csv']) {
    await page.locator('.roster-again > summary').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `模板 .${kind}` }).click(),
    ]);
    await openFile(page, `模板.${kind}`, await bytesOf(download));
    // Nobody stands in it, which is said; that it could be read is what counts.
    await page
      .getByText(/“模板.*先看列认得对不对|没有读成/)
      .first()
      .waitFor();
  }
});

test('embedded it grows with its content and works to its result', async () => {
  const page = await openHost(`<title-check widget="roster"></title-check>${script}`);
  const frame = await frameOf(page);
  await frame.getByLabel('从表格里复制').fill(PASTED);
  await frame.getByRole('button', { name: '看这份名单' }).click();
  await frame.getByRole('button', { name: '开始核对' }).click();
  await frame.locator('.roster-row').first().waitFor();
  expect(page.workers()).toHaveLength(1);
  await settled(page, frame);
  expect(await scrolls(frame)).toBe(false);
});

test('hands those with a good result alone to the notice of the publicity, and leaves nothing behind', async () => {
  const page = await openPage({ path: PATH, width: 360, height: 740, now: IN_SEASON });
  await started(page);
  await page.getByRole('button', { name: '用示例试一试' }).click();
  await page.getByRole('button', { name: '开始核对' }).click();
  await rows(page).first().waitFor();
  const likely = rows(page).filter({ hasText: '初步符合' });
  const names = await likely.locator('.roster-cell-name button').allInnerTexts();
  expect(names.length).toBeGreaterThan(0);
  const all = await rows(page).count();
  expect(names.length).toBeLessThan(all);
  expect(await page.getByRole('button', { name: `按这 ${all} 人核审核清单` }).count()).toBe(1);
  const handing = `把“初步符合”的 ${names.length} 人写进公示稿`;
  await page.getByRole('button', { name: handing }).click();
  await page.waitForURL(/\/employers\/publicity\/$/);
  const named = page.locator('.publicity-people summary b');
  await expect.poll(() => named.allInnerTexts()).toEqual(names);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test('a notice says of schooling what the list says, and the option that it counts as nowhere', async () => {
  const page = await openPage({ path: PATH, now: IN_SEASON });
  await started(page);
  const head =
    '姓名\t申报职称\t申报专业\t单位性质\t现岗位\t是否在职\t申报方式\t学历\t现有职称\t现有职称取得时间\t2024年学时\t2025年学时\t2026年学时\t诚信';
  const person = (name: string, education: string) =>
    `${name}\t工程师\t机电制造\t省属企业\t工程技术\t在职\t正常\t${education}\t助工\t2020-06-30\t都够\t都够\t都够\t无`;
  await paste(page, [head, person('甲某', '技师班'), person('乙某', '函授本科')].join('\n'));
  await page.getByRole('button', { name: '开始核对' }).click();
  await page.getByRole('button', { name: '把“初步符合”的 2 人写进公示稿' }).click();
  const paper = page.locator('.publicity-sheet').first();
  await paper.getByText('技师班').waitFor();
  expect(await paper.getByText('函授本科').count()).toBe(1);
  expect(await paper.innerText()).not.toContain('大学本科');
});

test('a column of which nothing is understood can be answered for everybody, and stays where it stood', async () => {
  const page = await openPage({ path: PATH, width: 360, height: 740, now: IN_SEASON });
  await started(page);
  await paste(
    page,
    '姓名\t申报职称\t单位性质\t现岗位\n甲某\t工程师\t省属企业\t电工\n乙某\t工程师\t省属企业\t化验',
  );
  await page.getByText('1 列写的都看不懂').waitFor();
  const chosen = page.getByLabel('“现岗位”当作');
  const forAll = page.locator('.roster-for-all').getByLabel('现岗位做什么');
  expect(await forAll.count()).toBe(0);
  await chosen.selectOption('');
  await forAll.selectOption('engineering');
  expect(await chosen.isVisible()).toBe(true);
  await page.getByRole('button', { name: '开始核对' }).click();
  await rows(page).first().waitFor();
  expect(await page.locator('.roster-cell-short').first().innerText()).not.toContain('岗位');
});

test.each(['a picture', 'prose'])(
  'on a phone the reason why %s cannot be read comes into sight',
  async (what) => {
    const page = await openPage({ path: PATH, width: 360, height: 740, now: IN_SEASON });
    await started(page);
    if (what === 'prose') await paste(page, '乱七八糟');
    else await openFile(page, '名单.xlsx', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    const reason = page.locator('.roster-problem');
    await reason.waitFor();
    await expect
      .poll(() =>
        reason.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }),
      )
      .toBe(true);
  },
);

test('says of rows and columns that the spreadsheet hides that they count', async () => {
  const parts = unzipSync(
    await xlsxOf([
      {
        name: '名单',
        rows: [
          ['姓名', '学历'],
          ['甲', '本科'],
          ['乙', '大专'],
        ],
      },
    ]),
  );
  const at = Object.keys(parts).find((path) => path.includes('worksheets/')) as string;
  const xml = strFromU8(parts[at] as Uint8Array);
  // As a filter leaves them, and as a column is hidden.
  const hidden = xml
    .replace('<row r="3"', '<row r="3" hidden="1"')
    .replace(/<cols>.*<\/cols>/, '')
    .replace('<sheetData>', '<cols><col min="2" max="2" hidden="1"/></cols><sheetData>');
  expect(hidden).not.toBe(xml);
  const page = await openPage({ path: PATH, now: AFTERWARDS });
  await started(page);
  await openFile(page, '名单.xlsx', Buffer.from(zipSync({ ...parts, [at]: strToU8(hidden) })));
  await page.getByText('表里藏起来或者筛掉的第 3 行，也算进来了。').waitFor();
  await page.getByText('表里藏起来的 学历 列也读了。').waitFor();
  await page.getByRole('button', { name: '开始核对' }).click();
  await expect.poll(() => rows(page).count()).toBe(2);
});

test('on a phone a card shows its name whole and cuts nothing off, and few cards leave nothing to scroll', async () => {
  const page = await openPage({ path: PATH, width: 360, height: 740, now: IN_SEASON });
  await started(page);
  const head = '姓名\t部门\t单位性质\t申报职称\t学历\t现有职称\t现有职称取得时间\t2026年学时';
  const person = '省属企业\t工程师\t本科\t助理工程师\t2020.06\t60（专业40）';
  const names = ['甲某', '乙某', '丙某', '丁某', '戊某'];
  await paste(page, [head, ...names.map((name) => `${name}\t技术部\t${person}`)].join('\n'));
  await page.getByRole('button', { name: '开始核对' }).click();
  await rows(page).first().waitFor();
  expect(await page.locator('.roster-row .roster-cell-name button').allInnerTexts()).toEqual(names);
  const seen = await page.locator('.roster-table').evaluate((table) => ({
    scrolls: table.scrollHeight > table.clientHeight,
    widths: [...table.querySelectorAll('.roster-row .roster-cell-name')].map(
      ({ clientWidth }) => clientWidth,
    ),
    cut: [...table.querySelectorAll('.roster-row')].filter((row) =>
      [...row.children].some(
        (cell) => cell.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom,
      ),
    ).length,
  }));
  expect(seen).toMatchObject({ scrolls: false, cut: 0 });
  expect(Math.min(...seen.widths)).toBeGreaterThan(70);
  // No header stands above it there.
  expect(await page.locator('.roster-row .roster-cell-by').first().innerText()).toMatch(
    /^哪天前\s*2026-07-\d\d/,
  );
  await page.setViewportSize({ width: 1280, height: 740 });
  expect(await page.locator('.roster-row .roster-cell-by').first().innerText()).toMatch(/^2026-07/);
});
