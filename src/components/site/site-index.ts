/** What the site is searched in, and what searches: fetched once when first wanted, so that no page pays for it before. */
import type { Index, SearchPage, SearchPart } from '../../search/index.ts';

type Search = typeof import('../../search/index.ts');
export interface SiteIndex {
  search: (query: string) => ReturnType<Search['search']>;
  excerptOf: (
    runs: string[],
    part: SearchPart,
    page: SearchPage,
  ) => ReturnType<Search['excerptOf']>;
  /** Whether sections of several pages are called this. */
  isRepeated: (heading: string) => boolean;
  /** Makes the first search as quick as later ones; it stops once it is not wanted. */
  rehearse: (isWanted: () => boolean) => Promise<void>;
  pages: SearchPage[];
}

export const BASE: string = import.meta.env.BASE_URL.replace(/\/?$/, '/');

let loading: Promise<SiteIndex> | undefined;
let isCodeMissing = false;

/** Whether only the page, loaded again, can try again: browsers remember a module that did not arrive. */
export const mustReload = (): boolean => isCodeMissing;

/** Asked again after a failure, it tries again. */
export function siteIndex(): Promise<SiteIndex> {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<SiteIndex> {
  const code = import('../../search/index.ts').catch((error) => {
    isCodeMissing = true;
    throw error;
  });
  const [{ openIndex, search, excerptOf, rehearse }, response] = await Promise.all([
    code,
    fetch(`${BASE}search.json`),
  ]);
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  const index: Index = openIndex(await response.json());
  return {
    search: (query) => search(index, query),
    excerptOf: (runs, part, page) => excerptOf(index, runs, part, page),
    rehearse: (isWanted) => rehearse(index, isWanted),
    isRepeated: (heading) => index.repeated.has(heading),
    pages: index.data.pages,
  };
}
