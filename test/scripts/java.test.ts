import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findJava } from '../../src/scripts/java.mjs';

test('Java is the one on the PATH', () => {
  const folder = mkdtempSync(join(tmpdir(), 'java-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(findJava({ PATH: folder })).toBeUndefined();
  const java = join(folder, 'java');
  writeFileSync(java, '#!/bin/sh\n');
  chmodSync(java, 0o755);
  expect(findJava({ PATH: folder })).toBe(java);
});
