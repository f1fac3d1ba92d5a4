import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNpm, UserError } from './process.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */

/**
 * Whether what is installed is what the lock file asks for. Optional packages may differ:
 * which of them are needed depends on the system.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile | undefined} installed npm's own record of node_modules, written when an install is complete
 */
export function isInstalled(wanted, installed) {
  if (!installed) return false;
  const paths = new Set([...Object.keys(wanted.packages), ...Object.keys(installed.packages)]);
  paths.delete(''); // The project itself.
  return [...paths].every((path) => {
    const [want, have] = [wanted.packages[path], installed.packages[path]];
    if (want && have) return want.version === have.version;
    const single = want ?? have;
    return single?.optional || single?.devOptional;
  });
}

/**
 * Installs the locked packages unless they are there, whoever installed them.
 *
 * @param {string} node the Node to run npm with
 * @param {string} [folder] where another package.json and its lock file stand; by default the project's own
 */
export async function ensurePackages(node, folder = '.') {
  const wanted = read(join(folder, 'package-lock.json'));
  if (!wanted) throw new UserError('缺少 package-lock.json，请重新取得完整的代码。');
  if (isInstalled(wanted, read(join(folder, 'node_modules/.package-lock.json')))) return;

  console.log('正在安装依赖包（第一次通常不到一分钟）……');
  // `npm ci` would refuse a lock file that lacks another system's optional packages, and a registry's
  // mirror may not hold them all. This installs the same locked versions and leaves the lock file alone.
  const code = await runNpm(node, ['install', '--no-save', '--prefix', folder]);
  if (code !== 0) throw new UserError(`依赖包没有装好（退出码 ${code}）。请检查网络后重试。`);
}

/**
 * @param {string} path
 * @returns {LockFile | undefined}
 */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
