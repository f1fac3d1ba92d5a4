/** Real Chromiums of years ago, kept in `.cache/` for the tests alone: what builds or starts the site fetches none. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { isProgram } from './apt.mjs';
import { run, runNpm, UserError } from './process.mjs';

const FOLDER = '.cache/browsers';

/**
 * As registry packages hold them, made for x64 Linux without a screen. They are no dependencies: npm would install
 * them for everyone.
 *
 * @typedef {{ version: number, package: string, integrity: string }} OldChromium
 * @satisfies {OldChromium[]}
 */
export const OLD_CHROMIUMS = [
  {
    version: 103,
    package: '@sparticuz/chrome-aws-lambda@14.4.1',
    integrity:
      'sha512-ezjpygHP96svvtQsmYNquFM/9oL42aLsNVy6Qz4Yxsb0udLBEKwOfrdmVV3iSsOa0pPhBgQwU7OPHTWPKIb07g==',
  },
  {
    version: 109,
    package: '@sparticuz/chromium@109.0.6',
    integrity:
      'sha512-9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  },
];

/**
 * The program, and the environment that it has to be run in.
 *
 * @param {number} version
 * @param {string} [folder]
 */
export function findOldChromium(version, folder = FOLDER) {
  const own = resolve(folder, `chromium-${version}`);
  const program = join(own, 'chromium');
  // Libraries that a machine without a browser lacks.
  const env = { ...process.env, LD_LIBRARY_PATH: join(own, 'lib') };
  return isProgram(program) ? { program, env } : undefined;
}

/**
 * Fetches and unpacks an old Chromium unless it is there and runs.
 *
 * @param {OldChromium} wanted
 * @param {{ folder?: string, machine?: string, fetch?: (name: string, to: string) => Promise<unknown> }} [options]
 *   other than the real machine and registry, for tests
 * @throws {UserError} saying in Chinese why it cannot be had
 */
export async function ensureOldChromium(
  wanted,
  { folder = FOLDER, machine = `${process.platform} ${process.arch}`, fetch = fetchPackage } = {},
) {
  const { version } = wanted;
  if (machine !== 'linux x64') throw new UserError('只能在 x64 的 Linux 上运行');
  if (runs(version, folder)) return;

  console.log(`正在下载 Chromium ${version} 到 ${folder}（约 55 MB，只供测试用）……`);
  const own = join(folder, `chromium-${version}`);
  // Renamed when it is whole: what breaks off leaves nothing that looks like a browser.
  const part = `${own}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  try {
    await fetch(wanted.package, part);
    await unpack(part, wanted.integrity);
    rmSync(own, { recursive: true, force: true });
    renameSync(part, own);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  if (!runs(version, folder)) throw new UserError('下载了，但在本机不能运行');
}

/**
 * @param {number} version
 * @param {string} folder
 */
function runs(version, folder) {
  const found = findOldChromium(version, folder);
  if (!found) return false;
  const args = ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu', '--dump-dom'];
  const { stdout } = spawnSync(found.program, [...args, 'about:blank'], {
    env: found.env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return Boolean(stdout?.includes('<html>'));
}

/**
 * Leaves in a folder that holds a package's archive the browser and its libraries alone.
 *
 * @param {string} folder
 * @param {string} integrity
 */
async function unpack(folder, integrity) {
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new UserError('没有下载到。请检查网络后重试');
  const file = join(folder, archive);
  const digest = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (integrity !== `sha512-${digest}`)
    throw new UserError('下载到的和登记的校验和不一样，没有采用');

  // Its drawing on a graphics card stays packed: the tests do without.
  const members = ['chromium.br', 'aws.tar.br'].map((name) => `package/bin/${name}`);
  await tar('-xzf', file, '-C', folder, '--strip-components=2', ...members);
  for (const name of ['chromium', 'aws.tar']) {
    await pipeline(
      createReadStream(join(folder, `${name}.br`)),
      createBrotliDecompress(),
      createWriteStream(join(folder, name)),
    );
    rmSync(join(folder, `${name}.br`));
  }
  await tar(
    '-xf',
    join(folder, 'aws.tar'),
    '-C',
    folder,
    '--no-same-owner',
    '--no-same-permissions',
    'lib',
  );
  chmodSync(join(folder, 'chromium'), 0o755);
  rmSync(join(folder, 'aws.tar'));
  rmSync(file);
}

/** @param {string[]} args */
async function tar(...args) {
  if ((await run('tar', args)) !== 0) throw new UserError('下载到的包没能解开');
}

/**
 * @param {string} name
 * @param {string} to
 */
function fetchPackage(name, to) {
  return runNpm(process.execPath, ['pack', name, '--pack-destination', to, '--loglevel=error']);
}
