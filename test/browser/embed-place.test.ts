import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { snippets, type Widget } from '../../src/embed/index.ts';
import { frameOf, hostAt, openHost, script, settled, site } from './support/embed.ts';
import { openPage } from './support/page.ts';
import { answerScreen, FITTING, start } from './support/selfCheck.ts';

/** What a webmaster copies from the builder. */
const copied = (widget: Widget) =>
  snippets({
    root: `${site}/`,
    widget,
    year: '',
    view: '',
    postedOn: '',
    theme: '',
    pinned: { path: '', integrity: '' },
  }).element;

describe.each(['self-check', 'timeline', 'roster'] as const)('the room for %s', (widget) => {
  test.each([360, 1280])('hardly moves what stands below it at %d px', async (width) => {
    const words = `<p>${'贵站自己的文字。'.repeat(40)}</p>`;
    const path = await hostAt(
      `<meta name="viewport" content="width=device-width"><h1>贵站</h1>${words}${copied(widget)}${words.repeat(5)}`,
    );
    const page = await openPage({ origins: [new URL(path).origin], width, height: 740 });
    await page.addInitScript(() => {
      if (window !== top) return;
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as never as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The script comes after the host's first picture, as it does on most networks.
    await page.route(`${site}/embed.js`, async (route) => {
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length > 0,
      );
      await route.continue();
    });
    await page.goto(path);
    await settled(page, await frameOf(page));
    const shift = await page.evaluate(async () => {
      // What has moved is reported with the next picture.
      for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
      return (window as never as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0);
    });
    expect(shift).toBeLessThanOrEqual(0.1);
    // What was kept free is given back: the widget gets lower, too.
    expect(await page.locator('title-check').evaluate(({ clientHeight }) => clientHeight)).toBe(
      await settled(page, await frameOf(page)),
    );
  });
});

describe('the element is as wide as there is room', () => {
  test.each([
    ['a row', 'display:flex'],
    ['a row beside other things', 'display:flex', '<span>旁边</span>'],
    ['a centred column', 'display:flex;flex-direction:column;align-items:center'],
    ['a centred grid', 'display:grid;justify-items:center'],
    ['a grid of tracks as wide as their content', 'display:grid;justify-content:center'],
    ['an inline block', 'display:inline-block'],
    ['a float', 'float:left'],
    ['a box that fits its content', 'width:fit-content'],
    ['a table', 'display:table'],
  ])('in %s', async (_, style, beside = '') => {
    const page = await openHost(
      `<div style="width:700px"><div style="${style}"><title-check></title-check>${beside}</div></div>${script}`,
    );
    const frame = await frameOf(page);
    await settled(page, frame);
    const { width = 0 } = (await page.locator('title-check iframe').boundingBox()) ?? {};
    expect(width).toBeGreaterThan(beside ? 600 : 699);
    expect(width).toBeLessThanOrEqual(700);
  });

  test('and no wider than a phone', async () => {
    const page = await openHost(
      `<meta name="viewport" content="width=device-width"><div style="display:inline-block"><title-check></title-check></div>${script}`,
      { width: 320 },
    );
    await settled(page, await frameOf(page));
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

describe('until the frame has spoken', () => {
  const link = (page: Page) => page.locator('title-check').getByRole('link');

  test('a note with the link stands in its place', async () => {
    const path = await hostAt(
      `<title-check><a href="${site}/self-check/">能不能申报</a></title-check>${script}`,
    );
    const page = await openPage({ origins: [new URL(path).origin] });
    let go = () => {};
    const asked = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route(`${site}/embed/self-check/`, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    await page.getByText('正在打开').waitFor();
    expect(await link(page).innerText()).toBe('能不能申报');
    expect(await page.locator('title-check iframe').isVisible()).toBe(false);
    go();
    await settled(page, await frameOf(page));
    expect(await link(page).isVisible()).toBe(false);
    expect(await page.getByText('正在打开').isVisible()).toBe(false);
    expect(await page.locator('title-check iframe').isVisible()).toBe(true);
  });

  /** Ways in which a frame comes to nothing; each loads, as far as a page can see. */
  const ways: [string, (page: Page) => Promise<unknown>, Record<string, string>?][] = [
    [
      'the host’s policy',
      async () => {},
      {
        'content-security-policy': `default-src 'none'; script-src ${site}; img-src data:; style-src 'unsafe-inline'`,
      },
    ],
    [
      'the page’s own policy',
      (page) =>
        page.route(`${site}/embed/timeline/`, async (route) => {
          const response = await route.fetch();
          const headers = {
            ...response.headers(),
            'content-security-policy': "frame-ancestors 'none'",
          };
          await route.fulfill({ response, headers });
        }),
    ],
    [
      'X-Frame-Options',
      (page) =>
        page.route(`${site}/embed/timeline/`, async (route) => {
          const response = await route.fetch();
          await route.fulfill({
            response,
            headers: { ...response.headers(), 'x-frame-options': 'DENY' },
          });
        }),
    ],
    ['the network', (page) => page.route(`${site}/embed/timeline/`, (route) => route.abort())],
  ];
  test.each(ways)(
    'the link stays and says why where %s blocks it',
    async (_, block, headers = {}) => {
      const path = await hostAt(
        `<title-check widget="timeline"></title-check><p>下面</p>${script}`,
        {
          headers,
        },
      );
      const page = await openPage({
        origins: [new URL(path).origin],
        // The browser's own words on what was blocked, and that the greeting was not delivered.
        expected: /frame-src|default-src|fram|target origin provided|ERR_/i,
      });
      await block(page);
      await page.addInitScript(() => {
        const heard: string[] = [];
        Object.assign(window, { heard });
        document.addEventListener(
          'error',
          ({ type, target }) => {
            if (target instanceof Element && target.localName === 'title-check') heard.push(type);
          },
          { capture: true },
        );
      });
      await page.goto(path);
      await page.getByText('这里打不开').waitFor();
      expect(await link(page).getAttribute('href')).toBe(`${site}/timeline/`);
      expect(await page.locator('title-check iframe').isVisible()).toBe(false);
      const { height = 999 } = (await page.locator('title-check').boundingBox()) ?? {};
      expect(height).toBeLessThan(120);
      const heard = await page.evaluate(() => (window as never as { heard: string[] }).heard);
      expect(heard).toContain('error');
    },
  );

  test('one that failed and is loaded again is shown', async () => {
    const path = await hostAt(`<title-check></title-check>${script}`);
    const page = await openPage({
      origins: [new URL(path).origin],
      expected: /target origin provided|ERR_/,
    });
    await page.route(`${site}/embed/self-check/`, (route) => route.abort());
    await page.goto(path);
    await page.getByText('这里打不开').waitFor();
    await page.unrouteAll();
    await page.locator('title-check iframe').evaluate((frame) => {
      const iframe = frame as HTMLIFrameElement;
      iframe.src = String(iframe.src);
    });
    await settled(page, await frameOf(page));
    expect(await link(page).isVisible()).toBe(false);
  });
});

describe('the element’s own events', () => {
  test('are one load, then a resize with each height, and nothing of what was answered', async () => {
    const page = await openHost('');
    await page.evaluate((address) => {
      const events: [string, unknown][] = [];
      Object.assign(window, { events });
      const element = document.createElement('title-check');
      for (const type of ['load', 'error', 'resize']) {
        element.addEventListener(type, (event) => {
          events.push([type, (event as CustomEvent).detail]);
        });
        // Hosts listen to their window's own events of these names.
        addEventListener(type, ({ target }) => {
          if (target === element) events.push([`window ${type}`, null]);
        });
      }
      const script = document.createElement('script');
      script.src = address;
      document.body.append(element, script);
    }, `${site}/embed.js`);
    const frame = await frameOf(page);
    await start(frame);
    await answerScreen(frame, FITTING);
    const height = await settled(page, frame);
    const events = await page.evaluate(
      () => (window as never as { events: [string, unknown][] }).events,
    );
    expect(events[0]).toEqual(['load', null]);
    expect(events.length).toBeGreaterThan(3);
    for (const event of events.slice(1)) {
      expect(event).toEqual(['resize', { height: expect.any(Number) }]);
    }
    expect(events.at(-1)).toEqual(['resize', { height }]);
  });
});
