import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { buildBundle } from '../../src/bundles/build.ts';
import { bundleData } from '../../src/bundles/data.ts';

const CONTENT = new URL('../../content/', import.meta.url);
const make = (name: 'embed' | 'library') => buildBundle(name, () => bundleData(CONTENT));

describe('a bundle', () => {
  test('is the same each time, and named by its content', async () => {
    const [one, other] = await Promise.all([make('embed'), make('embed')]);
    expect(other).toEqual(one);
    const hash = createHash('sha384').update(one.code).digest('base64');
    expect(one.integrity).toBe(`sha384-${hash}`);
    expect(one.version).toMatch(/^[0-9a-f]{10}$/);
  });

  test('names the files it was made of, so that a change makes it anew', async () => {
    const { files } = await make('embed');
    expect(files.map((file) => file.replace(/^.*\/src\//, ''))).toContain('embed/element.ts');
  });

  test('says nothing of the folder it was made in', async () => {
    for (const name of ['embed', 'library'] as const) {
      expect((await make(name)).code).not.toContain(process.cwd());
    }
  });
});

/** Decision record 0074. */
const LIMIT_OF_EMBED_SCRIPT = 2 * 1024 + 128;

describe('the embed script', () => {
  test('weighs little more than 2 kB and imports nothing', async () => {
    const { code, css } = await make('embed');
    expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(LIMIT_OF_EMBED_SCRIPT);
    expect(code).not.toMatch(/\bimport\b/);
    expect(css).toBe('');
  });

  test('is read right whatever the encoding of the page that holds it', async () => {
    const { code } = await make('embed');
    expect(code).toMatch(/^[ -~\n]+$/);
    expect(code).toContain('\\u7533\\u62a5');
  });

  test('is written in the language of 2018', async () => {
    const { code } = await make('embed');
    expect(code).not.toMatch(/\?\.[^\d]|\?\?|\|\|=|catch\s*\{|\bstatic\s+\w+\s*[=;]|[.;{}]#\w/);
  });
});
