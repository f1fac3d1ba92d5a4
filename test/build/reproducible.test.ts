import { expect, test } from 'vitest';
import { releaseFiles, sha256, zip } from '../../src/scripts/release.ts';
import { buildSite } from '../support/build-site.ts';

test('the site built in another folder is released as the same bytes', async () => {
  const other = await buildSite({ ownPackages: true });
  try {
    const [here, there] = ['dist', other.dist].map((dist) => releaseFiles(dist));
    const sums = (files = here) =>
      Object.fromEntries([...(files ?? [])].map(([name, content]) => [name, sha256(content)]));
    expect(Object.keys(sums(here)).length).toBeGreaterThan(100);
    expect(sums(there)).toEqual(sums(here));
    const at = new Date('2026-07-19T00:00:00Z');
    expect(sha256(zip(there!, at))).toBe(sha256(zip(here!, at)));
  } finally {
    other.remove();
  }
}, 300_000);
