import ICAL from 'ical.js';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';
import { FITTING } from './support/selfCheck.ts';

const notice = await loadNotice('2026');
const STEPS = 'step=4~审核材料&publicity=5~公示&step=3~领导签批&submit=2026-07-17';

type Options = Parameters<typeof openPage>[0];
/** Opens the page and waits until the widget runs. */
async function begin(fragment = '', options: Options = {}): Promise<Page> {
  const page = await openPage({
    path: `/2026/timeline/${fragment && `#plan=${notice.version}&${fragment}`}`,
    now: '2026-07-10T09:00:00+08:00',
    ...options,
  });
  await page.locator('.timeline-now').waitFor();
  const past = page.locator('.timeline-past > summary');
  if (await past.count()) await past.click();
  // What a link needs comes with it: the view of its role, and its tasks.
  const role = /role=(\w+)/.exec(fragment)?.[1];
  if (role && OTHERS[role]) await page.locator(OTHERS[role]).waitFor();
  return page;
}
/** By which the views that are loaded once they are wanted are known. */
const OTHERS: Record<string, string> = {
  employer: '#timeline-planner',
  office: '#timeline-office',
};
const text = async (locator: ReturnType<Page['locator']>) =>
  (await locator.innerText()).replace(/\s+/g, ' ').trim();
const verdicts = (page: Page) => page.locator('.timeline .tc-verdict');
const verdict = (page: Page) => text(verdicts(page).last());
const row = (page: Page, name: string | RegExp) =>
  page.locator('section[aria-labelledby=timeline-dates] tr').filter({ hasText: name });
const role = (page: Page, name: string) => page.getByRole('radio', { name });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** Takes the place of the clipboard, which a page served without TLS has no right to. */
async function catchCopies(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: async (copied: string) => {
          document.documentElement.dataset.copied = copied;
        },
      },
    });
  });
  return () => page.evaluate(() => document.documentElement.dataset.copied ?? '');
}

/** The events of a calendar file, read by a program that is not ours. */
async function eventsOf(download: Download): Promise<ICAL.Event[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return new ICAL.Component(ICAL.parse(Buffer.concat(chunks).toString()))
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}

describe('an applicant', () => {
  test('sees how many working days the day of submission leaves to the employer', async () => {
    const page = await begin();
    expect(await role(page, '申报人').isChecked()).toBe(true);
    const field = page.getByLabel('打算哪天提交', { exact: true });
    await field.fill('2026.7.8');
    await page.getByRole('button', { name: '算一算' }).click();
    // Two of its eleven days are over on the 10th.
    expect(await verdict(page)).toMatch(/^单位还有 10 个工作日审核和贴出公示。/);
    await field.fill('2026-07-19');
    await field.press('Enter');
    expect(await verdict(page)).toContain('单位有 4 个工作日审核和贴出公示。');
    expect(await verdict(page)).toContain('7 月 20 日（周一）到 7 月 23 日（周四）');
    expect(await text(row(page, '提交申报'))).toContain('2026-07-19 周日');
  });

  test('is warned when fewer than three are left', async () => {
    const page = await begin('submit=2026-07-19', { now: '2026-07-22T09:00:00+08:00' });
    expect(await verdict(page)).toContain('单位还有 2 个工作日审核和贴出公示，很紧。');
    const late = await begin('submit=2026-07-19', { now: '2026-07-24T09:00:00+08:00' });
    expect(await verdict(late)).toContain('单位已经没有工作日可以审核了。');
  });

  test('is not warned of a year that is over', async () => {
    const page = await begin('', { now: '2026-11-25T09:00:00+08:00' });
    expect(await verdict(page)).toContain('单位有 4 个工作日审核和贴出公示。');
    expect(await text(page.locator('.timeline-view'))).toContain(
      '7 月 31 日（周五）已经过了，推算的结果只供参考。',
    );
  });

  test.each([
    ['2026-07-20', '申报已经截止'],
    ['2026-06-24', '这一天太早'],
  ])('cannot submit on %s', async (day, words) => {
    const page = await begin(`submit=${day}`);
    expect(await verdict(page)).toContain(words);
  });

  test.each([
    ['', '请填打算提交的日期'],
    ['7月20日', '请把年、月、日填全'],
    ['2026-02-30', '2026-02-30 不是真实的日期'],
    ['2027-01-04', '没有 2027 年的节假日安排'],
  ])('gets an error at the field for “%s”', async (typed, words) => {
    const page = await begin();
    const field = page.getByLabel('打算哪天提交', { exact: true });
    await field.fill(typed);
    await page.getByRole('button', { name: '算一算' }).click();
    expect(await text(page.getByRole('alert'))).toContain(words);
    expect(await focused(page)).toBe('submitted-on');
    expect(await verdicts(page).count()).toBe(0);
  });
});

describe('an employer’s steps', () => {
  test('that do not fit name the step where they break, and are mended by either way', async () => {
    const page = await begin(`role=employer&${STEPS}`);
    expect(await verdict(page)).toContain('排不下，8 月 4 日（周二）才能推荐。');
    expect(await verdict(page)).toContain('断在“领导签批”这一步');
    expect(await verdict(page)).toContain('最迟 7 月 15 日（周三）收到申报就排得下');
    expect(await verdict(page)).toContain('“审核材料”从 4 天缩到 2 天');
    expect(await text(row(page, '领导签批'))).toContain('过了推荐截止日');

    await page.getByRole('button', { name: '按缩短的天数排' }).click();
    expect(await verdict(page)).toContain('排得下，7 月 31 日（周五）可以推荐。');
    expect(await verdict(page)).toContain('没有余量');
  });

  test('are added, renamed, moved and taken out from the keyboard, and the focus goes along', async () => {
    const page = await begin('role=employer');
    await page.getByRole('button', { name: '按步骤排' }).press('Enter');
    const names = () =>
      page
        .locator('.timeline-steps li input[id$=-name]')
        .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
    expect(await names()).toEqual(['审核材料', '公示', '录入公示情况并推荐']);

    await page.getByRole('button', { name: '加一步' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('step-3-name');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('领导签批');
    await page.getByLabel('第 4 步要几个工作日').fill('2');

    await page.getByRole('button', { name: '上移第 4 步' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('step-2-up');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(['领导签批', '审核材料', '公示', '录入公示情况并推荐']);
    // The first cannot go further up, so the focus stays at what is left to press.
    await expect.poll(() => focused(page)).toBe('step-0-down');
    expect(await text(page.locator('.timeline-view [role=status]'))).toBe(
      '“领导签批”移到第 1 步。',
    );

    await page.getByRole('button', { name: '删掉第 4 步' }).press('Enter');
    expect(await names()).toEqual(['领导签批', '审核材料', '公示']);
    await expect.poll(() => focused(page)).toBe('step-2-name');
    // The publicity stays.
    expect(await page.getByRole('button', { name: '删掉第 3 步' }).count()).toBe(0);
  });

  test.each([
    ['公示', '4', '公示不少于 5 个工作日'],
    ['审核', '0', '请填 1 以上的整数'],
    ['审核', '', '请填 1 以上的整数'],
    ['审核', '99', '没有 2027 年的节假日安排'],
  ])('with %s for %s days are refused in words', async (name, days, words) => {
    const page = await begin('role=employer&step=2~审核&publicity=5~公示&submit=2026-07-10');
    const number = name === '公示' ? '第 2 步要几个工作日' : '第 1 步要几个工作日';
    await page.getByLabel(number).fill(days);
    // Ninety-nine working days end in 2026; two such steps do not.
    if (days === '99') await page.getByLabel('第 2 步要几个工作日').fill(days);
    await page.locator('.timeline-view .tc-error').filter({ hasText: words }).waitFor();
    // The notice's own days are there all the same.
    expect(await row(page, '个人申报').count()).toBe(1);
  });

  test('cannot be typed into anything but numbers', async () => {
    const page = await begin('role=employer&step=2~审核&publicity=5~公示&submit=2026-07-10');
    const number = page.getByLabel('第 1 步要几个工作日');
    await number.fill('３');
    expect(await number.inputValue()).toBe('3');
    await number.fill('-1e5');
    expect(await number.inputValue()).toBe('15');
  });

  test('are told what is too late today', async () => {
    const lost = async (now: string) => {
      const page = await begin('role=employer', { now: `${now}T09:00:00+08:00` });
      return page.locator('.timeline-lost li').allInnerTexts();
    };
    expect(await lost('2026-07-19')).toEqual([]);
    expect(await lost('2026-07-24')).toEqual([
      '个人申报：7 月 19 日（周日）已截止，逾期不再受理。',
      expect.stringContaining('按稳妥算法贴出公示：最迟 7 月 23 日（周四），已经过了'),
    ]);
    expect((await lost('2026-07-27'))[1]).toContain('两种算法都赶不上');
    // From then on it is an example, and nothing is asked of anybody.
    expect(await lost('2026-08-01')).toEqual([]);
  });
});

describe('an office', () => {
  test('sees its working days after the employers’ deadline, and what waits on each', async () => {
    const page = await begin();
    await role(page, '受理点').check();
    expect(await verdict(page)).toMatch(/^有 10 个工作日。/);
    await page.getByLabel('等着审核的有几份').fill('８３');
    expect(await verdict(page)).toMatch(/^有 10 个工作日，83 份平均每天 9 份。/);
    expect(await verdict(page)).toContain('8 月 14 日（周五）是最后一个工作日');
    for (const wrong of ['-1', '1.5', '一百', '100000']) {
      await page.getByLabel('等着审核的有几份').fill(wrong);
      expect(await text(page.getByRole('alert'))).toContain('请填 0 到 99999 的整数');
    }
  });

  test('sees what is left of them while they run, and when none is left', async () => {
    const page = await begin('role=office&waiting=83', { now: '2026-08-12T09:00:00+08:00' });
    expect(await verdict(page)).toMatch(/^还有 3 个工作日，83 份平均每天 28 份。/);
    const over = await begin('role=office&waiting=83', { now: '2026-08-15T09:00:00+08:00' });
    expect(await verdict(over)).toContain('已经没有工作日了');
  });
});

describe('what is taken along', () => {
  test('as a link leads to the full page and brings the plan back', async () => {
    const page = await begin(`role=employer&count=1&${STEPS}`);
    const copied = await catchCopies(page);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('已复制链接。').waitFor();
    const url = new URL(await copied());
    expect(url.pathname).toBe('/2026/timeline/');

    const other = await openPage({ path: url.href, now: '2026-07-10T09:00:00+08:00' });
    await other.locator('#step-2-name').waitFor();
    expect(await other.locator('#step-2-name').inputValue()).toBe('领导签批');
    expect(await other.getByLabel('贴出当天是工作日就计入').isChecked()).toBe(true);
    expect(await verdict(other)).toBe(await verdict(page));
  });

  test('from the address without a year leads to the year’s own page', async () => {
    const page = await begin('', { path: '/timeline/' });
    const copied = await catchCopies(page);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('已复制链接。').waitFor();
    expect(new URL(await copied()).pathname).toBe('/2026/timeline/');
  });

  test('as text holds every day with who says so', async () => {
    const page = await begin('submit=2026-07-15');
    const copied = await catchCopies(page);
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('已复制文字。').waitFor();
    const lines = (await copied()).split('\n');
    expect(lines).toContain('2026-07-15 周三  提交申报（按填的日子推算）');
    expect(lines).toContain('2026-06-25 周四 至 2026-07-19 周日  个人申报（通知）');
    expect(lines.at(-1)).toContain('以官方原文和受理点答复为准');
  });

  test('is shown to be copied by hand where the clipboard refuses', async () => {
    const page = await begin();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: '复制文字' }).click();
    expect(await page.getByLabel('要复制的文字').inputValue()).toContain('个人申报（通知）');
  });

  test('as a calendar file holds the plan and the notice’s days', async () => {
    const page = await begin(`role=employer&${STEPS}`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载日历文件' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('2026-plan.ics');
    const events = await eventsOf(download);
    const days = Object.fromEntries(
      events.map(({ summary, startDate, endDate }) => [summary, `${startDate} ${endDate}`]),
    );
    expect(days).toMatchObject({
      '2026 年度职称：审核材料': '2026-07-20 2026-07-24',
      '2026 年度职称：公示': '2026-07-24 2026-07-31',
      '2026 年度职称：最后一天，办完单位审核、公示、推荐': '2026-07-31 2026-08-01',
    });
    const ids = events.map(({ uid }) => uid);
    expect(new Set(ids).size).toBe(ids.length);
    // In one calendar with the year's feed nothing stands twice.
    expect(ids).toContain('2026-application-closes@zhejiang-engineer-title-guide');
  });

  test('as a calendar file stays the same plan when it changes, is copied, or its link is opened', async () => {
    const page = await begin('role=employer&post=2026-07-20');
    const posting = async (from: Page) => {
      const [download] = await Promise.all([
        from.waitForEvent('download'),
        from.getByRole('button', { name: '下载日历文件' }).click(),
      ]);
      const event = (await eventsOf(download)).find(({ summary }) => summary.endsWith('贴出公示'));
      return { uid: event?.uid, on: String(event?.startDate), sequence: event?.sequence ?? 0 };
    };
    const first = await posting(page);
    expect(first.on).toBe('2026-07-20');
    await page.clock.setFixedTime('2026-07-10T09:00:05+08:00');
    const field = page.getByLabel('哪天贴出公示', { exact: true });
    await field.fill('2026-07-21');
    await field.blur();
    // What is downloaded is what is shown.
    await page.locator('.timeline table').getByText('2026-07-21').first().waitFor();
    const second = await posting(page);
    expect(second).toEqual({ uid: first.uid, on: '2026-07-21', sequence: first.sequence + 5 });

    const copied = await catchCopies(page);
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('已复制链接。').waitFor();
    const again = await openPage({ path: await copied(), now: '2026-07-11T09:00:00+08:00' });
    expect((await posting(again)).uid).toBe(first.uid);
    // Opened anew it is another plan.
    const other = await posting(await begin('role=employer&post=2026-07-20'));
    expect(other.uid).not.toBe(first.uid);
  });

  test('as a calendar file stays at hand while the browser asks where to put it', async () => {
    const page = await begin();
    await page.evaluate(() => {
      const revoke = URL.revokeObjectURL;
      URL.revokeObjectURL = (url) => {
        document.title = '放开了';
        revoke.call(URL, url);
      };
    });
    await page.clock.install({ time: '2026-07-10T09:00:00+08:00' });
    await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载日历文件' }).click(),
    ]);
    await page.clock.runFor(39_000);
    expect(await page.title()).not.toBe('放开了');
    await page.clock.runFor(2_000);
    expect(await page.title()).toBe('放开了');
  });

  test('says which programs leave out the reminders of what one subscribes to', async () => {
    const page = await begin();
    const feed = page.locator('p', { has: page.getByRole('link', { name: '2026 年度日历' }) });
    expect(await text(feed)).toMatch(/Google 日历和 Outlook ?不认订阅里带的提醒.*另设一个/);
  });

  test('names the calendar to subscribe to, which is there', async () => {
    const page = await begin();
    const href = await page.getByRole('link', { name: '2026 年度日历' }).getAttribute('href');
    expect(href).toBe('/2026/calendar.ics');
    const found = await page.request.get(new URL(href ?? '', page.url()).href);
    expect(found.headers()['content-type']).toContain('text/calendar');
    expect(await found.text()).toContain('BEGIN:VCALENDAR');
  });
});

describe('a link', () => {
  test('that is hostile or worn shows what is sound, and says what was dropped', async () => {
    const page = await begin(
      `role=employer&post=2026-07-20&waiting=x&step=1~${encodeURIComponent('<img src=x onerror=alert(1)>')}&task=do~a<b~2026-07-01`,
    );
    expect(await text(page.locator('.timeline > [role=status]'))).toBe(
      '链接里有 3 处看不懂，没有采用。',
    );
    expect(await page.locator('.timeline img').count()).toBe(0);
    expect(await verdict(page)).toContain('7 月 20 日（周一）贴出');
  });

  test('of an earlier version says that it was worked out anew', async () => {
    const page = await openPage({
      path: '/2026/timeline/#plan=2026.0&submit=2026-07-15',
      now: '2026-07-10T09:00:00+08:00',
    });
    await page
      .getByText(`这个链接按 2026.0 版做的，现在按 ${notice.version} 版重新推算。`)
      .waitFor();
  });

  test('with days in a year that is not held says so at the field, and the rest is there', async () => {
    const page = await begin('role=employer&post=2027-01-04');
    expect(await text(page.getByRole('alert'))).toContain('没有 2027 年的节假日安排');
    expect(await row(page, '个人申报').count()).toBe(1);
  });

  test('opened while the page is open takes its place', async () => {
    const page = await begin('role=employer&post=2026-07-20');
    await page.evaluate((version) => {
      location.hash = `#plan=${version}&role=employer&post=2026-07-24`;
    }, notice.version);
    await page.getByText('不能赶上 7 月 31 日的推荐截止日').waitFor();
    expect(await page.getByLabel('哪天贴出公示', { exact: true }).inputValue()).toBe('2026-07-24');
  });
});

describe('a self-check’s result', () => {
  const few = { total: 60, professional: 60 };

  test('is one click away from its remedies on the timeline', async () => {
    const answers = {
      ...FITTING,
      heldSince: '2023-03-01',
      misconductOn: '2024-05-02',
      credits: { ...(FITTING.credits as Record<string, typeof few>), 2025: few, 2026: few },
    };
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, answers)}`,
      now: '2026-07-10T09:00:00+08:00',
    });
    await page.getByRole('link', { name: '把这些事放到时间线上' }).click();
    await page.waitForURL(/timeline/);
    // Rows come as the page draws them.
    await expect.poll(() => page.locator('tr.timeline-row-task').count()).toBeGreaterThan(3);
    const rows = await page.locator('tr.timeline-row-task').all();
    const told = (await Promise.all(rows.map(text))).join('\n');
    // Years and a ban are too much for this window: what is to be done is for the next.
    expect(told).toMatch(/补齐 2026 年的学时.*2026-12-31/);
    expect(told).toMatch(/2025 年的学时.*2027-07-19.*能不能补/);
    expect(told).toMatch(/年限满：.*2027-03-01.*今年赶不上/);
    expect(told).toMatch(/不得申报的最后一天.*2027-05-02/);
    // Kinds and days only.
    expect(new URL(page.url()).hash).not.toMatch(/60|2023-03-01|2024-05-02|bachelor/);
  });

  test('moves this year’s credits to the end of the year once applications are closed', async () => {
    const page = await begin('task=amounts~continuingEducation~2026-07-19~2026', {
      now: '2026-11-25T09:00:00+08:00',
    });
    expect(await text(page.locator('tr.timeline-row-task'))).toContain('2026-12-31 周四');
  });
});

test('turns at midnight in Shanghai, for a reader in New York', async () => {
  const page = await openPage({ path: '/2026/timeline/', timezoneId: 'America/New_York' });
  await page.clock.install({ time: '2026-07-19T22:00:00+08:00' });
  await page.reload();
  const state = page.locator('.timeline-stage-status').first();
  await expect.poll(() => text(state)).toBe('进行中 今天截止');
  // From here the clock goes on only when it is told to.
  await page.clock.pauseAt('2026-07-19T23:59:59+08:00');
  expect(await text(state)).toBe('进行中 今天截止');
  await page.clock.runFor(2_000);
  await expect.poll(() => text(state)).toBe('已截止');
  expect(await text(page.locator('.tc-status'))).toContain('个人申报已截止');
});

describe('the picture and its table', () => {
  test('hold the same days', async () => {
    const page = await begin(`role=employer&${STEPS}`);
    const names = await page
      .locator('section[aria-labelledby=timeline-dates] tbody th')
      .evaluateAll((all) => all.map((cell) => cell.firstChild?.textContent ?? ''));
    const drawn = await page.locator('.timeline-horizontal').textContent();
    expect(names.length).toBeGreaterThan(9);
    expect(names.filter((name) => !drawn?.includes(name))).toEqual([]);
  });

  test.each([
    [1280, 'horizontal'],
    [360, 'vertical'],
  ])('at %i px the %s one is shown, its text no smaller than 11 px', async (width, name) => {
    const page = await begin('', { width });
    const shown = page.locator('.timeline-picture svg:visible');
    expect(await shown.getAttribute('class')).toBe(`timeline-${name}`);
    const heights = await shown
      .locator('text')
      .evaluateAll((all) => all.map((node) => node.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThan(11);
  });

  test('on paper are there with the plan, and no form is', async () => {
    const page = await begin(`role=employer&${STEPS}`, { width: 794 });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.timeline-picture svg:visible').count()).toBe(1);
    expect(await page.locator('.timeline-dates').first().isVisible()).toBe(true);
    expect(await verdicts(page).last().isVisible()).toBe(true);
    for (const gone of ['.timeline-form', '.timeline-roles', '.timeline-steps', '#timeline-save'])
      expect(await page.locator(gone).first().isVisible()).toBe(false);
  });

  test('have no word of today in the server’s HTML', async () => {
    const page = await openPage({ path: '/2026/timeline/', javaScriptEnabled: false });
    expect(await page.locator('.timeline').innerHTML()).not.toMatch(/今天|还剩|进行中|已截止/);
  });
});

describe.each([
  ['applicant', ''],
  ['employer', STEPS],
  ['office', 'waiting=83'],
])('the view of the %s', (who, rest) => {
  // The examples are all looked at on a phone.
  test('has nothing that axe finds on a wide screen, in light and in dark', async () => {
    const page = await begin(`role=${who}&${rest}`);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, 'main')).toEqual([]);
    }
  });

  test('fits 320 px, and everything to press is at least 44 px high', async () => {
    const page = await begin(`role=${who}&${rest}`, { width: 320 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const small = await page
      .locator(
        '.timeline button:visible, .timeline .tc-choice:visible, .timeline .tc-field:visible',
      )
      .evaluateAll((all) =>
        all
          .filter((node) => node.getBoundingClientRect().height < 44)
          .map((node) => node.outerHTML),
      );
    expect(small).toEqual([]);
  });
});
