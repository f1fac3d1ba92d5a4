import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureOldChromium, findOldChromium } from '../../src/scripts/old-chromium.mjs';
import { UserError } from '../../src/scripts/process.mjs';

const RUNS = 'echo "<html></html>"';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'old-chromium-'));
  vi.spyOn(console, 'log').mockReturnValue();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

const kept = () => join(folder, 'kept');
const own = () => join(kept(), 'chromium-99');

/** A registry that holds one package, made as the real ones are. */
function registry(script: string) {
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put('lib/libnss3.so', 'a library');
  execFileSync('tar', ['-cf', join(folder, 'aws.tar'), '-C', folder, 'lib']);
  const bin = 'package/bin';
  put(`${bin}/chromium.br`, brotliCompressSync(`#!/bin/sh\n${script}\n`));
  put(`${bin}/aws.tar.br`, brotliCompressSync(readFileSync(join(folder, 'aws.tar'))));
  put(`${bin}/swiftshader.tar.br`, '');
  const archive = join(folder, 'chromium-99.0.0.tgz');
  execFileSync('tar', ['-czf', archive, '-C', folder, 'package']);

  const digest = createHash('sha512').update(readFileSync(archive)).digest('base64');
  const fetch = vi.fn(async (_: string, to: string) =>
    cpSync(archive, join(to, 'chromium-99.0.0.tgz')),
  );
  return {
    wanted: { version: 99, package: 'chromium@99.0.0', integrity: `sha512-${digest}` },
    options: { folder: kept(), machine: 'linux x64', fetch },
  };
}

describe.runIf(process.platform === 'linux')('ensureOldChromium', () => {
  test('fetches and unpacks it once, and says so', async () => {
    const { wanted, options } = registry(RUNS);
    expect(findOldChromium(99, kept())).toBeUndefined();
    await ensureOldChromium(wanted, options);
    await ensureOldChromium(wanted, options);
    expect(options.fetch).toHaveBeenCalledExactlyOnceWith('chromium@99.0.0', `${own()}.part`);
    expect(console.log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Chromium 99'));
    const found = findOldChromium(99, kept());
    expect(found?.program).toBe(join(own(), 'chromium'));
    expect(readdirSync(found?.env.LD_LIBRARY_PATH ?? '')).toEqual(['libnss3.so']);
  });

  test('keeps the browser and its libraries alone', async () => {
    const { wanted, options } = registry(RUNS);
    await ensureOldChromium(wanted, options);
    expect(readdirSync(kept())).toEqual(['chromium-99']);
    expect(readdirSync(own()).sort()).toEqual(['chromium', 'lib']);
  });

  test('begins anew after one that broke off, and where the kept one does not run', async () => {
    mkdirSync(`${own()}.part/package`, { recursive: true });
    mkdirSync(own());
    writeFileSync(join(own(), 'chromium'), '#!/bin/sh\nexit 1\n');
    chmodSync(join(own(), 'chromium'), 0o755);
    const { wanted, options } = registry(RUNS);
    await ensureOldChromium(wanted, options);
    expect(readdirSync(kept())).toEqual(['chromium-99']);
    expect(options.fetch).toHaveBeenCalledOnce();
  });

  test('uses nothing that is not what was written down', async () => {
    const { wanted, options } = registry(RUNS);
    const changed = { ...wanted, integrity: 'sha512-AAAA' };
    await expect(ensureOldChromium(changed, options)).rejects.toThrow('校验和');
    expect(readdirSync(kept())).toEqual([]);
  });

  test('says what to do when nothing came, and leaves nothing behind', async () => {
    const { wanted, options } = registry(RUNS);
    const offline = { ...options, fetch: async () => 1 };
    await expect(ensureOldChromium(wanted, offline)).rejects.toThrow(UserError);
    await expect(ensureOldChromium(wanted, offline)).rejects.toThrow('请检查网络后重试');
    expect(readdirSync(kept())).toEqual([]);
  });

  test('says so where it does not run', async () => {
    const { wanted, options } = registry('exit 127');
    await expect(ensureOldChromium(wanted, options)).rejects.toThrow('在本机不能运行');
  });
});

test.each(['darwin arm64', 'win32 x64', 'linux arm64'])('is not fetched on %s', async (machine) => {
  const fetch = vi.fn();
  const wanted = { version: 99, package: 'chromium@99.0.0', integrity: '' };
  const asked = ensureOldChromium(wanted, { folder: kept(), machine, fetch });
  await expect(asked).rejects.toThrow('只能在 x64 的 Linux 上运行');
  expect(fetch).not.toHaveBeenCalled();
  expect(existsSync(kept())).toBe(false);
});
