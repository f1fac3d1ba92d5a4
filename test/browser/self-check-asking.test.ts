/** What helps a person while questions are asked: the clause, taps that go on, what is short, and answers kept. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answers, encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { withAdded } from '../content/2026/support.ts';
import { openPage } from './support/page.ts';
import {
  answerScreen,
  answerUntil,
  changeAnswer,
  FITTING,
  screenBeside,
  start,
} from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const KEY = 'self-check.1.2026';

async function openWith(answers: Answers): Promise<Page> {
  const page = await openPage({
    path: `/2026/self-check/#${encodeAnswers(notice, withAdded(answers))}`,
  });
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
  await page.getByRole('button', { name: '修改：您凭什么申报？' }).click();
  await page.getByRole('radio', { name: '技能等级' }).click();
  await page.getByText('已改：您凭什么申报？').waitFor();
  const said = await text(page);
  expect(said).toContain('多出要答的：您的职业技能等级是？');
  expect(said).toMatch(/现在用不到.*您的最高学历或学位是？/);
  // The list of answers was opened on the screen before: on this one it is closed.
  expect(await page.locator('.self-check-foot details[open]').count()).toBe(0);
});

test('several mistakes are listed and led to', async () => {
  const page = await openWith(upToCredits);
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByText('有 3 处要改').waitFor();
  await page.getByRole('button', { name: /^2026 年：/ }).click();
  const name = () => page.evaluate(() => (document.activeElement as HTMLInputElement).name);
  expect(await name()).toBe('credits.2026-total');
});

const PHONE = { width: 360, height: 740 };
const question = (page: Page) =>
  page.locator('[data-question]').first().getAttribute('data-question');
const field = (page: Page) => page.locator('[data-question] input[type=text]');
const until = (page: Page, id: string) => page.locator(`[data-question="${id}"]`).waitFor();

describe('before the first question', () => {
  test.each(['/2026/self-check/', '/self-check/'])(
    '%s says on a phone’s first screen who is not covered, and how to begin',
    async (path) => {
      const page = await openPage({ path, ...PHONE });
      const start = page.getByRole('button', { name: '开始自查' });
      const box = await start.boundingBox();
      expect(box && box.y + box.height).toBeLessThan(PHONE.height);
      const outside = page.getByText(notice.whoMayApply.outside);
      expect((await outside.boundingBox())?.y).toBeLessThan(box?.y ?? 0);
      expect(await page.getByText('单选题点一项就到下一题').isVisible()).toBe(true);
      expect(await page.getByText('能告诉您什么').isVisible()).toBe(true);
      expect(await page.getByText('单位、受理点的审核和评审结果').isVisible()).toBe(false);
    },
  );
});

describe('a tap', () => {
  test('on an option goes on, and on the one that stands chosen keeps it', async () => {
    const page = await openWith({ target: 'engineer' });
    const rows = page.locator('.self-check-form .tc-choice');
    await rows.first().evaluate((row) => row.setAttribute('data-same', ''));
    await page.getByText('信息技术').click();
    await until(page, screenBeside('specialty', 1));
    // Rows made anew would take a slow phone as long as all the rest.
    expect(await rows.first().getAttribute('data-same')).toBe('');
    await page.getByRole('button', { name: '上一题' }).click();
    await until(page, 'specialty');
    expect(await page.getByRole('radio', { name: '信息技术' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '信息技术' }).click();
    await until(page, screenBeside('specialty', 1));
    expect(await page.locator('[data-question] :checked').count()).toBe(0);
  });

  test('on the radio itself, while another stood chosen, leaves the next question without a choice', async () => {
    const page = await openWith({ target: 'engineer', specialty: 'energy' });
    await page.getByRole('button', { name: '上一题' }).click();
    await until(page, 'specialty');
    await page.locator('input[value=mechatronics]').click();
    await until(page, 'employer');
    // What the browser undoes of that click is undone by then.
    await page.evaluate(() => new Promise((later) => setTimeout(later)));
    expect(await page.locator('[data-question] :checked').count()).toBe(0);
  });

  test('that is doubled answers one question, not two', async () => {
    const page = await openWith({ target: 'engineer' });
    await page.getByText('信息技术').dblclick();
    await until(page, screenBeside('specialty', 1));
    // Whatever the second click has done was done before this.
    await page.getByRole('button', { name: '上一题' }).click();
    await until(page, 'specialty');
  });

  test('on 没有 is the whole answer of a question for a date, and on the date is not', async () => {
    const { misconductOn: _, ...before } = upToCredits;
    const page = await openWith(before);
    await page.getByText('有，认定日期是').click();
    await field(page).waitFor();
    expect(await question(page)).toBe('misconductOn');
    await page.getByText('没有', { exact: true }).click();
    await until(page, 'credits.2024');
  });

  test('on another answer while one is changed goes back to the result with it', async () => {
    const page = await openWith(FITTING);
    await changeAnswer(page, '您目前在职吗？');
    await page.getByRole('radio', { name: '不在职' }).click();
    await page.getByRole('heading', { name: /不在职/ }).waitFor();
  });
});

test('the arrows of a keyboard only choose, and Enter goes on', async () => {
  const page = await openWith({ target: 'engineer' });
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('radio', { name: '能源' }).isChecked()).toBe(true);
  expect(await question(page)).toBe('specialty');
  await page.keyboard.press('Enter');
  await until(page, screenBeside('specialty', 1));
});

describe('on a phone', () => {
  const bar = '.self-check-go';
  const edges = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { top, bottom };
      });

  test('继续 is in view on every screen, whatever its length', async () => {
    let answers: Answers = {};
    const page = await openPage({ path: '/2026/self-check/', ...PHONE });
    await start(page);
    for (const { screen } of notice.questions) {
      if (answers[screen] !== undefined || FITTING[screen] === undefined) continue;
      await page.locator(`[data-question^="${screen}"]`).first().waitFor();
      await expect
        .poll(async () => (await edges(page, bar)).bottom)
        .toBeLessThanOrEqual(PHONE.height);
      const { top } = await edges(page, '.self-check [data-focus]');
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(PHONE.height / 2);
      answers = { ...answers, [screen]: FITTING[screen] };
      if (screen !== 'credits') await answerScreen(page, FITTING);
    }
  });

  test('an on-screen keyboard covers neither 继续 nor the field', async () => {
    const { heldSince: _, misconductOn: __, ...before } = upToCredits;
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, before)}`,
      ...PHONE,
    });
    await field(page).focus();
    const visible = 380;
    // What a phone's browser tells when its keyboard comes up.
    await page.evaluate((height) => {
      Object.defineProperty(visualViewport, 'height', { value: height });
      visualViewport?.dispatchEvent(new Event('resize'));
    }, visible);
    await expect.poll(async () => (await edges(page, bar)).bottom).toBeLessThanOrEqual(visible);
    const { top, bottom } = await edges(page, '[data-question] input[type=text]');
    expect(bottom).toBeLessThanOrEqual((await edges(page, bar)).top);
    expect(top).toBeGreaterThan(0);
  });

  test('a field reached with Tab is not under 继续', async () => {
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, upToCredits)}`,
      ...PHONE,
    });
    await page.locator('[name="credits.2024-total"]').focus();
    for (let step = 0; step < 14; step += 1) {
      const under = await page.evaluate((bar) => {
        const { activeElement: element } = document;
        const edge = document.querySelector(bar)?.getBoundingClientRect().top ?? 0;
        const isField = element?.closest('[data-question]');
        return isField ? (element?.getBoundingClientRect().bottom ?? 0) - edge : 0;
      }, bar);
      expect(under).toBeLessThanOrEqual(0);
      await page.keyboard.press('Tab');
    }
  });

  test('an embed has nothing that sticks', async () => {
    const page = await openPage({ path: '/embed/2026/self-check/', ...PHONE });
    await start(page);
    const position = () => page.locator(bar).evaluate((one) => getComputedStyle(one).position);
    expect(await position()).toBe('static');
  });
});

describe('a certificate without a day', () => {
  const { heldSince: _, misconductOn: __, ...before } = upToCredits;

  test.each([
    ['2021年5月', '2021-05-31'],
    ['202105', '2021-05-31'],
    ['２０２１．０２', '2021-02-28'],
    ['2020/2', '2020-02-29'],
    ['2021年', '2021-12-31'],
  ])('%s is taken as %s, which is said and can be changed', async (typed, taken) => {
    const page = await openWith(before);
    await field(page).fill(typed);
    const [year, month, day] = taken.split('-').map(Number);
    await page.getByText(`按 ${year} 年 ${month} 月 ${day} 日`).waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await until(page, 'misconductOn');
    await page.getByRole('button', { name: '上一题' }).click();
    await until(page, 'heldSince');
    expect(await field(page).inputValue()).toBe(taken);
    await field(page).fill('2021-05-20');
    expect(await page.locator('.tc-date-told').innerText()).toBe('');
  });

  test('is told among the answers as the last day of its month', async () => {
    const page = await openWith({ ...before, heldSince: '2021-05-31' });
    await page.getByText(/已答 \d+ 题/).click();
    await page.getByText('2021-05-31（当月最后一天）').waitFor();
  });

  test('is still there for whoever chose 不清楚 and then knows after all', async () => {
    const page = await openWith(before);
    await field(page).fill('2021.5');
    await page.getByText('不清楚', { exact: true }).click();
    await until(page, 'misconductOn');
    await page.getByRole('button', { name: '上一题' }).click();
    await until(page, 'heldSince');
    expect(await page.locator('input[value=unsure]').isChecked()).toBe(true);
    await page.locator('label', { has: page.locator('input[value=date]') }).click();
    expect(await field(page).inputValue()).toBe('2021.5');
  });

  test('does not do for a ban, which begins on a day', async () => {
    const { misconductOn: _, ...rest } = upToCredits;
    const page = await openWith(rest);
    await page.getByText('有，认定日期是').click();
    await field(page).fill('2024年5月');
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByText('年、月、日都要').last().waitFor();
    expect(await question(page)).toBe('misconductOn');
  });
});

describe('credits', () => {
  test('that are enough in all three years take one tap', async () => {
    const page = await openWith(upToCredits);
    await page.getByRole('button', { name: '三年都是三项都够' }).click();
    await page.getByRole('heading', { name: '初步符合' }).waitFor();
    expect(await page.evaluate(() => history.state?.selfCheck?.answers)).toContain(
      'credits.2024=enough&credits.2025=enough&credits.2026=enough',
    );
  });

  test('say as one types what is short, with the public ones derived', async () => {
    const page = await openWith(upToCredits);
    const short = page.locator('[data-question="credits.2025"] .self-check-short');
    await page.locator('[name="credits.2025-total"]').fill('80');
    await expect.poll(() => short.innerText()).toBe('还差：总学时 10。');
    await page.locator('[name="credits.2025-professional"]').fill('70');
    await expect.poll(() => short.innerText()).toBe('公需 10。还差：总学时 10、公需 8。');
    await page.locator('[name="credits.2025-professional"]').fill('700');
    await expect.poll(() => short.innerText()).toBe('还差：总学时 10。');
    await page.locator('[name="credits.2025-total"]').fill('九十');
    await expect.poll(() => short.innerText()).toBe('');
    await page.locator('[name="credits.2025-total"]').fill('90');
    await page.locator('[name="credits.2025-professional"]').fill('60');
    await expect.poll(() => short.innerText()).toBe('公需 30。够了。');
  });
});

test('the parts of the check are named, with the one that is asked', async () => {
  const page = await openWith({ target: 'engineer' });
  const parts = page.locator('.self-check-progress li');
  expect(await parts.allInnerTexts()).toEqual(['范围', '条件', '诚信', '学时']);
  expect(await page.locator('.self-check-progress [aria-current=step]').innerText()).toBe('范围');
  const later = await openWith(upToCredits);
  expect(await later.locator('.self-check-progress [aria-current=step]').innerText()).toBe('学时');
});

test('the code of the result is not there at the first question, and is before the last answer', async () => {
  const page = await openPage({ path: '/2026/self-check/' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const isLoaded = () => asked.some((path) => path.endsWith('result.json'));
  await start(page);
  await page.locator('.self-check-more').first().waitFor();
  await answerUntil(page, 'work', FITTING);
  expect(isLoaded()).toBe(false);
  await answerUntil(page, 'misconductOn', FITTING);
  await expect.poll(isLoaded).toBe(true);
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
