/** The self-check from its opening to a result, and back to one answer, without a pointer. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { notice } from '../content/2026/support.ts';
import { openPage } from './support/page.ts';
import { FITTING, wayOf } from './support/selfCheck.ts';

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** What has the focus: its accessible text, and whether the focus is to be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { name?: string; value?: string };
    const ring = element.closest('.tc-choice, .tc-date-picker') ?? element;
    return {
      text: element.getAttribute('aria-label') ?? element.innerText ?? '',
      name: element.name ?? '',
      value: element.value ?? '',
      ring: getComputedStyle(ring).outlineStyle !== 'none',
    };
  });

/** Presses Tab until the focus is on what is wanted; each stop on the way shows its focus. */
async function tabTo(page: Page, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 120) {
    await page.keyboard.press(key);
    const { text, name, ring } = await focused(page);
    expect(ring, `The focus on ${text || name} is not to be seen`).toBe(true);
    if (wanted.test(text) || wanted.test(name)) return;
    passed.push(text || name);
  }
  throw new Error(`${wanted} is not reached: ${passed.join(' → ')}`);
}

/** Waits until a question's heading has the focus. */
const asked = (page: Page, title: string) =>
  page.waitForFunction((title) => {
    const { activeElement: element } = document;
    return element?.matches('[data-focus]') && element.textContent?.includes(title);
  }, title);

/** Goes down to an option from the first one, takes it and goes on with Enter. */
async function choose(page: Page, title: string, value: string): Promise<void> {
  await asked(page, title);
  await press(page, 'Tab', 'Space');
  for (let moved = 0; (await focused(page)).value !== value; moved += 1) {
    if (moved > 10) throw new Error(`${title} has no option ${value}`);
    await page.keyboard.press('ArrowDown');
  }
  expect((await focused(page)).ring).toBe(true);
  await page.keyboard.press('Enter');
}

/** Answers what is asked after one screen and before another as a fitting person does. */
async function chooseBetween(page: Page, after: string, before?: string): Promise<void> {
  const way = wayOf(FITTING);
  const end = before === undefined ? way.length : way.indexOf(before);
  for (const id of way.slice(way.indexOf(after) + 1, end)) {
    const question = notice.questions.find((one) => one.id === id);
    await choose(page, question?.title ?? '', String(FITTING[id]));
  }
}

test('a whole walk needs no pointer: clause, date, credits, result, one answer changed', async () => {
  const page = await openPage({ path: '/2026/self-check/' });
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  await tabTo(page, /^开始自查$/);
  await page.keyboard.press('Enter');

  await asked(page, '哪一级职称');
  // It comes with what is loaded after the first question; whoever is quicker would tab past its place.
  await page.getByText('为什么问').waitFor();
  await tabTo(page, /^为什么问/);
  await page.keyboard.press('Enter');
  await page.locator('.self-check blockquote').waitFor();
  await tabTo(page, /^choice0$/, 'Shift+Tab');
  // Into a group from below the focus comes to its last option.
  await press(page, 'Space', 'ArrowUp');
  while ((await focused(page)).value !== 'engineer') await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');

  await chooseBetween(page, 'target', 'heldSince');

  await asked(page, '哪天取得');
  // The choice between a date and 不清楚 comes first; the date is chosen.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2022年13月1日');
  await page.keyboard.press('Enter');
  await page.locator('.tc-error').waitFor();
  expect((await focused(page)).value).toBe('2022年13月1日');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2022年12月31日');
  await page.keyboard.press('Enter');

  await chooseBetween(page, 'heldSince', 'credits');
  await asked(page, '继续教育学时');
  await tabTo(page, /^credits\.2024-total$/);
  await page.keyboard.type('80');
  await page.keyboard.press('Tab');
  await page.keyboard.type('60');
  await page.getByText('还差：总学时 10').waitFor();
  await tabTo(page, /^三年都是三项都够/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await chooseBetween(page, 'credits');

  await asked(page, '初步符合');
  expect(await page.evaluate(() => document.activeElement?.closest('.tc-verdict') !== null)).toBe(
    true,
  );
  await page.locator('.self-check-record').waitFor({ state: 'attached' });
  await tabTo(page, /^您的回答/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^修改：您目前在职吗/);
  await page.keyboard.press('Enter');
  await asked(page, '在职吗');
  await page.keyboard.press('Tab');
  expect((await focused(page)).value).toBe('yes');
  await press(page, 'ArrowDown', 'Enter');
  await asked(page, '通知只受理现职人员');
});
