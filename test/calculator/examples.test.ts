/** Every public function shows in its comment how it is called; what it shows is run. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as door from '../../src/calculator/index.ts';
import { calendar, notice, person } from './support.ts';

const ROOT = join(import.meta.dirname, '../../src/calculator');
const source = globSync('**/*.ts', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const given = { ...door, notice, calendar, answers: person() };
/** Runs one expression as a reader would type it. */
const run = (expression: string): unknown =>
  new Function(...Object.keys(given), `return (${expression})`)(...Object.values(given));

const functions = Object.entries(door).flatMap(([name, one]) =>
  typeof one === 'function' ? [name] : [],
);

test('the door has functions', () => {
  expect(functions.length).toBeGreaterThan(20);
});

test.each(functions)('%s', (name) => {
  const at = source.search(new RegExp(`^export function ${name}\\b`, 'm'));
  expect(at).toBeGreaterThan(0);
  const comment = source.slice(source.lastIndexOf('/**', at), at);
  const example = /^ \* @example (.+) \/\/ (.+)$/m.exec(comment);
  const [, call = '', value = ''] = example ?? [];
  expect(comment).toContain('@example');
  expect(call).toMatch(new RegExp(`\\b${name}\\(`));
  expect(run(call)).toEqual(run(value));
});
