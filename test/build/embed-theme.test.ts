import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AA,
  contrast,
  GROUNDS,
  legibleAccent,
  readTheme,
  themeRules,
  writeTheme,
} from '../../src/embed/index.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');
const schemes = ['light', 'dark'] as const;

/** The colours of one scheme. */
function tokens(scheme: 'light' | 'dark') {
  const colours = new Map(
    [...css.matchAll(/--tc-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
      ([, name = '', light = '', dark = '']) => [name, scheme === 'light' ? light : dark],
    ),
  );
  return (name: string): string => colours.get(name) ?? '';
}

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  test.each([
    ['#ffffff', '#000000', 21],
    ['#ffffff', '#767676', 4.54],
    ['#0b5f8a', '#ffffff', 7.0],
    ['#123456', '#123456', 1],
  ])('of %s and %s is %f, in either order', (a, b, ratio) => {
    expect(contrast(a, b)).toBeCloseTo(ratio, 1);
    expect(contrast(b, a)).toBe(contrast(a, b));
  });
});

describe.each(schemes)('an accent in the %s scheme', (scheme) => {
  const own = tokens(scheme);

  test('is held against the colours that the site has', () => {
    const { paper, tints, onAccent } = GROUNDS[scheme];
    expect(paper).toBe(own('paper'));
    expect(onAccent).toBe(own('on-accent'));
    const names = ['paper-2', 'yes-tint', 'no-tint', 'open-tint', 'quiet-tint'];
    expect(tints).toEqual(names.map(own));
  });

  test('stays as it is where it is the site’s own', () => {
    expect(legibleAccent(own('accent'), scheme).accent).toBe(own('accent'));
  });

  test('can be read everywhere, whatever was asked for', () => {
    fc.assert(
      fc.property(colours, (asked) => {
        const { accent, tint, onAccent } = legibleAccent(asked, scheme);
        const { paper, tints } = GROUNDS[scheme];
        for (const ground of [paper, tint, onAccent, ...tints]) {
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(AA);
        }
        for (const ink of ['ink', 'ink-2']) {
          expect(contrast(own(ink), tint)).toBeGreaterThanOrEqual(AA);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('changes only where it could not be read', () => {
    fc.assert(
      fc.property(colours, (asked) => {
        const { accent } = legibleAccent(asked, scheme);
        expect(legibleAccent(accent, scheme).accent).toBe(accent);
      }),
    );
  });
});

test('a yellow turns darker on white paper and stays on black', () => {
  expect(legibleAccent('#ffcc00', 'light').accent).not.toBe('#ffcc00');
  expect(legibleAccent('#ffcc00', 'dark').accent).toBe('#ffcc00');
});

describe('a theme', () => {
  test('is read as it is written', () => {
    const theme = { accent: '#aa3300', radius: 0, size: 18, scheme: 'dark' } as const;
    expect(writeTheme(theme)).toBe('accent:#aa3300; radius:0; size:18; scheme:dark');
    expect(readTheme(writeTheme(theme))).toEqual(theme);
  });

  test('is empty where it is the site’s own', () => {
    expect(writeTheme({ scheme: 'light' })).toBe('');
    expect(readTheme('')).toEqual({ scheme: 'light' });
  });

  test.each([
    ['accent: #0B5', '#00bb55'],
    ['accent:0b5f8a', '#0b5f8a'],
    ['accent:red', undefined],
    ['accent:#12345', undefined],
    ['accent:#0b5f8a}body{display:none', undefined],
  ])('of %j has the accent %s', (text, accent) => {
    expect(readTheme(text).accent).toBe(accent);
  });

  test.each([
    ['radius:99; size:9', { radius: 16, size: 14 }],
    ['radius:8px; size:20px', { radius: 8, size: 20 }],
    ['radius:-1; size:1e1', {}],
    ['radius:; size:NaN; scheme:blue', {}],
  ])('of %j keeps within the limits', (text, kept) => {
    expect(readTheme(text)).toEqual({ ...kept, scheme: 'light' });
  });

  test('made of anything at all becomes rules of the known form only', () => {
    const known =
      /^(@media screen\{)?:root(\[data-theme="(light|dark)"\])?\{[-a-z]+:[^{};]+(;--[-a-z]+:[^{};]+)*\}\}?$/;
    const nasty = fc
      .array(
        fc.tuple(
          fc.constantFrom('accent', 'radius', 'size', 'scheme', '__proto__'),
          fc.oneof(fc.string(), colours, fc.constantFrom('8', 'dark', 'url(//x)', '1px}*{}')),
        ),
      )
      .map((pairs) => pairs.map(([name, value]) => `${name}:${value}`).join(';'));
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        for (const rule of themeRules(readTheme(text))) expect(rule).toMatch(known);
      }),
    );
  });
});
