/**
 * `npm run bench`, the part on rosters: how long Chromium takes from a file to its table, in the worker as on a page, how
 * long the page is held up meanwhile, and what memory that takes; beside papaparse alone on the same text.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import {
  forRosterPage,
  loadCalendar,
  loadNotice,
  loadRosterWords,
  noticeIds,
} from '../../src/notices/index.ts';
import { xlsxOf } from '../../src/roster/write/xlsx.ts';
import { findBrowser } from '../../src/scripts/browser.mjs';
import { ROOT } from './bundle.ts';

const HEAD =
  '序号,姓名,部门,申报职称,申报专业,单位性质,现岗位做什么,是否在职,申报方式,学历,现职称,取得时间,2024年学时,2025年学时,2026年学时,证书编号';

/** People who differ as those of a real list do: few employers and posts, many days and figures. */
function tableOf(count: number): string[][] {
  const pick = (list: string[], at: number) => list[at % list.length] ?? '';
  return Array.from({ length: count }, (_, at) => [
    String(at + 1),
    `人员${at}`,
    `第${at % 40}部`,
    pick(['工程师', '中级', '助理工程师', '助工'], at),
    pick(['机电制造', '机械', '材料', '信息技术', '石化'], at >> 1),
    pick(['省属企业', '省属国企', '民营'], at >> 2),
    pick(['工程技术', '工程技术管理', '研发中心副主任'], at >> 1),
    pick(['在职', '在职', '返聘'], at >> 3),
    pick(['正常申报', '学历和职称', '破格'], at >> 4),
    pick(['大学本科', '硕士研究生', '大专', '博士'], at >> 2),
    pick(['助理工程师', '助工', '技术员', '无'], at >> 1),
    `20${String(12 + (at % 13)).padStart(2, '0')}.${String(1 + (at % 12)).padStart(2, '0')}`,
    `${90 + (at % 40)}（专业${60 + (at % 30)}）`,
    pick(['90/60/30', '达标', '96（专业72）', '85（专业60）'], at),
    pick(['100/70/30', '', '96（专业72）'], at >> 1),
    `2021330100${String(10_000_000 + at)}`,
  ]);
}

const csvOf = (rows: string[][]) =>
  `\ufeff${[HEAD, ...rows.map((row) => row.join(','))].join('\r\n')}`;

const ENTRY = `
import Papa from 'papaparse';
import { rosterWork } from './src/roster/index.ts';
import { startWorker } from './src/roster/startWorker.ts';
window.papa = (text) => { const began = performance.now(); Papa.parse(text); return performance.now() - began; };
window.check = async (notice, bytes, name, inWorker) => {
  let longest = 0, last = performance.now(), on = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => { const now = performance.now(); longest = Math.max(longest, now - last); last = now; if (on) setTimeout(() => port2.postMessage(0), 1); };
  port2.postMessage(0);
  const work = rosterWork(notice, inWorker ? startWorker : undefined);
  const began = performance.now();
  const read = await work.read({ name, bytes });
  if (!read.done) throw new Error(read.problem.message);
  const opened = performance.now() - began;
  const [sheet] = read.done;
  const checked = await work.check({ sheet: sheet.id, mapping: sheet.mapping });
  if (!checked.done) throw new Error(checked.problem.message);
  const took = performance.now() - began;
  await new Promise((done) => setTimeout(done, 50));
  on = false;
  const people = checked.done.rows.length;
  const memory = performance.memory ? performance.memory.usedJSHeapSize / 1e6 : 0;
  work.close();
  return { opened, took, longest, people, memory };
};`;

async function bundled(): Promise<Map<string, string | Uint8Array>> {
  const id = `${ROOT}bench-entry.js`;
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    mode: 'production',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source === 'virtual:entry' ? id : null),
        load: (wanted) => (wanted === id ? ENTRY : null),
      },
    ],
    build: { write: false, modulePreload: false, rolldownOptions: { input: 'virtual:entry' } },
  });
  if (!('output' in built)) throw new Error('Vite gave no single output.');
  const files = new Map<string, string | Uint8Array>();
  for (const part of built.output) {
    files.set(`/${part.fileName}`, part.type === 'chunk' ? part.code : part.source);
    if (part.type === 'chunk' && part.isEntry) {
      files.set('/', `<!doctype html><script type="module" src="/${part.fileName}"></script>`);
    }
  }
  return files;
}

const [newest = ''] = (await noticeIds()).toReversed();
const full = await loadNotice(newest);
const { notice } = forRosterPage(full, await loadCalendar(), await loadRosterWords(full, [full]));
const files = await bundled();
const small = tableOf(10_000);
const large = tableOf(100_000);
const inputs = new Map<string, string | Uint8Array>([
  ['/10k.csv', csvOf(small)],
  ['/100k.csv', csvOf(large)],
  ['/10k.xlsx', await xlsxOf([{ name: '名单', rows: [HEAD.split(','), ...small] }])],
]);
const server = createServer(({ url = '' }, response) => {
  const file = files.get(url) ?? inputs.get(url);
  const type = url === '/' ? 'text/html' : url.endsWith('.js') ? 'text/javascript' : 'text/plain';
  response.writeHead(file === undefined ? 404 : 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': "default-src 'self'",
  });
  response.end(file);
}).listen(0, '127.0.0.1');
await new Promise((done) => server.once('listening', done));
const { port } = server.address() as AddressInfo;
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--enable-precise-memory-info'],
});
try {
  const goals: Record<string, number> = { '10k.xlsx': 3, '10k.csv': 1, '100k.csv': 6 };
  for (const [name, goal] of Object.entries(goals)) {
    for (const inWorker of [true, false]) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction('window.check !== undefined');
      const call = (code: string) => page.evaluate<Record<string, number>>(code);
      const { opened, took, longest, people, memory } = await call(
        `fetch('/${name}').then((one) => one.arrayBuffer()).then((bytes) => window.check(${JSON.stringify(notice)}, new Uint8Array(bytes), '${name}', ${inWorker}))`,
      );
      const alone = name.endsWith('.csv')
        ? await page.evaluate<number>(
            `fetch('/${name}').then((one) => one.text()).then(window.papa)`,
          )
        : undefined;
      console.log(
        [
          `${name}（${inWorker ? 'worker' : '网页自己的线程'}）：${people} 人`,
          `打开 ${ms(opened)}，到结果 ${ms(took)}（目标 ${goal} 秒内）`,
          `网页最长停 ${ms(longest)}（目标 100 毫秒内）`,
          `网页的内存 ${Math.round(memory ?? 0)} MB`,
          ...(alone === undefined ? [] : [`papaparse 只解析同一份 ${ms(alone)}`]),
        ].join('，'),
      );
      await page.close();
    }
  }
} finally {
  await browser.close();
  server.close();
}

function ms(time: number | undefined): string {
  return `${Math.round(time ?? 0)} 毫秒`;
}
