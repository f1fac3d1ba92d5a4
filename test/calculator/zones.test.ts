import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { plainNode } from './support.ts';

const zones = ['Asia/Shanghai', 'UTC', 'America/New_York', 'Pacific/Kiritimati'];

describe('all results', () => {
  const printed = new Map<string, string>();
  beforeAll(async () => {
    const script = fileURLToPath(new URL('all-results.ts', import.meta.url));
    const runs = zones.map(async (zone) => {
      printed.set(zone, await plainNode([script], { env: { TZ: zone } }));
    });
    await Promise.all(runs);
  });

  test('hold every worked case', () => {
    const results = JSON.parse(printed.get('UTC')!);
    expect(results.eligibility.length).toBeGreaterThan(100);
    expect(results.timelines.length).toBeGreaterThan(50);
    expect(results.real).toEqual([true, true, true, true]);
  });

  test.each(zones)('are the same in %s', (zone) => {
    expect(printed.get(zone) === printed.get('UTC')).toBe(true);
  });

  test('come from processes that really were in these zones', async () => {
    const script = 'console.log(new Date(2026, 0, 1).getTimezoneOffset())';
    const offsets = await Promise.all(
      zones.map((zone) => plainNode(['-e', script], { env: { TZ: zone } })),
    );
    expect(offsets.map(Number)).toEqual([-480, 0, 300, -840]);
  });
});
