/**
 * `npm run lighthouse`: what Lighthouse says of seven pages as it sees them on a phone, and what it takes points for.
 * The goal is 100 of each; pages that are made to be embedded say that they are not to be found, which it counts against
 * them. Nothing here can fail: the speed of a busy machine is no mistake of a page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { findBrowser } from '../../../src/scripts/browser.mjs';
import { serve } from '../serve.ts';

const PATHS = [
  '/',
  '/2026/notice/',
  '/2026/self-check/',
  '/2026/timeline/',
  '/2026/questions/',
  '/2026/rules/qualification/',
  '/embed/2026/self-check/',
];
const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'];
const NAMES = ['性能', '无障碍', '做法', '可被找到'];
/** The middle one of as many runs counts: a single one tells more of the machine than of the page. */
const RUNS = 3;

interface Row {
  path: string;
  scores: number[];
  lost: string[];
}

const chromePath = findBrowser();
if (!chromePath) throw new Error('没有找到浏览器。');
const { origin, close } = await serve();
const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox'] });
try {
  const rows: Row[] = [];
  for (const path of PATHS) {
    const runs: Row[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(rowOf(path, await look(origin + path)));
    const [row] = runs
      .toSorted((a, b) => (a.scores[0] ?? 0) - (b.scores[0] ?? 0))
      .slice(Math.floor(RUNS / 2));
    if (!row) continue;
    rows.push(row);
    console.log(`${row.scores.map((score) => String(score).padStart(4)).join('')}  ${path}`);
    for (const audit of row.lost) console.log(`      ${audit}`);
  }
  console.log(`\n四列依次是：${NAMES.join('、')}。每页看 ${RUNS} 次，取性能居中的一次。`);
  mkdirSync('reports', { recursive: true });
  const at = join('reports', 'lighthouse.json');
  writeFileSync(at, `${JSON.stringify({ machine: cpus()[0]?.model, rows }, null, 2)}\n`);
  console.log(`写进了 ${at}。`);
} finally {
  chrome.kill();
  close();
}

async function look(url: string): Promise<Result> {
  const result = await lighthouse(url, {
    port: chrome.port,
    onlyCategories: KINDS,
    formFactor: 'mobile',
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}.`);
  return result.lhr;
}

function rowOf(path: string, { categories, audits }: Result): Row {
  const lost = KINDS.flatMap((kind) =>
    (categories[kind]?.auditRefs ?? []).filter(
      ({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1,
    ),
  ).map(({ id }) => `${id}${audits[id]?.displayValue ? `：${audits[id].displayValue}` : ''}`);
  return {
    path,
    scores: KINDS.map((kind) => Math.round((categories[kind]?.score ?? 0) * 100)),
    lost: [...new Set(lost)],
  };
}
