import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answers, assess, encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import {
  answerUntil,
  changeAnswer,
  complete,
  FITTING,
  screenBeside,
  start,
  unfold,
  wayOf,
} from './support/selfCheck.ts';

const notice = await loadNotice('2026');

async function begin(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({ path: '/2026/self-check/', ...options });
  await start(page);
  return page;
}

/** Waits for the tab's history to hold where the person is: it follows once the screen has been painted. */
const kept = (page: Page, place: string) =>
  page.waitForFunction((at) => {
    const step = history.state?.selfCheck;
    return step?.screen === at || step?.at === at;
  }, place);
/** Waits for a screen, by its first question. */
const asks = (page: Page, screen: string) =>
  page.locator(`[data-question="${screen}"], [data-question^="${screen}."]`).first().waitFor();
const heading = (page: Page) => page.locator('.self-check [data-focus]');
const verdict = (page: Page) => page.locator('.tc-verdict h2');

describe('the self-check reaches each verdict', () => {
  const cases: { name: string; answers: Answers; says: string[] }[] = [
    { name: 'likely', answers: FITTING, says: ['已满 4 年', '参考口径·待核'] },
    {
      name: 'outOfScope',
      answers: { ...FITTING, employer: 'other' },
      says: ['这份通知不受理', '通知 一（二）第一段'],
    },
    {
      name: 'ineligible',
      answers: { ...FITTING, misconductOn: '2024-07-19' },
      says: ['2027-07-19', '没答的若都满足，估计最早 2028 年度', '2027-07-20 起可以再申报'],
    },
    {
      name: 'unlikely',
      answers: { ...FITTING, heldSince: '2023-03-15' },
      says: [
        '取得助理工程师职称日期 2023-03-15，至 2026-12-31 为 3 年 9 个月 16 天，需满 4 年，差 2 个月 15 天',
        '到 2027-03-15 满 4 年',
        '没答的若都满足，估计最早 2027 年度',
        '前提是那一年的通知沿用本年度的规则和日程',
      ],
    },
    {
      name: 'review',
      answers: { ...FITTING, route: 'exceptional' },
      says: ['破格由人审定', '通知 三（一）第二段'],
    },
  ];

  test.each(cases)('$name', async ({ name, answers, says }) => {
    const page = await begin();
    await complete(page, answers);
    expect(assess(notice, answers).verdict).toBe(name);
    expect(await page.locator('.tc-verdict').getAttribute('data-verdict')).toBe(name);
    await unfold(page);
    const text = await page.locator('.self-check').innerText();
    for (const words of says) expect(text).toContain(words);
  });

  test('incomplete, for someone who looks at the result before the end, and goes on', async () => {
    const page = await begin();
    await answerUntil(page, 'work', FITTING);
    await page.getByRole('button', { name: '先看目前的结果' }).click();
    expect(await verdict(page).innerText()).toBe('还差几题');
    expect(await page.locator('[data-rule=employer]').getAttribute('data-outcome')).toBe('met');
    expect(await page.locator('[data-rule=work]').getAttribute('data-outcome')).toBe('unknown');
    await page.getByRole('button', { name: '接着答' }).click();
    await page.locator('[data-question=work]').waitFor();
  });

  test('incomplete, when a link that holds only some answers leads on to the next question', async () => {
    const { misconductOn: _, ...partial } = FITTING;
    const page = await openPage({ path: `/2026/self-check/#${encodeAnswers(notice, partial)}` });
    await expect.poll(() => heading(page).innerText()).toContain('弄虚作假');
  });
});

describe('every finding', () => {
  test('leads to the clause that it rests on', async () => {
    const page = await begin();
    await complete(page, { ...FITTING, employer: 'provincialInstitution', postApproved: 'no' });
    await page.locator('[data-rule=postApproval]').getByRole('link', { name: '通知 ' }).click();
    await page.waitForURL('**/2026/notice/text/#clause-4.2.2');
    expect(await page.locator('#clause-4\\.2\\.2').isVisible()).toBe(true);
  });

  test('says whose word it is, and where the original is when it is not the notice’s', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await unfold(page);
    const item = page.locator('[data-rule=qualification]');
    expect(await item.innerText()).toContain('参考口径·待核');
    expect(await item.getByRole('link', { name: /评审条件/ }).getAttribute('href')).toContain(
      'index8page1',
    );
    expect(await page.locator('[data-rule=specialty]').innerText()).toContain('通知原文');
  });
});

describe('what would make one eligible', () => {
  /** With everything answered: asked in turn, a verdict that is settled comes before the last questions. */
  async function opened(answers: Answers): Promise<Page> {
    const page = await openPage({ path: `/2026/self-check/#${encodeAnswers(notice, answers)}` });
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
    return page;
  }

  test('is told apart: what to do, what to wait for, and the other way that passes', async () => {
    const page = await opened({
      ...FITTING,
      employer: 'provincialInstitution',
      postApproved: 'no',
      education: 'master',
      heldSince: '2025-06-01',
    });
    expect(await page.locator('.self-check').innerText()).toContain(
      '这 2 条都满足了，或者问明可以了',
    );
    const toDo = await page.locator('.self-check-to-do').innerText();
    expect(toDo).toMatch(/前 先请单位办好岗位核定/);
    expect(toDo).toMatch(/要等 到 2027-06-01 满 2 年/);
  });

  test('finds the lower title by deciding it', async () => {
    const page = await opened({ ...FITTING, education: 'master', heldTitle: 'technician' });
    const text = await page.locator('.self-check').innerText();
    expect(text).toContain('改选“助理工程师”：初步符合');
    expect(text).toContain('关键在这一题：您现在有哪一级工程系列职称？');
  });

  test('gives the telephone numbers where something has to be asked', async () => {
    const page = await begin();
    await complete(page, { ...FITTING, specialty: 'unsure', inService: 'no' });
    expect(await page.locator('.self-check').innerText()).toContain(
      '这一题怎么答，结果都一样：您申报哪个专业？',
    );
    expect(await page.locator('.self-check a[href="tel:0571-87058121"]').isVisible()).toBe(true);
  });

  test('leads to the rule’s own page', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await unfold(page);
    await page.getByRole('link', { name: '学历、职称与年限' }).first().click();
    await page.waitForURL('**/2026/rules/qualification/');
    expect(await page.locator('h1').innerText()).toContain('学历、职称与年限');
  });
});

describe('going back and changing an answer', () => {
  test('keeps the other answers', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await changeAnswer(page, '您的最高学历或学位是？');
    expect(await page.getByRole('radio', { name: '大学本科或学士学位' }).isChecked()).toBe(true);
    await page.getByRole('radio', { name: '硕士' }).click();
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
    await unfold(page);
    expect(await page.locator('[data-rule=qualification]').innerText()).toContain('已满 2 年');
  });

  test('asks only what the changed answer newly needs, and keeps what it no longer needs', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await changeAnswer(page, '您凭什么申报？');
    await page.getByRole('radio', { name: '技能等级' }).click();
    expect(await heading(page).innerText()).toContain('职业技能等级');
    await complete(page, { skillLevel: 'technician', skillSince: '2020-01-01' });
    await unfold(page);
    expect(await page.locator('.self-check').innerText()).toContain('现在用不到的回答');
  });

  test('steps back screen by screen to the opening', async () => {
    const page = await begin();
    const next = screenBeside('specialty', 1);
    await answerUntil(page, next, FITTING);
    await page.getByRole('button', { name: '上一题' }).click();
    expect(await page.getByRole('radio', { name: '信息技术' }).isChecked()).toBe(true);
    for (const _ of wayOf(FITTING).slice(0, wayOf(FITTING).indexOf('specialty') + 1))
      await page.getByRole('button', { name: '上一题' }).click();
    await page.getByText('能告诉您').first().waitFor();
    await page.getByRole('button', { name: '接着答' }).click();
    await asks(page, next);
  });

  test('lets a person see every finding although the verdict is already settled', async () => {
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, {
        ...FITTING,
        employer: 'provincialInstitution',
        misconductOn: '2025-01-01',
      })}`,
    });
    await verdict(page).waitFor();
    await page.getByRole('button', { name: '接着答' }).click();
    expect(await heading(page).innerText()).toContain('岗位');
    await complete(page, { postApproved: 'yes' });
    expect(await page.locator('[data-rule=postApproval]').getAttribute('data-outcome')).toBe('met');
  });
});

describe('a settled verdict', () => {
  const note = (page: Page) => page.getByText('结果已经定了');

  test('is said above a question that is still open, and not above one that could undo it', async () => {
    const page = await begin();
    await complete(page, { ...FITTING, misconductOn: '2025-01-01', target: 'engineer' });
    await changeAnswer(page, '您想申报哪一级职称？');
    await page.getByRole('button', { name: '不改了' }).waitFor();
    expect(await note(page).count()).toBe(0);
    await page.getByRole('button', { name: '不改了' }).click();
    await verdict(page).waitFor();
    await page.getByRole('button', { name: '上一题' }).click();
    await page.locator('[data-question=misconductOn]').waitFor();
    expect(await note(page).count()).toBe(0);
  });

  test('out of scope says that what was not asked changes nothing', async () => {
    const page = await begin();
    await complete(page, { ...FITTING, employer: 'other' });
    expect(await page.locator('.self-check').innerText()).toContain('怎么答都不改变上面的结果');
    expect(await page.getByRole('button', { name: '接着答' }).count()).toBe(0);
  });

  test('that is still open is not said not to depend on the route', async () => {
    const page = await begin();
    await answerUntil(page, 'route', FITTING);
    await page.getByRole('button', { name: '先看目前的结果' }).click();
    await verdict(page).waitFor();
    expect(await page.locator('.self-check').innerText()).not.toContain('结果都一样');
  });
});

describe('a new start', () => {
  test('takes the answers out of the address, and back brings them again', async () => {
    const path = `/2026/self-check/#${encodeAnswers(notice, FITTING)}`;
    const page = await openPage({ path });
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.getByRole('button', { name: '开始自查' }).waitFor();
    await kept(page, 'opening');
    expect(new URL(page.url()).hash).toBe('');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toMatch(/^最多/);
    await page.goBack();
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('初步符合');
    await kept(page, 'result');
    await page.goForward();
    await page.getByRole('button', { name: '接着答' }).waitFor();
  });
});

describe('the checklist', () => {
  test('keeps its ticks when the page is loaded again', async () => {
    const page = await begin();
    await complete(page, FITTING);
    const tick = page.locator('.self-check-list input').first();
    await unfold(page);
    await tick.check();
    await page.waitForFunction(() => history.state?.selfCheck?.ticks?.length === 1);
    await page.reload();
    await expect.poll(() => tick.isChecked()).toBe(true);
  });
});

describe('the browser’s own buttons', () => {
  test('back and forward go from screen to screen and lose nothing', async () => {
    const page = await begin();
    await answerUntil(page, 'work', FITTING);
    await kept(page, 'work');
    await page.goBack();
    await asks(page, screenBeside('work', -1));
    await page.goBack();
    await asks(page, screenBeside('work', -2));
    expect(await page.locator('[data-question] :checked').count()).toBe(1);
    await page.goForward();
    await asks(page, screenBeside('work', -1));
    expect(await page.locator('[data-question] :checked').count()).toBe(1);
    await page.goForward();
    await asks(page, 'work');
  });

  test('back pressed twice at once goes back two screens, and leaves the way forward', async () => {
    const page = await begin();
    await answerUntil(page, 'work', FITTING);
    await kept(page, 'work');
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    await page.evaluate(() => {
      addEventListener('popstate', () => history.back(), { once: true });
      history.back();
    });
    await asks(page, screenBeside('work', -2));
    await kept(page, screenBeside('work', -2));
    expect(await entries()).toBe(before);
    await page.evaluate(() => history.go(2));
    await asks(page, 'work');
  });

  test('reload comes back to the same place with the same answers', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await kept(page, 'result');
    await page.reload();
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('初步符合');
    await page.goBack();
    const total = page.locator('[name="credits.2025-total"]');
    await total.waitFor();
    await page.reload();
    await total.waitFor();
    expect(await total.inputValue()).toBe('96');
  });

  test('coming back from a clause finds the result again', async () => {
    const page = await begin();
    await complete(page, FITTING);
    await unfold(page);
    await page.locator('[data-rule=specialty]').getByRole('link', { name: '通知 ' }).click();
    await page.waitForURL('**/notice/text/**');
    await page.goBack();
    await verdict(page).waitFor();
    expect(await verdict(page).innerText()).toBe('初步符合');
  });

  test('a tab’s history that holds nonsense is not believed', async () => {
    const page = await openPage({ path: '/2026/self-check/' });
    await page.evaluate(() => {
      history.replaceState(
        { selfCheck: { at: 'question', screen: '__proto__', answers: 'x=1' } },
        '',
      );
    });
    await page.reload();
    await page.getByRole('button', { name: '开始自查' }).waitFor();
  });
});

describe('an answer that cannot be understood', () => {
  async function atDate(): Promise<Page> {
    const { heldSince: _, credits: __, misconductOn: ___, ...before } = FITTING;
    const page = await openPage({ path: `/2026/self-check/#${encodeAnswers(notice, before)}` });
    await page.locator('[data-question=heldSince] [type=radio][value=date]').check();
    return page;
  }

  test.each([
    ['', '请填日期'],
    ['2023-02-29', '真实的日期'],
    ['2022-13', '写成 2022.12'],
    ['去年三月', '写成 2022.12'],
    ['2027-01-01', '1950-01-01 到 2026-12-31'],
  ])('a date of %j gets a message at the field, with the focus on it', async (typed, says) => {
    const page = await atDate();
    await page.locator('[data-question=heldSince] input[type=text]').fill(typed);
    await page.keyboard.press('Enter');
    await page.locator('.tc-error').waitFor();
    const field = page.locator('[aria-invalid=true]');
    expect(await page.locator('.tc-error').innerText()).toContain(says);
    expect(await field.inputValue()).toBe(typed);
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each([
    '2022.12.31',
    '２０２２年１２月３１日。',
    '\u{feff}2022/12/31 0:00:00',
    '2022，12，31',
  ])('the date typed or pasted as %j is understood', async (typed) => {
    const page = await atDate();
    await page.locator('[data-question=heldSince] input[type=text]').fill(typed);
    await page.keyboard.press('Enter');
    await asks(page, screenBeside('heldSince', 1));
  });

  test('credits: each year has its own message, and what was typed stays', async () => {
    const page = await atDate();
    await answerUntil(page, 'credits', FITTING);
    await page.locator('[name="credits.2024-total"]').fill('90.25');
    await page.locator('[name="credits.2024-professional"]').fill('60');
    await page.locator('[name="credits.2025-total"]').fill('60');
    await page.locator('[name="credits.2025-professional"]').fill('61');
    await page.getByRole('button', { name: '继续' }).click();
    const errors = await page.locator('.tc-error').allInnerTexts();
    expect(errors).toHaveLength(3);
    expect(errors[0]).toContain('0.5 的倍数');
    expect(errors[1]).toContain('不能超过');
    expect(errors[2]).toContain('请填');
    expect(await page.locator('[name="credits.2024-total"]').inputValue()).toBe('90.25');
  });

  test('no choice made asks for one', async () => {
    const page = await begin();
    await page.getByRole('button', { name: '继续' }).click();
    expect(await page.locator('.tc-error').innerText()).toBe('请选择一项。');
  });
});

describe('the page', () => {
  test('can be worked through by keyboard alone', async () => {
    const page = await openPage({ path: '/self-check/' });
    await page.locator('astro-island:not([ssr]) .self-check').waitFor();
    await page.getByRole('button', { name: '开始自查' }).focus();
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    expect(await heading(page).evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.locator('[data-question=specialty]').waitFor();
    expect(await heading(page).evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
  });

  test('says after the window that this year is closed, and before it does not', async () => {
    const path = `/self-check/#${encodeAnswers(notice, FITTING)}`;
    const after = await openPage({
      path,
      now: '2026-07-20T00:30+08:00',
      timezoneId: 'America/New_York',
    });
    await after.locator('.tc-verdict').getByText('逾期不再受理').waitFor();
    const before = await openPage({
      path,
      now: '2026-07-19T23:30+08:00',
      timezoneId: 'Pacific/Kiritimati',
    });
    await before.locator('.tc-verdict').waitFor();
    await before.locator('.tc-status').getByText('今天截止').waitFor();
    expect(await before.locator('.tc-verdict').innerText()).not.toContain('逾期不再受理');
  });

  test.each([320, 360])('does not scroll sideways at %d px', async (width) => {
    const page = await begin({ width, height: 640 });
    await complete(page, {
      ...FITTING,
      heldSince: '2023-03-15',
      credits: { 2024: 'unsure', 2025: 'notWorking', 2026: { total: 30, professional: 30 } },
    });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
