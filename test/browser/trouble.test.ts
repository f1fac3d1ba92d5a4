/**
 * What every widget says when something of it does not arrive, or throws: what happened, a way to load again, and what
 * serves meanwhile. And what it must not say while it is only slow.
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { PASTED } from '../../src/gallery/rosterExamples.ts';
import { loadNotice } from '../../src/notices/index.ts';
import { startNginx } from '../support/nginx.ts';
import { violations } from './support/axe.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { answerScreen, complete, FITTING, start } from './support/selfCheck.ts';

type Place = Page | Frame;

/** Runs in the page: from now on no screen of questions can be drawn, and all else can. */
function breakDrawing(): void {
  HTMLFormElement.prototype.getBoundingClientRect = () => {
    throw new TypeError('getBoundingClientRect is not a function');
  };
}

const notice = await loadNotice('2026');
const PAPER = '/2026/self-check/paper/';
/** What browsers and our own code log when what a test takes away is missing. */
const LOGGED =
  /^console: .*(Failed to load|Failed to fetch)|^(console|error): .*(is not a function|is not defined|of undefined|is not a constructor|not iterable)/;

/** The module of a page's island. */
const moduleOf = (path: string): string =>
  /component-url="([^"]+)"/.exec(readFileSync(`dist${path}index.html`, 'utf8'))?.[1] ?? 'none';
/** The module that one of a page's script elements loads. */
const scriptOf = (path: string, name: string): string =>
  new RegExp(`src="(/_astro/${name}[^"]+)"`).exec(
    readFileSync(`dist${path}index.html`, 'utf8'),
  )?.[1] ?? 'none';

const box = (place: Place) => place.locator('.tc-trouble:visible');
const reload = (place: Place) => box(place).getByRole('button', { name: '重新载入' });
/** Presses the button, and waits for the page that comes. */
const loadAgain = (page: Page) => Promise.all([page.waitForEvent('load'), reload(page).click()]);
const IN_SEASON = '2026-07-10T09:00+08:00';
const ready = (place: Place) => place.locator('astro-island:not([ssr])').first();

/** Opens a page that starts without what `take` takes away. */
async function openWithout(path: string, take: (page: Page) => Promise<unknown>) {
  const page = await openPage({ path: '/about/', expected: LOGGED });
  await take(page);
  await page.goto(new URL(path, inject('origin')).href);
  return page;
}
const aborting = (pattern: string) => (page: Page) =>
  page.route(`**${pattern}*`, (route) => route.abort());
const missing = (pattern: string) => (page: Page) =>
  page.route(`**${pattern}*`, (route) => route.fulfill({ status: 404, body: 'gone' }));
const throwing = (pattern: string) => (page: Page) =>
  page.route(`**${pattern}*`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'undefined.of()' }),
  );
/** An API that this browser turns out not to have. */
const lacking = (api: string) => (page: Page) => page.addInitScript(`delete ${api}`);

/** The widgets on pages of their own and embedded, what of each serves meanwhile, and an API that drawing it uses. */
const WIDGETS = [
  { path: '/self-check/', meanwhile: '纸上自查', api: 'Array.prototype.flatMap' },
  { path: '/2026/timeline/', meanwhile: '下面的表里写着', api: 'Array.prototype.sort' },
  { path: '/embed/self-check/', meanwhile: '纸上自查', api: 'Array.prototype.flatMap' },
  { path: '/embed/2026/timeline/', meanwhile: '完整页面', api: 'Array.prototype.sort' },
];

describe.each(WIDGETS)('the widget at $path', ({ path, meanwhile, api }) => {
  test.each([
    ['answers 404', missing],
    ['does not arrive', aborting],
  ])('says so when its code %s, and starts once it is loaded again', async (_, take) => {
    const code = moduleOf(path);
    const page = await openWithout(path, take(code));
    await box(page).waitFor();
    expect(await box(page).innerText()).toMatch(/没有载入，可能是网络断了，或者网站刚更新过/);
    expect(await box(page).innerText()).toContain(meanwhile);
    expect(await violations(page, '[data-widget]')).toEqual([]);
    // What is there of it looks as dead as it is.
    expect(await page.locator('astro-island').locator('button, input').count()).toBe(
      await page.locator('astro-island :is(button, input):disabled').count(),
    );
    // Astro asks for it again by itself, with something behind the address.
    await page.unrouteAll();
    await loadAgain(page);
    await ready(page).waitFor();
    expect(await box(page).count()).toBe(0);
    expect(await page.locator('astro-island :is(button, input):disabled').count()).toBe(0);
  });

  test('says so when its code throws as it is loaded', async () => {
    const page = await openWithout(path, throwing(`${moduleOf(path)}`));
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('出了错，浏览器太旧时常会这样');
    expect(await box(page).innerText()).toContain(meanwhile);
  });

  test('says so when it throws as it is drawn', async () => {
    const page = await openWithout(path, lacking(api));
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('出了错，浏览器太旧时常会这样');
    expect(await box(page).innerText()).toContain(meanwhile);
    expect(await reload(page).count()).toBe(1);
  });

  test('says so where the browser knows no elements of that kind', async () => {
    const page = await openWithout(path, lacking('window.customElements'));
    await box(page).first().waitFor();
    expect(await box(page).allInnerTexts()).toContainEqual(expect.stringContaining(meanwhile));
  });

  test('says nothing of the kind while its code is on the way, and after long only that it is', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const page = await openWithout(path, (page) =>
      page.route(`**${moduleOf(path)}`, async (route) => {
        await arrived;
        await route.continue();
      }),
    );
    await page.waitForFunction(() => document.readyState === 'complete');
    const waiting = page.locator('.tc-waiting');
    expect(await box(page).count()).toBe(0);
    expect(await waiting.isVisible()).toBe(false);
    expect(await page.locator('astro-island :is(button, input):enabled').count()).toBe(0);
    // As after the time that the page waits, and for those who want no motion too.
    await waiting.evaluate((line) => line.getAnimations().forEach((one) => one.finish()));
    await waiting.waitFor();
    expect(await waiting.innerText()).toContain('还没有载入好');
    expect(await waiting.innerText()).toContain(meanwhile);
    arrive();
    await ready(page).waitFor();
    await waiting.waitFor({ state: 'hidden' });
    expect(await page.locator('astro-island :is(button, input):disabled').count()).toBe(0);
  });

  test('says after long that scripts may be forbidden, where none runs at all', async () => {
    const page = await openPage({ path: '/about/', expected: /Content Security Policy/ });
    await page.route(`**${path}`, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'none'" };
      await route.fulfill({ response, headers });
    });
    await page.goto(new URL(path, inject('origin')).href);
    const waiting = page.locator('.tc-waiting');
    await waiting.evaluate((line) => line.getAnimations().forEach((one) => one.finish()));
    await waiting.waitFor();
    expect(await waiting.innerText()).toContain('或者这里不让脚本运行');
    expect(await waiting.innerText()).toContain(meanwhile);
  });
});

test('a widget that starts moves nothing on the page', async () => {
  for (const path of ['/2026/self-check/', '/2026/timeline/']) {
    const page = await openPage({ path });
    await ready(page).waitFor();
    const heights = () =>
      page
        .locator('astro-island :is(button, input, fieldset)')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    const after = await heights();
    await page.locator('astro-island').evaluate((island) => {
      for (const one of island.querySelectorAll('button, fieldset')) {
        (one as HTMLButtonElement).disabled = true;
      }
    });
    expect(await heights()).toEqual(after);
  }
});

describe('the link to the self-check on paper', () => {
  test.each(['/self-check/', '/embed/2026/self-check/'])('on %s leads there', async (path) => {
    const page = await openWithout(path, aborting(moduleOf(path)));
    const link = box(page).getByRole('link', { name: '纸上自查' });
    await link.waitFor();
    expect(await link.evaluate((a) => new URL((a as HTMLAnchorElement).href).pathname)).toBe(PAPER);
  });
});

describe('the self-check that runs', () => {
  const question = (page: Page) => page.locator('.self-check [data-focus]').innerText();

  test.each([
    ['what stands below the questions', '**/later.*.js'],
    ['the view of the result', '**/Result.*.js'],
    ['the words of the result', '**/self-check/result.json*'],
  ])('says so when %s does not arrive, and keeps the answers', async (_, part) => {
    const page = await openPage({ path: '/2026/self-check/', expected: LOGGED });
    await page.route(part, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await start(page);
    if (part.includes('later')) await answerScreen(page, FITTING);
    else await completeUntilTrouble(page);
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('有一部分没有载入');
    expect(await box(page).innerText()).toContain('您填的还在，重新载入也不会丢');
    expect(await violations(page, '[data-widget]')).toEqual([]);
    const where = await page.evaluate(() => history.state);

    await page.unrouteAll();
    await loadAgain(page);
    await page.locator('.self-check-foot').waitFor();
    expect(await page.evaluate(() => history.state)).toEqual(where);
    expect(await box(page).count()).toBe(0);
  });

  test('does not judge by rules that are not those it asked by', async () => {
    const page = await openPage({ path: '/2026/self-check/', expected: LOGGED });
    await page.route('**/self-check/result.json*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), version: '2026.99' } });
    });
    await start(page);
    await completeUntilTrouble(page);
    expect(await box(page).innerText()).toContain('或者网站刚更新过');
    expect(await page.locator('.tc-verdict').count()).toBe(0);
  });

  test('says so when a screen cannot be drawn, keeps the answers, and goes on once it can', async () => {
    const page = await openPage({ path: '/2026/self-check/', expected: LOGGED });
    await start(page);
    await answerScreen(page, FITTING);
    const asked = await question(page);
    await page.locator('.self-check-foot').waitFor();
    await page.evaluate(breakDrawing);
    await page.locator('[type=radio]').first().click();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('刚才这一步出了错');
    // Not blank: what was answered stands there, and where reading goes on.
    expect(await page.locator('.self-check-foot').isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('tc-trouble');
    expect(await violations(page, '[data-widget]')).toEqual([]);

    await loadAgain(page);
    await ready(page).waitFor();
    expect(await box(page).count()).toBe(0);
    expect(await question(page)).not.toBe(asked);
    await page.goBack();
    await expect.poll(() => question(page)).toBe(asked);
  });

  test('goes back from a screen that cannot be drawn to one that can', async () => {
    const page = await openPage({ path: '/2026/self-check/', expected: LOGGED });
    await start(page);
    await page.evaluate(breakDrawing);
    await page.locator('[type=radio]').first().click();
    await box(page).waitFor();
    await page.evaluate(() =>
      Reflect.deleteProperty(HTMLFormElement.prototype, 'getBoundingClientRect'),
    );
    await page.goBack();
    await page.locator('[data-question=target]').waitFor();
    expect(await box(page).count()).toBe(0);
  });

  test('says so when a result cannot be drawn', async () => {
    const page = await openWithout(
      `/2026/self-check/#${encodeAnswers(notice, FITTING)}`,
      lacking('String.prototype.replaceAll'),
    );
    await throwFrom(page, '**/Result.*.js');
    await page.reload();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('纸上自查');
    // What was answered can still be looked at and changed.
    await page.locator('.self-check-foot').waitFor();
  });

  test('stays where it is when it is to be loaded again and there is no network', async () => {
    const page = await openPage({ path: '/2026/self-check/', expected: /Failed to load|ERR_/ });
    await page.route('**/self-check/result.json*', (route) => route.abort());
    await start(page);
    await completeUntilTrouble(page);
    await page.context().setOffline(true);
    await reload(page).click();
    await box(page).getByText('还连不上网站').waitFor();
    await page.context().setOffline(false);
    await page.unrouteAll();
    await reload(page).click();
    await page.locator('.tc-verdict').waitFor();
  });
});

/** Replaces a view by one that throws as it is drawn. */
const throwFrom = (page: Page, pattern: string) =>
  page.route(pattern, async (route) => {
    const response = await route.fetch();
    // Exports are renamed at the end of a module; whichever is the view, it is called by its name there.
    const names = /export\{([^}]*)\}/.exec(await response.text())?.[1]?.split(',') ?? [];
    const body = `const broken=()=>{throw new TypeError('x is not a function')};export{${names
      .map((name) => `broken as ${name.split(' as ').at(-1)}`)
      .join()}};`;
    await route.fulfill({ response, body });
  });

/** Answers everything, up to where the page says that something is wrong. */
async function completeUntilTrouble(page: Page) {
  await Promise.race([complete(page, FITTING).catch(() => undefined), box(page).waitFor()]);
}

describe('the timeline that runs', () => {
  test('says so when something pressed throws, and goes on', async () => {
    const page = await openPage({ path: '/2026/timeline/', now: IN_SEASON, expected: LOGGED });
    await ready(page).waitFor();
    await page.evaluate(() => Reflect.deleteProperty(URL, 'createObjectURL'));
    await page.getByRole('button', { name: '下载日历文件' }).click();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('刚才这一步出了错');
    expect(await box(page).innerText()).toContain('下面的表里写着');
    expect(await box(page).evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0);
    await page.getByRole('radio', { name: '所在单位' }).check();
    await page.getByRole('heading', { name: '公示哪天贴' }).waitFor();
  });

  test('keeps its dates when one role’s view cannot be drawn', async () => {
    const page = await openPage({
      path: '/2026/timeline/',
      now: IN_SEASON,
      expected: LOGGED,
    });
    await ready(page).waitFor();
    await page.getByRole('radio', { name: '所在单位' }).check();
    await page.evaluate(() => Reflect.deleteProperty(String.prototype, 'normalize'));
    await page.getByRole('radio', { name: '受理点' }).check();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('刚才这一步出了错');
    expect(await page.locator('.tc-status').innerText()).not.toBe('');
  });

  test.each([
    [
      'another role’s view',
      '**/others.*.js',
      (page: Page) => page.getByRole('radio', { name: '所在单位' }).check(),
    ],
    [
      'what writes calendar files',
      '**/calendar.*.js',
      (page: Page) => page.getByRole('button', { name: '下载日历文件' }).click(),
    ],
  ])('says so when %s does not arrive', async (_, part, act) => {
    const page = await openPage({ path: '/2026/timeline/', now: IN_SEASON, expected: LOGGED });
    await page.route(part, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await ready(page).waitFor();
    await act(page);
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('有一部分没有载入');
    expect(await box(page).innerText()).toContain('下面的表里写着');
  });

  test('takes nothing for its own that is thrown elsewhere', async () => {
    const page = await openPage({ path: '/2026/timeline/', expected: /of another/ });
    await ready(page).waitFor();
    await page.evaluate(
      () =>
        new Promise((done) => {
          addEventListener('error', done, { once: true });
          setTimeout(() => {
            throw new Error('of another');
          });
        }),
    );
    expect(await box(page).count()).toBe(0);
  });
});

describe('search', () => {
  const code = scriptOf('/about/', 'Search');
  test.each([
    ['answers 404', missing, '没有载入'],
    ['does not arrive', aborting, '没有载入'],
    ['throws', throwing, '浏览器太旧时常会这样'],
  ])('opens to say so when its code %s', async (_, take, words) => {
    const page = await openWithout('/about/', take(code));
    const button = page.getByRole('button', { name: '搜索' });
    await button.click();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain(words);
    expect(await box(page).innerText()).toContain('从目录里找');
    expect(await page.getByRole('searchbox').isDisabled()).toBe(true);
    expect(await violations(page, 'dialog')).toEqual([]);
    await page.getByRole('button', { name: '关闭' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await button.click();
    await page.unrouteAll();
    await loadAgain(page);
    await page.locator('site-search[data-started]').waitFor();
  });

  test('finds after a second try what did not arrive at the first', async () => {
    const page = await openWithout('/about/', aborting('/search.json'));
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('公示');
    await page.getByText('搜索没能加载').waitFor();
    await page.unrouteAll();
    await page.getByRole('button', { name: '重试' }).click();
    await page.locator('site-search li').first().waitFor();
  });
});

describe('the embed builder', () => {
  test.each([
    ['does not arrive', aborting, '没有载入'],
    ['throws', throwing, '浏览器太旧时常会这样'],
  ])('says so when its code %s, and the lines are there to copy', async (_, take, words) => {
    const page = await openWithout('/embed/', take(scriptOf('/embed/', 'EmbedBuilder')));
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain(words);
    expect(await box(page).innerText()).toContain('可以直接复制');
    expect(await page.locator('[data-lines=element]').innerText()).toContain('<title-check');
    await page.unrouteAll();
    await loadAgain(page);
    await page.locator('[data-embed-builder][data-started]').waitFor();
    expect(await box(page).count()).toBe(0);
  });
});

describe('in a frame with sandbox="allow-scripts" alone', () => {
  let nginx: Awaited<ReturnType<typeof startNginx>>;
  beforeAll(async () => {
    nginx = await startNginx({ dist: 'dist', brotli: true });
  });
  afterAll(() => nginx.stop());

  /** The widget, as the site's own server sends it, in another site's page. */
  async function framed(widget: string, take: (page: Page) => Promise<unknown> = async () => {}) {
    const html = `<!doctype html><html lang="zh-CN"><title>host</title><link rel="icon" href="data:,"><iframe title="widget" width="700" height="900" sandbox="allow-scripts" src="${nginx.origin}/embed/${widget}/"></iframe></html>`;
    const host = await serveHost({ '/': { html }, '/blank': { html: '' } });
    const page = await openPage({
      path: `${host}/blank`,
      origins: [nginx.origin],
      expected: LOGGED,
    });
    await take(page);
    await page.goto(`${host}/`);
    const frame = page.frames()[1];
    if (!frame) throw new Error('Nothing is framed.');
    return { page, frame };
  }

  test('the self-check goes to its result', async () => {
    const { frame } = await framed('self-check');
    await start(frame);
    await complete(frame, FITTING);
    expect(await frame.locator('.tc-verdict').innerText()).toContain('初步符合');
    expect(await frame.evaluate(() => self.origin)).toBe('null');
  });

  test('the timeline says today’s state', async () => {
    const { frame } = await framed('timeline');
    await frame.locator('.timeline-now').waitFor();
    const past = frame.locator('.timeline-past > summary');
    if (await past.count()) await past.click();
    await frame.getByRole('radio', { name: '所在单位' }).check();
    await frame.getByRole('heading', { name: '公示哪天贴' }).waitFor();
  });

  // Such a frame may neither send a form nor download, and starts no worker.
  test('the roster check screens a pasted list, and says what to do where nothing downloads', async () => {
    const { frame } = await framed('roster');
    await frame.getByLabel('从表格里复制').fill(PASTED);
    await frame.getByRole('button', { name: '看这份名单' }).click();
    await frame.getByRole('button', { name: '开始核对' }).click();
    await frame.locator('.roster-row').first().waitFor();
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    await frame.getByRole('button', { name: '导出 .csv' }).click();
    await frame.getByText('没有开始下载的，是所在的网页不许下载').waitFor();
    // The result is still there, and can be taken along in another way.
    await frame.getByRole('button', { name: /^复制显示的/ }).waitFor();
  });

  test.each(['self-check', 'timeline'])(
    'the %s says so when its code does not arrive, and can be loaded again',
    async (widget) => {
      const { page, frame } = await framed(widget, aborting(`${moduleOf(`/embed/${widget}/`)}*`));
      await box(frame).waitFor();
      expect(await box(frame).innerText()).toContain('没有载入');
      await page.unrouteAll();
      await reload(frame).click();
      await ready(frame).waitFor();
      expect(await box(frame).count()).toBe(0);
    },
  );

  test('the self-check keeps its answers when what the result needs does not arrive', async () => {
    const { page, frame } = await framed('self-check', aborting('/self-check/result.json'));
    await start(frame);
    await Promise.race([complete(frame, FITTING).catch(() => undefined), box(frame).waitFor()]);
    await page.unrouteAll();
    await reload(frame).click();
    await frame.locator('.tc-verdict').waitFor();
    expect(await frame.locator('.tc-verdict').innerText()).toContain('初步符合');
  });
});

describe('the offline file', () => {
  let address: string;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), '离线 '));
    copyFileSync('dist/offline/self-check.html', join(folder, '自查.html'));
    address = pathToFileURL(join(folder, '自查.html')).href;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['self-check', '', 'Array.prototype.flatMap', '原文和依据'],
    ['timeline', '#timeline', 'Array.prototype.sort', '通知原文'],
  ])('says so when the %s cannot be drawn', async (_, fragment, api, meanwhile) => {
    const page = await openPage({ path: address, expected: LOGGED });
    await page.addInitScript(`delete ${api}`);
    await page.goto('about:blank');
    await page.goto(address + fragment);
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('出了错，浏览器太旧时常会这样');
    expect(await box(page).innerText()).toContain(meanwhile);
    await loadAgain(page);
    await box(page).waitFor();
    // The rest of the file is there all the same.
    await page.getByRole('navigation').getByRole('link', { name: '原文和依据' }).click();
    expect(await page.locator('#notice').innerText()).toContain('通知 ');
  });

  test('keeps the answers when a screen cannot be drawn', async () => {
    const page = await openPage({ path: address, expected: LOGGED });
    await page.getByRole('button', { name: '开始自查' }).click();
    await page.evaluate(breakDrawing);
    await page.locator('[type=radio]').first().click();
    await box(page).waitFor();
    expect(await box(page).innerText()).toContain('您填的还在，重新载入也不会丢');
    await loadAgain(page);
    await page.locator('[data-question=specialty]').waitFor();
    await page.locator('.self-check-foot').getByText('已答').waitFor();
  });
});
