/**
 * How the pages' scripts are cut. Left alone, the bundler makes a file of every set of modules that the same entries
 * share, and a widget comes as ten small ones, each compressed without knowing the others.
 */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Files that hold more than the bundler would put into them, each with what makes it up. */
const GROUPS = {
  // What every widget begins with, and what most begin with that is too small to travel alone.
  widgets: [
    /\/node_modules\/preact\//,
    /\/src\/site\/hydrate\.ts$/,
    /\/src\/calculator\/(dates|eligibility\/fill)\.ts$/,
    /\/src\/plan\/isPlan\.ts$/,
    /\/src\/widgets\/shared\/(Guard|pageLink|tabHistory|translators|useAfterPaint)\.tsx?$/,
  ],
  // What the self-check begins with and a roster's result comes to, none of which loads anything itself: what does would
  // draw the helper for it in here, and this into every page.
  deciding: [
    /\/src\/calculator\/eligibility\/(answers|assess|compiled|share|walk)\.ts$/,
    /\/src\/widgets\/shared\/(loadStyles|result\/links)\.ts$/,
  ],
  // What the timeline begins with, and the self-check comes to with a result.
  planning: [
    /\/src\/plan\/(dayWords|planLink)\.ts$/,
    /\/src\/widgets\/shared\/(Tag|keepWhole|saveFile|today|useToday|whole)\.tsx?$/,
  ],
  // What both come to later.
  filling: [/\/src\/(typed\/(parseDate|plainText)|widgets\/shared\/(copying|DateField))\.tsx?$/],
};
const groups = Object.entries(GROUPS).map(([name, patterns]) => ({
  name,
  test: (id: string) => patterns.some((pattern) => pattern.test(id)),
}));

const RENDERER = '@astrojs/preact/client.js';
const PRELOAD_HELPER = '\0vite/preload-helper.js';

export function leanClient(): Plugin {
  let base = '/';
  return {
    name: 'site:lean-client',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    configResolved: (config) => {
      base = config.base;
    },
    configEnvironment: (name) =>
      name === 'client'
        ? {
            build: {
              rolldownOptions: {
                // Lets a widget's file give to the parts that it loads later, so that what both use needs no third.
                preserveEntrySignatures: 'allow-extension',
                output: { codeSplitting: { groups } },
              },
            },
          }
        : undefined,
    resolveId: (source) =>
      source === RENDERER ? fileURLToPath(new URL('hydrate.ts', import.meta.url)) : null,
    load: (id) => (id === PRELOAD_HELPER ? preloadHelper(base) : null),
  };
}

/**
 * What a module goes through that loads another: the files that the other imports are asked for at the same time.
 * Vite's own is ten times as long. It waits for style sheets, which Astro puts into the page, and knows browsers that
 * have no `modulepreload`; there the files simply come one after the other.
 */
const preloadHelper = (base: string): string => `
export function __vitePreload(load, files = []) {
  for (const file of files) {
    if (!file.endsWith('.js')) continue;
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = ${JSON.stringify(base)} + file;
    document.head.append(link);
  }
  return load();
}`;
