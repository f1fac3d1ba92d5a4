/** Everything may be found. What is made to be embedded says in its own pages that it is not, which robots have to read. */
import type { APIRoute } from 'astro';
import { withBase } from '../components/paths.ts';
import { textFile } from './_files.ts';

export const GET: APIRoute = (context) => {
  const sitemap = context.site && new URL(withBase('/sitemap-index.xml'), context.site).href;
  const lines = ['User-agent: *', 'Allow: /', ...(sitemap ? [`Sitemap: ${sitemap}`] : [])];
  return textFile(`${lines.join('\n')}\n`)(context);
};
