import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withLock } from '../../src/scripts/lock.mjs';

describe('withLock', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-'));
    path = join(folder, 'lock');
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    vi.restoreAllMocks();
  });

  test('lets one work at a time, and says once that the other waits', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      events.push(`${name} ends`);
    };
    await Promise.all([withLock(path, work('first')), withLock(path, work('second'))]);
    expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(console.log).toHaveBeenCalledOnce();
  });

  test('gives the result, and opens again after a failure', async () => {
    const failure = withLock(path, () => Promise.reject(new Error('no network')));
    await expect(failure).rejects.toThrow('no network');
    expect(await withLock(path, async () => 'done')).toBe('done');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('takes over from a process that has died', async () => {
    const beyondEveryProcess = 2 ** 22 + 1;
    writeFileSync(path, String(beyondEveryProcess));
    expect(await withLock(path, async () => 'done')).toBe('done');
    expect(console.log).not.toHaveBeenCalled();
  });
});
