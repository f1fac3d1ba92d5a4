import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What gains by it: text. Images and the search's own files are compressed already. */
const COMPRESSIBLE = new Set(
  'css csv html ics js json map mjs svg ts txt webmanifest xml'
    .split(' ')
    .map((ending) => `.${ending}`),
);
/** Below this a response fits one packet anyway. */
const LEAST_BYTES = 1000;

const encodings = {
  gz: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
};

/** Puts `.gz` and `.br` beside a file where they are smaller: a server then compresses nothing while people wait. */
export async function precompress(file: string): Promise<void> {
  if (!COMPRESSIBLE.has(extname(file))) return;
  const content = await readFile(file);
  if (content.length < LEAST_BYTES) return;
  const { atime, mtime } = await stat(file);
  for (const [ending, compress] of Object.entries(encodings)) {
    const compressed = await compress(content);
    if (compressed.length >= content.length) continue;
    await writeFile(`${file}.${ending}`, compressed);
    // Last-Modified is then the same in every encoding.
    await utimes(`${file}.${ending}`, atime, mtime);
  }
}
