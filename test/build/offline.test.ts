import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { buildBundle } from '../../src/bundles/build.ts';
import { bundleData } from '../../src/bundles/data.ts';
import { inGbk } from '../../src/bundles/gbk.ts';
import { inflate } from '../../src/bundles/inflate.ts';
import { offlinePage, pack } from '../../src/bundles/offline.ts';
import { comparedOn } from '../../src/notices/index.ts';

const data = await bundleData(new URL('../../content/', import.meta.url));
const bundle = await buildBundle('offline', async () => data);
const unpacker = await buildBundle('unpack', async () => data);

describe('pack', () => {
  /** As the page undoes it, written another way. */
  const unpack = ({ text, size }: { text: string; size: number }): Uint8Array => {
    const digits = [...text].map((character) => {
      const code = character.charCodeAt(0);
      return code - (code < 60 ? 35 : 36);
    });
    const bits = digits
      .flatMap((digit, at) => (at % 2 ? [] : [digit + 91 * (digits[at + 1] ?? 0)]))
      .map((value) => [...value.toString(2).padStart(13, '0')].reverse().join(''))
      .join('');
    const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
      Number.parseInt([...bits.slice(8 * at, 8 * at + 8)].reverse().join(''), 2),
    );
    const whole = inflateSync(new Uint8Array(bytes));
    expect(whole.length).toBe(size);
    return whole;
  };

  test('loses nothing, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        expect(unpack(await pack(bytes))).toEqual(bytes);
      }),
    );
  });

  test('writes nothing that means anything in HTML', async () => {
    expect((await pack(inGbk(bundle.code).bytes)).text).toMatch(/^[#-;=-~]+$/);
  });
});

describe('inGbk', () => {
  test('loses nothing of a string in a script, whatever the string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { script, bytes } = inGbk(JSON.stringify(text));
        expect(new TextDecoder('gbk').decode(bytes)).toBe(script);
        expect(JSON.parse(script)).toBe(text);
      }),
    );
  });

  test('writes a Chinese character in two bytes', () => {
    expect(inGbk('"职称"').bytes.length).toBe(6);
  });
});

describe('inflate', () => {
  test.each([
    ['as it likes', {}],
    ['without a search for repeats', { strategy: constants.Z_HUFFMAN_ONLY }],
    ['with the fixed code', { strategy: constants.Z_FIXED }],
    ['not at all', { level: 0 }],
  ])('undoes what zlib deflates %s', (_, options) => {
    fc.assert(
      fc.property(fc.array(texts), (parts) => {
        const bytes = new TextEncoder().encode(parts.join(''));
        const packed = deflateRawSync(bytes, options);
        expect(inflate(packed, bytes.length)).toEqual(bytes);
      }),
    );
  });

  /** Short ones, and runs of one that reach far back. */
  const texts = fc
    .tuple(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 4000 }))
    .map(([text, times]) => text.repeat(times));
});

describe('the offline page', () => {
  test('is the same each time, and says nothing of the folder it was made in', async () => {
    const again = await buildBundle('offline', async () => data);
    expect(await offlinePage(data.newest, again, unpacker, undefined)).toEqual(
      await offlinePage(data.newest, bundle, unpacker, undefined),
    );
    expect(bundle.code).not.toContain(process.cwd());
  });

  test('names no site where none is known', async () => {
    const { html } = await offlinePage(data.newest, bundle, unpacker, undefined);
    expect(html).not.toContain('data-site');
    expect(html).not.toContain('打开完整网站');
    expect(html).not.toContain('最新的在');
  });

  test('says how old its facts are, and where the newest file is where that is known', async () => {
    const site = 'https://example.com/zc/';
    for (const name of ['self-check', 'roster'] as const) {
      const { html } = await offlinePage(data.newest, bundle, unpacker, site, name);
      const [, header = ''] = /<header>(.*?)<\/header>/s.exec(html) ?? [];
      expect(header).toContain(`核对到 ${comparedOn(data.newest)}`);
      expect(header).toContain(`最新的在 <a href="${site}offline/">${site}offline/</a>`);
    }
  });

  test('leads to the site where it is known, and is still within its limit', async () => {
    const { html, size } = await offlinePage(
      data.newest,
      bundle,
      unpacker,
      'https://example.com/zc/',
    );
    expect(html).toContain('data-site="https://example.com/zc/"');
    expect(html).toContain('<a href="https://example.com/zc/">打开完整网站</a>');
    expect(html).toContain('到<a href="https://example.com/zc/">完整网站</a>看通知原文');
    expect(size).toBeLessThanOrEqual(96 * 1024);
  });
});
