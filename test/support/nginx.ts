/** The real nginx on loopback, serving a built site by the block that was built with it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BROTLI_MODULE, findNginx, findNginxModule } from '../../src/scripts/nginx.mjs';

interface Options {
  dist: string;
  /** Loads Debian's module and switches it on in the block, as its comment says. */
  brotli?: boolean;
  /** A configuration to use in place of the site's own; it is given the port and the site's folder. */
  server?: (port: number, dist: string) => string;
}

export async function startNginx({ dist, brotli = false, server }: Options) {
  const program = findNginx();
  if (!program) throw new Error('没有找到 nginx，请运行 npm test，它会自动安装。');

  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  mkdirSync(join(folder, 'temp'));
  const port = await freePort();
  const block = server?.(port, resolve(dist)) ?? siteBlock(port, resolve(dist), brotli);
  writeFileSync(join(folder, 'site.conf'), block);
  writeFileSync(
    join(folder, 'nginx.conf'),
    [
      ...(brotli ? [`load_module ${findNginxModule(BROTLI_MODULE)};`] : []),
      'daemon off;',
      // One process, which needs no other user and whose processor time is easy to read.
      'master_process off;',
      `pid ${folder}/pid;`,
      'error_log stderr warn;',
      'events { worker_connections 512; }',
      'http {',
      ...(server ? ['include /etc/nginx/mime.types;'] : []),
      'access_log off;',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/temp/${name};`,
      ),
      'include site.conf;',
      '}',
    ].join('\n'),
  );

  const arguments_ = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const check = spawnSync(program, [...arguments_, '-t'], { encoding: 'utf8' });
  if (check.status !== 0) throw new Error(`nginx refuses the configuration:\n${check.stderr}`);

  const child = spawn(program, arguments_, { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  child.stderr.on('data', (data) => {
    log += data;
  });
  const exited = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(origin).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`nginx did not start:\n${log}`);
    await wait(20);
  }
  return {
    origin,
    port,
    pid: child.pid,
    /** Warnings and errors so far, such as a file that could not be read. */
    log: () => log,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

/** The built block, with the lines changed that its comments tell one to change. */
function siteBlock(port: number, dist: string, brotli: boolean): string {
  const file = join(dist, 'hosting/nginx.conf');
  if (!existsSync(file)) throw new Error(`没有 ${file}，请先运行 npm run build。`);
  const changes: [string, string][] = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen [::]:80;', ''],
    ['/var/www/title-guide/', `${dist}/`],
    ...(brotli ? ([['# brotli_static on;', 'brotli_static on;']] as [string, string][]) : []),
  ];
  return changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`hosting/nginx.conf has no “${from}”.`);
      return text.replace(from, to);
    },
    readFileSync(file, 'utf8'),
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
