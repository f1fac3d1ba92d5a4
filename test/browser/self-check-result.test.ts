import jsQR from 'jsqr';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  assess,
  decodeAnswers,
  encodeAnswers,
  withAnswer,
} from '../../src/calculator/index.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { violations } from './support/axe.ts';
import { openPage } from './support/page.ts';
import { changeAnswer, FITTING, unfold } from './support/selfCheck.ts';

const notice = await loadNotice('2026');

/** Short of the notice's own year's credits, and of nothing else. */
const ONE_SHORT = withAnswer(
  FITTING,
  notice.questions.find(({ id }) => id === `credits.${notice.year}`)!,
  { total: 60, professional: 40 },
);
/** Short of time, of credits, and with things that only people can settle. */
const WANTING: Answers = {
  ...FITTING,
  employer: 'centralInstitution',
  entrusted: 'unsure',
  heldSince: '2023-03-15',
  credits: {
    2024: 'notWorking',
    2025: { total: 80, professional: 60 },
    2026: { total: 90, professional: 40 },
  },
  misconductOn: 'unsure',
};

/** Opens the page at the result of these answers. */
async function result(
  answers: Answers,
  { path = '/2026/self-check/', ...options }: Parameters<typeof openPage>[0] = {},
): Promise<Page> {
  const page = await openPage({ path: `${path}#${encodeAnswers(notice, answers)}`, ...options });
  // The last part of a result to come.
  await record(page).waitFor({ state: 'attached' });
  await unfold(page);
  return page;
}

const verdict = (page: Page) => page.locator('.tc-verdict h2');
const checklist = (page: Page) => page.locator('.self-check-checklist');
const share = (page: Page) => page.locator('.self-check-share');
const record = (page: Page) => page.locator('.self-check-record');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('what others ask', () => {
  const fold = (page: Page) => page.locator('summary', { hasText: '常有人这样问' });
  const open = async (answers: Answers, options: Parameters<typeof openPage>[0] = {}) => {
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, answers)}`,
      ...options,
    });
    await record(page).waitFor({ state: 'attached' });
    return page;
  };
  const SHORT: Answers = { ...FITTING, heldSince: '2024-05-01' };

  test('is fetched once somebody wants to see it, is about these answers, and is answered in place', async () => {
    const page = await open(SHORT);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    expect(asked).toEqual([]);
    await fold(page).click();
    const list = page.locator('details', { has: fold(page) }).locator('li');
    await expect
      .poll(() => list.allInnerTexts())
      .toEqual([
        '本科几年能评工程师？',
        '年限从证书日期算，还是聘任日期算？',
        '中间换过行业、断过档，年限要连续吗？',
        '看全部常见问题',
      ]);
    expect(asked).toEqual(['/2026/self-check/asked.json']);
    const first = list.first().getByRole('link').first();
    await first.hover();
    await page.getByRole('note').getByText('取得助理工程师以后满 4 年').waitFor();
    expect(await violations(page, 'main')).toEqual([]);
    await first.click();
    await page.waitForURL('**/2026/questions/#bachelor');
    expect(await page.locator('details[data-answer][open] h3').innerText()).toBe(
      '本科几年能评工程师？',
    );
  });

  test('is one link to all of it where it cannot be fetched, and comes when opened again', async () => {
    const page = await open(SHORT, { expected: /Failed to load/ });
    await page.route('**/asked.json', (route) => route.abort());
    await fold(page).click();
    const list = page.locator('details', { has: fold(page) }).locator('li');
    await page.getByRole('link', { name: '看全部常见问题' }).waitFor();
    expect(await list.count()).toBe(1);
    await fold(page).click();
    await page.unroute('**/asked.json');
    await fold(page).click();
    await expect.poll(() => list.count()).toBe(4);
  });

  test('is not offered where nothing is to be mended or asked', async () => {
    const page = await open(FITTING);
    await page.locator('summary', { hasText: '您的回答' }).waitFor();
    expect(await fold(page).count()).toBe(0);
  });
});

describe('the findings', () => {
  test('that decide stand open, with standing and clause; all others are folded', async () => {
    const page = await openPage({ path: `/2026/self-check/#${encodeAnswers(notice, WANTING)}` });
    await record(page).waitFor({ state: 'attached' });
    const open = await page.locator('[data-rule]:visible').all();
    const rules = await Promise.all(open.map((one) => one.getAttribute('data-rule')));
    expect(rules).toEqual(['qualification', 'continuingEducation']);
    for (const one of open) expect(await one.innerText()).toMatch(/参考口径·待核\s*通知 二/);
    const { findings } = assess(notice, WANTING);
    const met = `已经满足 ${findings.filter(({ outcome }) => outcome === 'met').length} 条`;
    for (const words of ['另外 3 条要问清楚', met, '各阶段的日期', '材料清单', '您的回答']) {
      await page.locator('summary', { hasText: words }).waitFor();
    }
    await page.getByText(met).click();
    await page.locator('[data-rule=specialty]').waitFor();
  });

  test('are green only by the notice, red only where it is certain, and amber else', async () => {
    const answers: Answers = { ...WANTING, employer: 'provincialInstitution', postApproved: 'no' };
    const page = await result(answers);
    const tones = await page
      .locator('[data-rule]')
      .evaluateAll((all) =>
        all.map((one) => [
          (one as HTMLElement).dataset.rule,
          one.querySelector('.tc-tag')?.className.replace('tc-tag tc-tag-', ''),
        ]),
      );
    expect(tones.map(([rule]) => rule).sort()).toEqual(
      assess(notice, answers)
        .findings.map(({ rule }) => rule)
        .sort(),
    );
    expect(Object.fromEntries(tones)).toMatchObject({
      postApproval: 'no',
      qualification: 'open',
      continuingEducation: 'open',
      integrity: 'open',
      specialty: 'yes',
      employer: 'yes',
      work: 'yes',
      inService: 'yes',
    });
  });
});

describe('somebody whom the notice does not concern', () => {
  test('is told why in the heading, where to look, whom to ask and in which words', async () => {
    const page = await result({ target: 'engineer', specialty: 'mechatronics', employer: 'other' });
    expect(await verdict(page).innerText()).toMatch(/^您的单位是.*这份通知不受理$/);
    expect(await page.locator('.tc-verdict').getAttribute('class')).toContain('tc-verdict-quiet');
    const text = await page.locator('.self-check').innerText();
    expect(text).toContain('在职称平台首页的“职称评审计划”里');
    expect(text).toContain('问单位人事部门');
    expect(text).toContain('“我想申报工程师，省经信厅的这份通知不受理我。');
    const button = page.locator('.self-check .tc-button-primary');
    expect(await button.getAttribute('href')).toBe(
      notice.documents.find(({ id }) => id === 'platform')?.url,
    );
    // What was not asked is not listed.
    expect(await page.locator('[data-outcome=unknown]').count()).toBe(0);
  });

  test('who could still come under it is led to preparing for that', async () => {
    const page = await result(
      { target: 'engineer', specialty: 'energy', employer: 'centralEnterprise', entrusted: 'no' },
      { now: '2026-11-27T09:00+08:00' },
    );
    const button = page.locator('.self-check .tc-button-primary');
    expect(await button.innerText()).toBe('看 2027 年度要准备什么');
  });
});

describe('the one button', () => {
  test('leads after the window to the next year, with the answers behind the #', async () => {
    const page = await result(WANTING, { path: '/self-check/', now: '2026-11-27T09:00+08:00' });
    const button = page.locator('.self-check .tc-button-primary');
    const url = new URL((await button.getAttribute('href')) ?? '');
    expect(url.pathname).toBe('/2026/prepare/');
    expect(decodeAnswers(notice, url.hash)).toMatchObject({ answers: WANTING, dropped: [] });
  });

  test('leads in the window to the timeline, where this year can still be had', async () => {
    const page = await result(
      { ...FITTING, employer: 'provincialInstitution', postApproved: 'no' },
      { now: '2026-07-10T09:00+08:00' },
    );
    const button = page.locator('.self-check .tc-button-primary');
    expect(await button.innerText()).toBe('把这些事放到时间线上');
    expect(await button.getAttribute('href')).toMatch(
      /\/2026\/timeline\/#plan=.*task=do(~|%7E)postApproval(~|%7E)2026-07-19/,
    );
  });

  test('goes on asking while that may change the verdict', async () => {
    const { misconductOn: _, credits: __, ...less } = FITTING;
    const page = await openPage({
      path: `/2026/self-check/#${encodeAnswers(notice, { ...less, heldSince: '2023-03-15' })}`,
    });
    await page.getByRole('button', { name: '先看目前的结果' }).click();
    await page.locator('.self-check .tc-button-primary', { hasText: '接着答' }).click();
    await page.locator('[data-question=misconductOn]').waitFor();
  });
});

describe('what comes next', () => {
  test('is told by role with its dates, and the last working day before a Sunday', async () => {
    const page = await result(FITTING, { now: '2026-07-10T09:00+08:00' });
    const steps = await page.locator('.self-check-steps li').allInnerTexts();
    expect(steps[0]).toMatch(/申报人\s*还剩 9 天/);
    expect(steps[0]).toContain('6 月 25 日（周四）至 7 月 19 日（周日）');
    expect(steps[0]).toContain('最迟 7 月 17 日（周五）');
    expect(steps[1]).toContain('最迟 7 月 23 日（周四）贴出');
    expect(steps[2]).toContain('最迟 8 月 14 日（周五）');
  });

  test('says that the year is over, once it is', async () => {
    const page = await result(FITTING, { now: '2026-08-17T00:30+08:00' });
    const said = page.locator('.self-check').getByText('2026 年度各阶段都已截止');
    await said.first().waitFor({ state: 'attached' });
    // With the days, with the materials that name days, and on paper.
    expect(await said.count()).toBe(3);
    expect(await page.locator('.self-check-steps').innerText()).not.toContain('还剩');
  });

  test('holds no dates and no materials for someone whom the notice does not concern', async () => {
    const page = await result({ ...FITTING, employer: 'other' });
    expect(await page.locator('.self-check-steps').count()).toBe(0);
    expect(await checklist(page).count()).toBe(0);
  });
});

describe('the materials', () => {
  test('follow from the answers', async () => {
    const page = await result(WANTING);
    const text = await checklist(page).innerText();
    for (const words of ['主管部门委托', '部属事业单位的，通知没有写', '还没工作的年度']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('破格推荐审批表');
  });

  test('for papers are both proofs, once somebody says that there are papers', async () => {
    const page = await result(FITTING);
    expect(await checklist(page).innerText()).not.toContain('国家新闻出版署');
    await checklist(page).getByLabel('我有公开发表的论文').check();
    await checklist(page)
      .getByLabel(/国家新闻出版署的查询证明/)
      .waitFor();
    await checklist(page)
      .getByLabel(/中国知网或万方数据/)
      .waitFor();
  });

  test('stay ticked while an answer is changed, and are not ticked for the next person', async () => {
    const page = await result(FITTING);
    await checklist(page).getByLabel('逐份看过').check();
    await changeAnswer(page, '您申报哪个专业？');
    await page.getByRole('radio', { name: '能源' }).click();
    await record(page).waitFor({ state: 'attached' });
    await unfold(page);
    expect(await checklist(page).getByLabel('逐份看过').isChecked()).toBe(true);
    await page.getByRole('button', { name: '重新开始' }).click();
    // The tab's history follows the picture; a link opened before would be taken for the step before.
    await page.waitForFunction(() => history.state?.selfCheck?.at === 'opening');
    await page.goto(
      `/2026/self-check/#${encodeAnswers(notice, WANTING)}`.replace(
        /^/,
        new URL(page.url()).origin,
      ),
    );
    await verdict(page).waitFor();
    expect(await checklist(page).getByLabel('逐份看过').isChecked()).toBe(false);
  });

  test('lead to the clause that asks for them', async () => {
    const page = await result(FITTING);
    const credits = checklist(page).locator('li', { hasText: '学时证明' });
    expect(await credits.getByRole('link', { name: /^通知 / }).getAttribute('href')).toMatch(
      /\/2026\/notice\/text\/#clause-2\.3$/,
    );
  });
});

describe('sharing a link', () => {
  test('says what it holds before anything leaves, and can be given up', async () => {
    const page = await result(WANTING);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    const opener = share(page).getByRole('button', { name: '分享链接' });
    await opener.click();
    const warning = share(page).getByRole('heading', { name: '链接里有您的全部回答' });
    expect(await warning.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await clipboard(page)).toBe('before');
    await share(page).getByRole('button', { name: '不分享' }).click();
    expect(await warning.count()).toBe(0);
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await clipboard(page)).toBe('before');
  });

  test('gives the year’s own page with the answers, which bring the same result back', async () => {
    const page = await result(WANTING, { path: '/self-check/' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await share(page).getByRole('button', { name: '分享链接' }).click();
    await share(page).getByRole('button', { name: '复制链接' }).click();
    await share(page).getByText('已复制链接').waitFor();
    const link = await clipboard(page);
    expect(new URL(link).pathname).toBe('/2026/self-check/');
    const other = await openPage({ path: link });
    await verdict(other).waitFor();
    expect(await other.locator('[data-rule=qualification]').innerText()).toContain(
      '差 2 个月 15 天',
    );
  });

  test('hands it to the device’s own way of sharing where there is one', async () => {
    const page = await result(FITTING);
    await page.evaluate(() => {
      navigator.share = async (data) => {
        document.title = String(data?.url);
      };
    });
    await share(page).getByRole('button', { name: '分享链接' }).click();
    await share(page).getByRole('button', { name: '发给别人' }).click();
    await page.waitForFunction(
      (version) => document.title.includes(`/2026/self-check/#v=${version}`),
      notice.version,
    );
  });
});

describe('the year that may be better', () => {
  const short = {
    ...FITTING,
    heldSince: '2023-03-01',
    credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
  };
  const said = async (now: string) => {
    const page = await result(short, { now });
    return page.locator('.tc-verdict');
  };

  test('begins with what still makes up for this year, while it lasts', async () => {
    const box = await said('2026-11-26T10:00+08:00');
    expect(await box.innerText()).toContain(
      '12 月 31 日（周四）前，2026 年再登记 30 学时（其中专业 20），估计最早 2027 年度；不补，最早 2029 年度',
    );
    // Reference values alone are no certain no.
    expect(await box.getAttribute('class')).toContain('tc-verdict-open');
  });

  test('is the later one once this year is over', async () => {
    const box = await said('2027-01-01T00:30+08:00');
    const text = await box.innerText();
    expect(text).toContain('只靠等时间，估计最早 2029 年度');
    expect(text).not.toContain('2027 年度');
  });
});

describe('copying the text', () => {
  test('gives result and reasons, with standing and clause', async () => {
    const page = await result(WANTING);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制文字' }).click();
    await page.getByText('已复制文字').waitFor();
    const text = await clipboard(page);
    expect(text).toContain('2026 年度申报自查：按参考口径暂不符合，待核');
    expect(text).toContain('【不满足】学历、职称与年限：取得助理工程师职称日期 2023-03-15');
    expect(text).toContain('（参考口径·待核，通知 二 第一段）');
    expect(text).toContain('以官方原文和受理点答复为准');
    expect(text).toMatch(/\d{4}-\d{2}-\d{2}（北京时间）自查/);
  });

  test('says whether one can still apply, what to do first, and where it comes from', async () => {
    const textOn = async (now: string) => {
      const page = await result(WANTING, { now });
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: '复制文字' }).click();
      await page.getByText('已复制文字').waitFor();
      return { text: await clipboard(page), origin: new URL(page.url()).origin };
    };
    const { text: closed, origin } = await textOn('2026-11-27T09:00+08:00');
    expect(closed).toContain('2026-11-27（北京时间）自查');
    expect(closed).toContain('2026 年度申报已截止（逾期不再受理）');
    expect(closed).toMatch(/先做这些：\n1\. 12 月 31 日（周四）前：2026 年再登记 20 学时/);
    // The address of the page, without the answers.
    expect(closed.endsWith(`\n${origin}/2026/self-check/`)).toBe(true);
    const { text: open } = await textOn('2026-07-10T09:00+08:00');
    expect(open).toContain('个人申报到 7 月 19 日（周日）为止，还剩 9 天');
  });

  test('shows it to be copied by hand where the browser refuses', async () => {
    const page = await result(FITTING);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: '复制文字' }).click();
    expect(await page.getByLabel('要复制的文字').inputValue()).toContain('初步符合');
    expect(await violations(page, '.self-check')).toEqual([]);
  });
});

describe('on paper', () => {
  async function printed(answers: Answers): Promise<Page> {
    const page = await result(answers, { now: '2026-07-10T01:00+08:00' });
    await record(page).locator('svg').waitFor({ state: 'attached' });
    return page;
  }

  test('stands the record alone: result, findings, clauses, answers, materials, version, date', async () => {
    const page = await printed(WANTING);
    await checklist(page).getByLabel('逐份看过').check();
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    for (const words of [
      '2026-07-10（北京时间）自查',
      '个人申报到 7 月 19 日（周日）为止，还剩 9 天',
      '/2026/self-check/',
      '先做这些',
      `规则 ${notice.version} 版`,
      '按参考口径暂不符合，待核',
      '差 2 个月 15 天',
      '参考口径·待核，二 第一段',
      '在浙的部属事业单位',
      '☑ 申报人：逐份看过',
      '☐ 所在单位：主管部门委托浙江评审',
      '最迟 7 月 17 日（周五）',
      '以官方原文和受理点的审核为准',
    ]) {
      expect(text).toContain(words);
    }
    for (const words of ['复制文字', '上一题', '想看全部规则', '搜索']) {
      expect(text).not.toContain(words);
    }
    // While days are ahead nothing says that they are over.
    expect(text).not.toContain('已截止');
    await page.clock.setFixedTime('2026-11-27T01:00+08:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect
      .poll(() => page.locator('body').innerText())
      .toMatch(/2026 年度各阶段都已截止[\s\S]*最迟 7 月 17 日（周五）。 ?已截止。/);
  });

  test.each([
    ['a good result', FITTING, 0],
    ['one year short', ONE_SHORT, 0],
    ['the fullest one', WANTING, 1],
  ])('takes for %s no more pages than needed', async (_, answers, more) => {
    const page = await printed(answers);
    // A page holds what is found by a notice of eight rules.
    const most = Math.ceil(notice.rules.length / 8) + more;
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThanOrEqual(most);
  });

  test('holds a code that brings the answers back', async () => {
    const page = await printed(WANTING);
    // Drawn larger than on the screen, as a printer has more dots.
    const size = 480;
    const dark = await record(page)
      .locator('svg')
      .evaluate(async (svg, size) => {
        const copy = svg.cloneNode(true) as SVGElement;
        copy.setAttribute('width', String(size));
        copy.setAttribute('height', String(size));
        const image = new Image();
        const source = new XMLSerializer().serializeToString(copy);
        image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
        await image.decode();
        const context = new OffscreenCanvas(size, size).getContext('2d');
        context?.drawImage(image, 0, 0);
        const { data = [] } = context?.getImageData(0, 0, size, size) ?? {};
        return [...data].map((red, at) => (at % 4 ? '' : red < 128 ? '1' : '0')).join('');
      }, size);
    const pixels = [...dark].flatMap((is) => (is === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255]));
    const link = jsQR(Uint8ClampedArray.from(pixels), size, size)?.data ?? '';
    expect(new URL(link).pathname).toBe('/2026/self-check/');
    expect(decodeAnswers(notice, new URL(link).hash)).toMatchObject({
      answers: WANTING,
      dropped: [],
      verdict: 'unlikely',
    });
  });
});

describe('a link', () => {
  test('made under other rules says what has changed in the result', async () => {
    const older = encodeAnswers(notice, WANTING)
      .replace(`v=${notice.version}`, 'v=2025.9')
      .replace(/r=unlikely[^&]*/, 'r=review~integrity.unmet~employer.review~gone.unmet');
    const page = await openPage({ path: `/2026/self-check/#${older}` });
    const note = page.locator('.self-check-note');
    const said = await note.innerText();
    expect(said).toContain('按规则 2025.9 版做的，当时的结果是“须人工核实”');
    expect(said).toContain('结果是“按参考口径暂不符合，待核”');
    expect(await note.locator('li').allInnerTexts()).toEqual([
      '学历、职称与年限：当时没有问题，现在不满足',
      '继续教育学时：当时没有问题，现在不满足',
      '岗位核定：当时没有问题，现在待核实',
      '诚信：当时不满足，现在待核实',
      '当时没有满足的另外 1 条，现在的规则里没有了',
    ]);
    // What is answered since is not the rules' doing.
    await changeAnswer(page, '您哪天取得这个职称？');
    await page.locator('input[type=text]').fill('2015-01-01');
    await page.getByRole('button', { name: '继续' }).click();
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
    expect(await note.innerText()).toBe(said);
  });

  test('made under other rules that asked less goes on to what is still to answer', async () => {
    const { misconductOn: _, ...less } = FITTING;
    const older = encodeAnswers(notice, less)
      .replace(`v=${notice.version}`, 'v=2025.9')
      .replace(/r=incomplete[^&]*/, 'r=likely');
    const page = await openPage({ path: `/2026/self-check/#${older}` });
    await page.locator('[data-question=misconductOn]').waitFor();
    expect(await page.locator('.self-check-note').innerText()).toContain('还差几题');
  });

  test('that is broken opens with what is still valid and says what was dropped', async () => {
    const page = await openPage({
      path: `/2026/self-check/#v=${notice.version}&target=engineer&education=wizard&heldSince=2023-02-29&nickname=x&%ff=1&${'long'.repeat(99)}`,
    });
    await page.setViewportSize({ width: 320, height: 640 });
    const note = await page.locator('.self-check-note').innerText();
    expect(note).toContain('5 项');
    for (const words of ['您的最高学历或学位是？', '您哪天取得这个职称？', 'nickname']) {
      expect(note).toContain(words);
    }
    await page.locator('[data-question=specialty]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  test('that is made of nothing valid says so and starts at the opening', async () => {
    const page = await openPage({ path: '/2026/self-check/#<img src=x onerror=alert(1)>=1' });
    await page.getByRole('button', { name: '开始自查' }).waitFor();
    expect(await page.locator('.self-check-note').innerText()).toContain('1 项');
    expect(await page.locator('.self-check-note img').count()).toBe(0);
  });
});

describe.each(['**/Result.*.js', '**/result.*.css', '**/self-check/result.json*'])(
  'what only the result needs: %s',
  (part) => {
    test('is not loaded for the opening, and when it does not arrive no answer is lost', async () => {
      const page = await openPage({
        path: '/2026/self-check/',
        expected: /ERR_FAILED|Failed to fetch|dynamically imported/,
      });
      let asked = 0;
      await page.route(part, (route) => {
        asked += 1;
        return route.abort();
      });
      await page.reload();
      await page.locator('astro-island:not([ssr])').first().waitFor();
      expect(asked).toBe(0);
      await page.goto(`${page.url()}#${encodeAnswers(notice, FITTING)}`);
      const again = page.getByRole('button', { name: '重新载入' });
      await again.waitFor();
      expect(await violations(page, '.self-check')).toEqual([]);
      await page.unroute(part);
      await again.click();
      await verdict(page).waitFor();
      expect(await verdict(page).evaluate((element) => element === document.activeElement)).toBe(
        true,
      );
    });
  },
);

test.each([
  ['light', 1280],
  ['dark', 360],
] as const)('axe finds nothing in a %s result at %d px', async (colorScheme, width) => {
  const page = await result(WANTING, { colorScheme, width });
  expect(await violations(page, '.self-check')).toEqual([]);
});

test('the result does not scroll sideways at 320 px, nor with text of twice the size', async () => {
  const page = await result(WANTING, { width: 320, height: 640 });
  await share(page).getByRole('button', { name: '分享链接' }).click();
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 640, height: 640 });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  expect(await overflow()).toBeLessThanOrEqual(0);
});
