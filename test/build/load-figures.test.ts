import { describe, expect, test } from 'vitest';
import { dayOf, visitAt } from '../../src/components/site/load-figures.ts';

describe('the arithmetic of a day', () => {
  test('goes from one visit to a million, and to the busiest hour’s fifth of them', () => {
    expect(dayOf({ requests: 20, bytes: 100_000 })).toEqual({
      gigabytes: 100,
      visitsPerSecond: 55.6,
      requestsPerSecond: 1112,
      megabits: 44.48,
    });
  });

  test('adds up the pages of a visit', () => {
    const ours = visitAt('本站配置，brotli');
    const usual = visitAt('默认配置，不压缩');
    expect(ours.requests).toBe(usual.requests);
    expect(ours.bytes).toBeGreaterThan(0);
    expect(usual.bytes).toBeGreaterThan(2 * ours.bytes);
  });
});
