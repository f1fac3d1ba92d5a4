/** What code weighs once a browser gets it: bundled, minified and compressed. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = 'virtual:entry';

export interface Weight {
  /** Bytes of the minified module after gzip. */
  gzip: number;
  /** Bytes that each module contributes before minifying, by its path from the root. */
  modules: Record<string, number>;
}

/**
 * Bundles a module for the browser as Vite would ship it.
 *
 * @param code the entry's source
 * @param folder in which its imports are read as if it lay there, ending with a slash; by default the root
 */
export async function weigh(code: string, folder = ROOT): Promise<Weight> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    // As the site is built, whatever the process that measures was started for.
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === ENTRY ? `${folder}entry.js` : null),
        load: (id) => (id === `${folder}entry.js` ? code : null),
      },
    ],
    build: {
      write: false,
      modulePreload: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in built)) throw new Error('Vite gave no single output');
  const modules: Record<string, number> = {};
  let text = '';
  for (const chunk of built.output) {
    if (chunk.type !== 'chunk') continue;
    text += chunk.code;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      modules[id.replace(ROOT, '')] = renderedLength;
    }
  }
  return { gzip: gzipSync(text, { level: 9 }).length, modules };
}
