/**
 * What a host may change of the look, written `accent:#0b5f8a; radius:8; size:17; scheme:dark`: in the element's
 * attribute, and in the address of the frame. Whatever cannot be read is left as the site has it.
 */

export interface Theme {
  /** `#rrggbb`, as asked for; what is shown may differ, see `legibleAccent`. */
  accent?: string;
  /** Of corners, in CSS pixels: 0 to 16. */
  radius?: number;
  /** Of body text, in CSS pixels at the browser's usual setting: 14 to 22. The reader's own setting still counts. */
  size?: number;
  /** `auto` follows the reader's system. A host rarely does, so that light is what nothing asked for gives. */
  scheme: Scheme | 'auto';
}
export type Scheme = 'light' | 'dark';

export const LIMITS = { radius: { least: 0, most: 16 }, size: { least: 14, most: 22 } };
/** Body text of the site, in CSS pixels (--tc-text-m). */
export const USUAL_SIZE = 17;

/**
 * Reads a theme from anything at all.
 *
 * @example readTheme('accent:#0b5f8a; radius:8') // { accent: '#0b5f8a', radius: 8, scheme: 'light' }
 */
export function readTheme(text: string): Theme {
  const given = new Map<string, string>();
  for (const pair of text.slice(0, 200).split(';')) {
    const [name = '', value = ''] = pair.split(':');
    given.set(name.trim(), value.trim().toLowerCase());
  }
  const accent = readColour(given.get('accent'));
  const radius = readNumber(given.get('radius'), LIMITS.radius);
  const size = readNumber(given.get('size'), LIMITS.size);
  const scheme = given.get('scheme');
  return {
    ...(accent !== undefined && { accent }),
    ...(radius !== undefined && { radius }),
    ...(size !== undefined && { size }),
    scheme: scheme === 'dark' || scheme === 'auto' ? scheme : 'light',
  };
}

/**
 * The shortest text that reads as this theme; empty where it is the site's own.
 *
 * @example writeTheme({ radius: 8, scheme: 'dark' }) // 'radius:8; scheme:dark'
 */
export function writeTheme({ accent, radius, size, scheme }: Theme): string {
  const pairs = { accent, radius, size, scheme: scheme === 'light' ? undefined : scheme };
  return Object.entries(pairs)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`)
    .join('; ');
}

function readColour(text = ''): string | undefined {
  const [, hex] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text) ?? [];
  return hex && `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex}`;
}

function readNumber(text = '', { least, most }: { least: number; most: number }) {
  if (!/^\d{1,2}(px)?$/.test(text)) return undefined;
  return Math.min(most, Math.max(least, Number.parseInt(text, 10)));
}

/** Of each scheme what an accent meets, as src/styles/tokens.css has it (a test compares). */
export const GROUNDS: Record<Scheme, { paper: string; tints: string[]; onAccent: string }> = {
  light: {
    paper: '#ffffff',
    tints: ['#f5f7f9', '#e7f4ec', '#fbecea', '#fdf3dc', '#edf0f3'],
    onAccent: '#ffffff',
  },
  dark: {
    paper: '#11181e',
    tints: ['#182028', '#15301f', '#401d1a', '#3a2c0d', '#222c34'],
    onAccent: '#0b1a24',
  },
};

/** What WCAG 2.2 AA asks of text of ordinary size. */
export const AA = 4.5;

/** How much of the accent its own tint holds. */
const TINT_SHARE = { light: 0.1, dark: 0.16 };
/** In how many steps an accent turns black or white. */
const STEPS = 50;

/** An accent that can be read, with the tint that goes with it and the ink that stands on it. */
export interface Accent {
  accent: string;
  tint: string;
  onAccent: string;
}

/**
 * The accent that a scheme shows: the one asked for if links in it can be read on paper and on every tint, and text on
 * it; else the same with as little black (light scheme) or white (dark scheme) mixed in as gives AA everywhere.
 *
 * @example legibleAccent('#0b5f8a', 'light').accent // '#0b5f8a'
 */
export function legibleAccent(asked: string, scheme: Scheme): Accent {
  const { paper, tints, onAccent } = GROUNDS[scheme];
  const pole = scheme === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; ; step += 1) {
    const accent = mix(pole, asked, step / STEPS);
    const tint = mix(accent, paper, TINT_SHARE[scheme]);
    const legible = [paper, tint, onAccent, ...tints].every(
      (other) => contrast(accent, other) >= AA,
    );
    if (legible || step === STEPS) return { accent, tint, onAccent };
  }
}

/**
 * Rules that put a theme into effect. On paper the site's own stay.
 *
 * @example themeRules({ radius: 8, scheme: 'light' }) // [':root{--tc-radius:8px}']
 */
export function themeRules({ accent, radius, size }: Theme): string[] {
  const rules: string[] = [];
  if (radius !== undefined) rules.push(`:root{--tc-radius:${radius}px}`);
  if (size !== undefined) {
    // In per cent, so that a reader's larger text stays larger; what is tapped keeps its 44 pixels.
    rules.push(
      `@media screen{:root{font-size:${(size / USUAL_SIZE) * 100}%;--tc-target:max(2.75rem,44px)}}`,
    );
  }
  if (accent !== undefined) {
    for (const scheme of ['light', 'dark'] as const) {
      const shown = legibleAccent(accent, scheme);
      rules.push(
        `@media screen{:root[data-theme="${scheme}"]{--tc-accent:${shown.accent};--tc-accent-tint:${shown.tint};--tc-on-accent:${shown.onAccent}}}`,
      );
    }
  }
  return rules;
}

/**
 * Contrast of two colours by WCAG 2.2, from 1 to 21.
 *
 * @example contrast('#ffffff', '#000000') // 21
 */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** So much of one colour in another, 0 to 1. */
function mix(part: string, whole: string, share: number): string {
  const into = channels(whole);
  const mixed = channels(part).map((channel, i) =>
    Math.round(channel * share + (into[i] as number) * (1 - share)),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
