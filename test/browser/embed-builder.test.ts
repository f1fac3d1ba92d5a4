import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violations } from './support/axe.ts';
import { frameOf, type Open, openHost, settled, site } from './support/embed.ts';
import { openPage } from './support/page.ts';
import { start } from './support/selfCheck.ts';

/** While a plan is worth making; afterwards it is folded. */
const IN_SEASON = '2026-07-10T09:00:00+08:00';

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

  test('names its sliders, each with the number it stands at', async () => {
    const page = await open();
    const slider = page.getByRole('slider', { name: '圆角 6 像素' });
    await slider.press('ArrowRight');
    await page.getByRole('slider', { name: '圆角 7 像素' }).waitFor();
    expect(await page.getByRole('slider', { name: '字号 17 像素' }).count()).toBe(1);
  });

  test('starts with the site’s own look, in all three ways', async () => {
    const page = await open();
    expect(await lines(page, 'element')).toBe(
      `<title-check widget="self-check" style="display:block;min-height:max(419px,715px - 40vw)"><a href="${site}/self-check/">工程师职称：我能申报吗</a></title-check>\n<script src="${site}/embed.js" async></script>`,
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
      '<title-check widget="timeline" notice="2026" theme="radius:0; scheme:dark" ',
    );
  });

  test('takes another look without beginning anew', async () => {
    const page = await open();
    const frame = await frameOf(page);
    await start(frame);
    await choose(page, '深色');
    await frame.locator('html[data-theme=dark]').waitFor();
    expect(await frame.locator('.self-check-form').count()).toBe(1);
    expect(await lines(page, 'element')).toContain('theme="scheme:dark"');
  });

  test('sets the timeline’s role and day of posting, in all three ways', async () => {
    const page = await open();
    expect(await page.getByLabel('所在单位').isVisible()).toBe(false);
    await choose(page, '时间怎么排');
    await choose(page, '所在单位');
    await page.locator('[name=posted]').fill('2026-07-20');
    await page.locator('[name=posted]').dispatchEvent('change');
    await page.locator('title-check[view=employer][posted-on="2026-07-20"]').waitFor();
    for (const way of ['element', 'pinned']) {
      expect(await lines(page, way)).toContain(' view="employer" posted-on="2026-07-20" ');
    }
    expect(await lines(page, 'iframe')).toContain(
      `src="${site}/embed/timeline/#plan=&amp;role=employer&amp;post=2026-07-20"`,
    );
    const other = await openHost(await lines(page, 'iframe'), { now: IN_SEASON });
    const frame = await frameOf(other, 'iframe');
    await expect.poll(() => frame.getByRole('radio', { name: '所在单位' }).isChecked()).toBe(true);
    await choose(page, '我能申报吗');
    expect(await lines(page, 'element')).not.toMatch(/view|posted-on|plan/);
  });

  test('says that half a date is not taken', async () => {
    const page = await open();
    await choose(page, '时间怎么排');
    const field = page.locator('[name=posted]');
    await field.focus();
    await page.keyboard.type('07');
    await field.dispatchEvent('change');
    await page.getByText('日期没有填完整').waitFor();
    await field.fill('2026-07-20');
    await field.dispatchEvent('change');
    expect(await page.locator('[data-posted]').innerText()).toBe('');
  });

  test('says so where the preview cannot be opened, and still gives the lines', async () => {
    const page = await openPage({ expected: /target origin provided|ERR_/ });
    await page.route('**/embed/self-check/', (route) => route.abort());
    await page.goto(`${site}/embed/`);
    await page.getByText('预览没有打开').waitFor();
    expect(await lines(page, 'element')).toContain('<title-check');
    await choose(page, '时间怎么排');
    await settled(page, await frameOf(page, 'title-check[widget=timeline] iframe'));
    expect(await page.getByText('预览没有打开').count()).toBe(0);
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
      await builder.locator(`[data-copy-lines=${way}]`).click();
      await builder.getByText('已复制。').waitFor();
      const copied = await builder.evaluate(() => navigator.clipboard.readText());

      const page = await openHost(copied, { now: IN_SEASON });
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
    await page.locator('[data-copy-lines=element]').click();
    await page.getByText('没能自动复制').waitFor();
    expect(await page.evaluate(() => String(getSelection()))).toContain('<title-check');
  });

  test('without JavaScript has the lines, and nothing that would do nothing', async () => {
    const page = await openPage({ path: '/embed/', javaScriptEnabled: false });
    expect(await lines(page, 'element')).toContain('<title-check widget="self-check" ');
    await page.locator('.builder noscript p').waitFor();
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
