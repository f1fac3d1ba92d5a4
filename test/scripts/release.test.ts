import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formerFiles, isHashed } from '../../src/scripts/keep.ts';
import { type Files, releaseFiles, sha256, zip } from '../../src/scripts/release.ts';

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

describe('what is kept of the release before', () => {
  /** The built site of another release, as a zip. */
  const release = (names: string[], former?: Files) => {
    const folder = mkdtempSync(join(tmpdir(), 'former '));
    try {
      for (const name of [...names, 'index.html', 'hosting/nginx.conf']) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), `of ${name}`);
      }
      return zip(releaseFiles(folder, former), AT);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const HASHED = [
    '_astro/index.CcJsbeFj.js',
    '_astro/print.ehPL0gv-.css',
    'embed/frame.d4b0d81485.js',
    'embed/v1.183fb21932.js',
    'lib/title-check.959b0d0bac.js',
  ];
  const inSite = (names: string[]) => names.map((name) => `site/${name}`);
  const unzipped = (bytes: Uint8Array) => unzipSync(bytes);
  const list = (bytes: Uint8Array) => strFromU8(unzipped(bytes).KEPT ?? new Uint8Array());

  test('is what bears a hash in its name, and nothing else', () => {
    const others = ['_astro/plain.js', 'embed.js', 'lib/title-check.js', '2026/材料.txt'];
    expect([...formerFiles(release([...HASHED, ...others])).keys()].sort()).toEqual(
      inSite(HASHED).sort(),
    );
  });

  test('lies in the new one beside its own files, listed and with checksums', () => {
    const bytes = release(['_astro/index.NNNNNNNN.js'], formerFiles(release(HASHED)));
    const files = unzipped(bytes);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([...inSite(HASHED), 'site/_astro/index.NNNNNNNN.js']),
    );
    expect(list(bytes)).toBe(`${inSite(HASHED).sort().join('\n')}\n`);
    expect(strFromU8(files.SHA256SUMS!)).toContain(
      `${sha256(strToU8('of embed/v1.183fb21932.js'))}  site/embed/v1.183fb21932.js`,
    );
    expect(strFromU8(files['README.txt']!)).toContain('KEPT');
  });

  test('is kept for one release only', () => {
    const first = release(['_astro/a.AAAAAAAA.js']);
    const second = release(['_astro/a.BBBBBBBB.js'], formerFiles(first));
    const third = release(['_astro/a.CCCCCCCC.js'], formerFiles(second));
    expect(list(third)).toBe('site/_astro/a.BBBBBBBB.js\n');
    expect(unzipped(third)).not.toHaveProperty('site/_astro/a.AAAAAAAA.js');
  });

  test('never takes the place of a file of the new release', () => {
    const former: Files = new Map([['site/_astro/a.AAAAAAAA.js', strToU8('other')]]);
    const bytes = release(['_astro/a.AAAAAAAA.js'], former);
    expect(strFromU8(unzipped(bytes)['site/_astro/a.AAAAAAAA.js']!)).toBe(
      'of _astro/a.AAAAAAAA.js',
    );
    expect(unzipped(bytes)).not.toHaveProperty('KEPT');
  });

  test('gives the same zip each time', () => {
    const make = () => release(['_astro/a.BBBBBBBB.js'], formerFiles(release(HASHED)));
    expect(make()).toEqual(make());
  });

  /** A zip with checksums for all that is in it, as somebody might forge one. */
  const forged = (files: Record<string, string>) => {
    const sums = Object.entries(files).map(([name, text]) => `${sha256(strToU8(text))}  ${name}\n`);
    const all = { ...files, SHA256SUMS: sums.join('') };
    return zipSync(
      Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])),
    );
  };

  test.each([
    'site/_astro/../../etc/cron.d/a.AAAAAAAA.js',
    'site/_astro/..\\..\\a.AAAAAAAA.js',
    '/site/_astro/a.AAAAAAAA.js',
    'site/_astro/sub/a.AAAAAAAA.js',
    'site/_astro/.htaccess.AAAAAAAA.js',
    'site/_astro/a.AAAAAAAA.html',
    'site/_astro/a.AAAAAAAA.js\n',
    'site/index.html',
    'nginx.conf',
  ])('is never %j', (name) => {
    const bytes = forged({ [name]: 'x', 'site/_astro/good.AAAAAAAA.js': 'x' });
    expect([...formerFiles(bytes).keys()]).toEqual(['site/_astro/good.AAAAAAAA.js']);
  });

  test('is refused where it is larger than any release, before it is unpacked', () => {
    const bytes = forged({ 'site/_astro/a.AAAAAAAA.js': ' '.repeat(5_000_000) });
    expect(bytes.length).toBeLessThan(20_000);
    expect(() => formerFiles(bytes)).toThrow('大得不合常理');
  });

  test('is refused where a file is not what its checksum says', () => {
    const bytes = zipSync({
      SHA256SUMS: strToU8(`${sha256(strToU8('x'))}  site/_astro/a.AAAAAAAA.js\n`),
      'site/_astro/a.AAAAAAAA.js': strToU8('y'),
    });
    expect(() => formerFiles(bytes)).toThrow('校验和对不上');
  });

  test('is refused from what is no release or no zip', () => {
    expect(() => formerFiles(zipSync({ 'a.txt': strToU8('a') }))).toThrow('不像');
    expect(() => formerFiles(strToU8('no zip at all'))).toThrow('打不开');
  });

  test.each([
    [['--keep', join(tmpdir(), 'nothing-here.zip')], '读不到上一版的包'],
    [['--kept', 'x.zip'], '用法'],
  ])('is asked for as %j, which is answered in plain words', (args, words) => {
    const script = 'src/scripts/release.ts';
    const made = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain(words);
  });

  test('knows every kind of name that the built site keeps for good', () => {
    expect(HASHED.filter((name) => !isHashed(name))).toEqual([]);
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
