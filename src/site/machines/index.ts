/** What the built pages give to programs beside themselves: a list of them in plain text, and a picture for each link. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardPath } from '../../components/site/card-path.ts';
import { description, title } from '../../components/site/name.ts';
import { filesBelow } from '../../scripts/files.ts';
import { attribute, elementsOf } from '../hosting/elements.ts';
import { drawCard } from './card.ts';
import { type ListedPage, llmsTxt } from './llms.ts';

export function machines(): AstroIntegration {
  let base: string;
  let site: string | undefined;
  return {
    name: 'machines',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
        site = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = filesBelow(root).filter(isPage);
        const pages = await Promise.all(
          files.map(async (file) => pageIn(file, await readFile(join(root, file), 'utf8'))),
        );
        const order = linksOf(await readFile(join(root, 'index.html'), 'utf8'), base);
        const at = (path: string) => (site ? new URL(base + path, site).href : base + path);
        await writeFile(join(root, 'llms.txt'), llmsTxt({ title, description, pages, order, at }));
        // A picture's address has to be a whole one: where nobody said where the site will stand, no page names one.
        if (!site) return;
        for (const { path, title, about } of pages) {
          const file = join(root, cardPath(path.replace(/\/$/, '')));
          await mkdir(dirname(file), { recursive: true });
          await writeFile(file, await drawCard({ title, about }));
        }
      },
    },
  };
}

/** A page of the site itself, not one to be embedded. */
const isPage = (file: string): boolean =>
  /(^|\/)index\.html$/.test(file) && !/^embed\/.+\//.test(file);

function pageIn(file: string, html: string): ListedPage {
  const said = new Map(
    [...elementsOf(html)].map((one) => [attribute(one, 'property'), attribute(one, 'content')]),
  );
  return {
    path: file.replace(/index\.html$/, ''),
    title: said.get('og:title') ?? '',
    about: said.get('og:description') ?? '',
  };
}

/** The pages in the order of the list that every page has beside it, by their paths below the base. */
function linksOf(html: string, base: string): string[] {
  return [...elementsOf(html)]
    .filter(({ tagName }) => tagName === 'a')
    .flatMap((link) => attribute(link, 'href') ?? [])
    .filter((href) => href.startsWith(base))
    .map((href) => href.slice(base.length));
}
