/** What Starlight knows of a page, put right before the page is written. */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { PAGES_OF_YEAR } from '../../widgets/about.ts';
import { currentNotice, noticeFor } from '../facts.ts';
import { withBase } from '../paths.ts';
import { referenceOf } from '../rules/reference.ts';
import { cardPath } from './card-path.ts';
import { FEED, FEED_TITLE } from './changes.ts';
import { tag, withHead } from './head.ts';
import { asJsonLd, structuredData } from './structured.ts';
import { entryOf, linksIn, type Place, type Step, trailTo } from './wayfinding.ts';

export const onRequest = defineRouteMiddleware(async ({ locals, url, site }) => {
  const route = locals.starlightRoute;
  await markCurrent(route, url.pathname);

  const { id, entry } = route;
  const { title, description } = entry.data;
  const notice = await noticeFor(locals);
  const whole = (href: string) => (site ? new URL(href, site).href : href);
  const at = (path: string) => whole(withBase(path));
  const isNowhere = id === '404';
  // The current year's page is the one that stays; the address without a year will show another then.
  const own = PAGES_OF_YEAR.includes(id) ? `/${notice.id}/${id}/` : undefined;
  const canonical = own ? at(own) : whole(url.pathname);
  route.head = withHead(route.head, {
    ...(site && !isNowhere && { canonical, card: at(cardPath(id)) }),
    title,
    isHome: id === '',
    feed: { title: FEED_TITLE, href: withBase(FEED) },
    file: withBase,
  });

  const graph = structuredData({
    ...{ id, title, description, url: canonical, notice, at, whole },
    steps: await stepsTo(route, url.pathname),
    answers: (await referenceOf(notice)).answers,
  });
  if (graph.length > 0) {
    route.head.push(tag('script', { type: 'application/ld+json' }, asJsonLd(graph)));
  }
});

/**
 * The current year's self-check and timeline stand in the sidebar under the addresses that outlive the year. Their pages
 * under the year's own are the same pages.
 */
async function markCurrent(route: StarlightRouteData, path: string): Promise<void> {
  const links = linksIn(route.sidebar);
  if (links.some(({ isCurrent }) => isCurrent)) return;
  const found = await placeOf(route, path);
  if (!found?.isPage) return;
  found.link.isCurrent = true;
  const at = links.indexOf(found.link);
  route.pagination = { prev: links[at - 1], next: links[at + 1] };
}

/** The steps that lead to the page at an address, without home and without itself. */
export async function stepsTo(
  route: Pick<StarlightRouteData, 'sidebar'>,
  path: string,
): Promise<Step[]> {
  const place = await placeOf(route, path);
  return place ? trailTo(route.sidebar, place) : [];
}

const placeOf = async (
  { sidebar }: Pick<StarlightRouteData, 'sidebar'>,
  path: string,
): Promise<Place | undefined> => entryOf(sidebar, await addressesOf(path), withBase('/'));

/** A page's own address and, if it is one of the current year's, the one without the year. */
async function addressesOf(path: string): Promise<string[]> {
  const year = withBase(`/${(await currentNotice()).id}/`);
  return path.startsWith(year) ? [path, withBase('/') + path.slice(year.length)] : [path];
}
