import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNpm, UserError } from './process.mjs';

/** The oldest Node that the site works with, as package.json's `engines` say it. */
export const OLDEST_NODE = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).engines.node.replace('>=', '');

/**
 * @param {string} version such as `v22.18.0`
 * @param {string} oldest such as `22.18`
 */
export function isAtLeast(version, oldest) {
  return version.replace(/^v/, '').localeCompare(oldest, 'en', { numeric: true }) >= 0;
}

/**
 * The path of a Node that is new enough: the one running us or, where that is too old,
 * one kept in `folder`, installed there when it is missing or does not work.
 *
 * @param {string} folder
 * @param {{ version?: string, install?: (folder: string) => Promise<unknown> }} [machine] other than the real one, for tests
 */
export async function ensureNode(
  folder,
  { version = process.version, install = installNode } = {},
) {
  if (isAtLeast(version, OLDEST_NODE)) return process.execPath;

  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const kept = resolve(folder, 'node_modules/node/bin', program);
  if (works(kept)) return kept;

  console.log(
    `本机的 Node.js 是 ${version}，本站需要 ${OLDEST_NODE} 或更新。正在下载 Node.js 24 到 ${folder}（约 60 MB，通常不到一分钟），不改动本机的 Node.js……`,
  );
  await install(folder);
  if (works(kept)) return kept;
  throw new UserError(
    `没能装好 Node.js 24。请检查网络后重试，或自行安装 Node.js ${OLDEST_NODE} 或更新的版本：https://nodejs.org/zh-cn/download`,
  );
}

/** @param {string} node */
function works(node) {
  const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return status === 0 && isAtLeast(stdout.trim(), OLDEST_NODE);
}

/** @param {string} folder */
async function installNode(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The package's install script fetches the binary for this machine; npm runs only the scripts allowed here.
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  await runNpm(process.execPath, ['install', '--prefix', folder, 'node@24']);
}
