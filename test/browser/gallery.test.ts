import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDev } from './support/dev.ts';
import { examples } from './support/examples.ts';
import { openPage } from './support/page.ts';

describe('the gallery, while developing', { timeout: 180_000 }, () => {
  let server: Awaited<ReturnType<typeof serveDev>>;
  beforeAll(async () => {
    server = await serveDev();
    // What a page needs is compiled when it is asked for first, which no test of one page should wait for.
    for (const path of ['/gallery/', '/2026/self-check/', '/2026/timeline/'])
      await (await fetch(server.origin + path)).text();
  }, 300_000);
  afterAll(() => server?.close());

  const open = (id = '') => openPage({ path: `${server.origin}/gallery/${id && `#${id}`}` });
  /** What the gallery says of the example that it shows, once it is there or was given up. */
  const shown = (page: Page) =>
    page
      .locator('[role=status]:is([data-state=ready], [data-state=failed])')
      .innerText({ timeout: 120_000 });

  test('lists every example, and shows the first', async () => {
    const page = await open();
    expect(await shown(page)).toBe(`${examples[0]?.name}（${examples[0]?.today}）`);
    // Only now: a server that has just started makes its first page load once more.
    const listed = await page.locator('nav li').allInnerTexts();
    expect(listed).toEqual(examples.map(({ name }) => name));
  });

  // One for each kind of step, for what is kept on the device, and for a day that is not today.
  test.each([
    'mistake-credits-within',
    'question-unsure',
    'kept-offer',
    'result-likely',
    'plan-before',
    'plan-mistake-text',
  ])('shows %s as its data says', async (id) => {
    const example = examples.find((one) => one.id === id);
    const page = await open(id);
    expect(await shown(page)).toBe(`${example?.name}（${example?.today}）`);
  });

  test('shows an example as wide and in the colours that are chosen, and the next one', async () => {
    const page = await open('plan-office');
    await shown(page);
    await page.getByLabel('1280').check();
    await page.getByLabel('深色').check();
    await shown(page);
    const frame = page.frameLocator('iframe').locator('html');
    expect(await frame.evaluate((html) => [innerWidth, html.dataset.theme])).toEqual([
      1280,
      'dark',
    ]);
    await page.getByRole('button', { name: '下一个' }).click();
    await page.locator('iframe[title*="等着审核的份数"]').waitFor();
    expect(await shown(page)).toContain('等着审核的份数');
  });

  test('leaves what was kept on the device as it was', async () => {
    const page = await open();
    await shown(page);
    await page.evaluate(() => localStorage.setItem('self-check.1.2026', 'own'));
    await page.reload();
    await page.getByRole('link', { name: '本机存着回答' }).click();
    await page.locator('[data-state=ready]', { hasText: '本机存着回答' }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('self-check.1.2026'))).toBe('own');
  });
});
