import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { frameOf, type Open, openHost, opening, script, settled, site } from './support/embed.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, start } from './support/selfCheck.ts';

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
