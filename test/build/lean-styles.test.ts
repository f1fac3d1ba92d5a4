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

  test('look for no list by what is in it, which would have whole pages styled anew at every change', async () => {
    const file = 'node_modules/@astrojs/starlight/dist/style/markdown.css';
    expect(readFileSync(file, 'utf8')).toContain(':is(ol, ul):has(');
    expect(await left('style/markdown.css', readFileSync(file, 'utf8'))).not.toContain(':has(> li');
    const sheets = globSync('dist/_astro/*.css').map((sheet) => readFileSync(sheet, 'utf8'));
    // Of a selector that may be anything: it is tried on every element, and every change may be one of it.
    for (const sheet of sheets) expect(sheet).not.toMatch(/:has\([>~+ ]*(li ?> ?)?(:not\(|\*)/);
  });

  test('need not look: no list of ours ends an item with a list or a script beside blocks', () => {
    const inline = ['a', 'strong', 'em', 'del', 'span', 'input', 'code', 'br', 'script'];
    const listed = ['ol', 'ul'];
    const children = (element: Element) =>
      element.childNodes.filter((node): node is Element => 'tagName' in node);
    for (const file of globSync('dist/**/*.html')) {
      for (const list of elementsOf(readFileSync(file, 'utf8'))) {
        if (!('attrs' in list) || !listed.includes(list.tagName)) continue;
        const items = children(list).map(children);
        const isBlock = ({ tagName }: Element) => ![...inline, ...listed].includes(tagName);
        if (!items.some((item) => item.some(isBlock))) continue;
        for (const item of items) {
          const last = item.at(-1)?.tagName ?? '';
          expect([...listed, 'script'], `${file}: ${last}`).not.toContain(last);
        }
      }
    }
  });

  test('set no variable that ours set again, and every other', async () => {
    const css =
      ':root { --sl-color-white: #fff; --sl-shadow-sm: 0 1px\n1px; --sl-nav-height: 3rem; }';
    expect((await left('style/props.css', css))?.match(/--sl-[\w-]+/g)).toEqual([
      '--sl-nav-height',
    ]);
  });
});
