/** The checklists in the browser: ticked per person and for all, kept only where asked, printed blank and as a ledger. */
import { expect, test } from 'vitest';
import { downloaded } from './support/download.ts';
import { faultsIn, groupsOf } from './support/examples.ts';
import { openPage } from './support/page.ts';

test.each(groupsOf('checklist'))(
  'axe finds nothing in any example of %s',
  async (_, examples) => {
    expect(await faultsIn(examples)).toEqual([]);
  },
  300_000,
);

test('two people are ticked by the keyboard on a phone, kept on request, saved and opened', async () => {
  const page = await openPage({
    path: '/employers/checklist/',
    width: 360,
    height: 740,
    now: '2026-07-10T09:00+08:00',
  });
  await page.locator('astro-island:not([ssr]) .checklist').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByLabel('一行一个名字').focus();
  await page.keyboard.insertText('张三\n李四');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('加了 2 人。').waitFor();
  await page.locator('summary', { hasText: '人对不对' }).focus();
  await page.keyboard.press('Enter');
  const post = page.getByLabel('现职，从事工程技术');
  await post.focus();
  await page.keyboard.press('Space');
  expect(await page.getByLabel('现在核的是').locator('option').first().innerText()).toMatch(
    /^张三（1\//,
  );
  await page.getByRole('button', { name: '下一个' }).click();
  expect(await post.isChecked()).toBe(false);
  await page.getByLabel('现在核的是').selectOption('all');
  await post.check();
  await page.getByLabel('现在核的是').selectOption('1');
  expect(await post.isChecked()).toBe(true);
  await page.getByLabel('李四：缺什么').fill('缺学时证明');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  await page.emulateMedia({ media: 'print' });
  const ledger = await page.locator('.tc-sheet').innerText();
  expect(ledger).toContain('单位审核清单：核对台账');
  expect(ledger).toContain('缺学时证明');
  // What was looked at, by whose word, under which rules and when.
  expect(ledger).toMatch(/核的是这些[\s\S]*现职，从事工程技术[^\n]*通知\s+一（二）/);
  expect(ledger).toMatch(/规则 2026\.\d+ 版/);
  expect(ledger).toContain('2026 年 7 月 10 日（周五）（北京时间）打印');
  expect(await page.locator('h1').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  expect(asked).toEqual([]);

  // Nothing is kept until somebody asks for it, and nothing once they take it back.
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.getByRole('button', { name: '保存在本机' }).click();
  await page.getByText('存好了。').waitFor();
  await page.reload();
  await page.getByText('接着用存在本机的那一份。').waitFor();
  expect(await page.getByLabel('现在核的是').locator('option').count()).toBe(3);
  await page.getByRole('button', { name: '清除本机保存的' }).click();
  await page.getByText('清除了。').waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  const text = await downloaded(page, '存成文件');
  await page.reload();
  const file = (buffer: string) => ({
    name: 'list.json',
    mimeType: 'application/json',
    buffer: Buffer.from(buffer),
  });
  await page.locator('astro-island:not([ssr]) .checklist').waitFor();
  await page.getByLabel('打开存过的文件').setInputFiles(file('[]'));
  await page.getByText('这不是从这份清单存下来的文件').waitFor();
  await page.getByLabel('打开存过的文件').setInputFiles(file(text.replace('"post"', '"gone"')));
  await page.getByText('打开了，有 1 处看不懂，没有采用。').waitFor();
  expect(await page.getByLabel('现在核的是').locator('option').count()).toBe(3);
});

test('the blank list is printed with a box for every item, whatever is ticked', async () => {
  const page = await openPage({ path: '/offices/checklist/' });
  await page.locator('astro-island:not([ssr]) .checklist').waitFor();
  const items = await page.locator('.checklist li').count();
  await page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });
  await page.getByRole('button', { name: '打印空白清单' }).click();
  await expect.poll(() => page.title()).toBe('printed');
  await page.emulateMedia({ media: 'print' });
  const text = await page.locator('.tc-sheet').innerText();
  expect(text.match(/□/g)).toHaveLength(items);
  expect(text).toContain('别处的做法，只作提醒');
});

test('without scripts it is the whole list, with boxes and sources', async () => {
  const page = await openPage({ path: '/employers/checklist/', javaScriptEnabled: false });
  const box = page.locator('[data-item=inScope]');
  await box.check();
  expect(await box.isChecked()).toBe(true);
  await page.locator('summary', { hasText: '推荐' }).click();
  expect(await page.getByText('逾期不再受理').first().isVisible()).toBe(true);
});
