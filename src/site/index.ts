import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration } from 'astro';
import { bundles, words } from '../bundles/index.ts';
import { keepDay } from '../gallery/day.ts';
import { WIDGETS } from '../widgets/about.ts';
import { showBroken } from './broken.ts';
import { keepNothing } from './keep-nothing.ts';
import { leanClient } from './lean-client.ts';
import { leanStyles } from './lean-styles.ts';

/**
 * The site's own integration. It serves every file in `src/routes`, which holds what is no docs page, at the
 * address that the file's path spells: `src/routes/404.astro` is `/404`, `src/routes/[year]/notice.json.ts`
 * would be `/[year]/notice.json`. A name that starts with `_` is a helper, no route. (Astro's own folder for
 * this, `pages/`, would lie at the root of the repository under `srcDir: '.'`.)
 */
export function site(): AstroIntegration {
  return {
    name: 'site',
    hooks: {
      'astro:server:setup': ({ server }) => showBroken(server),
      'astro:config:setup': ({ command, config, injectRoute, injectScript, updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              bundles(config.root, addressOf(config)),
              words(),
              keepNothing(),
              leanClient(),
              leanStyles(),
            ],
          },
        });
        const cwd = fileURLToPath(new URL('src/routes/', config.root));
        for (const file of globSync('**/[^_]*.{astro,ts}', { cwd })) {
          const pattern = file.replaceAll('\\', '/').replace(/\.(astro|ts)$/, '');
          injectRoute({ pattern, entrypoint: cwd + file });
        }
        // The current year's for hosts that name none: what they embed moves on with the notices.
        for (const { id } of WIDGETS) {
          const entrypoint = fileURLToPath(
            new URL(`src/components/embed/${nameOf(id)}.astro`, config.root),
          );
          injectRoute({ pattern: `/embed/${id}`, entrypoint });
          injectRoute({ pattern: `/embed/[year]/${id}`, entrypoint });
        }
        // For those who work on the widgets; a built site has none.
        if (command === 'dev') {
          const entrypoint = fileURLToPath(new URL('src/gallery/Gallery.astro', config.root));
          injectRoute({ pattern: '/gallery', entrypoint });
          injectScript('head-inline', `(${keepDay})();`);
        }
      },
    },
  };
}

/** The component that embeds a widget: `EmbeddedSelfCheck` for `self-check`. */
const nameOf = (id: string): string =>
  `Embedded${id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** The site's whole address with a slash at its end; undefined where nobody said where it will stand. */
const addressOf = ({ site, base }: AstroConfig): string | undefined =>
  site && new URL(`${base}/`.replace(/\/+/g, '/'), site).href;
