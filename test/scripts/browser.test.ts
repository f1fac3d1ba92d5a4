import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  ensureBrowser,
  findBrowser,
  findHeadless,
  hasChineseFont,
} from '../../src/scripts/browser.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program into the temporary folder. */
function program(path: string, script = '', mode = 0o755) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, mode);
  return file;
}

describe('findBrowser', () => {
  const find = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') =>
    findBrowser({ PATH: folder, ...env }, platform);

  test('finds nothing on a bare machine', () => {
    expect(find({})).toBeUndefined();
    expect(find({ PATH: '' })).toBeUndefined();
  });

  test('takes what CHROMIUM_PATH or CHROME_PATH names before anything on the PATH', () => {
    program('chromium');
    const mine = program('my/browser');
    expect(find({ CHROMIUM_PATH: mine })).toBe(mine);
    expect(find({ CHROME_PATH: mine })).toBe(mine);
  });

  test('does not quietly take another browser when the named one is missing', () => {
    program('chromium');
    expect(() => find({ CHROMIUM_PATH: join(folder, 'gone') })).toThrow(/gone$/);
  });

  test.each(['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'msedge'])(
    'finds %s on the PATH',
    (name) => {
      const file = program(`bin/${name}`);
      expect(find({ PATH: ['/nowhere', join(folder, 'bin')].join(delimiter) })).toBe(file);
    },
  );

  test('prefers Chromium to Chrome', () => {
    program('google-chrome');
    const chromium = program('chromium');
    expect(find({})).toBe(chromium);
  });

  test('passes over folders and files that cannot be run', () => {
    mkdirSync(join(folder, 'chromium'));
    program('google-chrome', '', 0o644);
    expect(find({})).toBeUndefined();
  });

  test('looks where the installers of Windows put it', () => {
    const file = program('Google/Chrome/Application/chrome.exe');
    expect(find({ PATH: '', PROGRAMFILES: folder }, 'win32')).toBe(file);
  });
});

describe('findHeadless', () => {
  const find = (env: NodeJS.ProcessEnv = {}) => findHeadless({ PATH: folder, ...env }, 'linux');

  test('takes the Chromium without windows before any other', () => {
    program('chromium');
    expect(find()).toBe(join(folder, 'chromium'));
    const headless = program('chromium-headless-shell');
    expect(find()).toBe(headless);
  });

  test('takes the one that is named before it', () => {
    program('chromium-headless-shell');
    const mine = program('my/browser');
    expect(find({ CHROMIUM_PATH: mine })).toBe(mine);
    expect(() => find({ CHROME_PATH: join(folder, 'gone') })).toThrow(/gone$/);
  });
});

describe('hasChineseFont', () => {
  test('asks the system for fonts that cover Chinese', () => {
    program('fc-list', '[ "$1" = ":lang=zh" ] && echo "NotoSansCJK-Regular.ttc: Noto Sans CJK SC"');
    expect(hasChineseFont({ PATH: folder }, 'linux')).toBe(true);
  });

  test('has none when the system lists none, or has nothing to list them with', () => {
    expect(hasChineseFont({ PATH: folder }, 'linux')).toBe(false);
    program('fc-list', 'exit 0');
    expect(hasChineseFont({ PATH: folder }, 'linux')).toBe(false);
  });

  test.each(['darwin', 'win32'] as const)('comes with %s', (platform) => {
    expect(hasChineseFont({ PATH: folder }, platform)).toBe(true);
  });
});

describe.runIf(process.platform === 'linux')('ensureBrowser', () => {
  const listsChinese = 'echo "Noto Sans CJK SC"';
  beforeEach(() => {
    for (const name of ['CHROMIUM_PATH', 'CHROME_PATH']) vi.stubEnv(name, undefined);
    vi.stubEnv('PATH', folder);
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  /** An apt-get that notes what it is asked for, and installs a browser. */
  function aptGet() {
    program('env', 'exec /usr/bin/env "$@"');
    program('sudo', 'shift; exec "$@"');
    program('bin/chromium');
    program(
      'apt-get',
      `echo "$@" >> ${folder}/asked; /bin/ln -sf ${folder}/bin/chromium ${folder}`,
    );
    return () => readFileSync(join(folder, 'asked'), 'utf8');
  }

  test('leaves a machine alone that has a browser and a Chinese font', async () => {
    const chromium = program('chromium');
    program('fc-list', listsChinese);
    program('apt-get', 'echo asked >&2; exit 1');
    expect(await ensureBrowser()).toBe(chromium);
    expect(console.log).not.toHaveBeenCalled();
  });

  test("installs what lacks from Debian's packages, and says so", async () => {
    const asked = aptGet();
    expect(await ensureBrowser()).toBe(join(folder, 'chromium'));
    expect(asked()).toMatch(
      /update\n.*install .* chromium fontconfig fonts-noto-cjk\n.*update\n.*install .* chromium-headless-shell\n$/,
    );
    expect(console.log).toHaveBeenCalledWith(expect.stringContaining('chromium'));
  });

  test('installs no second browser when only the font lacks, and does without it if need be', async () => {
    const asked = aptGet();
    program('chromium');
    await ensureBrowser();
    expect(asked()).toMatch(/install .* fontconfig fonts-noto-cjk\n$/);
    expect(asked()).not.toContain('chromium');
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('中文字体'));
  });

  test('says what to do where nothing can be installed', async () => {
    program('fc-list', listsChinese);
    await expect(ensureBrowser()).rejects.toThrow('CHROMIUM_PATH');
  });
});
