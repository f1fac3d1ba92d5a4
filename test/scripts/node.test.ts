import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureNode, isAtLeast } from '../../src/scripts/node.mjs';
import { UserError } from '../../src/scripts/process.mjs';

describe('isAtLeast', () => {
  test.each([
    ['v20.20.2', false],
    ['v22.9.0', false],
    ['v22.17.9', false],
    ['v22.18.0', true],
    ['v22.18.1', true],
    ['v22.100.0', true],
    ['v24.0.0', true],
    ['v100.0.0', true],
  ])('%s against 22.18: %s', (version, expected) => {
    expect(isAtLeast(version, '22.18')).toBe(expected);
  });
});

describe('ensureNode', () => {
  let folder: string;
  const kept = () => join(folder, 'node_modules/node/bin/node');
  const put = (script: string) => {
    mkdirSync(dirname(kept()), { recursive: true });
    writeFileSync(kept(), `#!/bin/sh\n${script}\n`);
    chmodSync(kept(), 0o755);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'node-'));
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  test('takes the Node it runs on when that is new enough', async () => {
    const install = vi.fn();
    expect(await ensureNode(folder, { version: 'v22.18.0', install })).toBe(process.execPath);
    expect(install).not.toHaveBeenCalled();
  });

  test('installs a newer Node once, and says so', async () => {
    const machine = { version: 'v20.20.2', install: vi.fn(async () => put('echo v24.1.0')) };
    expect(await ensureNode(folder, machine)).toBe(kept());
    expect(await ensureNode(folder, machine)).toBe(kept());
    expect(machine.install).toHaveBeenCalledExactlyOnceWith(folder);
    expect(console.log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('v20.20.2'));
  });

  test.each([
    ['does not run', 'exit 126'],
    ['has become too old', 'echo v22.17.9'],
  ])('installs again when the kept one %s', async (_, script) => {
    put(script);
    const install = vi.fn(async () => put('echo v24.1.0'));
    await ensureNode(folder, { version: 'v20.20.2', install });
    expect(install).toHaveBeenCalledOnce();
  });

  test('says what to do when the installation failed', async () => {
    const machine = { version: 'v20.20.2', install: async () => 1 };
    await expect(ensureNode(folder, machine)).rejects.toThrow(UserError);
    await expect(ensureNode(folder, machine)).rejects.toThrow('请检查网络后重试');
  });
});
