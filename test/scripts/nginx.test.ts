import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findNginx, findNginxModule } from '../../src/scripts/nginx.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nginx-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string) {
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
}

describe('findNginx', () => {
  test('takes the one on the PATH', () => {
    const file = program('nginx');
    expect(findNginx({ PATH: folder }, ['/bin/sh'])).toBe(file);
  });

  test('looks where servers’ programs are, which a PATH may leave out', () => {
    const file = program('elsewhere');
    expect(findNginx({ PATH: folder }, [join(folder, 'none'), file])).toBe(file);
    expect(findNginx({ PATH: folder }, [])).toBeUndefined();
  });
});

describe('findNginxModule', () => {
  test('finds it in the first folder that has it', () => {
    writeFileSync(join(folder, 'brotli.so'), '');
    expect(findNginxModule('brotli.so', ['/nowhere', folder])).toBe(join(folder, 'brotli.so'));
    expect(findNginxModule('other.so', ['/nowhere', folder])).toBeUndefined();
  });
});
