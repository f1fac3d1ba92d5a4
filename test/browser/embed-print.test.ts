import type { Frame, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { frameOf, hostAt, openHost, script, settled } from './support/embed.ts';
import { openPage } from './support/page.ts';
import { complete, FITTING, start } from './support/selfCheck.ts';

/** What a person would see of the verdict and of its record for paper, whatever the medium. */
const seen = (place: Page | Frame) =>
  place.evaluate(() => {
    const shown = (selector: string) => {
      const element = document.querySelector(selector);
      return element !== null && getComputedStyle(element).display !== 'none';
    };
    const { fontSize } = getComputedStyle(document.body);
    const { height } = document.querySelector('h1')?.getBoundingClientRect() ?? {};
    return {
      result: shown('.self-check-result'),
      record: shown('.self-check-record'),
      buttons: shown('.tc-button'),
      heading: (height ?? 0) > 1,
      fontSize,
    };
  });

/** Takes the place of printing, whose pages no test can read: what comes before, the medium, and what comes after. */
async function printing<T>(page: Page, frame: Frame, look: () => Promise<T>): Promise<T> {
  await frame.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const result = await look();
  await page.emulateMedia({ media: 'screen' });
  await frame.evaluate(() => dispatchEvent(new Event('afterprint')));
  return result;
}

const ON_PAPER = { result: false, record: true, buttons: false, heading: false };

test('a host that prints shows the verdict as it stands on the screen, on white', async () => {
  const page = await openHost(`<title-check theme="scheme:dark; size:20"></title-check>${script}`);
  const frame = await frameOf(page);
  await start(frame);
  await complete(frame, FITTING);
  const height = await settled(page, frame);
  const onScreen = await seen(frame);
  expect(onScreen).toMatchObject({ result: true, record: false, heading: false });

  const printed = await printing(page, frame, async () => ({
    seen: await seen(frame),
    paper: await frame.evaluate(() => getComputedStyle(document.body).backgroundColor),
    height: (await page.locator('title-check').boundingBox())?.height,
  }));
  expect(printed).toEqual({ seen: onScreen, paper: 'rgb(255, 255, 255)', height });

  expect(await seen(frame)).toEqual(onScreen);
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
});

test('the browser tells the frame when its host prints, before it draws the pages', async () => {
  const page = await openHost(`<title-check></title-check>${script}`);
  const frame = await frameOf(page);
  await settled(page, frame);
  await frame.evaluate(() => {
    const media = () =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSMediaRule && rule.cssText.includes('.tc-verdict'))
        .map((rule) => (rule as CSSMediaRule).media.mediaText);
    const said: string[][] = [];
    Object.assign(window, { said });
    for (const type of ['beforeprint', 'afterprint'])
      addEventListener(type, () => said.push(media()));
  });
  await page.pdf();
  const said = await frame.evaluate(() => (window as never as { said: string[][] }).said);
  expect(said).toEqual([['screen'], ['print']]);
});

test('an embed that prints itself uses its record', async () => {
  const path = await hostAt(`<title-check></title-check>${script}`);
  const page = await openPage({ origins: [new URL(path).origin] });
  // In place of the browser's dialogue, which no test can close.
  await page.addInitScript(() => {
    window.print = () => {};
  });
  await page.goto(path);
  const frame = await frameOf(page);
  await start(frame);
  await complete(frame, FITTING);
  await frame.getByRole('button', { name: '打印' }).click();
  expect(await printing(page, frame, () => seen(frame))).toMatchObject(ON_PAPER);
  // What comes after is the host's again.
  expect(await printing(page, frame, () => seen(frame))).toMatchObject({ record: false });
});

test('an embedded page opened alone uses its record', async () => {
  const page = await openPage({ path: '/embed/self-check/' });
  await start(page);
  await complete(page, FITTING);
  expect(await printing(page, page.mainFrame(), () => seen(page))).toMatchObject(ON_PAPER);
});

test('no page of the site is at least as tall as the window on paper, where a blank page would follow', async () => {
  const page = await openPage({ path: '/2026/self-check/' });
  await page.emulateMedia({ media: 'print' });
  const least = await page
    .locator('.page')
    .evaluate((element) => getComputedStyle(element).minHeight);
  expect(least).toBe('0px');
});
