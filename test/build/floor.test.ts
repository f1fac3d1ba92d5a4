/** The oldest browsers: that the check of what was built finds what they lack, and that it is asked. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowedInScripts, allowedInStyles, isAllowed } from '../../src/floor/allowed.ts';
import { floor, readFloor } from '../../src/floor/browsers.ts';
import { floorInWords, problemsIn } from '../../src/floor/index.ts';
import { usesIn } from '../../src/floor/scripts.ts';
import { usesInStyles } from '../../src/floor/styles.ts';
import { failedBuild } from '../support/build-site.ts';

const inScript = (text: string) => problemsIn({ file: 'x.js', kind: 'script', text });
const inStyles = (text: string) => problemsIn({ file: 'x.css', kind: 'styles', text });

describe('the browserslist', () => {
  test('names each browser once, with a version', () => {
    expect(floor.map(({ id, version }) => [id, version])).toEqual([
      ['chrome', '103'],
      ['edge', '103'],
      ['safari', '15.4'],
      ['ios_saf', '15.4'],
      ['firefox', '102'],
    ]);
  });

  test.each([
    [['chrome > 100'], /“chrome > 100” is no line such as/],
    [['opera >= 90'], /“opera >= 90”/],
    [['chrome >= 103'], /no line for edge/],
  ])('says what is wrong with %j', (lines, message) => {
    expect(() => readFloor(lines)).toThrow(message);
  });
});

describe('a script', () => {
  test.each([
    ['[].toSorted()', '.toSorted (Array) needs Chrome 110'],
    ['list.findLast(f)', '.findLast (Array) needs Firefox 104'],
    ['const { groupBy } = Object; Object.groupBy(a, f)', 'Object.groupBy needs Chrome 117'],
    ['Promise.withResolvers()', 'Promise.withResolvers needs Chrome 119'],
    ['AbortSignal.any([])', 'AbortSignal.any needs Chrome 116'],
    ['URL.canParse(text)', 'URL.canParse needs Chrome 120'],
    ['new Set(a).union(b)', '.union (Set) needs Chrome 122'],
    ['new DecompressionStream("deflate")', 'DecompressionStream needs Safari 16.4'],
    ['element.showPopover()', '.showPopover (HTMLElement) needs Chrome 114'],
    ['element.inert = true', '.inert (HTMLElement) needs Safari 15.5'],
    ['element["showPopover"]()', '.showPopover (HTMLElement)'],
    ['/(?<!a)b/.test(c)', 'lookbehind in a regular expression needs Safari 16.4'],
    ['new RegExp("(?<=a)b")', 'lookbehind in a regular expression'],
    ['new RegExp(`(?<=${' + 'a})b`)', 'lookbehind in a regular expression'],
    ['new RegExp("(?<!" + a + ")b", "g")', 'lookbehind in a regular expression'],
    ['RegExp(String.raw`(?<=a)\\d`)', 'lookbehind in a regular expression'],
    ['/(?i:a)b/', 'a flag for part of a regular expression needs Chrome 125'],
    ['/(?<y>a)|(?<y>b)/', 'two groups of one name in a regular expression needs Chrome 125'],
    ['/[\\p{L}--a]/v', 'the v flag of a regular expression needs Chrome 112'],
    ['class A { static { f(); } }', 'static {} needs Safari 16.4'],
    ['document.querySelector("p:has(a)")', 'the selector :has needs Chrome 105'],
    ['`main > *:not(:has(${' + 'x}))`', 'the selector :has'],
  ])('%s is told', (code, told) => {
    expect(inScript(code).join('\n')).toContain(`x.js: ${told}`);
  });

  test('is told what to write instead, where that is always the same', () => {
    expect(inScript('a.toSorted()').join()).toContain('; write [...list].sort(…)');
  });

  test.each([
    ['what all have', 'structuredClone(a.at(-1)); Object.hasOwn(a, "b"); new ResizeObserver(f)'],
    ['what is called only if it is there', 'navigator.share?.(data)'],
    ['what is only asked for', 'typeof DecompressionStream === "undefined"'],
    ['a word in a text', '"截止：has"; "https://example.com:80/"'],
    ['a named group', '/(?<year>\\d+)/'],
    ['a property of its own', '({ toSorted: 1 })'],
  ])('may hold %s', (_, code) => {
    expect(inScript(code)).toEqual([]);
  });
});

describe('a style sheet', () => {
  test.each([
    ['a { b { color: red } }', 'nested rules needs Chrome 120'],
    ['a { &:hover { color: red } }', 'nested rules'],
    ['@media (width >= 50rem) { a { color: red } }', 'a range in @media needs Chrome 104'],
    ['p:has(a) { color: red }', 'the selector :has in p:has(a) needs Chrome 105'],
    ['a:popover-open, b { color: red }', 'the selector :popover-open in a:popover-open, b needs'],
    ['@scope (a) { b { color: red } }', '@scope needs Chrome 118'],
    ['a { height: 100dvh }', 'units such as dvh needs Chrome 108'],
    ['a { color: color-mix(in srgb, red, blue) }', 'color-mix() needs Chrome 111'],
    ['a { color: light-dark(red, blue) }', 'light-dark() needs Chrome 123'],
    ['a { field-sizing: content }', 'field-sizing needs Chrome 123'],
  ])('%s is told', (css, told) => {
    expect(inStyles(css).join('\n')).toContain(`x.css: ${told}`);
  });

  test.each([
    ['layers', '@layer a { :is(b, c):where(d) { inset: 0; margin-inline: auto } }'],
    ['what an older value stands before', 'a { height: 100vh; height: 100dvh }'],
    ['what is asked for', '@supports selector(:has(a)) { p:has(a) { color: red } }'],
    ['a prefix beside the name', 'a { -webkit-mask-image: none; mask-image: none }'],
    ['a name in a string', 'a { content: ":has(" }'],
  ])('may hold %s', (_, css) => {
    expect(inStyles(css)).toEqual([]);
  });
});

describe('what is allowed all the same', () => {
  test('is all still needed', () => {
    const uses = { script: new Set<string>(), styles: new Set<string>() };
    const files = globSync('dist/**/*.{js,css,html}').map((file) => file.replaceAll('\\', '/'));
    const needed = new Set<object>();
    for (const path of files) {
      const file = path.slice('dist/'.length);
      const text = readFileSync(path, 'utf8');
      const parts = (tag: string) =>
        [
          ...text.matchAll(
            new RegExp(`<${tag}(?![^>]*(?:json|plain|src=))[^>]*>([\\s\\S]*?)</${tag}>`, 'g'),
          ),
        ].map(([, code = '']) => code);
      const scripts = file.endsWith('.js') ? [text] : file.endsWith('.html') ? parts('script') : [];
      const styles = file.endsWith('.css') ? [text] : file.endsWith('.html') ? parts('style') : [];
      const look = (kind: 'script' | 'styles', code: string) => {
        if (uses[kind].has(code)) return;
        uses[kind].add(code);
        const list = kind === 'script' ? allowedInScripts : allowedInStyles;
        for (const { what } of kind === 'script' ? usesIn(code) : usesInStyles(code)) {
          for (const one of list) if (isAllowed([one], what, file)) needed.add(one);
        }
      };
      for (const code of scripts) look('script', code);
      for (const code of styles) look('styles', code);
    }
    const idle = [...allowedInScripts, ...allowedInStyles].filter((one) => !needed.has(one));
    expect(idle).toEqual([]);
  });
});

describe('the oldest browsers', () => {
  test.each([
    'README.md',
    'dist/about/index.html',
    'dist/hosting/index.html',
    'dist/offline/index.html',
  ])('are named in %s', (file) => {
    expect(readFileSync(file, 'utf8')).toContain(floorInWords);
  });
});

describe('the built site', () => {
  test('holds no range in a media query and no nested rule, in files and in pages', () => {
    const css = [
      ...globSync('dist/_astro/*.css').map((file) => readFileSync(file, 'utf8')),
      ...globSync('dist/**/*.html').flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
          ([, text = '']) => text,
        ),
      ),
    ].join('\n');
    expect(css).toContain('@media (min-width:50rem)');
    expect(css.match(/@media[^{]*[<>][^{]*/g)).toBeNull();
    expect(css.match(/&[\s.:>[]/g)).toBeNull();
  });

  test('keeps nothing of Starlight that stores unasked', () => {
    for (const file of globSync('dist/**/*.{html,js}')) {
      expect(readFileSync(file, 'utf8'), file).not.toContain('sl-sidebar-state');
    }
  });
});

describe('a build', () => {
  let failure: Promise<string>;
  beforeAll(() => {
    failure = failedBuild({
      change: (content) => {
        const src = join(content, '../src');
        const file = join(src, 'components/site/overrides/menu.ts');
        writeFileSync(file, `${readFileSync(file, 'utf8')}\nconsole.info([3, 1].toSorted());\n`);
      },
    });
  });
  afterAll(() => failure);

  test('stops where a script asks for more than the oldest browsers have, and says where and what', async () => {
    const text = await failure;
    expect(text).toContain('.toSorted (Array) needs Chrome 110');
    expect(text).toMatch(/(_astro\/\S+\.js|\S+\.html): \.toSorted/);
    expect(text).toContain('write [...list].sort(…)');
  }, 300_000);
});
