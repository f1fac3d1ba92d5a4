/**
 * What a phone shows of a result before anybody scrolls, for every verdict, while applications are open and once they are
 * closed: the sentence, what blocks it, what to do, and the one button. And that the rest is short.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answers, assess, encodeAnswers, type Verdict } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';
import { FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const PHONE = { width: 360, height: 740 };
const SCREENS = 4;

const { misconductOn: _, ...unfinished } = FITTING;
const { credits: __, ...unasked } = FITTING;
const low = { total: 80, professional: 50 };
const lowest = { total: 20, professional: 10 };

/** Some of each verdict: the usual one, and those about whom the most has to be said. */
const PEOPLE: [verdict: Verdict, name: string, answers: Answers][] = [
  [
    'unlikely',
    'short by months, with credits missing',
    {
      ...FITTING,
      heldSince: '2023-03-01',
      credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
    },
  ],
  [
    'outOfScope',
    'a private company',
    { target: 'engineer', specialty: 'energy', employer: 'other' },
  ],
  [
    'unlikely',
    'college without a title',
    { ...FITTING, target: 'assistantEngineer', education: 'college', heldTitle: 'none' },
  ],
  [
    'ineligible',
    'an institution without an approved post',
    { ...FITTING, employer: 'provincialInstitution', postApproved: 'no' },
  ],
  [
    'unlikely',
    'short by months, before the credits are asked about',
    { ...unasked, heldSince: '2023-03-31' },
  ],
  [
    'unlikely',
    'short of this year’s credits alone',
    {
      ...FITTING,
      credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
    },
  ],
  ['likely', 'all good', FITTING],
  ['incomplete', 'one question left', unfinished],
  ['incomplete', 'hardly begun', { target: 'engineer', specialty: 'energy' }],
  [
    'review',
    'a post of which the notice says nothing',
    { ...FITTING, employer: 'centralInstitution', entrusted: 'yes' },
  ],
  [
    'review',
    'hardly anything known',
    {
      ...FITTING,
      specialty: 'unsure',
      employer: 'unsure',
      work: 'unsure',
      inService: 'unsure',
      heldSince: 'unsure',
      misconductOn: 'unsure',
      credits: { 2024: 'notWorking', 2025: 'unsure', 2026: 'unsure' },
    },
  ],
  ['ineligible', 'a ban', { ...FITTING, misconductOn: '2025-05-02' }],
  [
    'ineligible',
    'everything wanting',
    {
      ...FITTING,
      employer: 'provincialInstitution',
      postApproved: 'no',
      heldSince: '2024-06-01',
      misconductOn: '2025-05-02',
      credits: { 2024: lowest, 2025: low, 2026: lowest },
    },
  ],
  [
    'unlikely',
    'much wanting, and much to ask',
    {
      ...FITTING,
      employer: 'centralInstitution',
      entrusted: 'unsure',
      heldSince: '2023-03-15',
      misconductOn: 'unsure',
      credits: { 2024: 'notWorking', 2025: low, 2026: { total: 90, professional: 40 } },
    },
  ],
  [
    'unlikely',
    'all years short',
    { ...FITTING, credits: { 2024: lowest, 2025: low, 2026: lowest } },
  ],
  [
    'outOfScope',
    'out by everything',
    { ...FITTING, specialty: 'other', employer: 'government', work: 'neither', inService: 'no' },
  ],
];

async function show(page: Page, answers: Answers): Promise<void> {
  await page.goto('about:blank');
  await page.goto(new URL(`/2026/self-check/#${encodeAnswers(notice, answers)}`, site(page)).href);
  const peek = page.getByRole('button', { name: /^(先看目前的结果|看结果)$/ });
  await page.locator('.tc-verdict').or(peek).first().waitFor();
  if (!(await page.locator('.tc-verdict').count())) await peek.click();
  await page.locator('.self-check-record').waitFor({ state: 'attached' });
}
const origins = new WeakMap<Page, string>();
const site = (page: Page): string => origins.get(page) ?? '';

async function phoneOn(now: string): Promise<Page> {
  const page = await openPage({ path: '/2026/self-check/', ...PHONE, now });
  origins.set(page, new URL(page.url()).origin);
  return page;
}

/** Where the parts of the first screen end, from the top of the page. */
const bottoms = (page: Page) =>
  page.evaluate(() => {
    const bottom = (selector: string) =>
      [...document.querySelectorAll(selector)].map(
        (one) => one.getBoundingClientRect().bottom + scrollY,
      );
    return {
      sentence: bottom('.tc-verdict > p:first-of-type'),
      blocks: bottom('.tc-verdict li'),
      toDos: bottom('.self-check-to-do > li'),
      button: bottom('.self-check .tc-button-primary'),
      whole: document.documentElement.scrollHeight,
    };
  });

describe.each([
  ['open', '2026-07-10T09:00+08:00'],
  ['closed', '2026-11-27T09:00+08:00'],
  ['closed, and the year over', '2027-01-05T09:00+08:00'],
])('while applications are %s', (state, now) => {
  test('the first screen of a phone is complete for every verdict, and the whole at most four', async () => {
    const page = await phoneOn(now);
    for (const [verdict, name, answers] of PEOPLE) {
      expect(assess(notice, answers).verdict, name).toBe(verdict);
      await show(page, answers);
      const said = (await page.locator('.tc-verdict').innerText()).replace(/\s/g, '');
      expect(said, name).toContain('2026年度');
      expect(said.includes('已截止'), name).toBe(state !== 'open');
      const { sentence, blocks, toDos, button, whole } = await bottoms(page);
      expect(sentence, name).toHaveLength(1);
      expect(button, name).toHaveLength(1);
      expect(toDos.length, name).toBeLessThanOrEqual(3);
      // What blocks it stands in the box, in the heading, or is what has to be asked.
      if (verdict === 'unlikely' || verdict === 'ineligible' || verdict === 'incomplete')
        expect(blocks.length, name).toBeGreaterThan(0);
      if (verdict !== 'incomplete') expect(toDos.length, name).toBeGreaterThan(0);
      const last = Math.max(...sentence, ...blocks, ...toDos, ...button);
      expect(last, name).toBeLessThanOrEqual(PHONE.height);
      expect(whole, name).toBeLessThanOrEqual(SCREENS * PHONE.height);
    }
  });
});

const THEIR_CREDITS = '12 月 31 日（周四）前 2026 年再登记 30 学时（其中专业 20）。';
const THEIR_PLAN = '现在 在职称平台首页的“职称评审计划”里，找受理您这类单位和专业的那一份。';
const THEIR_TITLE =
  '要 2 年以上 先取得技术员职称，再满 2 年。有的地方大专工作满 3 年就可以申报，浙江的原文本站没有：先问受理点，再决定。';
const PREPARE = '看 2027 年度要准备什么';
/** Five strangers: what they have to do first while one can apply, and afterwards; and what they press. */
const FIVE: Record<string, { open: [string, string]; closed: [string, string] }> = {
  'short by months, with credits missing': {
    open: [THEIR_CREDITS, PREPARE],
    closed: [THEIR_CREDITS, PREPARE],
  },
  'a private company': {
    open: [THEIR_PLAN, '到职称平台找（另开窗口）'],
    closed: [THEIR_PLAN, '到职称平台找（另开窗口）'],
  },
  'college without a title': {
    open: [THEIR_TITLE, PREPARE],
    closed: [THEIR_TITLE, PREPARE],
  },
  'an institution without an approved post': {
    open: ['7 月 19 日（周日）前 先请单位办好岗位核定，再申报推荐。', '把这些事放到时间线上'],
    closed: ['2027 年 7 月 19 日前 先请单位办好岗位核定，再申报推荐。', PREPARE],
  },
  'all good': {
    open: ['现在 请对照评审条件原文再核一遍，然后看时间和材料。', '看时间怎么排'],
    closed: ['2027 年 7 月 19 日前 登记满 2027 年的学时：总学时 90、专业 60、公需 18。', PREPARE],
  },
};
const answersOf = (name: string): Answers => {
  const found = PEOPLE.find(([, known]) => known === name);
  if (!found) throw new Error(name);
  return found[2];
};

test.each([
  ['open', '2026-07-10T09:00+08:00'],
  ['closed', '2026-11-27T09:00+08:00'],
] as const)(
  'five strangers while applications are %s: what each has to do first',
  async (state, now) => {
    const page = await phoneOn(now);
    const firstToDo = async () =>
      (await page.locator('.self-check-to-do > li').first().innerText())
        .replace(/\s+/g, ' ')
        .trim();
    for (const [name, told] of Object.entries(FIVE)) {
      const [toDo, button] = told[state];
      const answers = answersOf(name);
      await show(page, answers);
      expect(await firstToDo(), name).toBe(toDo);
      expect(await page.locator('.self-check .tc-button-primary').innerText(), name).toBe(button);
      // Their result stands, and is shown to them, before the credits are asked about.
      if (name !== 'college without a title' && name !== 'an institution without an approved post')
        continue;
      const { credits: _, ...before } = answers;
      await show(page, before);
      expect(await firstToDo(), name).toBe(toDo);
    }
  },
);

test.each(['light', 'dark'] as const)('axe finds nothing in it (%s)', async (colorScheme) => {
  const page = await phoneOn('2026-11-27T09:00+08:00');
  await page.emulateMedia({ colorScheme });
  for (const [, name, answers] of PEOPLE) {
    await show(page, answers);
    expect(await violations(page, '.self-check'), name).toEqual([]);
  }
});
