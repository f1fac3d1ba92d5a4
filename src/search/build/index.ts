/** Makes what is searched in of the built pages. Runs in Node, once they are all there. */
import type { SearchData, SearchPage } from '../data.ts';
import { pageOf } from './page.ts';
import { traditionalFor } from './traditional.ts';

export interface Words {
  alike: string[][];
  /** By page or section, such as `scope#单位`; those of a year without the year. */
  pages: Record<string, string[]>;
  /** Pages that come after all others. */
  last: string[];
  /** Pages that come before others that say as much, and pages that come after those. */
  first: string[];
  later: string[];
}

/** What is made for webmasters and developers, and what speaks of a year that is over. */
const LAST = 0.2;
const EARLIER = 0.5;
/** An answer to a question before the term that it uses, and what is not known yet after both. */
const FIRST = 1.25;
const LATER = 0.8;

/**
 * @param built the pages by their paths below the root, such as `2026/notice/`
 * @param years the years held, the current one last
 * @param words of sections, by path with anchor: `2026/questions/#fees`
 * @throws in Chinese, where words are for a page or section that is not there
 */
export function searchData(
  built: Map<string, string>,
  years: string[],
  { alike, pages: pageWords, last, first, later }: Words,
  words: Map<string, string[]>,
): SearchData {
  const year = years.at(-1) ?? '';
  // The current year's self-check and timeline stand at two addresses.
  const isCopy = ({ path, title }: SearchPage, all: SearchPage[]) =>
    all.some((other) => other.path === `${year}/${path}` && other.title.endsWith(title));
  const all = [...built].flatMap(([path, html]) => pageOf(path, html) ?? []);
  const pages = all.filter((page) => page.path === '' || !isCopy(page, all));

  const pathOf = (key: 'pages' | 'last' | 'first' | 'later', place: string): string => {
    const [name] = place.split('#');
    const page = pages.find(({ path }) => path === `${year}/${name}/` || path === `${name}/`);
    if (!page) throw new Error(`content/search.yaml 的 ${key} 写了 ${place}，没有这个页面。`);
    return page.path;
  };
  const wanted = new Map(words);
  for (const [place, more] of Object.entries(pageWords)) {
    const key = `${pathOf('pages', place)}#${place.split('#')[1] ?? ''}`;
    wanted.set(key, [...(wanted.get(key) ?? []), ...more]);
  }
  const weights = new Map<string, number>();
  const weigh = (key: 'last' | 'first' | 'later', places: string[], weight: number) => {
    for (const place of places) weights.set(pathOf(key, place), weight);
  };
  weigh('last', last, LAST);
  weigh('first', first, FIRST);
  weigh('later', later, LATER);
  for (const page of pages) {
    const isEarlier = years.slice(0, -1).includes(page.path.split('/')[0] ?? '');
    const weight = weights.get(page.path) ?? (isEarlier ? EARLIER : 1);
    if (weight !== 1) page.weight = weight;
    for (const part of page.parts) {
      const key = `${page.path}#${part[0]}`;
      const own = wanted.get(key);
      if (own) part[3] = own;
      wanted.delete(key);
    }
  }
  const [lost] = wanted.keys();
  if (lost !== undefined) throw new Error(`搜索的词写给 ${lost}，那一页没有这一节。`);
  return { pages, alike, traditional: traditionalFor(JSON.stringify([pages, alike])) };
}
