/** Pages that a browser's translator works on: it swaps each text for a <font> element that holds its own. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { encodeAnswers } from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { statusOn } from '../../src/widgets/shared/status.ts';
import { answerOf, planPosting } from '../../src/widgets/Timeline/posting.ts';
import { openPage } from './support/page.ts';
import { changeAnswer, complete, FITTING, start } from './support/selfCheck.ts';

const [notice, calendar] = [await loadNotice('2026'), await loadCalendar()];
const NOW = '2026-07-10T09:00:00+08:00';

/** Two ways in which translators are known to do it. */
const WAYS = ['in its place', 'around it'] as const;

/** Translates what stands in the page, and what comes into it, as Google Translate does; the words stay the same. */
function translate(page: Page, way: (typeof WAYS)[number]): Promise<void> {
  return page.evaluate((way) => {
    const font = () => {
      const element = document.createElement('font');
      element.style.verticalAlign = 'inherit';
      return element;
    };
    const all = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode()) texts.push(walker.currentNode as Text);
      for (const text of texts) {
        const parent = text.parentElement;
        if (!text.data.trim() || parent?.closest('font, script, style, textarea, svg')) continue;
        const [outer, inner] = [font(), font()];
        outer.append(inner);
        if (way === 'in its place') {
          inner.append(text.data);
          text.replaceWith(outer);
        } else {
          text.before(outer);
          inner.append(text);
        }
      }
      // What it did itself is nothing new.
      observer.takeRecords();
    };
    const observer = new MutationObserver(all);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    all();
  }, way);
}

/** What is read, without spaces: elements around words come to stand in columns and lines of their own. */
const read = async (page: Page, selector: string) => bare(await page.locator(selector).innerText());
const bare = (text: string) => text.replace(/\s+/g, '');
const isTranslated = (page: Page, selector: string) =>
  page.waitForFunction((selector) => document.querySelector(`${selector} font font`), selector);

describe.each(WAYS)('text swapped %s', (way) => {
  test('the self-check asks, decides and tells of changes as it does untranslated', async () => {
    const seen: string[][] = [];
    for (const isForeign of [false, true]) {
      const page = await openPage({ path: '/2026/self-check/', now: NOW });
      if (isForeign) await translate(page, way);
      await start(page);
      await complete(page, { ...FITTING, heldSince: '2023-03-15' });
      const texts = [await read(page, '.self-check')];
      await changeAnswer(page, '您的最高学历或学位是？');
      await page.getByRole('radio', { name: '硕士' }).click();
      await page.locator('.self-check-note').waitFor();
      texts.push(await read(page, '.self-check'));
      await complete(page, FITTING);
      texts.push(await read(page, '.self-check'));
      await page.getByRole('button', { name: '重新开始' }).click();
      await page.getByText('手边备什么').waitFor();
      texts.push(await read(page, '.self-check'));
      if (isForeign) await isTranslated(page, '.self-check');
      seen.push(texts);
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]?.[0]).toContain(bare(notice.wording.verdicts.unlikely.label));
    expect(seen[0]?.[1]).toContain('已改：您的最高学历或学位是？');
    expect(seen[0]?.[2]).toContain(bare(notice.wording.verdicts.likely.label));
  });

  test('the employer’s verdict follows the date', async () => {
    const page = await openPage({ path: '/2026/timeline/#plan=2026.1&role=employer', now: NOW });
    await page.locator('.tc-verdict').waitFor();
    await translate(page, way);
    for (const postedOn of ['2026-07-24', '2026-07-20', '2026-06-24', '2026-07-23']) {
      await page.getByLabel('哪天贴出公示', { exact: true }).fill(postedOn);
      await page.getByRole('button', { name: '算一算' }).click();
      const posting = planPosting(notice, calendar, postedOn);
      if ('error' in posting) throw new Error(posting.error);
      const { headline, why } = answerOf(notice, posting.cautious, posting.cautious);
      await expect.poll(() => read(page, '.tc-verdict')).toBe(bare(headline + why));
    }
    await isTranslated(page, '.tc-verdict');
  });

  test('the timeline shows each role as it does untranslated', async () => {
    const seen: string[][] = [];
    for (const isForeign of [false, true]) {
      const page = await openPage({ path: '/2026/timeline/', now: NOW });
      await page.locator('.timeline-view').waitFor();
      if (isForeign) await translate(page, way);
      const texts: string[] = [];
      for (const [role, sign] of [
        ['所在单位', '公示哪天贴'],
        ['受理点', '还有几天审核'],
        ['申报人', '哪天提交'],
        ['所在单位', '公示哪天贴'],
      ]) {
        await page.getByRole('radio', { name: role as string }).check();
        await page
          .locator('.timeline-view')
          .getByText(sign as string)
          .first()
          .waitFor();
        texts.push(await read(page, '.timeline'));
      }
      await page.getByRole('button', { name: '按步骤排' }).click();
      await page.getByRole('button', { name: '加一步' }).click();
      await page.locator('#step-1-up').click();
      texts.push(await read(page, '.timeline'));
      await page.getByRole('button', { name: '不按步骤排了' }).click();
      await page.getByRole('button', { name: '按步骤排' }).waitFor();
      texts.push(await read(page, '.timeline'));
      seen.push(texts);
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  test('the home page turns at midnight', async () => {
    const page = await openPage({ now: '2026-07-19T23:59:00+08:00' });
    await page.getByText('今天截止').waitFor();
    await translate(page, way);
    await page.clock.setFixedTime('2026-07-20T00:01:00+08:00');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const text = statusOn(notice, '2026-07-20')?.text ?? '';
    await expect.poll(() => read(page, '.tc-status > :not([hidden])')).toBe(bare(text));
  });

  test('search says what it found', async () => {
    const page = await openPage();
    await translate(page, way);
    await page.locator('site-search .open:enabled').click();
    for (const term of ['公示', '学时']) {
      await page.getByRole('searchbox').fill(term);
      const status = page.locator('site-search [role=status]');
      await status.filter({ hasText: new RegExp(`^“${term}”：\\d+ 个页面$`) }).waitFor();
      await page.locator('site-search li').first().waitFor();
    }
  });
});

test('a page that is translated before its widgets start is taken over whole', async () => {
  const path = `/2026/self-check/#${encodeAnswers(notice, FITTING)}`;
  const page = await openPage({ path: '/2026/contacts/' });
  await page.route('**/*.js', async (route) => {
    await page.waitForFunction(() => document.querySelector('.self-check font'));
    await route.continue();
  });
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'commit' });
  await page.locator('.self-check p').first().waitFor();
  await translate(page, 'in its place');
  await page.locator('.tc-verdict h2').waitFor();
  expect(await page.locator('.tc-verdict h2').innerText()).toBe('初步符合');
  expect(await page.getByText('手边备什么').count()).toBe(0);
});

test('what a widget draws before a slow machine has shown it once is not taken for a translator’s doing', async () => {
  const seen: string[] = [];
  for (const isSlow of [false, true]) {
    const page = await openPage({ path: '/2026/contacts/', now: NOW });
    // What waits for a frame is done no earlier than with the next drawing.
    if (isSlow) {
      await page.context().addInitScript(() => {
        const { setTimeout } = window;
        window.requestAnimationFrame = () => 0;
        window.setTimeout = ((work: () => void, wait = 0) =>
          setTimeout(work, wait && 1e6)) as typeof window.setTimeout;
      });
    }
    await page.goto(new URL('/employers/publicity/', page.url()).href);
    await page.locator('astro-island:not([ssr]) .publicity').waitFor();
    for (const unit of ['某公司', '某某公司', '某某某公司'])
      await page.getByLabel('单位名称').fill(unit);
    seen.push(await read(page, '.publicity'));
  }
  expect(seen[1]).toBe(seen[0]);
  expect(seen[0]).toContain('某某某公司');
});
