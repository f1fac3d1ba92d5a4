import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { likelyIn } from '../../src/components/site/likely.ts';
import {
  excerptOf,
  opened,
  openIndex,
  rehearse,
  type SearchData,
  search,
} from '../../src/search/index.ts';
import { inSteps } from '../../src/search/pause.ts';
import { openingIndex } from '../../src/search/rank.ts';

/** Places of which one must be among the first three, and what people type to get there. */
interface Wanted {
  at: string[];
  queries: unknown[];
}

const text = readFileSync(join(import.meta.dirname, '../../dist/search.json'), 'utf8');
const index = openIndex(JSON.parse(text) as SearchData);
const list = (name: string): unknown =>
  parse(readFileSync(join(import.meta.dirname, `search/${name}.yaml`), 'utf8'));
const wanted = (name: string) => list(name) as Wanted[];
const questions = Object.entries(list('questions') as Record<string, string>);

/** The first pages, as the lists name them, with the sections that they lead to. */
const rowsOf = (query: unknown, most = 3) =>
  search(index, String(query))
    .found.slice(0, most)
    .map(({ page, parts }) => ({
      page: page.path.replace(/^2026\//, '').replace(/\/$/, ''),
      anchors: parts.map(([anchor]) => anchor),
    }));

const isFound = (at: string[], query: unknown): boolean =>
  rowsOf(query).some(({ page, anchors }) =>
    at.some((place) => {
      const [name, anchor] = place.split('#');
      return name === page && (anchor === undefined || anchors.includes(anchor));
    }),
  );

/** The share of the queries that lead there, and the others with what they lead to instead. */
function recall(lists: Wanted[]): { share: number; count: number; missed: string[] } {
  const all = lists.flatMap(({ at, queries }) => queries.map((query) => ({ at, query })));
  const missed = all.filter(({ at, query }) => !isFound(at, query));
  return {
    share: 1 - missed.length / all.length,
    count: all.length,
    missed: missed.map(
      ({ at, query }) =>
        `${query} → ${at.join(' | ')}, found ${rowsOf(query)
          .map(({ page, anchors }) => `${page}#${anchors}`)
          .join(' ')}`,
    ),
  };
}

describe('opening the index', () => {
  test('can stop after each part of a page', () => {
    const { pages } = index.data;
    const parts = pages.reduce((sum, page) => sum + page.parts.length, 0);
    expect([...openingIndex(index.data)].length).toBeGreaterThanOrEqual(parts);
  });

  test('lets what else is to happen go first once it has taken long enough', async () => {
    function* slowly() {
      for (let step = 0; step < 20; step += 1) {
        for (const from = performance.now(); performance.now() - from < 3; );
        yield;
      }
      return 'done';
    }
    let others = 0;
    const one = () => {
      others += 1;
      waiting = setImmediate(one);
    };
    let waiting = setImmediate(one);
    expect(await inSteps(slowly())).toBe('done');
    clearImmediate(waiting);
    expect(others).toBeGreaterThan(3);
  });

  test('takes no pause any more once somebody waits for it', async () => {
    let isAsked = false;
    let others = 0;
    const one = () => {
      others += 1;
      // Asked in the first pause, nothing else gets its turn until the end.
      if (isAsked) return;
      isAsked = true;
      setImmediate(one);
    };
    function* slowly() {
      for (let step = 0; step < 20; step += 1) {
        for (const from = performance.now(); performance.now() - from < 3; );
        yield;
      }
      return others;
    }
    setImmediate(one);
    expect(await inSteps(slowly(), () => isAsked)).toBe(1);
  });

  test('finds the same in steps as at once', async () => {
    const { found } = (await opened(index.data, () => false)).search('公示');
    expect(found.map(({ page }) => page.path)).toEqual(
      search(index, '公示').found.map(({ page }) => page.path),
    );
  });
});

describe('the search that nobody asks for', () => {
  test('goes on in steps, finds what real ones find, and stops once somebody asks', async () => {
    const stepsUntil = async (most: number) => {
      let steps = 0;
      await rehearse(index, () => {
        steps += 1;
        return steps <= most;
      });
      return steps;
    };
    // Three queries, each with rows to be shown.
    expect(await stepsUntil(Infinity)).toBeGreaterThan(3 + 3);
    expect(await stepsUntil(0)).toBe(1);
    expect(await stepsUntil(4)).toBe(5);
  });
});

describe('the search', () => {
  test('leads each of the 80 questions, as people asked it, to its answer', () => {
    expect(questions).toHaveLength(80);
    const { missed } = recall(
      questions.map(([id, query]) => ({ at: [`questions#${id}`], queries: [query] })),
    );
    expect(missed).toEqual([]);
  });

  test('finds 97 of 100 words that it was tuned on among the first three pages', () => {
    const { share, count, missed } = recall(wanted('tuned'));
    expect(count).toBeGreaterThanOrEqual(250);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('finds most of what it was never tuned on', () => {
    const { share, count, missed } = recall(wanted('held-out'));
    expect(count).toBeGreaterThanOrEqual(200);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });

  test('finds most of what was written after all tuning', () => {
    const { share, count, missed } = recall(wanted('fresh'));
    expect(count).toBeGreaterThanOrEqual(60);
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.7);
  });

  test('finds by a word of a sentence, and says that it is not all of it', () => {
    const { found, isWhole } = search(index, '车间里的工人师傅也能一起评一评吗');
    expect(found.length).toBeGreaterThan(0);
    expect(isWhole).toBe(false);
  });

  test('was held to no query twice', () => {
    const all = ['tuned', 'held-out', 'fresh'].flatMap((name) =>
      wanted(name).flatMap(({ queries }) => queries),
    );
    expect(all.filter((query, at) => all.indexOf(query) < at)).toEqual([]);
  });

  test('shows no page for what the site does not speak of', () => {
    const shown = (list('unspoken') as unknown[]).filter((query) => rowsOf(query).length > 0);
    expect(shown).toEqual([]);
  });

  test.each([
    '',
    ' ',
    '，。',
    '的',
    '怎么办',
    '龘',
    '\u0000',
    '('.repeat(500),
    '学'.repeat(5000),
    '<b>&amp;$&',
  ])('bears %j', (query) => {
    expect(search(index, query).found.length).toBeLessThan(50);
  });

  test('has the pages for webmasters and developers after all others', () => {
    const last = ['for-sites', 'embed', 'offline', 'data', 'hosting'];
    for (const query of ['公示', '网址打不开', '自查', '浏览器', '通知', '学时 证明', '文件']) {
      const rows = rowsOf(query, 99).map(({ page }) => last.includes(page));
      const first = rows.indexOf(true);
      if (first >= 0) expect(rows.slice(first), query).not.toContain(false);
      expect(rows[0], query).toBe(false);
    }
  });

  test('gives each page one row, and each row a place that is there', () => {
    const pages = search(index, '工程师 学时 公示').found.map(({ page }) => page.path);
    expect(new Set(pages).size).toBe(pages.length);
    for (const { path, parts } of index.data.pages) {
      const html = readFileSync(join('dist', path, 'index.html'), 'utf8');
      for (const [anchor] of parts.slice(1)) expect(html, path).toContain(`id="${anchor}"`);
    }
  });

  test('says something of each place that a row may lead to', () => {
    const silent = index.data.pages.flatMap((page) =>
      page.parts
        .filter((part) => excerptOf(index, ['公示'], part, page).length === 0)
        .map(([anchor]) => `${page.path}#${anchor}`),
    );
    expect(silent).toEqual([]);
  });

  test('has every page of the site that is to be found, and none that is not', () => {
    const paths = index.data.pages.map(({ path }) => path);
    for (const path of [
      '',
      '2026/notice/text/',
      '2026/contacts/',
      '2026/glossary/',
      '2026/rules/integrity/',
    ])
      expect(paths).toContain(path);
    expect(paths.filter((path) => /^embed\/.|404/.test(path))).toEqual([]);
    // The self-check and the timeline stand at two addresses: the one of the year is found.
    expect(paths.filter((path) => /^(self-check|timeline)\//.test(path))).toEqual([]);
  });

  test('loads on opening less than 48 kB', () => {
    expect(brotliCompressSync(text).length).toBeLessThanOrEqual(48 * 1024);
  });
});

describe('an address that leads nowhere', () => {
  const site = { pages: index.data.pages, search: (query: string) => search(index, query) };
  const likely = (path: string, base = '/') => likelyIn(site, path, base).map(({ href }) => href);

  test.each([
    [
      '/2026/employers/a/b/%E5%85%AC%E7%A4%BA%E6%80%8E%E4%B9%88%E5%86%99/第三步/打印/',
      '/employers/publicity/',
    ],
    ['/notice/text', '/2026/notice/text/'],
    ['/2025/contacts.html', '/2026/contacts/'],
    ['/2026/rules/continuing-education/', '/2026/rules/continuingEducation/'],
    ['/2025/a/very/long/way/公示/proceedure/aplicant.html', '/2026/procedure/applicant/'],
    ['/%E5%AD%A6%E6%97%B6%E8%AF%81%E6%98%8E', '/2026/questions/#certificate'],
    ['/2026/我能申报吗/', '/2026/self-check/'],
  ])('%s may have meant %s', (path, wanted) => {
    expect(likely(path)[0]).toBe(wanted);
    expect(likely(`/base${path}`, '/base/')[0]).toBe(`/base${wanted}`);
  });

  test.each([
    `/${'a/'.repeat(400)}`,
    '/..%2f..%2fetc/passwd',
    '/wp-login.php',
    '/%',
    '/__proto__/constructor/toString',
    '/今天天气/',
    '/2026/',
    `/${'x'.repeat(10_000)}`,
    '/😀/',
  ])('%j may have meant nothing', (path) => {
    expect(likely(path)).toEqual([]);
    expect(likely(`/base${path}`, '/base/')).toEqual([]);
  });
});
