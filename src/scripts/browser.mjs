import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findOnPath, installWithApt, isProgram } from './apt.mjs';
import { UserError } from './process.mjs';

/** Names a Chromium browser goes by on the PATH, in the order they are tried. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

/**
 * The Chromium browser of this machine: the one that CHROMIUM_PATH or CHROME_PATH names,
 * or the first on the PATH, or one where installers usually put it.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string | undefined}
 */
export function findBrowser(env = process.env, platform = process.platform) {
  const named = env.CHROMIUM_PATH || env.CHROME_PATH;
  if (named && !isProgram(named)) {
    throw new UserError(`CHROMIUM_PATH 或 CHROME_PATH 指定的浏览器不存在或不能运行：${named}`);
  }
  const extension = platform === 'win32' ? '.exe' : '';
  return (
    named ||
    NAMES.map((name) => findOnPath(name + extension, env)).find(Boolean) ||
    usualPlaces(env, platform).find(isProgram)
  );
}

/** Debian's build of the same engine without windows: it opens a page in half the time. */
const HEADLESS = 'chromium-headless-shell';

/**
 * The browser that the tests of pages run in: Chromium without windows where there is one, unless another is named.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function findHeadless(env = process.env, platform = process.platform) {
  const isNamed = env.CHROMIUM_PATH || env.CHROME_PATH;
  return (!isNamed && findOnPath(HEADLESS, env)) || findBrowser(env, platform);
}

/**
 * Whether pages will show Chinese instead of empty boxes, which would also spoil every measured width.
 * Only Linux comes without such a font.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function hasChineseFont(env = process.env, platform = process.platform) {
  if (platform !== 'linux') return true;
  return Boolean(spawnSync('fc-list', [':lang=zh'], { env, encoding: 'utf8' }).stdout?.trim());
}

/** Finds a browser for the tests, installing it and a Chinese font from Debian's packages where they lack. */
export async function ensureBrowser() {
  const isBare = !findBrowser();
  const lacking = [
    ...(isBare ? ['chromium'] : []),
    ...(hasChineseFont() ? [] : ['fontconfig', 'fonts-noto-cjk']),
  ];
  if (lacking.length > 0) await installWithApt('浏览器测试', lacking);
  // By itself: where it is not to be had, the tests do without. Whoever has a browser is left alone.
  if (isBare && !findOnPath(HEADLESS)) await installWithApt('更快的浏览器测试', [HEADLESS]);

  const browser = findBrowser();
  if (!browser) {
    throw new UserError(
      '浏览器测试需要 Chromium、Chrome 或 Edge，本机没有找到，也没能自动安装。请安装其中一个后重试；装在别处的，用环境变量 CHROMIUM_PATH 指明它的路径。',
    );
  }
  if (!hasChineseFont()) {
    console.warn(
      '没有找到中文字体，也没能自动安装，浏览器测试的结果可能不准。建议安装 fonts-noto-cjk。',
    );
  }
  return browser;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 */
function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ]
        : [],
    );
  }
  return [];
}
