/** Lets every page explain in place what the glossary of its year explains, and keeps whole what is read as one. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { joinBase } from '../components/paths.ts';
import { loadReference, noticeIds } from '../notices/index.ts';
import { filesBelow } from '../scripts/files.ts';
import { keepWhole } from './keep-whole.ts';
import { type MarkedTerm, markTerms } from './mark-terms.ts';

export function terms(): AstroIntegration {
  let base: string;
  let content: URL;
  return {
    name: 'terms',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        content = new URL('content/', config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const years = await noticeIds(content);
        const byYear = new Map<string, MarkedTerm[]>();
        for (const year of years) {
          const { terms } = await loadReference({ id: year }, content);
          const page = joinBase(base, `/${year}/glossary/`);
          byYear.set(
            year,
            terms.map(({ id, spelled, notIn }) => ({ href: `${page}#${id}`, spelled, notIn })),
          );
        }
        const root = fileURLToPath(dir);
        for (const file of filesBelow(root).filter(isText)) {
          const [first = ''] = file.split('/');
          const own = byYear.get(first) ?? byYear.get(years.at(-1) ?? '') ?? [];
          const html = await readFile(join(root, file), 'utf8');
          // The glossary explains no word within another.
          const marked = keepWhole(
            markTerms(html, file.endsWith('/glossary/index.html') ? [] : own),
          );
          if (marked !== html) await writeFile(join(root, file), marked);
        }
      },
    },
  };
}

/** A page to be read. Embeds have no glossary beside them. */
const isText = (file: string): boolean =>
  /(^|\/)(index|404)\.html$/.test(file) && !/^embed\/.+\//.test(file);
