import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Files, releaseFiles, zip } from '../../src/scripts/release.ts';

const AT = new Date('2026-03-29T02:30:10Z');
const BUILT: Record<string, string> = {
  'index.html': '<p>首页</p>',
  'index.html.gz': 'zip',
  'index.html.br': 'br',
  _headers: '/*',
  'hosting/nginx.conf': 'server {}',
  '.well-known/security.txt': 'Contact: tel:1',
  '2026/材料.txt': '材料',
};

let dist: string;
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'dist '));
  for (const [name, text] of Object.entries(BUILT)) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
});
afterAll(() => rmSync(dist, { recursive: true }));

describe('what is released', () => {
  test('is the site without precompressed copies, the nginx block, a word on both, and checksums', () => {
    expect([...releaseFiles(dist).keys()].sort()).toEqual([
      'README.txt',
      'SHA256SUMS',
      'nginx.conf',
      'site/.well-known/security.txt',
      'site/2026/材料.txt',
      'site/_headers',
      'site/hosting/nginx.conf',
      'site/index.html',
    ]);
  });

  test('has the checksum of every file, as sha256sum reads it', () => {
    const files = unzipSync(zip(releaseFiles(dist), AT));
    const lines = strFromU8(files.SHA256SUMS!).trimEnd().split('\n');
    const told = lines.map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line)!.slice(1));
    const others = Object.keys(files).filter((name) => name !== 'SHA256SUMS');
    expect(told.map(([, name]) => name)).toEqual(others.sort());
    for (const [sum, name] of told) {
      expect(createHash('sha256').update(files[name!]!).digest('hex')).toBe(sum);
    }
  });

  test('is refused from a folder that holds no finished site', () => {
    expect(() => releaseFiles(join(dist, '2026'))).toThrow('请先构建');
  });
});

describe('the zip', () => {
  const content: Files = new Map([
    ['b.txt', new TextEncoder().encode('乙'.repeat(1000))],
    ['a.txt', new TextEncoder().encode('甲')],
  ]);

  test('is the same whatever the order of the files', () => {
    expect(zip(new Map([...content].reverse()), AT)).toEqual(zip(content, AT));
  });

  test('is the same in every zone, even at a time that a zone skips', () => {
    const script = `
      import { sha256, zip } from './src/scripts/release.ts';
      const files = new Map([['a.txt', new TextEncoder().encode('甲')]]);
      console.log(sha256(zip(files, new Date('${AT.toISOString()}'))));`;
    const sums = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(new Set(sums).size).toBe(1);
    expect(sums[0]).toMatch(/^[0-9a-f]{64}\n$/);
  });

  test('gives every entry the time of the commit', () => {
    const bytes = zip(content, AT);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    // The first local header: time at 10, date at 12, in MS-DOS's form.
    const time = view.getUint16(10, true);
    const date = view.getUint16(12, true);
    expect([date >> 9, (date >> 5) & 15, date & 31]).toEqual([46, 3, 29]);
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([2, 30, 10]);
  });

  test('leaves the machine’s zone as it was', () => {
    const before = process.env.TZ;
    zip(content, AT);
    expect(process.env.TZ).toBe(before);
  });
});
