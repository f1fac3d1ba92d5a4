import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import config from '../../vitest.stryker.config.ts';

const CONTENT = 'src/notices/index.ts';
const [served] = config.plugins as { load: (id: string) => string | null }[];
const names = [...(served?.load(`/${CONTENT}`) ?? '').matchAll(/^\s*export const (\w+)/gm)].map(
  ([, name]) => name,
);
const { include = [], exclude = [] } = config.test ?? {};

/** What a test takes from the content's door, by itself or through what it imports of the tests' own. */
function taken(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(
    /^import (?!type)(?:\{([^}]*)\}|[^;]*?) from '(\.[^']+)';/gm,
  );
  return [...imports].flatMap(([, list = '', from = '']) => {
    const to = relative('.', join(dirname(path), from));
    if (to === CONTENT) return list.split(',').map((one) => one.trim());
    return to.startsWith('test/') && to.endsWith('.ts') ? taken(to, seen) : [];
  });
}

test('mutation testing serves the content that its tests read', () => {
  const left = exclude.flatMap((one) => globSync(one));
  const tests = include.flatMap((one) => globSync(one)).filter((path) => !left.includes(path));
  expect(tests.length).toBeGreaterThan(20);
  const missing = tests.flatMap((path) =>
    taken(path)
      .filter((name) => name && !name.startsWith('type ') && !names.includes(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});
