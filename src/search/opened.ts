/** The search as a page uses it: opened once, and tried before anybody asks. */
import type { SearchData, SearchPage, SearchPart } from './data.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { openIndex, type Results, search } from './rank.ts';
import { rehearse } from './rehearse.ts';

export interface Opened {
  search: (query: string) => Results;
  excerptOf: (runs: string[], part: SearchPart, page: SearchPage) => Excerpt;
  /** Whether sections of several pages are called this. */
  isRepeated: (heading: string) => boolean;
  pages: SearchPage[];
}

/** Once the first is asked for, nothing is tried any more. */
export function opened(data: SearchData): Opened {
  const index = openIndex(data);
  let isAsked = false;
  void rehearse(index, () => !isAsked);
  return {
    search(query) {
      isAsked = true;
      return search(index, query);
    },
    excerptOf: (runs, part, page) => excerptOf(index, runs, part, page),
    isRepeated: (heading) => index.repeated.has(heading),
    pages: index.data.pages,
  };
}
