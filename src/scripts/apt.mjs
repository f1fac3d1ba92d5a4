import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './process.mjs';

/**
 * Installs Debian's packages, or quietly does nothing where there is no apt or no right to use it.
 *
 * @param {string} purpose what needs them, in Chinese
 * @param {string[]} packages
 */
export async function installWithApt(purpose, packages) {
  const isRoot = process.getuid?.() === 0;
  if (!findOnPath('apt-get') || !(isRoot || findOnPath('sudo'))) return;

  console.log(`正在安装${purpose}所需的系统软件：${packages.join('、')}（通常需要一两分钟）……`);
  const asRoot = isRoot ? [] : ['sudo', '-n', 'env'];
  /** @param {string[]} args */
  const apt = (...args) => {
    const command = [...asRoot, 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return run('env', command, ['ignore', 'ignore', 'inherit']); // Errors are enough.
  };
  await apt('update');
  await apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findOnPath(name, env = process.env) {
  return (env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} path */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
