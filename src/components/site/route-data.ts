/** What Starlight knows of a page, put right before the page is written. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { currentNotice } from '../facts.ts';
import { withBase } from '../paths.ts';
import { FEED, FEED_TITLE } from './changes.ts';
import { entryOf, linksIn } from './wayfinding.ts';

/**
 * The current year's self-check and timeline stand in the sidebar under the addresses that outlive the year. Their pages
 * under the year's own are the same pages.
 */
async function markCurrent(route: StarlightRouteData, path: string): Promise<void> {
  const links = linksIn(route.sidebar);
  if (links.some(({ isCurrent }) => isCurrent)) return;
  const found = entryOf(route.sidebar, await addressesOf(path), withBase('/'));
  if (!found?.isPage) return;
  found.link.isCurrent = true;
  const at = links.indexOf(found.link);
  route.pagination = { prev: links[at - 1], next: links[at + 1] };
}

export const onRequest = defineRouteMiddleware(async ({ locals, url }) => {
  const route = locals.starlightRoute;
  await markCurrent(route, url.pathname);
  route.head.push({
    tag: 'link',
    attrs: { rel: 'alternate', type: 'application/atom+xml', title: FEED_TITLE, href: withBase(FEED) },
  });
});

/** A page's own address and, if it is one of the current year's, the one without the year. */
export async function addressesOf(path: string): Promise<string[]> {
  const year = withBase(`/${(await currentNotice()).id}/`);
  return path.startsWith(year) ? [path, withBase('/') + path.slice(year.length)] : [path];
}
