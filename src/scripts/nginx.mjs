import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, installWithApt, isProgram } from './apt.mjs';
import { UserError } from './process.mjs';

/** Where servers' programs are; the PATH of people who are not root often leaves it out. */
const PROGRAMS = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/local/bin/nginx'];
const MODULES = ['/usr/lib/nginx/modules', '/usr/share/nginx/modules', '/usr/lib64/nginx/modules'];

export const BROTLI_MODULE = 'ngx_http_brotli_static_module.so';

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string[]} [places]
 * @returns {string | undefined}
 */
export function findNginx(env = process.env, places = PROGRAMS) {
  return findOnPath('nginx', env) ?? places.find(isProgram);
}

/**
 * A module that nginx can load, by its file's name.
 *
 * @param {string} name
 * @param {string[]} [folders]
 * @returns {string | undefined}
 */
export function findNginxModule(name, folders = MODULES) {
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

/** Finds the nginx and the brotli module that the tests run, installing Debian's packages where they lack. */
export async function ensureNginx() {
  const lacking = [
    ...(findNginx() ? [] : ['nginx']),
    ...(findNginxModule(BROTLI_MODULE) ? [] : ['libnginx-mod-http-brotli-static']),
  ];
  if (lacking.length > 0) await installWithApt('服务器测试', lacking);
  if (!findNginx() || !findNginxModule(BROTLI_MODULE)) {
    throw new UserError(
      '测试要用真的 nginx 和它的 brotli 模块，本机没有找到，也没能自动安装。请安装 nginx 和 libnginx-mod-http-brotli-static（Debian、Ubuntu 的软件包名）后重试。',
    );
  }
}

/** Also the program that asks a server for one address as often as it can. */
export async function ensureLoadTools() {
  await ensureNginx();
  if (!findOnPath('wrk')) await installWithApt('负载测量', ['wrk']);
  if (!findOnPath('wrk')) {
    throw new UserError('量负载要用 wrk，本机没有找到，也没能自动安装。请安装后重试。');
  }
}
