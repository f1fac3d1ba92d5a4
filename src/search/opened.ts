/** The search as a page uses it: opened once, and tried before anybody asks. */
import type { SearchData, SearchPage, SearchPart } from './data.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { inSteps } from './pause.ts';
import { openingIndex, type Results, search } from './rank.ts';
import { rehearse } from './rehearse.ts';

export interface Opened {
  search: (query: string) => Results;
  excerptOf: (runs: string[], part: SearchPart, page: SearchPage) => Excerpt;
  /** Whether sections of several pages are called this. */
  isRepeated: (heading: string) => boolean;
  pages: SearchPage[];
}

/**
 * It opens in steps, so that a key pressed meanwhile waits for one of them.
 *
 * @param isAsked whether somebody has asked: from then on there are no pauses, and nothing is tried any more
 */
export async function opened(data: SearchData, isAsked: () => boolean): Promise<Opened> {
  const index = await inSteps(openingIndex(data), isAsked);
  void rehearse(index, () => !isAsked());
  return {
    search: (query) => search(index, query),
    excerptOf: (runs, part, page) => excerptOf(index, runs, part, page),
    isRepeated: (heading) => index.repeated.has(heading),
    pages: index.data.pages,
  };
}
