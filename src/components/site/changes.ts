/** What has changed for readers, as it lies in the content. */
import { getCollection } from 'astro:content';
import type { Change } from '../../notices/index.ts';

/** Not named like the page's folder: to Netlify a rule for that is one for whatever begins so. */
export const FEED = '/feed.xml';
export const FEED_TITLE = '改了什么';

/** Newest first. */
export const changes = async (): Promise<Change[]> =>
  (await getCollection('changes')).map(({ data }) => data).sort((a, b) => a.order - b.order);
