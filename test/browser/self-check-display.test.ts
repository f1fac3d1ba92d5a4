/** The self-check for eyes and settings of every kind: narrow, large text, forced colours, more contrast, no motion. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Answers, encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { openPage } from './support/page.ts';
import { FITTING, unfold } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const { misconductOn: _, ...upToMisconduct } = FITTING;
const { credits: __, ...upToCredits } = upToMisconduct;
const { heldSince: ___, ...upToDate } = upToCredits;

/** One screen of each kind, by the answers that lead to it. */
const SCREENS: [name: string, answers: Answers][] = [
  ['opening', {}],
  ['choice', { target: 'engineer', specialty: 'energy' }],
  ['date', upToDate],
  ['date or an option', upToMisconduct],
  ['amounts', upToCredits],
  ['good result', FITTING],
  ['bad result', { ...FITTING, inService: 'no', heldSince: '2025-01-01' }],
];

/** Opens a screen; a question is sent empty too, so that its errors stand there, with all that opens opened. */
async function openScreen(
  name: string,
  answers: Answers,
  options: Parameters<typeof openPage>[0] = {},
): Promise<Page> {
  const page = await openPage({
    path: `/2026/self-check/#${encodeAnswers(notice, answers)}`,
    ...options,
  });
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  if (name.endsWith('result')) {
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
    await unfold(page);
  } else if (name !== 'opening') {
    await page.locator('.self-check-foot').waitFor();
    await page.getByRole('button', { name: '继续' }).click();
    await page.locator('.tc-error').first().waitFor();
    await page.getByText('为什么问').click();
    await page.locator('.self-check blockquote').waitFor();
    await page.getByText(/已答 \d+ 题/).click();
  }
  return page;
}

/** Where the page is wider than its window, what of the self-check sticks out. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll<HTMLElement>('.self-check, .self-check *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return [
      `${scrollWidth} > ${clientWidth}`,
      ...out.map(({ outerHTML }) => outerHTML.slice(0, 90)),
    ];
  });

/** Controls less than 44 px high, by their text. What a label encloses is reached by the whole label. */
const lowTargets = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.self-check :is(button, summary, a, label:has(input), .tc-field, .tc-date-picker)',
      ),
    ]
      .filter((element) => element.checkVisibility())
      .map((element) => ({
        text: element.innerText || element.className,
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height < 44)
      .map(({ text, box }) => `${text}: ${box.height}`),
  );

describe.each(SCREENS)('%s', (name, answers) => {
  test('is not wider than 320 px, and its targets are high enough', async () => {
    const page = await openScreen(name, answers, { width: 320, height: 640 });
    expect(await sideways(page)).toEqual([]);
    if (!name.endsWith('result')) expect(await lowTargets(page)).toEqual([]);
  });

  test.each([320, 640])('is not wider than %i px with text of twice the size', async (width) => {
    const page = await openScreen(name, answers, { width, height: 800 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await sideways(page)).toEqual([]);
  });
});

/** A colour as the browser has it for a system colour's name. */
const systemColor = (page: Page, name: string) =>
  page.evaluate((name) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = name;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

test.each(['light', 'dark'] as const)(
  'in forced colours nothing is told by a tint alone (%s)',
  async (colorScheme) => {
    const page = await openScreen(
      'choice',
      { target: 'engineer', specialty: 'energy' },
      {
        colorScheme,
        forcedColors: 'active',
      },
    );
    const highlight = await systemColor(page, 'Highlight');
    const canvas = await systemColor(page, 'Canvas');
    const border = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
          return { style: borderTopStyle, width: borderTopWidth, color: borderTopColor };
        });
    await page.getByRole('radio', { name: '省属企业' }).focus();
    await page.keyboard.press('Space');
    await expect
      .poll(() => border('.tc-choice:has(:checked)'))
      .toEqual({
        style: 'solid',
        width: '2px',
        color: highlight,
      });
    expect((await border('.tc-choice:not(:has(:checked))')).color).not.toBe(highlight);
    const outline = await page
      .locator('.tc-choice:has(:focus-visible)')
      .evaluate((element) => getComputedStyle(element).outlineStyle);
    expect(outline).toBe('solid');
    for (const selector of ['.tc-button', '.tc-button-primary', '.tc-choice']) {
      const { style, color } = await border(selector);
      expect([selector, style]).toEqual([selector, 'solid']);
      expect(color).not.toBe(canvas);
    }
  },
);

test.each(['light', 'dark'] as const)(
  'in forced colours a result’s tags and verdict keep an edge (%s)',
  async (colorScheme) => {
    const page = await openScreen('bad result', SCREENS.at(-1)![1], {
      colorScheme,
      forcedColors: 'active',
    });
    const canvas = await systemColor(page, 'Canvas');
    for (const [selector, side] of [
      ['.tc-tag', 'border-top'],
      ['.tc-verdict', 'border-inline-start'],
    ] as const) {
      const edges = await page.locator(selector).evaluateAll(
        (elements, side) =>
          elements.map((element) => {
            const style = getComputedStyle(element);
            return `${style.getPropertyValue(`${side}-style`)} ${style.getPropertyValue(`${side}-color`)}`;
          }),
        side,
      );
      expect(edges.length).toBeGreaterThan(0);
      for (const edge of edges) {
        expect(edge).toMatch(/^solid /);
        expect(edge).not.toBe(`solid ${canvas}`);
      }
    }
  },
);

test.each(['light', 'dark'] as const)(
  'with more contrast thin lines are as strong as a control’s edge (%s)',
  async (colorScheme) => {
    const border = async (contrast: 'more' | 'no-preference') => {
      const page = await openScreen(
        'choice',
        { target: 'engineer', specialty: 'energy' },
        { colorScheme, contrast },
      );
      return page
        .locator('.tc-choice:not(:has(:checked))')
        .first()
        .evaluate((element) => {
          const style = getComputedStyle(element);
          return {
            line: style.borderTopColor,
            edge: style.getPropertyValue('--tc-ink-2') === style.getPropertyValue('--tc-ink'),
          };
        });
    };
    const more = await border('more');
    expect(more.edge).toBe(true);
    expect(more.line).not.toBe((await border('no-preference')).line);
  },
);

test('where less motion is wanted, none runs', async () => {
  const page = await openPage({ path: '/2026/self-check/', reducedMotion: 'reduce' });
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  await page.evaluate(() => {
    const started: string[] = [];
    Object.assign(window, { started });
    for (const type of ['animationstart', 'transitionrun']) {
      addEventListener(
        type,
        ({ target }) => started.push(`${type} on ${(target as Element).outerHTML.slice(0, 90)}`),
        true,
      );
    }
  });
  await page.getByRole('button', { name: '开始自查' }).click();
  await page.getByText('为什么问').click();
  await page.locator('.self-check blockquote').waitFor();
  await page.getByRole('radio', { name: '助理工程师' }).click();
  await page.locator('[data-question=specialty]').waitFor();
  const running = await page.evaluate(() => [
    ...(window as unknown as { started: string[] }).started,
    ...document.getAnimations().map(({ effect }) => `${effect?.getComputedTiming().duration} ms`),
  ]);
  expect(running).toEqual([]);
});

test('whose word a finding is and its clause stand on one line, also where a finger needs room', async () => {
  const answers = { ...FITTING, employer: 'provincialInstitution', postApproved: 'no' };
  const page = await openPage({
    path: `/2026/self-check/#${encodeAnswers(notice, answers)}`,
    ...{ width: 360, height: 740, hasTouch: true },
  });
  const line = page.locator('[data-rule=postApproval] .self-check-standing');
  await line.waitFor();
  const bottoms = await line.evaluate((element) => {
    const range = document.createRange();
    return [...element.querySelectorAll('span, a')].map((part) => {
      range.selectNodeContents(part);
      return range.getBoundingClientRect().bottom;
    });
  });
  expect(bottoms.length).toBeGreaterThan(1);
  // What stands in an element of its own is measured a little differently from bare text.
  expect(Math.max(...bottoms) - Math.min(...bottoms)).toBeLessThan(2);
});
