import fc from 'fast-check';
import { strFromU8, unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildBundle } from '../../src/bundles/build.ts';
import { bundleData } from '../../src/bundles/data.ts';
import { offlinePage, pack } from '../../src/bundles/offline.ts';

const data = await bundleData(new URL('../../content/', import.meta.url));
const bundle = await buildBundle('offline', async () => data);

describe('pack', () => {
  /** As the page undoes it, written another way. */
  const unpack = ({ text, size }: { text: string; size: number }): string => {
    const digits = [...text].map((character) => {
      const code = character.charCodeAt(0);
      return code - (code < 60 ? 35 : 36);
    });
    const bits = digits
      .flatMap((digit, at) => (at % 2 ? [] : [digit + 91 * (digits[at + 1] ?? 0)]))
      .map((value) => [...value.toString(2).padStart(13, '0')].reverse().join(''))
      .join('');
    const bytes = Array.from({ length: size }, (_, at) =>
      Number.parseInt([...bits.slice(8 * at, 8 * at + 8)].reverse().join(''), 2),
    );
    return strFromU8(unzlibSync(new Uint8Array(bytes)));
  };

  test('loses nothing, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        expect(unpack(await pack(text))).toBe(text);
      }),
    );
  });

  test('writes nothing that means anything in HTML', async () => {
    expect((await pack(bundle.code)).text).toMatch(/^[#-;=-~]+$/);
  });
});

describe('the offline page', () => {
  test('is the same each time, and says nothing of the folder it was made in', async () => {
    const again = await buildBundle('offline', async () => data);
    expect(await offlinePage(data.newest, again, undefined)).toEqual(
      await offlinePage(data.newest, bundle, undefined),
    );
    expect(bundle.code).not.toContain(process.cwd());
  });

  test('names no site where none is known', async () => {
    const { html } = await offlinePage(data.newest, bundle, undefined);
    expect(html).not.toContain('data-site');
    expect(html).not.toContain('打开完整网站');
  });

  test('leads to the site where it is known, and is still no larger than 74 kB', async () => {
    const { html, size } = await offlinePage(data.newest, bundle, 'https://example.com/zc/');
    expect(html).toContain('data-site="https://example.com/zc/"');
    expect(html).toContain('<a href="https://example.com/zc/">打开完整网站</a>');
    expect(html).toContain('到<a href="https://example.com/zc/">完整网站</a>看通知原文');
    expect(size).toBeLessThanOrEqual(74_000);
  });
});
