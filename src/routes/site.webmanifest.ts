/** For whoever puts the site on their home screen: it opens in the browser, where the address can be seen. */
import { withBase } from '../components/paths.ts';
import { description, title } from '../components/site/name.ts';

const icon = (size: number, purpose: string) => ({
  src: withBase(`/icon-${size}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const GET = () =>
  new Response(
    `${JSON.stringify(
      {
        name: title,
        short_name: '职称指南',
        description,
        lang: 'zh-CN',
        start_url: withBase('/'),
        scope: withBase('/'),
        display: 'browser',
        background_color: '#ffffff',
        theme_color: '#ffffff',
        icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
      },
      null,
      2,
    )}\n`,
    { headers: { 'content-type': 'application/manifest+json' } },
  );
