import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../src/notices/index.ts';
import { attribute, type Element, elementsOf } from '../../src/site/hosting/elements.ts';
import { markTerms } from '../../src/site/mark-terms.ts';
import { notice } from '../content/2026/support.ts';

const DIST = join(import.meta.dirname, '../../dist');
const { terms } = await loadReference(notice);

const page = (text: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><p>公示</p><div class="sl-markdown-content">${text}</div></body></html>`;
const publicity = { href: '/g/#publicity', spelled: ['公示'], notIn: ['公示栏'] };
const service = { href: '/g/#inService', spelled: ['现职', '在职'], notIn: ['现职称', '在职称'] };
const title = { href: '/g/#title', spelled: ['职称'], notIn: [] };
const platform = { href: '/g/#platform', spelled: ['职称平台'], notIn: [] };
const link = (href: string, word: string) =>
  `<a class="tc-term" href="${href}" data-tip>${word}</a>`;
const marked = (text: string, ...list: (typeof publicity)[]) => markTerms(page(text), list);

describe('markTerms', () => {
  test('marks a word where it first stands, and there alone', () => {
    expect(marked('<p>先公示，公示完。</p><p>公示</p>', publicity)).toBe(
      page(`<p>先${link('/g/#publicity', '公示')}，公示完。</p><p>公示</p>`),
    );
  });

  test('marks each of several, whatever their order, and counts two spellings as one word', () => {
    expect(marked('<p>在职的看职称，现职也一样。</p>', title, service)).toBe(
      page(`<p>${link('/g/#inService', '在职')}的看${link('/g/#title', '职称')}，现职也一样。</p>`),
    );
  });

  test('takes the longest word', () => {
    expect(marked('<p>职称平台</p>', title, platform)).toBe(
      page(`<p>${link('/g/#platform', '职称平台')}</p>`),
    );
  });

  test.each([
    ['公示栏', '公示栏'],
    ['现在职称平台', `现在${link('/g/#platform', '职称平台')}`],
    ['现职称', `现${link('/g/#title', '职称')}`],
  ])('is not misled by %s', (text, expected) => {
    expect(marked(`<p>${text}</p>`, publicity, service, title, platform)).toBe(
      page(`<p>${expected}</p>`),
    );
  });

  test.each([
    ...['<h2>公示</h2>', '<a href="/">公示</a>', '<button>公示</button>', '<q>公示</q>'],
    ...[
      '<blockquote>公示</blockquote>',
      '<code>公示</code>',
      '<table><tr><th>公示</th></tr></table>',
    ],
    ...['<summary>公示</summary>', '<label>公示</label>', '<noscript>公示</noscript>'],
    ...['<astro-island><p>公示</p></astro-island>', '<div data-widget="x"><p>公示</p></div>'],
    ...[
      '<p hidden>公示</p>',
      '<p data-while="open">公示</p>',
      '<span class="tc-tag tc-tag-open">公示</span>',
    ],
    ...['<p data-as-is>公示</p>', '<template><p>公示</p></template>', '<i title="公示"></i>'],
  ])('leaves %s as it is, and marks what comes after it', (left) => {
    expect(marked(`${left}<p>公示</p>`, publicity)).toBe(
      page(`${left}<p>${link('/g/#publicity', '公示')}</p>`),
    );
  });

  test('marks what stands open before what is folded, and what is only folded there', () => {
    const folded = '<details><summary>看</summary><p>公示，职称</p></details><p>公示</p>';
    expect(marked(folded, publicity, title)).toBe(
      page(
        `<details><summary>看</summary><p>公示，${link('/g/#title', '职称')}</p></details><p>${link('/g/#publicity', '公示')}</p>`,
      ),
    );
  });

  test('leaves a page without running text as it is', () => {
    const html = '<!doctype html><html><body><p>公示</p></body></html>';
    expect(markTerms(html, [publicity])).toBe(html);
  });
});

/** Its end may be kept whole with what follows (keep-whole.ts). */
const wordIn = (element: Element): string =>
  element.childNodes
    .map((node) => ('tagName' in node ? wordIn(node) : 'value' in node ? node.value : ''))
    .join('');

describe('the built pages', () => {
  const files = globSync('**/index.html', { cwd: DIST });
  const marks = (file: string): Element[] =>
    [...elementsOf(readFileSync(join(DIST, file), 'utf8'))].filter(
      (element) => attribute(element, 'class') === 'tc-term',
    );

  test('mark no term twice, and each by its own spelling', () => {
    const spelled = new Map<string, string[]>(
      terms.map(({ id, spelled }) => [`/2026/glossary/#${id}`, spelled]),
    );
    let count = 0;
    for (const file of files) {
      const seen = marks(file).map((element) => attribute(element, 'href') ?? '');
      expect({ file, twice: seen.filter((href, n) => seen.indexOf(href) < n) }).toEqual({
        file,
        twice: [],
      });
      for (const element of marks(file)) {
        expect(spelled.get(attribute(element, 'href') ?? '')).toContain(wordIn(element));
      }
      count += seen.length;
    }
    expect(count).toBeGreaterThan(150);
  });

  test('mark nearly every term somewhere', () => {
    const seen = new Set(files.flatMap(marks).map((element) => attribute(element, 'href')));
    const never = terms.filter(({ id }) => !seen.has(`/2026/glossary/#${id}`));
    // A few stand in links and quotations alone, or nowhere but in the glossary.
    expect(never.length).toBeLessThan(terms.length / 8);
  });

  test('mark nothing in the original text, in embeds and in the glossary itself', () => {
    for (const path of ['2026/notice/text', '2026/glossary', 'embed/2026/self-check']) {
      expect(marks(`${path}/index.html`)).toEqual([]);
    }
  });

  test('say what a link shows in place where it leads', () => {
    const led = new Set<string>();
    for (const file of files) {
      for (const element of elementsOf(readFileSync(join(DIST, file), 'utf8'))) {
        if (attribute(element, 'data-tip') !== undefined) led.add(attribute(element, 'href') ?? '');
      }
    }
    expect(led.size).toBeGreaterThan(40);
    const toldOn = (path: string) =>
      [...elementsOf(readFileSync(join(DIST, path, 'index.html'), 'utf8'))]
        .filter((element) => attribute(element, 'data-told') !== undefined)
        .flatMap((told) => idsBelow(told));
    for (const href of led) {
      const [path = '', id = ''] = href.split('#');
      expect(toldOn(path)).toContain(id);
    }
  });
});

function idsBelow(element: Element): string[] {
  return element.childNodes.flatMap((node) =>
    'tagName' in node ? [attribute(node, 'id') ?? '', ...idsBelow(node)] : [],
  );
}
