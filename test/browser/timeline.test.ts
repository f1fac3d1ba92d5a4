import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addDays, planTimeline } from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { statusOn } from '../../src/widgets/shared/status.ts';
import { openPage } from './support/page.ts';

const [notice, calendar] = [await loadNotice('2026'), await loadCalendar()];
const SIZES = [1280, 820, 360, 320];

/** Opens the page and waits until the widget runs: it knows today then. A year that is over is unfolded. */
async function begin(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const page = await openPage({
    path: `/2026/timeline/#plan=${notice.version}&role=employer`,
    now: '2026-07-10T09:00:00+08:00',
    ...options,
  });
  await page.locator('.timeline-now').waitFor();
  const past = page.locator('.timeline-past > summary');
  if (await past.count()) await past.click();
  return page;
}

const field = (page: Page) => page.getByLabel(/^(比如)?哪天贴出公示$/);
const countToday = (page: Page) => page.getByLabel('贴出当天是工作日就计入');
const verdict = (page: Page) => page.locator('.timeline .tc-verdict');
const card = (page: Page, name: string) =>
  page.locator('.timeline-reading').filter({ has: page.getByRole('heading', { name }) });
const cautious = (page: Page) => card(page, '贴出当天不计入');
const other = (page: Page) => card(page, '贴出当天是工作日就计入');
const status = (page: Page) => page.locator('.tc-status');
/** What is read, on one line. */
const text = async (locator: ReturnType<Page['locator']>) =>
  (await locator.innerText()).replace(/\s+/g, ' ').trim();

async function post(page: Page, date: string): Promise<void> {
  await field(page).fill(date);
  await page.getByRole('button', { name: '算一算' }).click();
}

describe('the publicity', () => {
  test('starts with the latest day that works, whatever the day is', async () => {
    const page = await begin({ now: '2026-11-01T09:00:00+08:00' });
    expect(await field(page).inputValue()).toBe('2026-07-23');
    expect(await text(verdict(page))).toContain('能赶上 7 月 31 日的推荐截止日');
  });

  test('posted on 2026-07-20 counts 21, 22, 23, 24 and 27 July', async () => {
    const page = await begin();
    await post(page, '2026-07-20');
    expect(await cautious(page).locator('li').allInnerTexts()).toEqual([
      '第 1 天 7 月 21 日（周二）',
      '第 2 天 7 月 22 日（周三）',
      '第 3 天 7 月 23 日（周四）',
      '第 4 天 7 月 24 日（周五）',
      '第 5 天 7 月 27 日（周一）',
    ]);
    expect(await text(verdict(page))).toBe(
      '能赶上 7 月 31 日的推荐截止日。 ' +
        '7 月 20 日（周一）贴出，公示到 7 月 27 日（周一）结束，单位 7 月 28 日（周二）起可以推荐，' +
        '之后还有 3 个工作日的余量。',
    );
    expect(await text(cautious(page))).toContain(
      '休息日不计：7 月 25 日（周六）至 7 月 26 日（周日）',
    );
    expect(await text(other(page))).toContain('第 1 天 7 月 20 日（周一）');
  });

  test('posted on 2026-07-24 is too late, and the latest day is named', async () => {
    const page = await begin();
    await post(page, '2026-07-24');
    expect(await text(verdict(page))).toMatch(/^不能赶上 7 月 31 日/);
    expect(await text(verdict(page))).toContain('最早 8 月 3 日（周一）才能推荐');
    expect(await text(verdict(page))).toContain('最迟 7 月 23 日（周四）贴出');
    expect(await text(cautious(page))).toContain('赶不上');
    expect(await text(other(page))).toContain('能赶上');
  });

  test('works on 2026-07-24 with the posting day counted, and the advice stays cautious', async () => {
    const page = await begin();
    await post(page, '2026-07-24');
    await countToday(page).check();
    expect(await text(verdict(page))).toMatch(/^贴出当天也计入的话，能赶上/);
    expect(await text(verdict(page))).toContain('稳妥起见，7 月 23 日（周四）或更早贴出');
  });

  test('before applications open is too early', async () => {
    const page = await begin();
    await post(page, '2026-06-24');
    expect(await text(verdict(page))).toMatch(/^不能这样排/);
    expect(await text(verdict(page))).toContain('申报从 6 月 25 日（周四）开始');
  });
});

describe('the date', () => {
  test.each([
    ['', '请填公示贴出的日期'],
    ['7月20日', '请把年、月、日填全'],
    ['2026-02-30', '2026-02-30 不是真实的日期'],
    ['2027-01-04', '没有 2027 年的节假日安排'],
    ['2026-12-30', '没有 2027 年的节假日安排'],
    ['9999-12-31', '没有 9999 年的节假日安排'],
  ])('“%s” gets its error at the field, and nothing else is lost', async (typed, message) => {
    const page = await begin();
    await countToday(page).check();
    await post(page, typed);

    const error = page.getByRole('alert');
    expect(await text(error)).toContain(message);
    const describedBy = (await field(page).getAttribute('aria-describedby')) ?? '';
    expect(describedBy.split(' ')).toContain(await error.getAttribute('id'));
    expect(await field(page).getAttribute('aria-invalid')).toBe('true');
    expect(await field(page).inputValue()).toBe(typed);
    expect(await countToday(page).isChecked()).toBe(true);
    expect(await field(page).evaluate((node) => node === document.activeElement)).toBe(true);

    await post(page, '2026-07-20');
    expect(await error.count()).toBe(0);
    expect(await text(verdict(page))).toContain('7 月 20 日（周一）贴出');
  });

  test('is taken as a spreadsheet or a chat gives it', async () => {
    const page = await begin();
    await post(page, '\u{feff}2026/7/20 0:00:00');
    expect(await text(verdict(page))).toContain('7 月 20 日（周一）贴出');
    await page.getByRole('button', { name: '按步骤排' }).click();
    await page.getByLabel('单位哪天收到申报', { exact: true }).fill('2026，7，\u{200b}3。');
    await page.getByRole('button', { name: '算一算' }).last().click();
    expect(await text(page.locator('.timeline-view .timeline-dates'))).toContain('7-6');
  });

  test('can be chosen in the platform’s calendar', async () => {
    const page = await begin();
    await page.getByLabel('哪天贴出公示：从日历选').fill('2026-07-20');
    expect(await field(page).inputValue()).toBe('2026-07-20');
    expect(await text(verdict(page))).toContain('7 月 20 日（周一）贴出');
  });
});

test('everything works from the keyboard', async () => {
  const page = await begin();
  await field(page).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2026.7.24');
  await page.keyboard.press('Enter');
  expect(await text(verdict(page))).toMatch(/^不能赶上/);

  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('哪天贴出公示：从日历选');
  // Chromium's calendar has a stop of its own for its button.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  expect(await text(verdict(page))).toMatch(/^贴出当天也计入的话，能赶上/);
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('算一算');
});

const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  );

test('on a phone no two labels of the picture touch, and what is over has no colour', async () => {
  const page = await begin({ width: 360, now: '2026-07-25T09:00:00+08:00' });
  const seen = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('.timeline-picture svg')].filter(
      (svg) => svg.getClientRects().length > 0,
    );
    const labels = shown.flatMap((svg) => [...svg.querySelectorAll('text')]);
    const boxes = labels.map((label) => ({
      text: label.textContent ?? '',
      box: label.getBoundingClientRect(),
    }));
    const touching = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box }) =>
            Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 1 &&
            Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 3,
        )
        .map(({ text }) => `${one.text} | ${text}`),
    );
    const wide = boxes.filter(({ box }) => box.right > innerWidth || box.left < 0);
    const colours = (selector: string) =>
      shown
        .flatMap((svg) => [...svg.querySelectorAll(selector)])
        .flatMap((part) => [getComputedStyle(part).fill, getComputedStyle(part).stroke])
        .map((colour) => (colour.match(/\d+/g) ?? []).slice(0, 3).map(Number))
        .filter(({ length }) => length === 3);
    return {
      labels: boxes.length,
      touching,
      wide: wide.map(({ text }) => text),
      over: colours('.timeline-over :is(rect, path)'),
      ahead: colours('.timeline-shape:not(.timeline-over) :is(rect, path)'),
    };
  });
  expect(seen.labels).toBeGreaterThan(8);
  expect(seen.touching).toEqual([]);
  expect(seen.wide).toEqual([]);
  const isNeutral = (colour: number[]) => Math.max(...colour) - Math.min(...colour) <= 40;
  expect(seen.over.length).toBeGreaterThan(0);
  expect(seen.over.filter((colour) => !isNeutral(colour))).toEqual([]);
  // What is still ahead has one, so that the test can tell.
  expect(seen.ahead.filter((colour) => !isNeutral(colour)).length).toBeGreaterThan(0);
});

test('once the year is over an employer or an office is led to what they do for the next', async () => {
  const page = await begin({ path: '/timeline/', now: '2026-11-27T09:00:00+08:00' });
  await page.getByRole('link', { name: '单位、受理点：下一年度先做什么' }).click();
  await page.waitForURL('**/2026/prepare/#roles');
  expect(await page.locator('#roles').count()).toBe(1);
  expect(await page.getByRole('heading', { name: '各方先做什么' }).isVisible()).toBe(true);
});

describe('without JavaScript', () => {
  test('the dates are there, the form is not', async () => {
    const page = await openPage({ path: '/timeline/', javaScriptEnabled: false });
    const main = await page.locator('main').innerText();
    expect(main).toContain('2026 年度个人申报：6 月 25 日（周四）至 7 月 19 日（周日）');
    expect(main).toMatch(/最迟贴出公示\s+本站的稳妥算法\s+2026-07-23 周四/);
    expect(main).toContain('按日期推算公示需要 JavaScript');
    expect(await page.locator('main table').count()).toBe(3);
    // Nothing stands there that would need a script, the picture of which there is only the frame included.
    expect(await page.locator('.timeline :is(form, fieldset, button)').count()).toBe(0);
    expect(await page.locator('.timeline :is(svg, summary, #timeline-next):visible').count()).toBe(
      0,
    );
  });

  test('nothing says how the year stands today', async () => {
    const page = await openPage({ path: '/timeline/', javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).not.toMatch(/未开始|进行中|已截止|还剩|今天/);
  });
});

describe('today in Shanghai, for a reader in New York', () => {
  const cases: { now: string; said: string; states: string[] }[] = [
    {
      now: '2026-06-24T23:59:00+08:00',
      said: '2026 年度个人申报还没有开始。6 月 25 日（周四）开始，还有 1 天。',
      states: ['未开始', '未开始', '未开始'],
    },
    {
      now: '2026-06-25T00:00:00+08:00',
      said: '2026 年度个人申报进行中，还剩 24 天。7 月 19 日（周日）截止，逾期不再受理。',
      states: [
        '进行中 还剩 24 天，工作日 16 天',
        '进行中 还剩 36 天，工作日 26 天',
        '进行中 还剩 52 天，工作日 36 天',
      ],
    },
    {
      now: '2026-07-19T23:59:00+08:00',
      said: '2026 年度个人申报今天截止，逾期不再受理。',
      states: [
        '进行中 今天截止',
        '进行中 还剩 12 天，工作日 10 天',
        '进行中 还剩 28 天，工作日 20 天',
      ],
    },
    {
      now: '2026-07-20T00:00:00+08:00',
      said: '2026 年度个人申报已截止，逾期不再受理。单位审核、公示、推荐，到 7 月 31 日（周五）。',
      states: ['已截止', '进行中 还剩 11 天，工作日 9 天', '进行中 还剩 27 天，工作日 19 天'],
    },
    {
      now: '2026-08-17T00:00:00+08:00',
      said: '2026 年度申报已截止，逾期不再受理。 准备下一年度',
      states: ['已截止', '已截止', '已截止'],
    },
  ];

  test.each(cases)('at $now', async ({ now, said, states }) => {
    const page = await begin({ now, timezoneId: 'America/New_York' });
    expect(await text(status(page))).toBe(said);
    const shown = await page.locator('.timeline-stage-status').all();
    expect(await Promise.all(shown.map(text))).toEqual(states);
  });

  test('the sentence and the stages never disagree', () => {
    for (let today = '2026-06-01'; today < '2026-09-01'; today = addDays(today, 1)) {
      const phase = statusOn(notice, today)?.phase;
      const { stages } = planTimeline(notice, calendar, { today });
      const isOver = stages.every((stage) => stage.status === 'closed');
      const said = { upcoming: 'before', open: 'open', closed: isOver ? 'after' : 'running' };
      expect(phase, today).toBe(said[stages[0]!.status]);
    }
  });
});

describe('the layout', () => {
  test.each(SIZES)('has no sideways scroll at %i px', async (width) => {
    const page = await begin({ width });
    await countToday(page).check();
    await post(page, '2026-07-24');
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
  });

  test.each(['2026-06-20', '2026-07-19', '2026-07-22', '2026-08-20'])(
    'does not move when today is put in: %s',
    async (day) => {
      for (const width of SIZES) {
        const now = `${day}T09:00:00+08:00`;
        const page = await openPage({ path: '/timeline/', now, width });
        await page.locator('.timeline-now').waitFor();
        await page.locator('.timeline-picture svg > *').first().waitFor({ state: 'attached' });
        const moved = await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              let sum = 0;
              const add = (entries: PerformanceEntryList) => {
                for (const entry of entries)
                  sum += (entry as PerformanceEntry & { value: number }).value;
              };
              const observer = new PerformanceObserver((list) => add(list.getEntries()));
              observer.observe({ type: 'layout-shift', buffered: true });
              // What was buffered is handed over with the next pictures.
              requestAnimationFrame(() =>
                requestAnimationFrame(() => {
                  add(observer.takeRecords());
                  resolve(sum);
                }),
              );
            }),
        );
        expect(moved, `${day} at ${width}`).toBeLessThan(0.01);
      }
    },
  );
});
