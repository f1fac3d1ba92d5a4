/** Where in the site a page is: its entry in the sidebar, the pages beside it, the trail that leads to it. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Entry = StarlightRouteData['sidebar'][number];
export type Link = Extract<Entry, { type: 'link' }>;

export interface Place {
  /** The entry of the page, or of the nearest page above it. */
  link: Link;
  isPage: boolean;
}

export const linksIn = (entries: Entry[]): Link[] =>
  entries.flatMap((entry) => (entry.type === 'link' ? entry : linksIn(entry.entries)));

/**
 * The entry of the page at an address, or of the nearest page above it; none for what stands right below the start.
 *
 * @param addresses under which the page may stand in the sidebar, its own first; paths with their base
 * @param start the start page's, which is above every other
 */
export function entryOf(entries: Entry[], addresses: string[], start: string): Place | undefined {
  const links = linksIn(entries);
  const exact = addresses.flatMap((address) => links.find(({ href }) => href === address) ?? [])[0];
  if (exact) return { link: exact, isPage: true };
  const above = links.filter(
    ({ href }) => href !== start && addresses.some((address) => address.startsWith(href)),
  );
  const [nearest] = above.sort((a, b) => b.href.length - a.href.length);
  return nearest && { link: nearest, isPage: false };
}

export interface Step {
  label: string;
  /** None where it would lead to the page itself. */
  href?: string;
}

/** From the outermost group down to the page, without it. A group leads to its first page, which speaks of all of it. */
export function trailTo(entries: Entry[], { link, isPage }: Place): Step[] {
  const groups = groupsAround(entries, link).map((group): Step => {
    const first = linksIn(group.entries)[0];
    return {
      label: group.label,
      ...(first && !(isPage && first === link) && { href: first.href }),
    };
  });
  return isPage ? groups : [...groups, { label: link.label, href: link.href }];
}

function groupsAround(entries: Entry[], link: Link): Extract<Entry, { type: 'group' }>[] {
  const around = entries.find(
    (entry) => entry.type === 'group' && linksIn(entry.entries).includes(link),
  );
  return around?.type === 'group' ? [around, ...groupsAround(around.entries, link)] : [];
}
