/**
 * How the built self-check feels on a slow phone, measured with Chromium's own instruments over its DevTools protocol:
 * starting it (throttled processor and network), and answering (throttled processor, traced); and the search, from a
 * query typed to its results. Prints tables, then JSON.
 */
import { existsSync } from 'node:fs';
import { type Browser, type CDPSession, chromium, type Locator, type Page } from 'playwright-core';
import { findBrowser } from '../../src/scripts/browser.mjs';
import { FITTING, fillScreen, wholeAnswer } from '../browser/support/selfCheck.ts';
import { DIST, serve } from './serve.ts';

const PATH = '/2026/self-check/';
const RUNS = 5;
/** A slow phone on a slow network. */
const START = { cpu: 4, kbit: 1600, latency: 150 };
const ANSWER = { cpu: 6 };
/** What is typed into the search, and on which page; how long after it has opened somebody has typed a first word. */
const SEARCH = {
  cpu: 6,
  wait: 1000,
  path: '/2026/notice/',
  queries: ['公示', '学时证明在哪打？', '127号', '助理工程帅', '火锅'],
};
/** As quick as this machine is. */
const PLAIN = { cpu: 1 };
/** Two taps in one place in less time than this are a double one, in milliseconds. */
const APART = 400;
/** How often the least of pages is answered. */
const LEAST = 10;
const MARK = 'answered';
/**
 * `timesLeast`: how much longer than on the least of pages it may take to get to the next question, which not even ready
 * HTML reaches; `timesReady`: than that. See decision 0064.
 */
const GOALS = { usable: 2000, cls: 0, answer: 50, timesLeast: 1.5, timesReady: 1.3, found: 100 };

interface Seen {
  usable?: number;
  lcp?: number;
  fcp?: number;
  cls: number;
}

/** Notes in the page when things happen, in milliseconds since the navigation began. */
function watch(): void {
  const seen: Seen = { cls: 0 };
  Object.assign(window, { seen });
  const each = (type: string, use: (entry: PerformanceEntry & { value: number }) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) use(entry as PerformanceEntry & { value: number });
    }).observe({ type, buffered: true });
  each('layout-shift', ({ value }) => {
    seen.cls += value;
  });
  each('largest-contentful-paint', ({ startTime }) => {
    seen.lcp = startTime;
  });
  each('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime;
  });
  new MutationObserver(() => {
    // An island loses this attribute once it has started: from then on its button works.
    if (document.querySelector('astro-island:not([ssr]) .self-check')) {
      seen.usable ??= performance.now();
    }
  }).observe(document, { subtree: true, childList: true, attributes: true });
}

async function newPage(browser: Browser): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  return { page, cdp: await context.newCDPSession(page) };
}

async function start(browser: Browser, origin: string) {
  const { page, cdp } = await newPage(browser);
  const bytes = { all: 0, requests: 0 };
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes.all += encodedDataLength;
    bytes.requests += 1;
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: START.latency,
    downloadThroughput: (START.kbit * 1000) / 8,
    uploadThroughput: (START.kbit * 1000) / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: START.cpu });
  await page.addInitScript(watch);
  await page.goto(origin + PATH, { waitUntil: 'load' });
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  // Everything that the page still asks for by itself, so that late shifts count too.
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await page.context().close();
  return { ...seen, bytes: bytes.all, requests: bytes.requests };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread, where it is told. */
  tdur?: number;
  args: {
    data?: { type?: string; timeStamp?: number; commitFinishTime?: number; duration?: number };
  };
}

/** Marks the clicks that answer among all others, for the trace. */
function mark(name: string): void {
  const note = ({ target }: Event) => {
    if (target instanceof Element && target.closest('[type=submit], .tc-choice'))
      performance.mark(name);
  };
  document.addEventListener('click', note, { capture: true });
}

interface Click {
  /** Milliseconds from the finger to the picture. */
  shown: number;
  /** Processor time that the page's thread spent until it had drawn it, in milliseconds: whatever else the machine does. */
  busy: number;
}

/** Touches the middle of a button, without the listeners by which a driver watches its own taps. */
async function tap(page: Page, button: Locator): Promise<void> {
  // Under what sticks to the lower edge there is nothing to touch.
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await button.boundingBox();
  if (!box) throw new Error('Nothing to touch');
  // A finger takes longer than a script: what the answer itself has changed on the screen is drawn by then.
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
      }),
  );
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Opens the first question. */
async function begin(page: Page, origin: string): Promise<void> {
  await page.goto(origin + PATH);
  await page.locator('astro-island:not([ssr]) .self-check').waitFor();
  await page.getByRole('button', { name: '开始自查' }).click();
}

/**
 * Answers one question after the other.
 *
 * @param press gives the answer: on an option or on 继续
 * @param seen told of each question before it is answered
 */
async function answerAll(
  page: Page,
  press: (button: Locator) => Promise<void>,
  seen: () => Promise<void> = async () => {},
): Promise<void> {
  for (const asked = page.locator('[data-question]'); await asked.count(); ) {
    const question = await asked.first().getAttribute('data-question');
    // What comes after the first picture is there by then.
    await page.waitForTimeout(APART);
    await seen();
    const option = await wholeAnswer(page, FITTING);
    if (!option) await fillScreen(page, FITTING);
    await press(option ?? page.getByRole('button', { name: '继续' }));
    await page.waitForFunction(
      (before) =>
        document.querySelector('[data-question]')?.getAttribute('data-question') !== before,
      question,
    );
  }
}

/** The taps that answer in the order of the questions, on an option or on 继续, each with the milliseconds until what it brought about was painted. */
async function answering(browser: Browser, origin: string, rate: number): Promise<Click[]> {
  const { page, cdp } = await newPage(browser);
  await page.addInitScript(mark, MARK);
  await begin(page, origin);
  // Only a real finger has its timing taken: what a script clicks has none.
  const clicks = await traced(page, cdp, rate, async () => {
    await answerAll(page, (button) => tap(page, button));
    await page.locator('.self-check-record').waitFor({ state: 'attached' });
  });
  await page.context().close();
  return clicks;
}

/** What each question shows, as text of its page. */
async function questionsAsHtml(browser: Browser, origin: string): Promise<string[]> {
  const { page } = await newPage(browser);
  await begin(page, origin);
  const forms: string[] = [];
  const form = page.locator('.self-check form');
  await answerAll(
    page,
    (button) => button.click(),
    async () => {
      forms.push(await form.evaluate((element) => element.outerHTML));
    },
  );
  await page.context().close();
  return forms;
}

/**
 * The same page and the same questions without any of the site's scripts: each tap puts the ready text of the next
 * question in place of the last. No widget that shows these questions on this page can be quicker.
 */
async function swapping(
  browser: Browser,
  origin: string,
  forms: string[],
  rate: number,
): Promise<Click[]> {
  const { page, cdp } = await newPage(browser);
  await page.addInitScript(mark, MARK);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(origin + PATH);
  await page.locator('.self-check').evaluate((widget, [first = '', ...others]) => {
    widget.innerHTML = first;
    widget.addEventListener('click', (event) => {
      if (!(event.target instanceof Element && event.target.closest('[type=submit], .tc-choice')))
        return;
      event.preventDefault();
      const next = others.shift();
      const form = widget.querySelector('form');
      if (!form || next === undefined) return;
      form.outerHTML = next;
      widget.querySelector<HTMLElement>('[data-focus]')?.focus();
      widget.setAttribute('data-left', String(others.length));
    });
  }, forms);
  const clicks = await traced(page, cdp, rate, async () => {
    for (let left = forms.length - 2; left >= 0; left -= 1) {
      await page.waitForTimeout(APART);
      const choices = page.locator('.self-check .tc-choice');
      const button = page.locator('.self-check [type=submit]');
      await tap(page, (await choices.count()) ? choices.first() : button);
      await page.locator(`[data-left="${left}"]`).waitFor();
    }
  });
  await page.context().close();
  return clicks;
}

/** The same on a page that has nothing but a button, which changes one digit: what no page can do without. */
async function leastAnswering(browser: Browser, rate: number): Promise<Click[]> {
  const { page, cdp } = await newPage(browser);
  await page.addInitScript(mark, MARK);
  await page.goto(
    'data:text/html,<meta name=viewport content=width=device-width><button type=submit>0</button>',
  );
  const button = page.getByRole('button');
  await button.evaluate((button) => {
    button.onclick = () => {
      button.textContent = String(Number(button.textContent) + 1);
    };
  });
  const clicks = await traced(page, cdp, rate, async () => {
    for (let count = 1; count <= LEAST; count += 1) {
      await tap(page, button);
      await page.getByRole('button', { name: String(count), exact: true }).waitFor();
    }
  });
  await page.context().close();
  return clicks;
}

/**
 * Waits until the browser has timed all that was done. An event is timed once the picture that followed it is shown,
 * later than a script can see its effect; and events are timed in their order. So a key that does nothing is pressed,
 * slowly enough for pages to be told of it, and once its time is told all others are in the trace.
 */
async function timed(page: Page): Promise<void> {
  const told = await page.evaluateHandle(() => {
    const isSentinel = ({ name }: PerformanceEntry) => name === 'keydown';
    return {
      last: new Promise<void>((resolve) => {
        const hold = () => {
          // Shorter than 16 ms they are kept from pages.
          for (const from = performance.now(); performance.now() - from < 50; );
        };
        addEventListener('keydown', hold, { once: true, capture: true });
        new PerformanceObserver((list) => {
          if (list.getEntries().some(isSentinel)) resolve();
        }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
      }),
    };
  });
  await page.keyboard.press('Shift');
  await told.evaluate(({ last }) => last);
}

/** The marked clicks of what is done while the browser traces itself, with its processor slowed down. */
async function traced(
  page: Page,
  cdp: CDPSession,
  rate: number,
  act: () => Promise<void>,
): Promise<Click[]> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as never as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'disabled-by-default-devtools.timeline',
        'blink.user_timing',
      ],
    },
  });
  await act();
  await timed(page);
  const done = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await done;

  // An event's timing begins with the finger and lasts until the first picture that shows what its handlers did.
  const clicks = events
    .filter(
      ({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && args.data?.type === 'click',
    )
    .map(({ ts: from, args: { data = {} } }) => {
      const { timeStamp = Number.NaN, commitFinishTime = Number.NaN, duration = Number.NaN } = data;
      // The thread is done with the picture then; compositing and the display take the rest.
      const drawn = from + (commitFinishTime - timeStamp) * 1000;
      return { from, drawn, to: from + duration * 1000 };
    });
  return events
    .filter(({ name }) => name === MARK)
    .map(({ ts, pid, tid }) => {
      const click = clicks.find(({ from, to }) => from <= ts && ts <= to);
      if (!click) throw new Error('A click that the browser has not timed');
      const tasks = events.filter(
        (event) =>
          event.name === 'RunTask' &&
          event.pid === pid &&
          event.tid === tid &&
          event.ts + (event.dur ?? 0) > ts &&
          event.ts < click.drawn,
      );
      const busy = tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
      return { shown: (click.to - click.from) / 1000, busy: busy / 1000 };
    });
}

/** What opening the search loads, and how long a query takes until what was found is drawn. */
async function searching(browser: Browser, origin: string, wait: number) {
  const { page, cdp } = await newPage(browser);
  await page.goto(origin + SEARCH.path);
  await page.locator('site-search[data-started]').waitFor();
  let bytes = 0;
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await cdp.send('Network.enable');
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SEARCH.cpu });
  await page.getByRole('button', { name: '搜索' }).click();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(wait);
  const found: number[] = [];
  for (const query of SEARCH.queries) {
    found.push(
      await page.evaluate(async (words) => {
        const input = document.querySelector<HTMLInputElement>('site-search input');
        const status = document.querySelector('site-search [role=status]');
        if (!input || !status) throw new Error('No search');
        const from = performance.now();
        input.value = words;
        input.dispatchEvent(new InputEvent('input'));
        const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        do await drawn();
        while (!/个页面|没有说到/.test(status.textContent ?? ''));
        return performance.now() - from;
      }, query),
    );
  }
  await page.context().close();
  return { bytes, first: found[0] ?? Number.NaN, later: found.slice(1) };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

const executablePath = findBrowser();
if (!executablePath) throw new Error('没有找到浏览器，请运行 npm run measure，它会自动安装。');
if (!existsSync(DIST)) throw new Error('还没有构建网站，请运行 npm run measure。');
const site = await serve();
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
});
try {
  const starts: Awaited<ReturnType<typeof start>>[] = [];
  const answers: Click[][] = [];
  const plain: Click[][] = [];
  const least: Click[][] = [];
  const swapped: Click[][] = [];
  const forms = await questionsAsHtml(browser, site.origin);
  const hasty: Awaited<ReturnType<typeof searching>>[] = [];
  const searches: Awaited<ReturnType<typeof searching>>[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    starts.push(await start(browser, site.origin));
    answers.push(await answering(browser, site.origin, ANSWER.cpu));
    plain.push(await answering(browser, site.origin, PLAIN.cpu));
    least.push(await leastAnswering(browser, ANSWER.cpu));
    swapped.push(await swapping(browser, site.origin, forms, ANSWER.cpu));
    hasty.push(await searching(browser, site.origin, 0));
    searches.push(await searching(browser, site.origin, SEARCH.wait));
  }
  const of = (key: 'usable' | 'fcp' | 'lcp' | 'cls' | 'bytes' | 'requests') =>
    Math.round(median(starts.map((one) => one[key] ?? Number.NaN)) * 1000) / 1000;
  // Each question by itself: what else the machine does hits one run, not all.
  const steps = (runs: Click[][], key: keyof Click) =>
    (runs[0] ?? []).map((_, step) =>
      Math.round(median(runs.map((run) => run[step]?.[key] ?? Number.NaN))),
    );
  const [shown, busy] = [steps(answers, 'shown'), steps(answers, 'busy')];
  const result = {
    start: {
      ...START,
      usable: Math.round(of('usable')),
      firstPaint: Math.round(of('fcp')),
      largestPaint: Math.round(of('lcp')),
      layoutShift: of('cls'),
      bytes: of('bytes'),
      requests: of('requests'),
    },
    answer: {
      ...ANSWER,
      questions: shown.length,
      shown,
      busy,
      shownUnthrottled: steps(plain, 'shown'),
      shownOnLeastPage: steps(least, 'shown'),
      busyOnLeastPage: steps(least, 'busy'),
      shownWithoutScripts: steps(swapped, 'shown'),
      busyWithoutScripts: steps(swapped, 'busy'),
    },
    search: {
      ...SEARCH,
      bytes: median(searches.map(({ bytes }) => bytes)),
      atOnce: Math.round(median(hasty.map(({ first }) => first))),
      first: Math.round(median(searches.map(({ first }) => first))),
      later: Math.round(median(searches.flatMap(({ later }) => later))),
    },
    goals: GOALS,
  };
  const { start: s, answer: a, search: f } = result;
  console.log(
    `\n启动（处理器慢 ${s.cpu} 倍，${s.kbit} kbit/s，往返 ${s.latency} ms，${RUNS} 次的中位数）`,
  );
  console.table({
    '可以用（ms）': { 量得: s.usable, 目标: GOALS.usable },
    '首次绘制（ms）': { 量得: s.firstPaint },
    '最大内容绘制 LCP（ms）': { 量得: s.largestPaint },
    '布局移动 CLS': { 量得: s.layoutShift, 目标: GOALS.cls },
    '传输（字节）': { 量得: s.bytes },
    请求数: { 量得: s.requests },
  });
  console.log(
    `从点选项或“继续”到画出下一题（处理器慢 ${a.cpu} 倍，${a.questions} 次，最后一次画出结果）`,
  );
  const row = (numbers: number[]) => ({
    '中位数（ms）': median(numbers),
    '最慢的一次（ms）': Math.max(...numbers),
    '目标（ms）': GOALS.answer,
  });
  console.table({
    从手指到画面: row(a.shown),
    '其中处理器时间，到画好为止': row(a.busy),
    '只有一个按钮的网页：从手指到画面': row(a.shownOnLeastPage),
    '只有一个按钮的网页：其中处理器时间': row(a.busyOnLeastPage),
    '换上现成网页、不用脚本：从手指到画面': row(a.shownWithoutScripts),
    '换上现成网页、不用脚本：其中处理器时间': row(a.busyWithoutScripts),
    '从手指到画面，处理器不减慢': row(a.shownUnthrottled),
  });
  const times = median(a.shown) / median(a.shownOnLeastPage);
  console.log(
    `从手指到画面，是只有一个按钮的网页的 ${times.toFixed(2)} 倍，目标 ${GOALS.timesLeast} 倍以内`,
  );
  console.log(
    `是同一批题换上现成网页（没有脚本）的 ${(median(a.shown) / median(a.shownWithoutScripts)).toFixed(2)} 倍，目标 ${GOALS.timesReady} 倍以内`,
  );
  console.log(`搜索，从输入到画出结果（处理器慢 ${f.cpu} 倍）`);
  console.table({
    '打开时传输（字节）': { 量得: f.bytes },
    '第一次查，资料刚到就输入（ms）': { 量得: f.atOnce },
    '第一次查，一秒后输入（ms）': { 量得: f.first, 目标: GOALS.found },
    '以后每次（ms）': { 量得: f.later, 目标: GOALS.found },
  });
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
  site.close();
}
