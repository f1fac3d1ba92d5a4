/**
 * The calculator derives things once and keeps them. A mutant there would then belong to whichever test came first,
 * and no other would be tried on it; so under mutation every test starts with nothing kept.
 */
import fc from 'fast-check';
import { beforeEach } from 'vitest';

const kept: Map<unknown, unknown>[] = [];

/** Stands in for the maps that the calculator's modules hold. */
export function forgetful(): Map<unknown, unknown> {
  const map = new Map();
  kept.push(map);
  return map;
}

beforeEach(() => {
  for (const map of kept) map.clear();
});

// Properties run for nearly every mutant: fewer people, always the same ones, and no search for the smallest example.
fc.configureGlobal({ numRuns: 40, seed: 2026, endOnFailure: true });
