import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const status = (page: Page) => dialog(page).getByRole('status');
const results = (page: Page) => page.locator('site-search ol a');

/** Asks, and waits until the answer is there. */
async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await expect.poll(() => status(page).innerText()).toMatch(/个页面|没有说到/);
}

describe('the search', () => {
  test('opens and closes by a shortcut with a modifier, and by no single key', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('/');
    await page.keyboard.press('k');
    expect(await dialog(page).isVisible()).toBe(false);
    await page.keyboard.press('Control+k');
    await dialog(page).waitFor();
    await page.keyboard.press('Meta+k');
    await dialog(page).waitFor({ state: 'hidden' });
  });

  test('gives each page one row with its place, and keeps that on one line on a phone', async () => {
    const page = await openPage({ path: '/about/', width: 360 });
    await page.getByRole('button', { name: '搜索' }).click();
    await ask(page, '学时');
    const rows = page.locator('site-search ol > li');
    const paths = await rows.evaluateAll((all) =>
      all.map((row) => new URL(row.querySelector('a')?.href ?? '').pathname),
    );
    expect(paths.length).toBeGreaterThan(2);
    expect(new Set(paths).size).toBe(paths.length);
    const places = dialog(page).locator('.page:not(:empty)');
    const broken = await places.evaluateAll((all) =>
      all
        .filter(
          (one) =>
            one.getClientRects()[0]!.height >
            1.8 * Number.parseFloat(getComputedStyle(one).lineHeight),
        )
        .map(({ textContent }) => textContent),
    );
    expect(broken).toEqual([]);
    expect(await violations(page, 'dialog')).toEqual([]);
    // Excerpts are whole sentences, and what is marked in them are whole words.
    for (const excerpt of await dialog(page).locator('.excerpt:not(:empty)').allInnerTexts()) {
      expect(excerpt).not.toMatch(/^[，。、；：？！）]|…$/);
    }
    expect(new Set(await dialog(page).locator('mark').allInnerTexts())).toContain('学时');
  });

  test('opens the first result by Enter, and goes through all by the arrows', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('Control+k');
    await ask(page, '没有论文能报吗？');
    const address = (await results(page).first().getAttribute('href')) ?? '';
    expect(address).toMatch(/\/2026\/questions\/#noPapers$/);
    await page.keyboard.press('ArrowDown');
    expect(
      await results(page)
        .first()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(
      await page.getByRole('searchbox').evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname + url.hash === address);
    await page.getByText('公开发表的论文，要交证明').first().waitFor();
  });

  test('shows nothing while an input method composes', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('Control+k');
    await ask(page, '公示');
    const said = await status(page).innerText();
    const cdp = await page.context().newCDPSession(page);
    await page.getByRole('searchbox').fill('');
    await cdp.send('Input.imeSetComposition', { text: 'xue', selectionStart: 3, selectionEnd: 3 });
    expect(await page.getByRole('searchbox').inputValue()).toBe('xue');
    expect(await status(page).innerText()).toBe('');
    expect(await results(page).count()).toBe(0);
    await cdp.send('Input.insertText', { text: '学时' });
    await expect.poll(() => status(page).innerText()).toContain('学时');
    expect(said).toContain('公示');
  });

  test('says of what the site does not speak of that it does not, and leads to the questions', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('Control+k');
    await ask(page, '火锅');
    expect(await status(page).innerText()).toContain('没有说到“火锅”');
    expect(await results(page).count()).toBe(0);
    await dialog(page).getByRole('link', { name: '常见问题' }).click();
    await page.waitForURL(/\/2026\/questions\/$/);
  });

  test('shows what was typed as it was typed', async () => {
    const page = await openPage({ path: '/about/' });
    await page.keyboard.press('Control+k');
    for (const term of ['$&学时', "$`$'$$", '[COUNT]', '<img src=x>']) {
      await ask(page, term);
      expect(await status(page).innerText()).toContain(term);
    }
    await ask(page, '公示'.repeat(5000));
    expect((await status(page).innerText()).length).toBeLessThan(150);
  });
});

describe('the page for what is not there', () => {
  test('searches for the words of the address, however long it is', async () => {
    const page = await openPage({
      path: '/2025/a/very/long/way/down/%E5%85%AC%E7%A4%BA/proceedure/aplicant.html',
      expected: /404/,
    });
    const likely = page.locator('#likely a');
    await likely.first().waitFor();
    expect(await likely.first().getAttribute('href')).toMatch(/\/2026\/procedure\/applicant\//);
    for (const name of ['通知要点', '常见问题', '我能申报吗']) {
      expect(await page.locator('#lost').getByRole('link', { name }).count()).toBeGreaterThan(0);
    }
    await page.goto(new URL('/%E5%AD%A6%E6%97%B6%E8%AF%81%E6%98%8E', page.url()).href);
    await expect.poll(() => likely.first().innerText()).toContain('学时证明');
    await page.goto(new URL('/%e9%be%98/', page.url()).href);
    await page.getByText('网址可能有误').waitFor();
    expect(await likely.count()).toBe(0);
  });
});
