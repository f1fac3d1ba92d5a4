import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attribute, type Element, elementsOf } from '../../src/site/hosting/elements.ts';
import { leanStyles } from '../../src/site/lean-styles.ts';

const has = (name: string) => (element: Element) =>
  (attribute(element, 'class') ?? '').split(' ').includes(name);
const within = (name: string) => (element: Element) =>
  element.tagName === 'a' &&
  element.parentNode !== null &&
  has(name)(element.parentNode as Element);

/** What of each part stands in a page that has it. */
const PARTS: Record<string, (element: Element) => boolean> = {
  Badge: has('sl-badge'),
  Banner: has('sl-banner'),
  ContentNotice: (element) => element.tagName === 'p' && has('sl-flex')(element),
  EditLink: within('meta'),
  Hero: has('hero'),
  LinkButton: has('sl-link-button'),
  SocialIcons: within('social-icons'),
};

/** What the site's build makes of a style sheet of Starlight's. */
async function left(path: string, css: string): Promise<string | undefined> {
  const { transform } = leanStyles();
  if (typeof transform !== 'function') throw new Error('No transform');
  const made = await transform.call(
    {} as never,
    css,
    `/x/node_modules/@astrojs/starlight/dist/${path}`,
  );
  return typeof made === 'object' && made ? (made.code as string) : undefined;
}
const styleOf = (part: string) => `components/${part}.astro?astro&type=style&index=0&lang.css`;

describe('Starlight’s styles', () => {
  test.each(Object.keys(PARTS))('are left out for %s, which no page has', async (part) => {
    expect(await left(styleOf(part), 'a{}')).toBe('');
    const pages = globSync('dist/**/*.html').filter((file) =>
      [...elementsOf(readFileSync(file, 'utf8'))].some(
        (element) => 'attrs' in element && PARTS[part]?.(element),
      ),
    );
    expect(pages, `Take ${part} out of src/site/lean-styles.ts.`).toEqual([]);
  });

  test('stay for what pages have', async () => {
    expect(await left(styleOf('Footer'), 'a{}')).toBeUndefined();
    expect(await left('style/reset.css', '* {}')).toBeUndefined();
  });

  test('say for paper nothing of colours, which ours do, nor of parts that no page has', async () => {
    const css =
      '@media print { :root { --sl-color-white: #000; --sl-color-gray-1: hsl(1, 2%, 3%); } .sl-steps > li::after { top: 0; } main { padding: 0; } }';
    const lean = await left('style/print.css?url&no-inline', css);
    expect(lean?.replace(/\s+/g, '')).toBe('@mediaprint{:root{}main{padding:0;}}');
    const [sheet = ''] = globSync('dist/_astro/print.*.css');
    const built = readFileSync(sheet, 'utf8');
    expect(built).not.toContain('--sl-color');
    expect(built).toContain('main');
  });

  test('set no variable that ours set again, and every other', async () => {
    const css =
      ':root { --sl-color-white: #fff; --sl-shadow-sm: 0 1px\n1px; --sl-nav-height: 3rem; }';
    expect((await left('style/props.css', css))?.match(/--sl-[\w-]+/g)).toEqual([
      '--sl-nav-height',
    ]);
  });
});
