/**
 * What a release keeps of the one before: the files that pages opened earlier still ask for, and that other sites pinned.
 * Their names hold a hash of their content, so that old and new stand side by side. They are kept for one release.
 */
import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { UserError } from './process.mjs';

/** Paths within a zip, below `site/`: nothing else is taken, and nothing that could lead out of the folder. */
const HASHED = new RegExp(
  `^site/(${[
    '_astro/[\\w@-]+(\\.[\\w@-]+)*\\.[\\w-]{8}\\.(js|css|svg|png|webp|woff2|json)',
    'embed/(v1|frame)\\.[0-9a-f]{10}\\.js',
    'lib/title-check\\.[0-9a-f]{10}\\.js',
  ].join('|')})$`,
);

/** Far more than a release ever held. */
const MOST = { files: 2000, bytesEach: 4_000_000, bytes: 40_000_000 };

/** Where a release says what of it is from the one before. */
export const KEPT = 'KEPT';

/** Whether a file of the built site, such as `_astro/x.Ab3_-xyz.js`, is one to keep. */
export const isHashed = (path: string): boolean => HASHED.test(`site/${path}`);

/**
 * @param zip the former release as `npm run release` made it. It may have come a long way: what is in it is checked
 *   against its own checksums, its names against what we make ourselves, and its sizes before anything is unpacked
 * @returns by their paths in the zip; not what it kept itself from the one before
 * @throws in Chinese, where it is no release, or damaged
 */
export function formerFiles(zip: Uint8Array): Map<string, Uint8Array> {
  let count = 0;
  let bytes = 0;
  const entries = unpack(zip, ({ name, originalSize }) => {
    if (!HASHED.test(name) && name !== 'SHA256SUMS' && name !== KEPT) return false;
    count += 1;
    bytes += originalSize;
    if (count > MOST.files || originalSize > MOST.bytesEach || bytes > MOST.bytes) {
      throw new UserError(
        `上一版的包大得不合常理（${name}），没有打包。请核对是不是自己打的那个。`,
      );
    }
    return true;
  });
  const text = (name: string) => strFromU8(entries[name] ?? new Uint8Array());
  const sums = new Map(
    text('SHA256SUMS')
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  if (sums.size < 2)
    throw new UserError('上一版的包里没有 SHA256SUMS，不像 npm run release 打的。');
  const kept = new Set(text(KEPT).split('\n'));
  const found = Object.entries(entries).filter(([name]) => HASHED.test(name) && !kept.has(name));
  for (const [name, content] of found) {
    if (createHash('sha256').update(content).digest('hex') === sums.get(name)) continue;
    throw new UserError(`上一版的包里，${name} 和它自己的校验和对不上。请换一个没坏的。`);
  }
  return new Map(found);
}

type Filter = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>;

function unpack(zip: Uint8Array, filter: Filter): Record<string, Uint8Array> {
  try {
    // Each entry is unpacked into as much room as its size was told to be; a lie about it is cut off.
    return unzipSync(zip, { filter });
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('上一版的包打不开：不是 zip，或者已经损坏。');
  }
}
