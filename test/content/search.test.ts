import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchData, type Words } from '../../src/search/build/index.ts';
import {
  excerptOf,
  openIndex,
  type SearchData,
  type SearchPart,
  search,
} from '../../src/search/index.ts';
import { plain } from '../../src/search/text.ts';

/** A built page with a heading for each section. */
const page = (title: string, ...sections: [heading: string, text: string][]) =>
  `<html><head></head><body><main><h1 id="_top">${title}</h1>${sections
    .map(([heading, text]) => `<h2 id="${heading}">${heading}</h2>${text}`)
    .join('')}</main></body></html>`;

const WORDS: Words = { alike: [], pages: {}, last: [], first: [], later: [] };
const made = (built: Record<string, string>, words: Partial<Words> = {}, own = new Map()) =>
  searchData(new Map(Object.entries(built)), ['2025', '2026'], { ...WORDS, ...words }, own);
const paths = (data: SearchData, query: string) =>
  search(openIndex(data), query).found.map(({ page: { path } }) => path);

describe('what is searched in', () => {
  const partsOf = (html: string) => made({ 'a/': html }).pages[0]?.parts;

  test('is what a page says under each heading, by sentences and lines', () => {
    expect(
      partsOf(
        page('甲', ['一', '<p>前 <b>后</b>。</p><ul><li>列<li>表</ul>'], ['二', '<p>再</p>']),
      ),
    ).toEqual([
      ['', '', []],
      ['一', '一', ['前后。', '列', '表']],
      ['二', '二', ['再']],
    ]);
  });

  test('is not what is hidden, pressed, drawn, or said of standing and clause', () => {
    const silent = [
      '<p hidden>无</p>',
      '<p data-search-ignore>无</p>',
      '<button>无</button>',
      '<script>无</script>',
      '<noscript><p>无</p></noscript>',
      '<svg><text>无</text></svg>',
      '<span class="tc-tag tc-tag-open">无</span>',
      '<a href="/2026/notice/text/#clause-2.1">无</a>',
    ];
    expect(partsOf(page('甲', ['一', `<p>有</p>${silent.join('')}`]))?.[1]?.[2]).toEqual(['有']);
  });

  test('keeps apart what stands side by side', () => {
    const numbers = '<p><a href="tel:1">0571-1</a><a href="tel:2">0571-2</a></p>';
    expect(partsOf(page('甲', ['一', numbers]))?.[1]?.[2]).toEqual(['0571-1 0571-2']);
  });

  test('leaves out pages that nobody is to find, and the second address of a page', () => {
    const hidden = page('丙').replace('<head>', '<head><meta name="robots" content="noindex">');
    const data = made({
      'embed/x/': hidden,
      'timeline/': page('时间'),
      '2026/timeline/': page('2026 年度时间'),
    });
    expect(data.pages.map(({ path }) => path)).toEqual(['2026/timeline/']);
  });

  test('is refused with words for a page or a section that is not there', () => {
    const built = { '2026/scope/': page('范围', ['单位', '<p>省属</p>']) };
    expect(() => made(built, { pages: { 'scope#单位': ['国企'] } })).not.toThrow();
    expect(() => made(built, { pages: { scop: ['国企'] } })).toThrow('scop，没有这个页面');
    expect(() => made(built, { pages: { 'scope#专业': ['国企'] } })).toThrow('没有这一节');
    expect(() => made(built, { last: ['embed'] })).toThrow('embed，没有这个页面');
  });
});

describe('what is compared', () => {
  /** The same by expressions, one after the other. */
  const byExpressions = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u200b\u2060]/g, '')
      .replace(/([a-z])[-_]+(?=[a-z])/g, '$1')
      .replace(/([\p{Script=Latin}\p{N}])\s+(?=[\p{Script=Latin}\p{N}])/gu, '$1\n')
      .replace(/\s+/g, (space) => (space.includes('\n') ? '\n' : ''))
      .replace(/[^\p{L}\p{N}]+/gu, '\n')
      .replace(/^\n+|\n+$/g, '');
  const units = [...'aBz3年-_ \n，.é\u200b\u2060\ufeff𠮷😀かＡ①\u3000'];

  test.each([
    ['2026 年 7 月', '2026年7月'],
    ['X-Forwarded-Proto', 'xforwardedproto'],
    ['４ 年 / A 类', '4年\na类'],
    ['公示，\n5 个工作日。', '公示\n5个工作日'],
    ['a b', 'a\nb'],
  ])('of %j is %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test('is what letters and digits leave, whatever stands between them', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...units) }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(text, (one) => {
        expect(plain(one)).toBe(byExpressions(one));
      }),
    );
  });
});

describe('ranking', () => {
  const section = (text: string): [string, string] => ['一', `<p>${text}</p>`];

  test('has this year before earlier ones, and what is made for webmasters last', () => {
    const data = made(
      {
        '2025/a/': page('公示', section('公示公示')),
        '2026/a/': page('公示', section('公示')),
        'embed/': page('公示', section('公示公示公示')),
      },
      { last: ['embed'] },
    );
    expect(paths(data, '公示')).toEqual(['2026/a/', '2025/a/', 'embed/']);
  });

  test('reads full-width, traditional, spaced and mistyped words as what they are', () => {
    const data = made(
      {
        'a/': page('继续教育学时', section('每年 90 学时')),
        'b/': page('别的', section('2024 年')),
      },
      { alike: [['助理工程师', '助工']], pages: { b: ['助理工程师'] } },
    );
    for (const query of ['９０学时', '90 學時', '繼續教育', '每年90']) {
      expect(paths(data, query)[0], query).toBe('a/');
    }
    for (const query of ['助工', '助理工程帅', '助 理 工 程 师']) {
      expect(paths(data, query)[0], query).toBe('b/');
    }
    // Letters and digits are found whole.
    expect(paths(data, '024年')).toEqual([]);
  });

  test('leads to the section, and to others of the page that say as much', () => {
    const data = made({
      'a/': page(
        '甲',
        ['公示几天', '<p>公示五天</p>'],
        ['公示写什么', '<p>公示姓名</p>'],
        ['别的', '<p>无</p>'],
      ),
    });
    const [row] = search(openIndex(data), '公示').found;
    expect(row?.parts.map(([anchor]) => anchor).sort()).toEqual(['公示几天', '公示写什么'].sort());
  });

  test('has an answer before a page that says as much, and what is not known after both', () => {
    const built = {
      'a/': page('公示', section('公示')),
      'b/': page('公示', section('公示')),
      'c/': page('公示', section('公示')),
    };
    expect(paths(made(built, { first: ['c'], later: ['a'] }), '公示')).toEqual(['c/', 'b/', 'a/']);
  });

  test('shows nothing for a word that it has only half of, and letters only as whole words', () => {
    const data = made({
      'a/': page('资格', section('职业资格证，公积金缴了多久，x-forwarded-proto')),
      'b/': page('别的', section('公示')),
      'c/': page('再别的', section('学时')),
    });
    for (const query of ['教师资格证', '公积金贷款', 'proto', '__proto__', 'toString']) {
      expect(paths(data, query), query).toEqual([]);
    }
    for (const query of ['职业资格证', '公积金', 'X-Forwarded-Proto']) {
      expect(paths(data, query), query).toEqual(['a/']);
    }
  });

  test('tells what answers all of a query from what answers a part of it', () => {
    const index = openIndex(made({ 'a/': page('外语', section('要考英语吗')) }));
    expect(search(index, '英语').isWhole).toBe(true);
    expect(search(index, '考研英语')).toMatchObject({ isWhole: false });
    expect(search(index, '火锅')).toMatchObject({ found: [], isWhole: false });
  });
});

describe('an excerpt', () => {
  const part: SearchPart = [
    'x',
    '甲',
    [
      '先说一句别的。公示不少于 5 个工作日。论文的证明另备，期刊和论文各查一份，两份都要上传到平台。',
      '学时登记在系统里',
    ],
  ];
  const of = (...runs: string[]) =>
    excerptOf({ known: new Set(['工作日', '学时']) }, runs, part, { parts: [part] });
  const said = (...runs: string[]) =>
    of(...runs)
      .map(({ text }) => text)
      .join('');
  const marked = (...runs: string[]) =>
    of(...runs).flatMap((one) => (one.marked ? [one.text] : []));

  test('begins and ends with sentences, around what was looked for', () => {
    expect(said('公示')).toBe(
      '公示不少于 5 个工作日。论文的证明另备，期刊和论文各查一份，两份都要上传到平台。',
    );
    expect(said('学时')).toMatch(/。学时登记在系统里$/);
  });

  test('marks whole words, across the spaces that only the page has', () => {
    expect(marked('公示几个工作日')).toEqual(['工作日']);
    expect(marked('5个工作日')).toEqual(['5 个工作日']);
    expect(marked('论文')).toEqual(['论文', '论文']);
  });

  test('marks nothing where nothing stands', () => {
    expect(marked('火锅')).toEqual([]);
  });

  test('of a section without text is what is called under it, or how the page begins', () => {
    const group: SearchPart = ['g', '组', []];
    const empty: SearchPart = ['e', '空', []];
    const parts: SearchPart[] = [['', '', ['开头。']], group, part, ['y', '乙', ['丙']], empty];
    const excerpt = (one: SearchPart) =>
      excerptOf({ known: new Set() }, ['组'], one, { parts })
        .map(({ text }) => text)
        .join('');
    expect(excerpt(group)).toBe('甲；乙');
    expect(excerpt(empty)).toBe('开头。');
    expect(excerptOf({ known: new Set() }, ['空'], empty, { parts: [empty] })).toEqual([]);
  });
});
