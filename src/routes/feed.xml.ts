import type { APIRoute } from 'astro';
import { withBase } from '../components/paths.ts';
import { atom } from '../components/site/atom.ts';
import { changes, FEED, FEED_TITLE } from '../components/site/changes.ts';
import { description, title } from '../components/site/name.ts';

/** Addresses are whole where it is known where the site will stand; else they begin at the root of wherever it is. */
export const GET: APIRoute = async ({ site }) => {
  const at = (path: string) => (site ? new URL(withBase(path), site).href : withBase(path));
  const feed = atom({
    title: `${FEED_TITLE} | ${title}`,
    subtitle: description,
    author: title,
    page: at('/changes/'),
    self: at(FEED),
    changes: await changes(),
  });
  return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
