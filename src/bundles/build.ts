/** Bundles one entry for browsers, in memory, the way Vite would ship it. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { demand, problemsIn, targets } from '../floor/index.ts';
import type { BundleData } from './data.ts';
import { words } from './words.ts';

export interface Bundle {
  /** Minified JavaScript. */
  code: string;
  /** Every style that the entry imports, minified; empty where it imports none. */
  css: string;
  /** For the `integrity` attribute of a script tag: of `code`. */
  integrity: string;
  /** Ten hexadecimal digits that change whenever code or styles do, for an address that never changes its content. */
  version: string;
}

/** What is bundled, and in which form. A script runs as it is read; a module exports what its entry does. */
export const BUNDLES = {
  embed: { entry: 'embed.ts', format: 'iife' },
  frame: { entry: 'frame.ts', format: 'iife' },
  offline: { entry: 'offline.tsx', format: 'iife' },
  'offline-roster': { entry: 'offlineRoster.tsx', format: 'iife' },
  unpack: { entry: 'unpack.ts', format: 'iife' },
  library: { entry: 'library.ts', format: 'es' },
  watch: { entry: 'watch.ts', format: 'iife' },
  'watch-embedded': { entry: 'watchEmbedded.ts', format: 'iife' },
  status: { entry: 'status.ts', format: 'iife' },
  tips: { entry: 'tips.ts', format: 'iife' },
  tip: { entry: 'tip.ts', format: 'es' },
} as const;
export type BundleName = keyof typeof BUNDLES;

/**
 * The oldest language that a bundle may need; where none is named, that of the site's oldest browsers. Host pages are
 * read with whatever their visitors have, and the watch tells those below the floor that a widget cannot start.
 */
const TARGETS: Partial<Record<BundleName, string>> = {
  embed: 'es2018',
  watch: 'es2015',
  'watch-embedded': 'es2015',
  status: 'es2015',
  tips: 'es2020',
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param data what the entry may import from `virtual:data`
 * @returns the bundle, and the files that it was made of
 */
export async function buildBundle(
  name: BundleName,
  data: () => Promise<BundleData>,
): Promise<Bundle & { files: string[] }> {
  const { entry, format } = BUNDLES[name];
  const built = await build({
    root: ROOT,
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    // As the site is built, even where it is only being developed.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    plugins: [dataModule(data), words(), ...(name.startsWith('offline') ? [lean()] : [])],
    build: {
      write: false,
      target: TARGETS[name] ?? targets,
      modulePreload: false,
      cssCodeSplit: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`entries/${entry}`, import.meta.url)),
        preserveEntrySignatures: 'strict',
        output: { format, codeSplitting: false },
      },
    },
  });
  if (!('output' in built)) throw new Error('Vite gave no single output.');

  const chunks = built.output.filter((part) => part.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error(`The ${name} bundle is not one file.`);
  const code = name === 'embed' ? inAscii(chunk.code.trimEnd()) : chunk.code.trimEnd();
  const css = built.output
    .filter((part) => part.type === 'asset' && part.fileName.endsWith('.css'))
    .map((part) => (part.type === 'asset' ? part.source.toString() : ''))
    .join('')
    .trim();
  // Here, because the offline file is packed once it is built.
  const file = `src/bundles/entries/${entry}`;
  demand([
    ...problemsIn({ file, kind: 'script', text: code }),
    ...problemsIn({ file, kind: 'styles', text: css }),
  ]);
  return {
    code,
    css,
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
    version: createHash('sha256').update(code).update(css).digest('hex').slice(0, 10),
    files: chunk.moduleIds.filter((id) => id.startsWith(ROOT) && !id.includes('/node_modules/')),
  };
}

/**
 * What one file can do without. Nothing in it is loaded later, so imports and styles that wait elsewhere are plain ones
 * here. The code on the printed record would be a tenth of it, for people who have no network to scan it with. And from a
 * disk no browser starts a worker.
 */
function lean(): Plugin {
  const NO_CODES = "export const encode = () => { throw new Error('No codes here.'); };";
  return {
    name: 'bundles:lean',
    enforce: 'pre',
    resolveId: (source) =>
      source === 'uqr' ? '\0uqr' : source.endsWith('/startWorker.ts') ? '\0no-worker' : null,
    load: (id) =>
      ({ '\0uqr': NO_CODES, '\0no-worker': 'export const startWorker = undefined;' })[id] ?? null,
    transform(code, id) {
      if (!id.startsWith(ROOT) || id.includes('/node_modules/')) return null;
      const plain: string[] = [];
      const here = code.replace(
        /import (\w+) from (['"][^'"?]+\.css)\?url[^'"]*(['"]);/g,
        'import $2$3; const $1 = "";',
      );
      // Not those that only name a type.
      const dynamic = /(?<!\btypeof\s+)\bimport\((['"][^'"]+['"])\)(?!\.[A-Z])/g;
      const changed = here.replace(dynamic, (_, source) => {
        plain.push(`import * as loaded${plain.length} from ${source};`);
        return `Promise.resolve(loaded${plain.length - 1})`;
      });
      return changed === code ? null : { code: `${plain.join('\n')}\n${changed}`, map: null };
    },
  };
}

/** A plain script without a charset of its own is read in its page's, and host pages may be in GBK. */
const inAscii = (code: string): string =>
  code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function dataModule(data: () => Promise<BundleData>): Plugin {
  const id = '\0virtual:data';
  return {
    name: 'bundles:data',
    resolveId: (source) => (source === 'virtual:data' ? id : null),
    async load(wanted) {
      if (wanted !== id) return null;
      const parts = Object.entries(await data());
      return parts
        .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}
