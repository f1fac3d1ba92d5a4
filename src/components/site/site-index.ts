/** What the site is searched in, and what searches: fetched once when first wanted, so that no page pays for it before. */
import type { Opened } from '../../search/index.ts';

export type SiteIndex = Opened;

export const BASE: string = import.meta.env.BASE_URL.replace(/\/?$/, '/');

let loading: Promise<SiteIndex> | undefined;
let isCodeMissing = false;
let isAsked = false;

/** Whether only the page, loaded again, can try again: browsers remember a module that did not arrive. */
export const mustReload = (): boolean => isCodeMissing;

/**
 * Asked again after a failure, it tries again.
 *
 * @param isAhead nobody waits for it yet
 */
export function siteIndex(isAhead = false): Promise<SiteIndex> {
  isAsked ||= !isAhead;
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
  const [{ opened }, response] = await Promise.all([code, fetch(`${BASE}search.json`)]);
  if (!response.ok) throw new Error(`search.json: ${response.status}`);
  return opened(await response.json(), () => isAsked);
}
