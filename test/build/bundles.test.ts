import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createServer } from 'vite';
import { describe, expect, test } from 'vitest';
import { buildBundle } from '../../src/bundles/build.ts';
import { bundleData } from '../../src/bundles/data.ts';
import { words } from '../../src/bundles/words.ts';

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

describe('words as modules', () => {
  test('are read once, and anew when a file has changed', async () => {
    const root = mkdtempSync(join(tmpdir(), 'words-'));
    const file = join(root, 'content/wording.yaml');
    const real = readFileSync(new URL('wording.yaml', CONTENT), 'utf8');
    const [label = ''] = /(?<=cancel: ).*/.exec(real.slice(real.indexOf('rosterPage:'))) ?? [];
    mkdirSync(join(root, 'content'));
    writeFileSync(file, real);
    const server = await createServer({
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [words()],
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true },
    });
    try {
      const { pluginContainer } = server.environments.client;
      const load = async (part: string) =>
        JSON.stringify(await pluginContainer.load(`\0virtual:words/rosterPage/${part}`));
      expect(await load('work')).toContain(label);
      writeFileSync(file, real.replaceAll(`cancel: ${label}`, 'cancel: 换了一句'));
      expect(await load('work')).toContain(label);
      await pluginContainer.watchChange(file, { event: 'update' });
      expect(await load('work')).toContain('换了一句');
    } finally {
      await server.close();
      rmSync(root, { recursive: true });
    }
  });
});
