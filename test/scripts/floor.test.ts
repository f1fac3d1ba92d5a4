import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureFloorBrowsers, findFirefox, findWebKit } from '../../src/scripts/floor.mjs';
import { UserError } from '../../src/scripts/process.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'floor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a program into the temporary folder. */
function program(path: string, script = '') {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('findFirefox', () => {
  const find = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') =>
    findFirefox({ PATH: folder, ...env }, platform);

  test('prefers the release with extended support', () => {
    const usual = program('firefox');
    expect(find({})).toBe(usual);
    const esr = program('firefox-esr');
    expect(find({})).toBe(esr);
  });

  test('takes what FIREFOX_PATH names, and no other when that is missing', () => {
    program('firefox-esr');
    const mine = program('my/firefox');
    expect(find({ FIREFOX_PATH: mine })).toBe(mine);
    expect(() => find({ FIREFOX_PATH: join(folder, 'gone') })).toThrow(/gone$/);
  });

  test('looks where the installer of Windows puts it', () => {
    const file = program('Mozilla Firefox/firefox.exe');
    expect(find({ PATH: '', PROGRAMFILES: folder }, 'win32')).toBe(file);
  });
});

describe('findWebKit', () => {
  test('wants the driver and a screen to show the browser on', () => {
    const driver = program('WebKitWebDriver');
    expect(findWebKit({ PATH: folder })).toBeUndefined();
    const screen = program('Xvfb');
    expect(findWebKit({ PATH: folder })).toEqual({ driver, screen });
  });
});

describe.runIf(process.platform === 'linux')('ensureFloorBrowsers', () => {
  const old = vi.fn();
  beforeEach(() => {
    vi.stubEnv('PATH', folder);
    vi.stubEnv('CI', undefined);
    vi.stubEnv('FIREFOX_PATH', undefined);
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    old.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('leaves a machine alone that has them all', async () => {
    for (const name of ['firefox-esr', 'WebKitWebDriver', 'Xvfb']) program(name);
    program('apt-get', 'echo asked >&2; exit 1');
    await ensureFloorBrowsers(old);
    expect(old.mock.calls.map(([{ version }]) => version)).toEqual([103, 109]);
    expect(console.log).not.toHaveBeenCalled();
    expect(console.warn).not.toHaveBeenCalled();
  });

  test('installs what lacks from Debian’s packages', async () => {
    program('env', 'exec /usr/bin/env "$@"');
    program('sudo', 'shift; exec "$@"');
    program('bin/any');
    const links = ['firefox-esr', 'WebKitWebDriver', 'Xvfb'].map(
      (name) => `/bin/ln -sf ${folder}/bin/any ${folder}/${name}`,
    );
    program('apt-get', [`echo "$@" >> ${folder}/asked`, ...links].join('\n'));
    await ensureFloorBrowsers(old);
    const asked = readFileSync(join(folder, 'asked'), 'utf8');
    expect(asked).toMatch(/install .* firefox-esr webkit2gtk-driver xvfb\n$/);
    expect(console.warn).not.toHaveBeenCalled();
  });

  const nowhere = () => {
    program('firefox-esr');
    old.mockRejectedValueOnce(new UserError('只能在 x64 的 Linux 上运行'));
  };

  test('says which cannot be had, and goes on without them', async () => {
    nowhere();
    await ensureFloorBrowsers(old);
    const [[told]] = vi.mocked(console.warn).mock.calls as [[string]];
    expect(told).toContain('测试会跳过');
    expect(told).toContain('Chromium 103：只能在 x64 的 Linux 上运行。');
    expect(told).toContain('webkit2gtk-driver');
    expect(told).not.toMatch(/Firefox|109/);
  });

  test('goes on without none where the tests decide', async () => {
    nowhere();
    vi.stubEnv('CI', 'true');
    await expect(ensureFloorBrowsers(old)).rejects.toThrow(/Chromium 103[\s\S]*WebKitGTK/);
  });

  test('hides no mistake of its own', async () => {
    old.mockRejectedValue(new TypeError('no such thing'));
    await expect(ensureFloorBrowsers(old)).rejects.toThrow('no such thing');
  });
});
