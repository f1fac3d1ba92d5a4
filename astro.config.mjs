import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { description, title } from './src/components/site/name.ts';
import { loadNotice, noticeIds } from './src/notices/index.ts';
import { baseLinks } from './src/site/base-links.ts';
import { sidebar } from './src/site/config.ts';
import { keepFloor } from './src/site/floor.ts';
import { hosting } from './src/site/hosting/index.ts';
import { site } from './src/site/index.ts';
import { machines } from './src/site/machines/index.ts';
import { search } from './src/site/search.ts';
import { terms } from './src/site/terms.ts';
import { PAGES_OF_YEAR } from './src/widgets/about.ts';

const { SITE_URL, BASE_PATH = '/' } = process.env;
const [year, previous] = (await noticeIds()).toReversed();
if (!year) throw new Error('content/notices/ holds no notice.');

const withoutYear = PAGES_OF_YEAR.map((path) =>
  SITE_URL ? new URL(`${BASE_PATH.replace(/\/?$/, '/')}${path}/`, SITE_URL).href : '',
);

export default defineConfig({
  // Pages are small and near. Loading them ahead looks through all links whenever a question changes.
  prefetch: false,
  // Without it the pages simply have no canonical address, and there is no sitemap.
  ...(SITE_URL && { site: SITE_URL }),
  base: BASE_PATH,
  srcDir: '.',
  trailingSlash: 'always',
  markdown: {
    processor: satteri({
      hastPlugins: [baseLinks(BASE_PATH, year)],
      // Chinese text brings its own quotation marks, and the original text must stay as issued.
      features: { smartPunctuation: false },
    }),
    syntaxHighlight: false,
  },
  integrations: [
    starlight({
      title,
      description,
      locales: { root: { label: '简体中文', lang: 'zh-CN' } },
      sidebar: sidebar({ ...(await loadNotice(year)), previous }),
      customCss: ['tokens', 'starlight', 'common', 'base', 'print', 'print-site'].map(
        (name) => `./src/styles/${name}.css`,
      ),
      components: Object.fromEntries(
        [
          'Footer',
          'Header',
          'MobileMenuToggle',
          'MobileTableOfContents',
          'PageTitle',
          'Search',
          'Sidebar',
          'SkipLink',
          'TableOfContents',
          'ThemeProvider',
          'ThemeSelect',
        ].map((name) => [name, `./src/components/site/overrides/${name}.astro`]),
      ),
      routeMiddleware: './src/components/site/route-data.ts',
      disable404Route: true, // ours is src/routes/404.astro
      expressiveCode: false,
      pagefind: false, // ours is src/search/
    }),
    site(),
    preact(),
    // What is made to be embedded is nothing to be found, and the current year's pages are found under their year.
    sitemap({ filter: (page) => !/\/embed\/./.test(page) && !withoutYear.includes(page) }),
    search(),
    terms(),
    machines(),
    keepFloor(),
    // Last: it takes the files as all others leave them.
    hosting(),
  ],
  vite: {
    // Under srcDir '.' the scan for dependencies would read the tests and their reports as well. Bundles have a build of
    // their own, which brings what the scan cannot find.
    optimizeDeps: { entries: ['!**/{test,reports,coverage,dist}/**', '!src/bundles/**'] },
    build: {
      rolldownOptions: {
        // The package does not say so itself: its module only fits out the class that it exports. Believed to do more, it
        // would draw what a page loads later into what it loads first.
        treeshake: { moduleSideEffects: [{ test: /@date-fns\/utc\//, sideEffects: false }] },
        // Astro marks every MDX module with a directive of its own; one warning a page would hide real ones.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
