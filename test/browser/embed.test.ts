import { describe, expect, onTestFinished, test } from 'vitest';
import { SANDBOX } from '../../src/embed/index.ts';
import { startNginx } from '../support/nginx.ts';
import {
  frameOf,
  openHost,
  opening,
  received,
  record,
  script,
  scrolls,
  settled,
  site,
} from './support/embed.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { answerScreen, complete, FITTING, start, unfold } from './support/selfCheck.ts';

/** While a plan is worth making; afterwards it is folded. */
const IN_SEASON = '2026-07-10T09:00:00+08:00';

describe('the element', () => {
  test('shows both widgets on one page, each with its own height and without a scroll bar', async () => {
    const page = await openHost(
      `<title-check id="a" widget="self-check"></title-check><title-check id="b" widget="timeline" notice="2026"></title-check>${script}`,
    );
    const heights = [];
    for (const id of ['a', 'b']) {
      const selector = `#${id} iframe`;
      const frame = await frameOf(page, selector);
      heights.push(await settled(page, frame, selector));
      expect(await scrolls(frame)).toBe(false);
    }
    expect(heights[0]).not.toBe(heights[1]);
    expect((await frameOf(page, '#a iframe')).url()).toBe(`${site}/embed/self-check/`);
    expect((await frameOf(page, '#b iframe')).url()).toBe(`${site}/embed/2026/timeline/`);
  });

  test('follows the content up and down, all the way to the result', async () => {
    const page = await openHost(`<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    const first = await settled(page, frame);
    await start(frame);
    await complete(frame, FITTING);
    const result = await settled(page, frame);
    expect(result).toBeGreaterThan(first);
    expect(await scrolls(frame)).toBe(false);
    await frame.getByRole('button', { name: '重新开始' }).click();
    await opening(frame).waitFor();
    expect(await settled(page, frame)).toBe(first);
  });

  test('does not tell a height again that has not changed', async () => {
    const page = await openHost(`${record}<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    await settled(page, frame);
    const before = (await received(page)).length;
    await frame.evaluate(async () => {
      for (let i = 0; i < 30; i += 1) await new Promise(requestAnimationFrame);
    });
    expect((await received(page)).length).toBe(before);
  });

  test('takes up another theme without beginning anew', async () => {
    const page = await openHost(`<title-check theme="radius:0"></title-check>${script}`);
    const frame = await frameOf(page);
    await start(frame);
    await page.locator('title-check').evaluate((element) => {
      element.setAttribute('theme', 'scheme:dark; size:20');
    });
    await frame.locator('html[data-theme=dark]').waitFor();
    expect(await frame.locator('.self-check-form').count()).toBe(1);
    const look = await frame.evaluate(() => {
      const { fontSize } = getComputedStyle(document.body);
      const radius = getComputedStyle(document.documentElement).getPropertyValue('--tc-radius');
      return { fontSize, radius: Number.parseFloat(radius) };
    });
    expect(look).toEqual({ fontSize: '20px', radius: 0.375 });
    await settled(page, frame);
  });

  test('keeps everything where the host moves it as the browser can without loading anew', async () => {
    const page = await openHost(`<p></p><title-check></title-check><div></div>${script}`);
    const frame = await frameOf(page);
    await start(frame);
    await settled(page, frame);
    await page.evaluate(() => {
      const element = document.querySelector('title-check') as Element;
      document.querySelector('div')?.moveBefore(element, null);
    });
    expect(await page.locator('div > title-check').count()).toBe(1);
    await answerScreen(frame, FITTING);
    await settled(page, frame);
  });

  test('works again where the host moves it in the old way', async () => {
    const page = await openHost(`<p></p><title-check></title-check><div></div>${script}`);
    const first = await settled(page, await frameOf(page));
    await page.evaluate(() => {
      const element = document.querySelector('title-check') as Element;
      document.querySelector('div')?.append(element);
    });
    expect(await settled(page, await frameOf(page))).toBe(first);
  });

  test('grows as the host narrows, and shrinks as it widens again', async () => {
    const page = await openHost(`<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    const wide = await settled(page, frame);
    await page.setViewportSize({ width: 320, height: 800 });
    const narrow = await settled(page, frame);
    expect(narrow).toBeGreaterThan(wide);
    expect(await scrolls(frame)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.waitForFunction(() => innerWidth === 1280);
    expect(await settled(page, frame)).toBe(wide);
  });

  test('has everything that the full page has: reasons, clauses, print, copy and share', async () => {
    const page = await openHost(`<title-check></title-check>${script}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const frame = await frameOf(page);
    await start(frame);
    await complete(frame, { ...FITTING, heldSince: '2023-03-15' });
    expect(await frame.locator('[data-rule=qualification]').innerText()).toContain(
      '差 2 个月 15 天',
    );
    await unfold(frame);
    expect(await frame.getByRole('link', { name: '通知 ' }).count()).toBeGreaterThan(3);

    await frame.getByRole('button', { name: '分享链接' }).click();
    await frame.getByRole('button', { name: '复制链接' }).click();
    await frame.getByText('已复制链接').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toMatch(`${site}/2026/self-check/#`);

    const printed = frame.evaluate(
      () => new Promise((resolve) => addEventListener('beforeprint', () => resolve(true))),
    );
    await frame.getByRole('button', { name: '打印' }).click();
    expect(await printed).toBe(true);
  });

  test('lets a calendar file be downloaded', async () => {
    const page = await openHost(`<title-check widget="timeline"></title-check>${script}`, {
      now: IN_SEASON,
    });
    const frame = await frameOf(page);
    await settled(page, frame);
    const download = page.waitForEvent('download');
    await frame.getByRole('button', { name: '下载日历文件' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.ics$/);
  });

  test('brings each new question into view and gives it the focus', async () => {
    const lines = '<p>host</p>'.repeat(40);
    const page = await openHost(`${lines}<title-check></title-check>${lines}${script}`, {
      width: 360,
      height: 600,
    });
    await page.locator('title-check').scrollIntoViewIfNeeded();
    const frame = await frameOf(page);
    await start(frame);
    for (let i = 0; i < 4; i += 1) {
      const heading = frame.locator('[data-focus]');
      expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
      await expect
        .poll(async () => {
          const box = await heading.boundingBox();
          return box !== null && box.y >= 0 && box.y + box.height <= 600;
        })
        .toBe(true);
      await answerScreen(frame, FITTING);
    }
  });

  test('opens links in a tab of their own, which is no longer in the sandbox', async () => {
    const page = await openHost(`<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    const opened = page.context().waitForEvent('page');
    await frame.getByRole('link', { name: '打开完整页面' }).click();
    const full = await opened;
    await full.waitForURL(`${site}/2026/self-check/`);
    expect(await full.evaluate(() => window.opener)).toBe(null);
    expect(await full.evaluate(() => localStorage.length)).toBeGreaterThanOrEqual(0);
    await opening(frame).waitFor();
  });

  test('changes with its attributes, and adds nothing to the tab’s history', async () => {
    const page = await openHost(`<title-check></title-check>${script}`);
    await frameOf(page);
    const before = await page.evaluate(() => history.length);
    await page.locator('title-check').evaluate((element) => {
      element.setAttribute('widget', 'timeline');
    });
    await page.locator('title-check iframe[src*=timeline]').waitFor();
    const frame = await frameOf(page);
    await frame.locator('.timeline').waitFor();
    await settled(page, frame);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test('shows the timeline as the host asks for it', async () => {
    const page = await openHost(
      `<title-check widget="timeline" view="employer" posted-on="2026-07-20"></title-check>${script}`,
      { now: IN_SEASON },
    );
    const frame = await frameOf(page);
    expect(await frame.getByRole('radio', { name: '所在单位' }).isChecked()).toBe(true);
    const day = frame.locator('.timeline-view input[type=text]').first();
    await expect.poll(() => day.inputValue()).toBe('2026-07-20');
    expect(await frame.getByText('看不懂').count()).toBe(0);
    await page.locator('title-check').evaluate((element) => {
      element.removeAttribute('posted-on');
      element.setAttribute('view', 'office');
    });
    await page.locator('title-check iframe[src*=office]').waitFor();
    const next = await frameOf(page);
    await expect.poll(() => next.getByRole('radio', { name: '受理点' }).isChecked()).toBe(true);
  });

  test.each([
    ['a module script', `<script type="module" src="${site}/embed.js"></script>`],
    ['an import in a module', `<script type="module">import '${site}/embed.js';</script>`],
    ['an import when it is wanted', `<script>import('${site}/embed.js');</script>`],
    [
      'a script that another one adds',
      `<script>document.head.append(Object.assign(document.createElement('script'), { src: '${site}/embed.js' }));</script>`,
    ],
  ])('works from %s', async (_, loading) => {
    const page = await openHost(`<title-check></title-check>${loading}`);
    const frame = await frameOf(page);
    expect(frame.url()).toBe(`${site}/embed/self-check/`);
    await settled(page, frame);
  });

  test('leaves the link where its script was merged into another and knows no root', async () => {
    const code = await (await fetch(`${site}/embed.js`)).text();
    const host = await serveHost({
      '/': {
        html: `<!doctype html><link rel="icon" href="data:,"><title-check><a href="${site}/self-check/">能不能申报</a></title-check><script src="/all.js"></script>`,
      },
      '/all.js': { html: code, headers: { 'content-type': 'text/javascript' } },
    });
    const page = await openPage({ path: `${host}/` });
    await page.getByRole('link', { name: '能不能申报' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('names the frame, and keeps a link to the full page until the frame has answered', async () => {
    const page = await openHost(
      `<title-check><a href="${site}/self-check/">能不能申报</a></title-check>${script}`,
    );
    const link = page.getByRole('link', { name: '能不能申报' });
    await settled(page, await frameOf(page));
    expect(await page.locator('title-check iframe').getAttribute('title')).toBe(
      '工程师职称：我能申报吗',
    );
    expect(await link.isVisible()).toBe(false);
  });

  test('waits with what is far below', async () => {
    const page = await openHost(
      `<div id="far"></div><title-check></title-check><style>#far { height: 20000px }</style>${script}`,
    );
    await page.locator('title-check iframe').waitFor({ state: 'attached' });
    await page.waitForLoadState('load');
    expect(page.frames().map((frame) => frame.url())).not.toContain(`${site}/embed/self-check/`);
    await page.locator('title-check').scrollIntoViewIfNeeded();
    await settled(page, await frameOf(page));
  });
});

describe('a host', () => {
  test('with its own strict policy needs two lines in it, and none for styles', async () => {
    const page = await openHost(`<title-check></title-check>${script}`, {
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${site}; frame-src ${site}; img-src data:; require-trusted-types-for 'script'`,
      },
    });
    const frame = await frameOf(page);
    await settled(page, frame);
    await start(frame);
    await complete(frame, FITTING);
    await settled(page, frame);
  });

  test('in quirks mode, in GBK and with hostile styles changes nothing', async () => {
    const hostile =
      '* { box-sizing: content-box !important; font: 40px/3 serif !important; color: red !important } iframe { display: none !important; height: 90px !important; max-height: 90px !important; width: 10px !important; filter: invert(1) !important } a { display: none !important }';
    const calm = await openHost(`<title-check></title-check>${script}`);
    const expected = await settled(calm, await frameOf(calm));

    const page = await openHost(
      `<style>${hostile} body { margin: 8px }</style><title-check></title-check>${script}`,
      { doctype: '', headers: { 'content-type': 'text/html; charset=gbk' } },
    );
    expect(await page.evaluate(() => [document.compatMode, document.characterSet])).toEqual([
      'BackCompat',
      'GBK',
    ]);
    const frame = await frameOf(page);
    expect(await settled(page, frame)).toBe(expected);
    expect(await page.locator('title-check iframe').getAttribute('title')).toBe(
      '工程师职称：我能申报吗',
    );
  });

  test('may hold the script twice', async () => {
    const page = await openHost(`<title-check></title-check>${script}${script}`);
    await settled(page, await frameOf(page));
  });

  test('may hide the element', async () => {
    const page = await openHost(`<title-check hidden></title-check>${script}`);
    await page.locator('title-check iframe').waitFor({ state: 'attached' });
    expect(await page.locator('title-check').boundingBox()).toBe(null);
  });

  test.each(['self-check', 'timeline'])(
    'can frame %s without any script, and it scrolls',
    async (widget) => {
      const page = await openHost(
        `<iframe src="${site}/embed/2026/${widget}/" title="x" width="100%" height="300" sandbox="${SANDBOX}"></iframe>`,
        {
          headers: {
            'content-security-policy': `default-src 'none'; frame-src ${site}; img-src data:`,
          },
        },
      );
      const frame = await frameOf(page, 'iframe');
      expect((await page.locator('iframe').boundingBox())?.height).toBeGreaterThanOrEqual(300);
      await frame.evaluate(() => scrollTo(0, 100));
      expect(await frame.evaluate(() => scrollY)).toBe(100);
    },
  );
});

describe('what an editor leaves of the lines', () => {
  test('without the script is the link', async () => {
    const page = await openHost(
      `<title-check widget="timeline"><a href="${site}/timeline/">工程师职称：时间怎么排</a></title-check>`,
    );
    const link = page.getByRole('link', { name: '工程师职称：时间怎么排' });
    expect(await link.getAttribute('href')).toBe(`${site}/timeline/`);
  });

  test('of a frame, the address and a size, is enough', async () => {
    const page = await openHost(
      `<iframe src="${site}/embed/self-check/" width="600" height="700"></iframe>`,
    );
    const frame = await frameOf(page, 'iframe');
    await start(frame);
    await complete(frame, FITTING);
  });
});

describe('a host that is isolated, or that has no origin', () => {
  test.each(['require-corp', 'credentialless'])('may embed: %s', async (embedder) => {
    const nginx = await startNginx({ dist: 'dist' });
    onTestFinished(() => nginx.stop());
    const page = await openHost(
      `<title-check></title-check><script src="${nginx.origin}/embed.js"></script>`,
      {
        headers: {
          'cross-origin-embedder-policy': embedder,
          'cross-origin-opener-policy': 'same-origin',
        },
        origins: [nginx.origin],
      },
    );
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    await settled(page, await frameOf(page));
  });

  test.each([
    ['a page in a sandbox', 'sandbox allow-scripts allow-same-origin allow-forms allow-popups'],
    ['a page in a sandbox without an origin', 'sandbox allow-scripts'],
  ])('may embed: %s', async (_, policy) => {
    const nginx = await startNginx({ dist: 'dist' });
    onTestFinished(() => nginx.stop());
    const page = await openHost(
      `<title-check></title-check><script src="${nginx.origin}/embed.js"></script>`,
      { headers: { 'content-security-policy': policy }, origins: [nginx.origin] },
    );
    const frame = await frameOf(page);
    await settled(page, frame);
    // It follows: the height kept free could be the right one by chance.
    await start(frame);
    await settled(page, frame);
  });
});
