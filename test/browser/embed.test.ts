import type { Frame, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { SANDBOX } from '../../src/embed/index.ts';
import { violations } from './support/axe.ts';
import { serveHost } from './support/host.ts';
import { openPage } from './support/page.ts';
import { answerScreen, complete, FITTING, start } from './support/selfCheck.ts';

const site = inject('origin');
const script = `<script src="${site}/embed.js" async></script>`;

type Open = Parameters<typeof openPage>[0];

/** Opens a page of another site that holds `body`. */
async function openHost(
  body: string,
  {
    headers = {},
    doctype = '<!doctype html>',
    ...options
  }: Open & { headers?: Record<string, string>; doctype?: string } = {},
): Promise<Page> {
  const html = `${doctype}<html lang="zh-CN"><head><title>host</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  const host = await serveHost({ '/': { html, headers } });
  return openPage({ path: `${host}/`, ...options });
}

/** The frame that shows a widget, once the widget has started. */
async function frameOf(page: Page, selector = 'title-check iframe'): Promise<Frame> {
  const handle = await page.locator(selector).elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error(`Nothing is framed at ${selector}`);
  await frame.locator('astro-island:not([ssr])').first().waitFor();
  return frame;
}

/** Waits until the host has given the frame exactly the height of its content, and returns it. */
async function settled(page: Page, frame: Frame, selector = 'title-check iframe'): Promise<number> {
  let height = -1;
  await expect
    .poll(async () => {
      const content = Math.ceil(
        await frame.evaluate(() => document.body.getBoundingClientRect().height),
      );
      height = (await page.locator(selector).boundingBox())?.height ?? 0;
      return height - content;
    })
    .toBe(0);
  return height;
}

/** Whether anything in the frame could be scrolled. */
const scrolls = (frame: Frame) =>
  frame.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight > innerHeight || scrollWidth > innerWidth;
  });

/** Keeps what the window gets sent, for `received`. */
const record = `<script>window.got = []; addEventListener('message', ({ data }) => got.push(data));</script>`;
const received = (place: Page | Frame) =>
  place.evaluate(() => (window as unknown as { got: unknown[] }).got);

const opening = (frame: Frame) => frame.getByRole('button', { name: '开始自查' });

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

  test('works again where the host moves it', async () => {
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
    expect(await frame.locator('[data-rule=qualification]').innerText()).toContain('差 2 个半月');
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
    const page = await openHost(`<title-check widget="timeline"></title-check>${script}`);
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

  test.each([
    ['widget="wizard" notice="next"', '/embed/self-check/'],
    ['widget="../../../etc" notice="2026/../.."', '/embed/self-check/'],
    ['widget="constructor"', '/embed/self-check/'],
    ['widget="timeline" notice="2026"', '/embed/2026/timeline/'],
  ])('of %s leads to %s', async (attributes, path) => {
    const page = await openHost(`<title-check ${attributes}></title-check>${script}`);
    expect((await frameOf(page)).url()).toBe(site + path);
  });

  test('names the frame, and keeps a link to the full page until the frame has answered', async () => {
    const page = await openHost(
      `<title-check><a href="${site}/self-check/">能不能申报</a></title-check>${script}`,
    );
    const link = page.getByRole('link', { name: '能不能申报' });
    await settled(page, await frameOf(page));
    expect(await page.locator('title-check iframe').getAttribute('title')).toBe(
      '工程师职称申报自查',
    );
    expect(await link.isVisible()).toBe(false);
  });

  test('leaves that link where the host’s policy forbids the frame', async () => {
    const page = await openHost(`<title-check widget="timeline"></title-check>${script}`, {
      headers: {
        'content-security-policy': `default-src 'none'; script-src ${site}; img-src data:`,
      },
      expected: /frame-src|default-src|Framing/,
    });
    const link = page.getByRole('link', { name: '工程师职称申报时间' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${site}/timeline/`);
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
      '工程师职称申报自查',
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

describe('what passes between host and frame', () => {
  test('is heights alone, whatever is answered', async () => {
    const page = await openHost(`${record}<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    await start(frame);
    await complete(frame, FITTING);
    await settled(page, frame);
    const messages = await received(page);
    expect(messages.length).toBeGreaterThan(3);
    for (const message of messages) {
      expect(message).toEqual({ type: 'title-check', version: 1, height: expect.any(Number) });
    }
  });

  test('is nothing at all where the host has not greeted', async () => {
    const page = await openHost(
      `${record}<iframe src="${site}/embed/self-check/" title="x" width="100%" height="700"></iframe>`,
    );
    const frame = await frameOf(page, 'iframe');
    await start(frame);
    await complete(frame, FITTING);
    expect(await received(page)).toEqual([]);
  });

  test('a height that another window sends changes nothing', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title><script>
          for (const window of [parent, top]) window.postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
          parent.postMessage('sent', '*');
        </script>`,
      },
    });
    const page = await openHost(`${record}<title-check></title-check>${script}`, {
      origins: [attacker],
    });
    const frame = await frameOf(page);
    const height = await settled(page, frame);
    await page.evaluate((origin) => {
      postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
      const other = document.createElement('iframe');
      other.src = origin;
      document.body.append(other);
    }, attacker);
    await expect.poll(() => received(page)).toContain('sent');
    expect(await settled(page, frame)).toBe(height);
  });

  test.each([
    { type: 'title-check', version: 2, height: 5000 },
    { type: 'other', version: 1, height: 5000 },
    { type: 'title-check', version: 1, height: '5000' },
    { type: 'title-check', version: 1, height: -1 },
    { type: 'title-check', version: 1, height: 1e9 },
    { type: 'title-check', version: 1, height: Number.POSITIVE_INFINITY },
    { type: 'title-check', version: 1 },
    ['title-check', 1, 5000],
    'height=5000',
    null,
  ])('the frame’s own %j is not taken for a height', async (message) => {
    const page = await openHost(`${record}<title-check></title-check>${script}`);
    const frame = await frameOf(page);
    const height = await settled(page, frame);
    await frame.evaluate((data) => {
      parent.postMessage(data, '*');
      parent.postMessage('sent', '*');
    }, message);
    await expect.poll(() => received(page)).toContain('sent');
    expect((await page.locator('title-check iframe').boundingBox())?.height).toBe(height);
  });

  test('a height from another site that has taken over the frame changes nothing', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title><script>
          parent.postMessage({ type: 'title-check', version: 1, height: 5000 }, '*');
          parent.postMessage('sent', '*');
        </script>`,
      },
    });
    const page = await openHost(`${record}<title-check></title-check>${script}`, {
      origins: [attacker],
      // The greeting goes to the site alone, and the browser says that it was not delivered.
      expected: /target origin provided/,
    });
    const height = await settled(page, await frameOf(page));
    await page.locator('title-check iframe').evaluate((frame, origin) => {
      (frame as HTMLIFrameElement).src = origin;
    }, attacker);
    await expect.poll(() => received(page)).toContain('sent');
    expect((await page.locator('title-check iframe').boundingBox())?.height).toBe(height);
  });

  test('heights are addressed to the host alone', async () => {
    // Only a host on the site’s own origin can look on. Passed on, a message comes from the host itself, so that the
    // frame keeps its height here.
    const page = await openPage();
    await page.context().addInitScript(() => {
      if (window !== top) return;
      const targets: string[] = [];
      const { postMessage } = window;
      Object.assign(window, {
        targets,
        postMessage: (message: unknown, targetOrigin: string) => {
          targets.push(targetOrigin);
          postMessage.call(window, message, { targetOrigin });
        },
      });
    });
    await page.goto(`${site}/embed/`);
    const targets = () => page.evaluate(() => (window as unknown as { targets: string[] }).targets);
    await expect.poll(targets).not.toEqual([]);
    expect(new Set(await targets())).toEqual(new Set([site]));
  });

  test('a greeting that another window sends gets no answer', async () => {
    const attacker = await serveHost({
      '/': {
        html: `<!doctype html><title>a</title>${record}<script>
          parent.frames[0].postMessage({ type: 'title-check', version: 1 }, '*');
        </script>`,
      },
    });
    const page = await openHost(
      `${record}<iframe id="widget" src="${site}/embed/self-check/" title="x"></iframe>`,
      { origins: [attacker] },
    );
    const frame = await frameOf(page, '#widget');
    await frame.evaluate(() => {
      const place = window as unknown as { got: unknown[] };
      place.got = [];
      addEventListener('message', ({ data }) => place.got.push(data));
    });
    await page.evaluate((origin) => {
      const other = document.createElement('iframe');
      other.id = 'other';
      other.src = origin;
      document.body.append(other);
    }, attacker);
    await expect.poll(() => received(frame)).toHaveLength(1);
    await opening(frame).click();
    await frame.locator('.self-check-form').waitFor();
    expect(await frame.locator('html[data-followed]').count()).toBe(0);
    const handle = await page.locator('#other').elementHandle();
    expect(await received((await handle?.contentFrame()) as Frame)).toEqual([]);
    expect(await received(page)).toEqual([]);
  });
});

describe('a theme', () => {
  const open = async (theme: string, options: Open = {}) => {
    const page = await openHost(`<title-check theme="${theme}"></title-check>${script}`, options);
    const frame = await frameOf(page);
    await settled(page, frame);
    return frame;
  };
  const look = (frame: Frame) =>
    opening(frame).evaluate((button) => {
      const style = getComputedStyle(button);
      return {
        background: style.backgroundColor,
        radius: style.borderRadius,
        size: getComputedStyle(document.body).fontSize,
        height: button.getBoundingClientRect().height,
        paper: getComputedStyle(document.body).backgroundColor,
      };
    });

  test('changes accent, corners and size, and leaves targets large enough', async () => {
    const frame = await open('accent:#8a1538; radius:0; size:14');
    const { height, ...rest } = await look(frame);
    expect(rest).toEqual({
      background: 'rgb(138, 21, 56)',
      radius: '0px',
      size: '14px',
      paper: 'rgb(255, 255, 255)',
    });
    expect(height).toBeGreaterThanOrEqual(44);
  });

  test('is light by itself, dark where asked, and follows the system where asked', async () => {
    const dark = 'rgb(17, 24, 30)';
    const light = 'rgb(255, 255, 255)';
    expect((await look(await open('', { colorScheme: 'dark' }))).paper).toBe(light);
    expect((await look(await open('scheme:dark', { colorScheme: 'light' }))).paper).toBe(dark);
    const page = await openHost(`<title-check theme="scheme:auto"></title-check>${script}`, {
      colorScheme: 'dark',
    });
    const frame = await frameOf(page);
    expect((await look(frame)).paper).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(async () => (await look(frame)).paper).toBe(light);
  });

  test('is there before anything is painted', async () => {
    const page = await openPage();
    await page.context().addInitScript(() => {
      new PerformanceObserver((_paint, observer) => {
        const paper = getComputedStyle(document.body).backgroundColor;
        document.documentElement.setAttribute('data-first', paper);
        observer.disconnect();
      }).observe({ type: 'paint', buffered: true });
    });
    // What follows the head comes late, as on a slow network.
    await page.route('**/_astro/*.js', async (route) => {
      await page.waitForFunction(() => document.documentElement.hasAttribute('data-first'));
      await route.continue();
    });
    await page.goto(`${site}/embed/self-check/?theme=scheme:dark`);
    // Loaded does not mean painted.
    const painted = page.locator('html[data-first]');
    await painted.waitFor({ state: 'attached' });
    expect(await painted.getAttribute('data-first')).toBe('rgb(17, 24, 30)');
    await page.unrouteAll({ behavior: 'wait' });
  });

  test('that is hostile changes nothing', async () => {
    const plain = await look(await open(''));
    const hostile =
      'accent:#fff}body{display:none; radius:0}*{color:red; size:99999999; scheme:&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;';
    expect(await look(await open(hostile))).toEqual(plain);
  });

  test.each([
    ['accent:#ffee00', 'light'],
    ['accent:#001a33; scheme:dark', 'dark'],
    ['accent:#e4007f; size:14; radius:16', 'light'],
  ])('of %s leaves axe nothing to find', async (theme) => {
    const frame = await open(theme, { width: 360 });
    expect(await violations(frame, 'body')).toEqual([]);
    await start(frame);
    await complete(frame, { ...FITTING, heldSince: '2023-03-15', misconductOn: 'unsure' });
    expect(await violations(frame, 'body')).toEqual([]);
  });

  test('stays on the screen: paper has the site’s own colours', async () => {
    const page = await openPage({ path: '/embed/timeline/?theme=accent:ffcc00;scheme:dark' });
    await page.emulateMedia({ media: 'print' });
    const accent = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--tc-accent').trim(),
    );
    expect(accent).toBe('#000');
    expect(await page.locator('h1').innerText()).toContain('2026');
  });
});

describe('an embedded page', () => {
  test.each(['self-check', 'timeline', '2026/self-check', '2026/timeline'])(
    '%s is no page to be found, has none of the site around it, and says what prevails',
    async (path) => {
      const page = await openPage({ path: `/embed/${path}/`, width: 320 });
      await page.locator('astro-island:not([ssr])').first().waitFor();
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      expect(await page.locator('header, nav, site-search').count()).toBe(0);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await violations(page, 'body')).toEqual([]);
      expect(await page.locator('footer').innerText()).toContain('以通知原文和受理点的答复为准');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  test('without JavaScript leads to the full page, which has the tables', async () => {
    const page = await openPage({ path: '/embed/self-check/', javaScriptEnabled: false });
    const link = page.locator('noscript a');
    expect(await link.getAttribute('href')).toBe('/2026/self-check/');
  });
});

describe('the builder', () => {
  const open = async (options: Open = {}) => {
    const page = await openPage({ path: '/embed/', ...options });
    await settled(page, await frameOf(page));
    return page;
  };
  const lines = (page: Page, way: string) => page.locator(`[data-lines=${way}]`).innerText();
  const choose = (page: Page, name: string) => page.getByRole('radio', { name }).check();
  /** As by hand: drags and colour fields say that they have changed once they are let go. */
  const set = (page: Page, name: string, value: string) =>
    page.locator(`[name=${name}]`).evaluate((input, to) => {
      (input as HTMLInputElement).value = to;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);

  test('starts with the site’s own look, in all three ways', async () => {
    const page = await open();
    expect(await lines(page, 'element')).toBe(
      `<title-check widget="self-check"><a href="${site}/self-check/">工程师职称申报自查</a></title-check>\n<script src="${site}/embed.js" async></script>`,
    );
    expect(await lines(page, 'pinned')).toMatch(
      /embed\/v1\.[0-9a-f]{10}\.js" integrity="sha384-[^"]{64}" crossorigin="anonymous"/,
    );
    expect(await lines(page, 'iframe')).toContain(`src="${site}/embed/self-check/"`);
  });

  test('shows what is chosen, live', async () => {
    const page = await open();
    await choose(page, '时间怎么排');
    await choose(page, '固定 2026 年度');
    await choose(page, '深色');
    await choose(page, '360 像素');
    await set(page, 'radius', '0');
    const selector = 'title-check[widget=timeline][theme="radius:0; scheme:dark"] iframe';
    const frame = await frameOf(page, selector);
    expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await frame.evaluate(() => innerWidth)).toBe(360);
    await settled(page, frame, selector);
    expect(await lines(page, 'element')).toContain(
      '<title-check widget="timeline" notice="2026" theme="radius:0; scheme:dark">',
    );
  });

  test('says that an accent will be adjusted, and to what', async () => {
    const page = await open();
    const said = page.locator('[data-legibility]');
    expect(await said.innerText()).toBe('');
    await set(page, 'accent', '#ffcc00');
    expect(await said.innerText()).toMatch(
      /浅色：#ffcc00 看不清（对比度最低 1\.\d，至少要 4\.5），会调成 #[0-9a-f]{6}。/,
    );
    await choose(page, '随访客的系统');
    expect(await said.innerText()).toContain('深色：这个颜色看得清。');
    await set(page, 'accent', '#7a1f4b');
    expect(await said.innerText()).toContain('浅色：这个颜色看得清。');
    expect(await said.innerText()).toContain('深色：#7a1f4b 看不清');
  });

  test.each(['element', 'pinned', 'iframe'])(
    'gives lines that work on another site as they are: %s',
    async (way) => {
      const builder = await open();
      await builder.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await set(builder, 'accent', '#8a1538');
      await choose(builder, '时间怎么排');
      // The button is below the preview, which moves it until it has its height.
      await settled(builder, await frameOf(builder, 'title-check[widget=timeline] iframe'));
      await builder.locator(`[data-copy=${way}]`).click();
      await builder.getByText('已复制。').waitFor();
      const copied = await builder.evaluate(() => navigator.clipboard.readText());

      const page = await openHost(copied);
      const selector = way === 'iframe' ? 'iframe' : 'title-check iframe';
      const frame = await frameOf(page, selector);
      if (way !== 'iframe') await settled(page, frame);
      expect(
        await frame
          .getByRole('button', { name: '算一算' })
          .evaluate((button) => getComputedStyle(button).backgroundColor),
      ).toBe('rgb(138, 21, 56)');
    },
  );

  test('selects the lines where the browser refuses to copy', async () => {
    const page = await open();
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.locator('[data-copy=element]').click();
    await page.getByText('没能自动复制').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toContain('<title-check');
  });

  test('without JavaScript has the lines, and nothing that would do nothing', async () => {
    const page = await openPage({ path: '/embed/', javaScriptEnabled: false });
    expect(await lines(page, 'element')).toContain('<title-check widget="self-check">');
    for (const part of await page.locator('.builder :is(form, .preview, button)').all()) {
      expect(await part.isVisible()).toBe(false);
    }
  });

  test.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('fits and leaves axe nothing to find at %d px in %s', async (width, colorScheme) => {
    const page = await open({ width, colorScheme });
    await set(page, 'accent', '#ffcc00');
    await settled(page, await frameOf(page));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await violations(page, 'main')).toEqual([]);
  });
});
