/**
 * What other people take from the site as one file: the embed script, the library and the offline pages. Each is
 * bundled in memory by a Vite build of its own and reaches routes and pages as a module, alike in dev and build:
 *
 *     import { code, integrity, version } from 'virtual:bundle/embed';
 */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { BUNDLES, type Bundle, type BundleName, buildBundle } from './build.ts';
import { type BundleData, bundleData } from './data.ts';
import { OFFLINE_FILES, type OfflineName, offlinePage } from './offline.ts';
import { libraryTypes } from './types.ts';

export type { Bundle, BundleName } from './build.ts';
export { words } from './words.ts';

const BUNDLE = 'virtual:bundle/';
const TYPES = 'virtual:library-types';
const OFFLINE = 'virtual:offline-page/';
const SERVED = new Set([
  TYPES,
  ...Object.keys(OFFLINE_FILES).map((name) => OFFLINE + name),
  ...Object.keys(BUNDLES).map((name) => BUNDLE + name),
]);

/**
 * The Vite plugin that serves the bundles. While developing, a bundle is made anew once one of its files or the
 * content changes.
 *
 * @param root the project's root
 * @param site the site's whole address with a slash at its end, where it is known
 */
export function bundles(root: URL, site: string | undefined): Plugin {
  const content = new URL('content/', root);
  let held: Promise<BundleData> | undefined;
  const data = () => {
    held ??= bundleData(content);
    return held;
  };
  const made = new Map<BundleName, Promise<Bundle & { files: string[] }>>();
  const make = (name: BundleName) => {
    const known = made.get(name) ?? buildBundle(name, data);
    made.set(name, known);
    return known;
  };
  return {
    name: 'bundles',
    resolveId: (source) => (SERVED.has(source) ? `\0${source}` : null),
    async load(id) {
      if (id === `\0${TYPES}`) {
        return moduleOf({ types: libraryTypes(Object.keys((await data()).notices)) });
      }
      const page = id.startsWith(`\0${OFFLINE}`)
        ? (id.slice(OFFLINE.length + 1) as OfflineName)
        : undefined;
      if (!page && !id.startsWith(`\0${BUNDLE}`)) return null;
      const name = page ? OFFLINE_FILES[page].bundle : (id.slice(BUNDLE.length + 1) as BundleName);
      const { files, ...bundle } = await make(name);
      for (const file of [...files, ...contentFiles(content)]) this.addWatchFile(file);
      if (!page) return moduleOf(bundle);
      const { newest } = await data();
      return moduleOf(await offlinePage(newest, bundle, await make('unpack'), site, page));
    },
    watchChange: () => {
      held = undefined;
      made.clear();
    },
  };
}

const moduleOf = (values: object): string =>
  Object.entries(values)
    .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
    .join('\n');

function contentFiles(content: URL): string[] {
  const cwd = fileURLToPath(content);
  const names = globSync(['{notices,calendars}/**/*.{yaml,md}', '*.yaml'], { cwd });
  return names.map((name) => cwd + name);
}
