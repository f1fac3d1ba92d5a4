/** What a page's head says to programs: search engines, messengers that show a link as a card, browsers. */
import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { GROUNDS } from '../../embed/index.ts';

type Head = StarlightRouteData['head'];
type Tag = Head[number];

export const tag = (name: Tag['tag'], attrs: NonNullable<Tag['attrs']>, content = ''): Tag => ({
  tag: name,
  attrs,
  content,
});
const meta = (attrs: NonNullable<Tag['attrs']>) => tag('meta', attrs);
const link = (attrs: NonNullable<Tag['attrs']>) => tag('link', attrs);

interface Page {
  /** Whole address of the page that stands for it; none where nobody said where the site will stand, or it has none. */
  canonical?: string | undefined;
  /** Whole address of its picture, as above. */
  card?: string | undefined;
  title: string;
  isHome: boolean;
  feed: { title: string; href: string };
  /** Of a file in `public/`. */
  file: (path: string) => string;
}

/** Starlight's tags, with what it leaves out, and without what is not so here. */
export function withHead(head: Head, page: Page): Head {
  const { canonical, card, title, isHome, feed, file } = page;
  const isReplaced = ({ attrs = {} }: Tag) =>
    attrs.rel === 'canonical' ||
    ['og:url', 'og:locale', 'og:type'].includes(String(attrs.property)) ||
    attrs.name === 'twitter:card' ||
    attrs.name === 'generator';
  return [
    ...head.filter((tag) => !isReplaced(tag)),
    ...(canonical
      ? [
          link({ rel: 'canonical', href: canonical }),
          meta({ property: 'og:url', content: canonical }),
        ]
      : []),
    meta({ property: 'og:type', content: isHome ? 'website' : 'article' }),
    meta({ property: 'og:locale', content: 'zh_CN' }),
    ...(card
      ? [
          meta({ property: 'og:image', content: card }),
          meta({ property: 'og:image:type', content: 'image/png' }),
          meta({ property: 'og:image:width', content: '1200' }),
          meta({ property: 'og:image:height', content: '630' }),
          meta({ property: 'og:image:alt', content: title }),
        ]
      : []),
    // Without a picture a large card is an empty one.
    meta({ name: 'twitter:card', content: card ? 'summary_large_image' : 'summary' }),
    link({ rel: 'icon', href: file('/favicon.ico'), sizes: '32x32' }),
    link({ rel: 'apple-touch-icon', href: file('/apple-touch-icon.png') }),
    link({ rel: 'manifest', href: file('/site.webmanifest') }),
    ...(['light', 'dark'] as const).map((scheme) =>
      meta({
        name: 'theme-color',
        content: GROUNDS[scheme].paper, // the header stands on it
        media: `(prefers-color-scheme: ${scheme})`,
      }),
    ),
    link({ rel: 'alternate', type: 'application/atom+xml', ...feed }),
  ];
}
