import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const path = '/2026/questions/';
const open = (page: Page) =>
  page
    .locator('details[data-answer][open] h3')
    .evaluateAll((headings) => headings.map(({ id }) => id));
const groups = (page: Page) => page.locator('details[data-group]');
const answer = (page: Page, id: string) =>
  page.locator('details[data-answer]').filter({ has: page.locator(`#${id}`) });

describe('the questions', () => {
  test('are folded in groups, and all but a few screens long on a phone', async () => {
    const page = await openPage({ path, width: 360, height: 740 });
    expect(await open(page)).toEqual([]);
    const screens = await page.evaluate(() => document.documentElement.scrollHeight / 740);
    expect(screens).toBeLessThan(3);
    // With every question in sight it is longer, and no answer is.
    for (const group of await groups(page).all()) await group.locator('> summary').click();
    expect(await page.locator('details[data-answer] h3:visible').count()).toBe(80);
    expect(await open(page)).toEqual([]);
  });

  test('open where one is asked for', async () => {
    const page = await openPage({ path, width: 360 });
    await page.locator('summary', { hasText: '学历和年限' }).click();
    await page.getByText('本科几年能评工程师？').click();
    expect(await open(page)).toEqual(['bachelor']);
    expect(await answer(page, 'bachelor').innerText()).toContain('满 4 年');
  });

  test('open by the keyboard', async () => {
    const page = await openPage({ path });
    await groups(page)
      .filter({ has: answer(page, 'account') })
      .locator('> summary')
      .focus();
    await page.keyboard.press('Enter');
    await answer(page, 'account').locator('summary').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => open(page)).toEqual(['account']);
  });

  test('open that which the address names, in sight', async () => {
    const page = await openPage({ path: `${path}#publicityDays`, width: 360, height: 740 });
    await expect.poll(() => open(page)).toEqual(['publicityDays']);
    const heading = page.locator('#publicityDays');
    const top = () => heading.evaluate((one) => one.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(300);
    expect(await top()).toBeGreaterThan(0);
  });

  test('bear an address that cannot be decoded', async () => {
    const page = await openPage({ path });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${page.url()}#%`);
    await page.reload();
    await page.getByRole('button', { name: '全部展开' }).waitFor();
    expect(await open(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('open another when the address changes', async () => {
    const page = await openPage({ path: `${path}#account` });
    await expect.poll(() => open(page)).toEqual(['account']);
    await page.evaluate(() => {
      location.hash = 'sunday';
    });
    await expect.poll(() => open(page)).toEqual(['account', 'sunday']);
  });

  test('unfold and fold all at once', async () => {
    const page = await openPage({ path });
    const all = await page.locator('details[data-answer]').count();
    await page.getByRole('button', { name: '全部展开' }).click();
    expect(await open(page)).toHaveLength(all);
    await page.getByRole('button', { name: '全部收起' }).click();
    expect(await open(page)).toEqual([]);
  });

  test('are all unfolded for paper, and folded again after it', async () => {
    const page = await openPage({ path: `${path}#account` });
    await expect.poll(() => open(page)).toEqual(['account']);
    const all = await page.locator('details[data-answer]').count();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await open(page)).toHaveLength(all);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await open(page)).toEqual(['account']);
  });

  test('are read without JavaScript', async () => {
    const page = await openPage({ path, javaScriptEnabled: false });
    expect(await page.getByRole('button', { name: '全部展开' }).count()).toBe(0);
    await groups(page)
      .filter({ has: answer(page, 'perYear') })
      .locator('> summary')
      .click();
    await answer(page, 'perYear').locator('summary').click();
    expect(await answer(page, 'perYear').innerText()).toContain('总学时不少于 90');
  });

  test('are found among the folded, and the groups shut again after it', async () => {
    const page = await openPage({ path: `${path}#people` });
    const openGroups = () => groups(page).locator('h2:visible').allInnerTexts();
    const isOpen = () =>
      groups(page).evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));
    const before = await isOpen();
    expect(before.filter(Boolean)).toHaveLength(1);
    const box = page.getByRole('searchbox', { name: '在问题和回答里找' });
    await box.fill('软考');
    await expect.poll(async () => (await openGroups()).length).toBeLessThan(4);
    await page.getByText('信息技术方向有软考的，还能评吗？').waitFor();
    await box.fill('');
    await expect.poll(isOpen).toEqual(before);
  });

  test('lead to a rule, and the rule leads back', async () => {
    const page = await openPage({ path: '/2026/rules/employer/' });
    await page.getByRole('main').getByRole('link', { name: '参公单位、公务员能报吗？' }).click();
    await page.waitForURL(`**${path}#civilServant`);
    await expect.poll(() => open(page)).toEqual(['civilServant']);
    await answer(page, 'civilServant').getByRole('link', { name: '规则：单位范围' }).click();
    await page.waitForURL('**/2026/rules/employer/');
  });
});

describe('axe finds nothing, and nothing scrolls sideways,', () => {
  test.each([
    { colorScheme: 'dark', width: 360 },
    { colorScheme: 'light', width: 1280 },
  ] as const)('with every answer open, $colorScheme at $width', async (look) => {
    const page = await openPage({ path, ...look });
    await page.getByRole('button', { name: '全部展开' }).click();
    expect(await violations(page, 'main')).toEqual([]);
    for (const width of [look.width, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
    }
  });
});

test.each([
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const)('axe finds nothing in the glossary, $colorScheme at $width', async (look) => {
  const page = await openPage({ path: '/2026/glossary/', ...look });
  expect(await violations(page, 'main')).toEqual([]);
});

test.each(['/2026/questions/', '/2026/glossary/'])(
  'on %s nothing moves when the filter starts',
  async (path) => {
    const page = await openPage({ path: '/about/', width: 412, height: 823 });
    let start = () => {};
    const started = new Promise<void>((resolve) => {
      start = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await started;
      await route.continue();
    });
    await page.goto(new URL(path, page.url()).href, { waitUntil: 'commit' });
    const first = page.locator('main details').first();
    await first.waitFor();
    const topOf = () => first.evaluate((element) => element.getBoundingClientRect().top);
    const before = await topOf();
    expect(await page.locator('[data-filter]').isVisible()).toBe(false);
    start();
    await page.locator('[data-filter]').waitFor();
    expect(await topOf()).toBe(before);
  },
);
