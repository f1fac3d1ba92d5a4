import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../../dist');

test('the built site holds nothing of the gallery of examples', () => {
  const files = globSync('**/*.{html,js,css,xml}', { cwd: DIST });
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => file.includes('gallery'))).toEqual([]);
  const own = /data-example|组件样例|today:\(/;
  expect(files.filter((file) => own.test(readFileSync(join(DIST, file), 'utf8')))).toEqual([]);
});
