import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { assess, encodeAnswers } from '../../../src/calculator/index.ts';
import { loadNotice } from '../../../src/notices/index.ts';
import { encodePlan } from '../../../src/plan/index.ts';
import { statusOn } from '../../../src/widgets/shared/status.ts';
import { serveHost } from '../../browser/support/host.ts';
import { clickThrough, FITTING } from '../../browser/support/selfCheck.ts';
import { press, reachable, run, seen } from './hands.ts';
import { NOW, serveWatched, type WatchedSite } from './site.ts';
import type { Driver, Tab } from './tab.ts';

const notice = await loadNotice('2026');
const PHONE = 390;
const VERDICT = notice.wording.verdicts[assess(notice, FITTING).verdict].label;

/** What people come to the site for, in a browser of the floor or one of today, on a phone and on a wide screen. */
export function journeys({ name, start }: Driver): void {
  if (!start && process.env.CI) throw new Error(`${name} is not there.`);

  describe.runIf(start)(name, () => {
    let site: WatchedSite;
    let tab: Tab;
    beforeAll(async () => {
      site = await serveWatched();
      tab = await (start as () => Promise<Tab>)();
    });
    afterAll(async () => {
      await tab?.close();
      site?.close();
    });
    /** What is left earlier stops loading, and would be told as what did not load. */
    const whole = () => seen(tab, () => document.readyState === 'complete');
    afterEach(async () => {
      await whole();
      expect(site.problems()).toEqual([]);
    });

    describe.each([PHONE, 1100])('at %i px', (width) => {
      beforeAll(() => tab.resize(width, 800));

      const open = async (path: string) => {
        await tab.open(site.origin + path);
        // What is wider than the screen has to be dragged aside to be read.
        await whole();
        await seen(tab, (width) => innerWidth === width, width);
      };
      const fitsAcross = async () =>
        expect(
          await run(
            tab,
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBe(0);
      const goesTo = async (path: string) => {
        await seen(tab, (path) => location.pathname === path, path);
        await whole();
      };
      /** A widget that runs, where the page has only one. */
      const running = () =>
        seen(tab, () => Boolean(document.querySelector('astro-island:not([ssr])')));
      const says = (selector: string, text: string) =>
        seen(
          tab,
          (selector, text) => document.querySelector(selector)?.textContent?.includes(text),
          selector,
          text,
        );

      test('the home page says how things stand today, and leads on', async () => {
        await open('/');
        await says('.tc-status > :not([hidden])', statusOn(notice, NOW.slice(0, 10))?.text ?? '…');
        await reachable(tab, 'h1');
        await fitsAcross();
        await press(tab, 'main a', '我能申报吗');
        await goesTo('/self-check/');
        await reachable(tab, 'h1');
      });

      if (width === PHONE)
        test('the menu opens over the page and closes again', async () => {
          await open('/2026/notice/');
          await press(tab, '.sl-menu-button');
          await reachable(tab, '#starlight__sidebar a', '材料');
          await press(tab, '.sl-menu-button');
          await reachable(tab, 'h1');
          expect(
            await run(
              tab,
              () => document.querySelector('#starlight__sidebar a')?.getClientRects().length,
            ),
          ).toBe(0);
        });

      test('the search finds pages, and opens one', async () => {
        await open('/about/');
        await press(tab, 'site-search .open');
        await tab.type('公示');
        await says('dialog ol a', '公示');
        await reachable(tab, 'dialog ol a');
        await tab.type('\n');
        await seen(tab, () => location.pathname !== '/about/');
        await reachable(tab, 'h1');
      });

      test('the self-check asks its way to a verdict', async () => {
        await open('/2026/self-check/');
        await running();
        await press(tab, 'button', '开始自查');
        await press(tab, `[data-question=target] [value=${FITTING.target}]`);
        await seen(tab, () => Boolean(document.querySelector('[data-question=specialty]')));
        await run(tab, clickThrough, FITTING);
        await says('.self-check .tc-verdict h2', VERDICT);
        await reachable(tab, '.self-check .tc-verdict h2');
        await fitsAcross();
      });

      test('the timeline plans from the day of posting', async () => {
        await open('/2026/timeline/');
        await running();
        // By the browser's own clock: a year that is over has it folded.
        await says('.timeline-now', '今天');
        await run(tab, () =>
          document.querySelector<HTMLElement>('.timeline-past:not([open]) > summary')?.click(),
        );
        await press(tab, '.timeline-roles label', notice.wording.actors.employer);
        await press(tab, '#posted-on');
        await run(tab, () => document.querySelector<HTMLInputElement>('#posted-on')?.select());
        await tab.type('2026-07-20\n');
        await says('.timeline .tc-verdict', '能赶上 7 月 31 日的推荐截止日');
        await reachable(tab, '.timeline .tc-verdict');
        await reachable(tab, '.timeline svg');
        await fitsAcross();
      });

      if (width !== PHONE)
        test('a roster is pasted, screened and opened person by person', async () => {
          await open('/employers/roster/');
          await running();
          await reachable(tab, '.roster-opening .roster-go-paste:not(:disabled)');
          await run(tab, () => {
            const field = document.querySelector<HTMLTextAreaElement>('#roster-text');
            // Typed, a tab would lead on to the button.
            if (field) field.value = '姓名\t申报职称\t学历\n甲一\t中工\t大学本科\n乙二\t助工\t大专';
          });
          await press(tab, '.roster-opening .roster-go-paste');
          await says('.roster-work h2', '先看列认得对不对');
          await press(tab, '.roster-go button', '开始核对');
          await says('.roster-work h2', '2 人的结果');
          await press(tab, '.roster-row button', '乙二');
          await says('.roster-one h2', '乙二');
          await reachable(tab, '.roster-one .tc-verdict');
          await fitsAcross();
          await press(tab, '.roster-turn button', '回到名单');
          await says('.roster-row button', '甲一');
          // Printed, it may be left: until then the page asks whether to, and a driver has no answer.
          await run(tab, () => {
            dispatchEvent(new Event('beforeprint'));
            dispatchEvent(new Event('afterprint'));
          });
        });

      test('links that were shared show what they were made of', async () => {
        await open(`/2026/self-check/#${encodeAnswers(notice, FITTING)}`);
        await says('.self-check .tc-verdict h2', VERDICT);
        await reachable(tab, '.self-check .tc-verdict h2');
        await open(
          `/2026/timeline/#${encodePlan(notice, { role: 'employer', postedOn: '2026-07-24' })}`,
        );
        await says('.timeline-now', '今天');
        await run(tab, () =>
          document.querySelector<HTMLElement>('.timeline-past:not([open]) > summary')?.click(),
        );
        await says('.timeline .tc-verdict', '不能赶上 7 月 31 日');
      });

      test('another site’s page shows both widgets at their full height', async () => {
        await open('/embed/self-check/');
        await running();
        const { x, y } = await reachable(tab, 'button', '开始自查');
        const button = { x, y: y + (await run(tab, () => scrollY)) };
        // A module finds its own address in another way.
        const script =
          width === PHONE
            ? `<script src="${site.origin}/embed.js" async></script>`
            : `<script type="module">import '${site.origin}/embed.js';</script>`;
        const host = await serveHost({
          '/': {
            html: `<!doctype html><html lang="zh-CN"><head>${site.watch}<meta name="viewport" content="width=device-width"><title>host</title><link rel="icon" href="data:,"></head><body style="margin:0"><title-check></title-check><title-check widget="timeline"></title-check>${script}</body></html>`,
          },
        });
        await tab.open(`${host}/`);
        // From outside alone: not every driver can enter a frame of another site.
        const [height = 0] = await seen(tab, heights);
        // Its widget may be shown before it runs.
        await expect
          .poll(async () => {
            const { left, top } = await run(tab, bringIntoView, button.y);
            await tab.pressAt(left + button.x, top + button.y);
            return seen(tab, heights).then(([now]) => now);
          })
          .not.toBe(height);
      });
    });
  });
}

/** Runs in the host's page: how tall its widgets are, once all have told it and none shows its link any more. */
function heights(): number[] | undefined {
  const all = [...document.querySelectorAll('title-check')].map(({ shadowRoot, style }) => ({
    height: shadowRoot?.querySelector('iframe')?.clientHeight ?? 0,
    link: shadowRoot?.querySelector('a')?.getClientRects().length,
    // What a host keeps free is given back with the first height; until then the frame has the usual one.
    isTold: style.minHeight !== '',
  }));
  const isWhole = all.length > 0 && all.every(({ isTold, link }) => isTold && !link);
  return isWhole ? all.map(({ height }) => height) : undefined;
}

/** Runs in the host's page: scrolls to a height in the first widget, and tells where that then begins. */
function bringIntoView(y: number): { left: number; top: number } {
  const frame = document.querySelector('title-check')?.shadowRoot?.querySelector('iframe');
  if (!frame) throw new Error('Nothing is framed');
  scrollTo(0, frame.getBoundingClientRect().top + scrollY + y - innerHeight / 2);
  const { left, top } = frame.getBoundingClientRect();
  return { left, top };
}
