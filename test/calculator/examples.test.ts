/** Every public function shows in its comment how it is called; what it shows is run. */
import { expect, test } from 'vitest';
import * as door from '../../src/calculator/index.ts';
import { exampleOf, functionsOf, runWith } from '../support/examples.ts';
import { calendar, notice, person } from './support.ts';

const given = { ...door, notice, calendar, answers: person() };

test('the door has functions', () => {
  expect(functionsOf(door).length).toBeGreaterThan(20);
});

test.each(functionsOf(door))('%s', async (name) => {
  const { call, value } = exampleOf(name, ['calculator']);
  expect(await runWith(given, call)).toEqual(await runWith(given, value));
});
