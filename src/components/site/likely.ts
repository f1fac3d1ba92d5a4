/** Pages that somebody may have meant whose address leads nowhere. */
import type { Results, SearchPage } from '../../search/index.ts';
import { decoded } from '../../widgets/shared/decoded.ts';
import { BASE, siteIndex } from './site-index.ts';

interface Likely {
  href: string;
  label: string;
}

interface Site {
  pages: SearchPage[];
  search: (query: string) => Pick<Results, 'found' | 'isWhole'>;
}

const MOST = 3;
/** Of an address that may hold anything: no name of the site's is longer, and no path of its is half as deep. */
const LONGEST_NAME = 40;
const DEEPEST = 30;
/** A shorter name that differs by a letter is another name. */
const SHORTEST_MISTYPED = 5;

/** @param pathname as the browser has it; it may come from anywhere, be long, and hold anything */
export async function likelyPages(pathname: string): Promise<Likely[]> {
  return likelyIn(await siteIndex(), pathname, BASE);
}

/**
 * Names of pages first, exact ones before mistyped ones. Other words are looked for only where they are Chinese: any
 * letters stand somewhere on the pages for webmasters.
 *
 * @returns nothing where no part of the address names anything
 */
export function likelyIn({ pages, search }: Site, pathname: string, base: string): Likely[] {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  // The last says most: what stands before it is where somebody thought the page to be.
  const names = decoded(path)
    .split('/')
    .map((name) => plainName(name.replace(/\.[a-z]{1,5}$/i, '')))
    .filter((name) => name !== '' && name.length <= LONGEST_NAME)
    .slice(-DEEPEST)
    .reverse();
  const linkTo = ({ path: at, title }: SearchPage): Likely => ({ href: base + at, label: title });

  const named = pagesNamed(pages, names, (slug, name) => slug === name);
  if (named.length > 0) return named.map(linkTo);
  const mistyped = pagesNamed(pages, names, isMistyped);
  if (mistyped.length > 0) return mistyped.map(linkTo);
  for (const name of names) {
    if (!/\p{Script=Han}{2}/u.test(name)) continue;
    const { found, isWhole } = search(name);
    if (!isWhole) continue;
    return found.slice(0, MOST).map(({ page, parts: [part] }) => {
      const [anchor = '', heading = ''] = part ?? [];
      if (anchor === '') return linkTo(page);
      return { href: `${base}${page.path}#${anchor}`, label: `${page.title}：${heading}` };
    });
  }
  return [];
}

/** Without what is written now so, now so: `paperProof`, `paper-proof`, `2026 年度：` before a title. */
const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
    .replace(/^\d{4}年度/, '');

/**
 * Pages whose last name, or whose title, is among the names: first those of which more names are, then those whose
 * name stands later in the address.
 */
function pagesNamed(
  pages: SearchPage[],
  names: string[],
  isSame: (slug: string, name: string) => boolean,
): SearchPage[] {
  const placeOf = (wanted: string) => names.findIndex((name) => isSame(wanted, name));
  const ranked = pages.flatMap((page) => {
    const slugs = page.path
      .split('/')
      .filter((slug) => /\D/.test(slug))
      .map(plainName);
    const own = slugs.map(placeOf);
    const title = placeOf(plainName(page.title));
    const last = own.at(-1) ?? -1;
    if (last < 0 && title < 0) return [];
    const count = own.filter((at) => at >= 0).length + (title < 0 ? 0 : slugs.length + 1);
    return [{ page, count, place: title < 0 ? last : title }];
  });
  ranked.sort((a, b) => b.count - a.count || a.place - b.place);
  return ranked.slice(0, MOST).map(({ page }) => page);
}

/** One letter left out, put in or changed, or two neighbours in the wrong order. */
function isMistyped(slug: string, name: string): boolean {
  if (slug.length < SHORTEST_MISTYPED || Math.abs(slug.length - name.length) > 1) return false;
  let start = 0;
  while (start < slug.length && slug[start] === name[start]) start += 1;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  const [a = '', b = ''] = [slug[start], slug[start + 1]];
  return (
    rest(slug, 1) === rest(name, 1) ||
    rest(slug, 1) === rest(name, 0) ||
    rest(slug, 0) === rest(name, 1) ||
    (name.startsWith(b + a, start) && rest(slug, 2) === rest(name, 2))
  );
}
