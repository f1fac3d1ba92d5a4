/**
 * What the site costs a server: requests a second and processor time of nginx with the site's block, beside nginx as it
 * comes, serving the same files uncompressed; and what a first visit downloads. One nginx process and one wrk on the
 * same machine, a few seconds for each address, then it ends. `--json` prints
 * the figures alone; `--save` puts them where the page on hosting takes them from.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { cpus } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { findOnPath } from '../../src/scripts/apt.mjs';
import { findBrowser } from '../../src/scripts/browser.mjs';
import { startNginx } from '../support/nginx.ts';

const ROUNDS = 5;
const SECONDS = 2;
const CONNECTIONS = 16;
const PAGES = {
  通知要点: '/2026/notice/',
  自查: '/2026/self-check/',
  嵌入的自查: '/embed/2026/self-check/',
};

/** Figures of one address at one server; bodies are as they travel, without headers. */
interface Measured {
  page: string;
  server: string;
  requestsPerSecond: number;
  /** Processor time of nginx for one request. */
  microseconds: number;
  bodyBytes: number;
  headerBytes: number;
}

/** nginx as it comes: Debian's own list of types, no compression, no headers. */
const usual = (port: number, dist: string) =>
  `server { listen 127.0.0.1:${port}; root ${dist}; index index.html; }`;

const SERVERS = [
  { server: '本站配置，brotli', options: { brotli: true }, encoding: 'br' },
  { server: '本站配置，gzip', options: {}, encoding: 'gzip' },
  { server: '默认配置，不压缩', options: { server: usual }, encoding: 'identity' },
];

/** Seconds that a process has spent on the processor; Linux counts them in hundredths. */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Runs wrk, which stops by itself. */
async function load(wrk: string, address: string, encoding: string, pid: number) {
  const before = processorSeconds(pid);
  const { stdout } = await promisify(execFile)(wrk, [
    ...['--threads', '1', '--connections', String(CONNECTIONS), '--duration', `${SECONDS}s`],
    ...['--header', `Accept-Encoding: ${encoding}`, address],
  ]);
  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const requestsPerSecond = Math.round(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]));
  if (!requests || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk failed:\n${stdout}`);
  const seconds = processorSeconds(pid) - before;
  return { requestsPerSecond, microseconds: Math.round((seconds / requests) * 1e6) };
}

function sizes(address: string, encoding: string) {
  return new Promise<{ bodyBytes: number; headerBytes: number }>((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': encoding } }, async (response) => {
      let bodyBytes = 0;
      for await (const part of response) bodyBytes += part.length;
      const { rawHeaders, statusMessage = '' } = response;
      // Each name and each value is followed by two characters; so is the first line, and an empty one ends them.
      const headerBytes =
        rawHeaders.join('').length +
        2 * rawHeaders.length +
        `HTTP/1.1 200 ${statusMessage}`.length +
        4;
      resolve({ bodyBytes, headerBytes });
    }).on('error', reject);
  });
}

async function measure(wrk: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const { server, options, encoding } of SERVERS) {
    const nginx = await startNginx({ dist: 'dist', ...options });
    try {
      for (const [page, path] of Object.entries(PAGES)) {
        const address = nginx.origin + path;
        const rounds: Awaited<ReturnType<typeof load>>[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          rounds.push(await load(wrk, address, encoding, nginx.pid ?? 0));
        }
        // Other work on the machine only ever slows a round down.
        const requestsPerSecond = Math.max(...rounds.map((round) => round.requestsPerSecond));
        const microseconds = Math.min(...rounds.map((round) => round.microseconds));
        const size = await sizes(address, encoding);
        measured.push({ page, server, requestsPerSecond, microseconds, ...size });
      }
    } finally {
      await nginx.stop();
    }
  }
  return measured;
}

/** What a browser with an empty cache downloads for the notice, then the self-check, then the timeline. */
async function firstVisit(options: Omit<Parameters<typeof startNginx>[0], 'dist'>) {
  const nginx = await startNginx({ dist: 'dist', ...options });
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let [requests, bytes] = [0, 0];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      if (encodedDataLength === 0) return; // From the browser's own cache.
      requests++;
      bytes += encodedDataLength;
    });
    const visited: { path: string; requests: number; bytes: number }[] = [];
    for (const path of ['/2026/notice/', '/2026/self-check/', '/2026/timeline/']) {
      [requests, bytes] = [0, 0];
      await page.goto(nginx.origin + path, { waitUntil: 'networkidle' });
      visited.push({ path, requests, bytes });
    }
    return visited;
  } finally {
    await browser.close();
    await nginx.stop();
  }
}

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    save: { type: 'boolean', default: false },
  },
});
const wrk = findOnPath('wrk');
if (!wrk || !existsSync('dist/hosting/nginx.conf')) {
  throw new Error('请用 npm run load 运行，它会先准备 wrk 并构建网站。');
}

const measured = await measure(wrk);
const visits = [];
for (const { server, options } of SERVERS) {
  visits.push(...(await firstVisit(options)).map((page) => ({ server, ...page })));
}
if (!values.json) {
  console.table(measured);
  console.table(visits);
}
const figures = {
  machine: `${cpus()[0]?.model.trim()}, ${cpus().length} cores`,
  wrk: { threads: 1, connections: CONNECTIONS, seconds: SECONDS, rounds: ROUNDS },
  measured,
  visits,
};
const json = `${JSON.stringify(figures, null, 2)}\n`;
console.log(json);
if (values.save) writeFileSync('src/components/site/load-figures.json', json);
