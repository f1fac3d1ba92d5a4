/** The browsers that the tests of the floor run in, beside the Chromium of this machine. */
import { join } from 'node:path';
import { findOnPath, installWithApt, isProgram } from './apt.mjs';
import { ensureOldChromium, OLD_CHROMIUMS } from './old-chromium.mjs';
import { UserError } from './process.mjs';

/**
 * Firefox ESR or, where there is none, whatever Firefox there is.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined}
 */
export function findFirefox(env = process.env, platform = process.platform) {
  const named = env.FIREFOX_PATH;
  if (named && !isProgram(named)) {
    throw new UserError(`FIREFOX_PATH 指定的浏览器不存在或不能运行：${named}`);
  }
  const extension = platform === 'win32' ? '.exe' : '';
  const usual = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    ...(env.PROGRAMFILES ? [join(env.PROGRAMFILES, 'Mozilla Firefox/firefox.exe')] : []),
  ];
  return (
    named ||
    ['firefox-esr', 'firefox'].map((name) => findOnPath(name + extension, env)).find(Boolean) ||
    usual.find(isProgram)
  );
}

/**
 * The driver of WebKitGTK, which brings the browser along, and a screen to show it on.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function findWebKit(env = process.env) {
  const driver = findOnPath('WebKitWebDriver', env);
  const screen = findOnPath('Xvfb', env);
  return driver && screen ? { driver, screen } : undefined;
}

/**
 * Installs the browsers that lack. Tests leave out those that cannot be had, and this says which; where the tests
 * decide what is published, all have to be there.
 *
 * @param {(wanted: import('./old-chromium.mjs').OldChromium) => Promise<void>} [ensureOld] for tests
 */
export async function ensureFloorBrowsers(ensureOld = ensureOldChromium) {
  const lacking = [
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(findWebKit() ? [] : ['webkit2gtk-driver', 'xvfb']),
  ];
  if (lacking.length > 0) await installWithApt('各种浏览器的测试', lacking);

  /** @type {string[]} */
  const missing = [];
  for (const wanted of OLD_CHROMIUMS) {
    try {
      await ensureOld(wanted);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      missing.push(`Chromium ${wanted.version}：${error.message}。`);
    }
  }
  if (!findFirefox()) {
    missing.push('Firefox：请安装 firefox-esr；装在别处的，用环境变量 FIREFOX_PATH 指明它的路径。');
  }
  if (!findWebKit()) {
    missing.push('WebKitGTK：只在 Linux 上有。请安装 webkit2gtk-driver 和 xvfb。');
  }
  if (missing.length === 0) return;

  const list = missing.map((line) => `  ${line}`).join('\n');
  if (process.env.CI) throw new UserError(`CI 里要在所有浏览器里测试，还缺：\n${list}`);
  console.warn(`这些浏览器本机没有，也没能自动装上，它们的测试会跳过：\n${list}`);
}
