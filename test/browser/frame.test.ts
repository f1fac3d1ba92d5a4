/** What stands around every page of the site: menu, contents and colours, in browsers that lack or deny things. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './support/page.ts';

const PATH = '/2026/conditions/';
const PHONE = { width: 390, height: 740 };

/** Opens a page after a script has changed what the browser offers. */
async function openAfter(change: () => void, options: Parameters<typeof openPage>[0] = {}) {
  const page = await openPage({ ...options, path: '/about/' });
  await page.addInitScript(change);
  await page.goto(new URL(options.path ?? PATH, page.url()).href);
  return page;
}

const lackPopover = () => {
  for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) {
    Reflect.deleteProperty(HTMLElement.prototype, name);
  }
  // What the browser would do by itself.
  addEventListener('DOMContentLoaded', () => {
    for (const element of document.querySelectorAll('[popover], [popovertarget]')) {
      element.removeAttribute('popover');
      element.removeAttribute('popovertarget');
    }
    for (const sheet of document.styleSheets) forget(sheet as unknown as Sheet);
  });
  interface Sheet {
    cssRules: (CSSRule & Partial<Sheet> & { selectorText?: string; conditionText?: string })[];
    deleteRule(at: number): void;
    insertRule?(text: string, at: number): void;
  }
  /** Leaves out the rules that such a browser does not understand, and lets those hold that are for it. */
  function forget(sheet: Sheet) {
    for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
      const rule = sheet.cssRules[at];
      if (rule?.selectorText?.includes(':popover-open')) sheet.deleteRule(at);
      else if (rule?.conditionText === 'not selector(:popover-open)') {
        const text = [...(rule.cssRules ?? [])].map(({ cssText }) => cssText).join('');
        sheet.deleteRule(at);
        sheet.insertRule?.(`@media all {${text}}`, at);
      } else if (rule?.cssRules && rule.deleteRule) forget(rule as unknown as Sheet);
    }
  }
};

describe.each([
  ['as it is', () => {}],
  ['without popovers', lackPopover],
])('the menu of a phone, in a browser %s,', (_, change) => {
  const parts = (page: Page) => ({
    button: page.getByRole('button', { name: '目录' }),
    entry: page.locator('#starlight__sidebar').getByRole('link', { name: '申报范围' }),
    title: page.getByRole('heading', { level: 1 }),
  });
  const scrolls = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.body).overflowY !== 'hidden');

  test('covers nothing until it is opened', async () => {
    const page = await openAfter(change, PHONE);
    const { entry, title } = parts(page);
    expect(await entry.isVisible()).toBe(false);
    await title.click({ trial: true });
    expect(await scrolls(page)).toBe(true);
  });

  test('opens and closes by its button, and says whether it is open', async () => {
    const page = await openAfter(change, PHONE);
    const { button, entry, title } = parts(page);
    // A popover's button says so by itself, which no attribute shows.
    const expanded = async (expanded: boolean) => {
      const said = await button.getAttribute('aria-expanded');
      expect(said).toBe(change === lackPopover ? String(expanded) : null);
    };
    await expanded(false);
    await button.click();
    await entry.click({ trial: true });
    await expanded(true);
    expect(await scrolls(page)).toBe(false);
    await button.click();
    await title.click({ trial: true });
    await expanded(false);
    expect(await scrolls(page)).toBe(true);
  });

  test('is reached by the keyboard alone, keeps the focus out of what it covers, and closes by Escape', async () => {
    const page = await openAfter(change, PHONE);
    const { button, entry } = parts(page);
    await button.focus();
    await page.keyboard.press('Enter');
    await entry.waitFor();
    await page.keyboard.press('Tab');
    const inMenu = () =>
      page.evaluate(() => Boolean(document.activeElement?.closest('#starlight__sidebar')));
    expect(await inMenu()).toBe(true);
    const covered = () =>
      page.evaluate(() => Boolean(document.activeElement?.closest('.main-frame')));
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      expect(await covered()).toBe(false);
    }
    // From the header the focus stays where it is.
    while (!(await inMenu())) await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await entry.waitFor({ state: 'hidden' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test('leads on, and does not stay open behind', async () => {
    const page = await openAfter(change, PHONE);
    const { button, entry } = parts(page);
    await button.click();
    await entry.click();
    await page.waitForURL('**/2026/scope/');
    await page.goBack();
    await parts(page).title.click({ trial: true });
  });

  test('gives way to the list beside the page where there is room', async () => {
    const page = await openAfter(change, PHONE);
    const { button, entry, title } = parts(page);
    await button.click();
    await page.setViewportSize({ width: 1100, height: 740 });
    await entry.click({ trial: true });
    await title.click({ trial: true });
    expect(await scrolls(page)).toBe(true);
  });
});

describe('the contents of a page', () => {
  test('mark the part that is being read, beside the page', async () => {
    const page = await openPage({ path: PATH });
    const current = page.locator('.right-sidebar-panel [data-contents] [aria-current=true]');
    await expect.poll(() => current.innerText()).toBe('页首');
    await page.getByRole('heading', { name: '继续教育学时' }).evaluate((heading) => {
      heading.scrollIntoView();
    });
    await expect.poll(() => current.innerText()).toBe('继续教育学时');
  });

  test('fold up on a phone once they have served', async () => {
    const page = await openPage({ path: PATH, width: 390 });
    const folded = page.locator('[data-contents] details');
    const open = () => folded.evaluate((details) => (details as HTMLDetailsElement).open);
    await folded.locator('summary').click();
    await folded.getByRole('link', { name: '继续教育学时' }).click();
    expect(await open()).toBe(false);
    await expect.poll(() => folded.locator('.here').innerText()).toBe('继续教育学时');
    await folded.locator('summary').click();
    await page.keyboard.press('Escape');
    expect(await open()).toBe(false);
  });
});

const denyStorage = () => {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  }
};
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(17, 24, 30)';

describe('the colours of a page', () => {
  test.each(['light', 'dark'] as const)(
    'follow a %s system, also where storage is denied',
    async (colorScheme) => {
      const page = await openAfter(denyStorage, { colorScheme });
      expect(await paper(page)).toBe(colorScheme === 'light' ? LIGHT : DARK);
      const select = page.getByRole('banner').getByLabel('配色');
      await select.selectOption('深色');
      await expect.poll(() => paper(page)).toBe(DARK);
      await select.selectOption('浅色');
      await expect.poll(() => paper(page)).toBe(LIGHT);
    },
  );

  test.each(['light', 'dark'] as const)(
    'follow a %s system without scripts',
    async (colorScheme) => {
      const page = await openPage({ path: PATH, colorScheme, javaScriptEnabled: false });
      const inks = await page.screenshot({ clip: { x: 600, y: 2, width: 1, height: 1 } });
      const other = await openPage({ path: PATH, colorScheme });
      expect(inks).toEqual(await other.screenshot({ clip: { x: 600, y: 2, width: 1, height: 1 } }));
    },
  );

  test('follow the system while it changes, until a person chooses; the choice stays for the next page', async () => {
    const page = await openPage({ path: PATH, colorScheme: 'light' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(() => paper(page)).toBe(DARK);
    await page.getByRole('banner').getByLabel('配色').selectOption('浅色');
    await page.goto(new URL('/about/', page.url()).href);
    expect(await paper(page)).toBe(LIGHT);
    expect(await page.getByRole('banner').getByLabel('配色').inputValue()).toBe('light');
    await page.getByRole('banner').getByLabel('配色').selectOption('自动');
    await expect.poll(() => paper(page)).toBe(DARK);
    expect(await kept(page)).toEqual([]);
  });
});

const kept = (page: Page) =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);

describe('the device', () => {
  test('keeps nothing of a visit that nobody asked it to keep', async () => {
    const page = await openPage({ path: '/' });
    for (const path of ['/2026/rules/', '/self-check/', '/timeline/', '/embed/', '/about/']) {
      await page.goto(new URL(path, page.url()).href);
      await page.locator('nav.sidebar summary').first().click();
      await page.locator('#starlight__sidebar').evaluate((list) => list.scrollTo(0, 200));
    }
    await page.goto(new URL('/', page.url()).href);
    expect(await kept(page)).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
});

test('the column stands at the same place on every page, and neighbours side by side on a phone', async () => {
  const page = await openPage({ path: '/' });
  const { origin } = new URL(page.url());
  // With a list of headings and without one, longer than the window and shorter.
  const paths = ['/', '/2026/notice/', '/2026/self-check/', '/timeline/', '/for-sites/', '/about/'];
  for (const width of [360, 1000, 1280, 1700]) {
    await page.setViewportSize({ width, height: 1100 });
    const places = new Set<string>();
    for (const path of paths) {
      await page.goto(origin + path);
      const { x, width } = (await page
        .locator('main .content-panel .sl-container')
        .first()
        .boundingBox())!;
      places.add(`${x} ${width}`);
    }
    expect(places.size, `${width}: ${[...places].join(', ')}`).toBe(1);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const [previous, next] = await page
    .locator('.pagination-links a')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().toJSON()));
  expect(next.top).toBe(previous.top);
  expect(next.left).toBeGreaterThan(previous.right);
  expect(next.right).toBeLessThanOrEqual(360);
});

test('the list of pages shows the current one, however far down it stands', async () => {
  const page = await openPage({ path: '/about/', height: 500 });
  const current = page.locator('nav.sidebar a[aria-current=page]');
  const seen = await current.evaluate((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top > 0 && bottom < innerHeight;
  });
  expect(seen).toBe(true);
});

describe('the header', () => {
  /** What sticks out of it, or lies over something else in it. */
  const faults = (page: Page) =>
    page.evaluate(() => {
      const header = document.querySelector('header') as HTMLElement;
      const { bottom, right } = header.getBoundingClientRect();
      const parts = ['.site-title span', 'site-search .open', '.sl-menu-button'].map((selector) => {
        const part = document.querySelector(selector) as Element;
        return { selector, ...part.getBoundingClientRect().toJSON() } as DOMRect & {
          selector: string;
        };
      });
      return parts.flatMap((part, at) => [
        ...(part.top < 0 || part.bottom > bottom || part.left < 0 || part.right > right
          ? [`${part.selector} sticks out`]
          : []),
        ...(at > 0 && part.left < (parts[at - 1] as DOMRect).right
          ? [`${part.selector} lies over what stands before it`]
          : []),
      ]);
    });

  test.each([360, 390])(
    'shows all of itself on a phone of %d pixels, in letters twice as large',
    async (width) => {
      const page = await openPage({ path: PATH, width });
      expect(await faults(page)).toEqual([]);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      expect(await faults(page)).toEqual([]);
    },
  );

  test('marks the current page alone in forced colours', async () => {
    const page = await openPage({ path: '/self-check/', forcedColors: 'active' });
    const lines = await page.locator('header nav a').evaluateAll((links) =>
      links.map((link) => {
        const { borderTopStyle, borderBottomStyle } = getComputedStyle(link);
        return [link.textContent?.trim(), borderTopStyle, borderBottomStyle];
      }),
    );
    expect(lines).toEqual([
      ['我能申报吗', 'none', 'solid'],
      ['时间怎么排', 'none', 'none'],
      ['通知要点', 'none', 'none'],
    ]);
  });
});

describe('the sentence for browsers that are too old', () => {
  /** As a browser without layers reads the styles: it leaves out whatever stands in one. */
  const forgetLayers = () => {
    addEventListener('DOMContentLoaded', () => {
      for (const sheet of document.styleSheets) {
        for (let at = sheet.cssRules.length - 1; at >= 0; at -= 1) {
          if (sheet.cssRules[at] instanceof CSSLayerBlockRule) sheet.deleteRule(at);
        }
      }
    });
  };

  test.each(['/', PATH, '/embed/timeline/'])(
    'is seen there on %s, with text and links',
    async (path) => {
      const page = await openAfter(forgetLayers, { path, width: 390 });
      const sentence = page.getByText('请换 Chrome 103、');
      await sentence.waitFor();
      await page.getByRole('link').first().click({ trial: true });
      expect(await page.locator('main').innerText()).toMatch(/.{40}/s);
    },
  );

  test.each(['/', '/embed/timeline/'])('takes no room elsewhere on %s', async (path) => {
    const page = await openPage({ path });
    expect(await page.locator('.tc-too-old').boundingBox()).toBeNull();
  });
});
