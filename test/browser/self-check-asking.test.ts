/** What helps a person while questions are asked: the clause, the answers given, a copy-down, and answers kept. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answers, encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const KEY = 'self-check.1.2026';

async function openWith(answers: Answers): Promise<Page> {
  const page = await openPage({ path: `/2026/self-check/#${encodeAnswers(notice, answers)}` });
  await page.locator('.self-check-foot').waitFor();
  return page;
}
const text = (page: Page) => page.locator('.self-check').innerText();
const { credits: _, ...upToCredits } = FITTING;

test('the clause behind a question opens in place, in the notice’s own words', async () => {
  const page = await openWith({ target: 'engineer' });
  await page.getByText('为什么问').click();
  await page.locator('.self-check blockquote').waitFor();
  expect(await page.locator('.self-check blockquote').innerText()).toContain(
    '机电制造、信息技术、能源、材料、轻纺、石化工程 6 个专业。',
  );
  expect(new URL(page.url()).pathname).toBe('/2026/self-check/');
});

test('an answer changed from a later question says what falls away and what comes up', async () => {
  const page = await openWith(upToCredits);
  await page.getByText(/已答 \d+ 题/).click();
  await page.getByRole('button', { name: '修改：您走哪条申报通道？' }).click();
  await page.getByRole('radio', { name: '技能人才' }).check();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByText('已改：您走哪条申报通道？').waitFor();
  const said = await text(page);
  expect(said).toContain('多出要答的：您的职业技能等级是？');
  expect(said).toMatch(/现在用不到.*您的最高学历或学位是？/);
  // The list of answers was opened on the screen before: on this one it is closed.
  expect(await page.locator('.self-check-foot details[open]').count()).toBe(0);
});

test('the first year’s figures are copied down, and several mistakes are listed and led to', async () => {
  const page = await openWith(upToCredits);
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByText('有 3 处要改').waitFor();
  await page.getByRole('button', { name: /^2026 年：/ }).click();
  const name = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
  expect(await name()).toBe('credits.2026-total');
  await page.locator('[name="credits.2024-total"]').fill('96');
  await page.locator('[name="credits.2024-professional"]').fill('72');
  await page.getByRole('button', { name: '把 2024 年的数填到下面两年' }).press('Enter');
  await page.getByText('已填到 2025、2026 年').waitFor();
  expect(await page.locator('[name="credits.2026-professional"]').inputValue()).toBe('72');
});

describe('answers kept on the device', () => {
  test('are kept only when asked, offered with their day, and cleared', async () => {
    const page = await openWith(upToCredits);
    const kept = () => page.evaluate((key) => localStorage.getItem(key), KEY);
    expect(await kept()).toBeNull();
    await page.getByRole('button', { name: '保存在本机' }).click();
    await page.getByText(/本机存着 \d{4} 年/).waitFor();
    // Another entry of the history: this one holds the answers itself.
    await page.goto(new URL('/self-check/', page.url()).href);
    await page.getByRole('button', { name: '接着上次的回答' }).click();
    await page.locator('[data-question="credits.2024"]').waitFor();
    await page.getByRole('button', { name: '清除本机保存的' }).click();
    await page.getByRole('button', { name: '保存在本机' }).waitFor();
    expect(await kept()).toBeNull();
  });

  test('say so where the browser refuses to keep them', async () => {
    const page = await openWith(upToCredits);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByRole('button', { name: '保存在本机' }).click();
    await page.getByText('没能保存').waitFor();
  });

  test.each(['nonsense', '{"on":"2026-02-30","answers":"target=engineer"}', '{"on":1}', '[]'])(
    'that are %j are not believed',
    async (nonsense) => {
      const page = await openPage({ path: '/2026/self-check/' });
      await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [KEY, nonsense]);
      await page.reload();
      await page.locator('astro-island:not([ssr]) .self-check').waitFor();
      await page.getByRole('button', { name: '开始自查' }).waitFor();
    },
  );
});
