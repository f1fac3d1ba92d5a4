/** Writes what the search needs beside the pages that it is made of. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadNotice, loadReference, loadSearchWords, noticeIds } from '../notices/index.ts';
import { filesBelow } from '../scripts/files.ts';
import { searchData } from '../search/build/index.ts';

const PAGE = /(^|\/)index\.html$/;

export function search(): AstroIntegration {
  let content: URL;
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = new URL('content/', config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = filesBelow(root)
          .filter((file) => PAGE.test(file))
          .sort();
        const built = new Map<string, string>();
        for (const file of files) {
          built.set(file.replace(PAGE, '$1'), await readFile(join(root, file), 'utf8'));
        }
        const years = await noticeIds(content);
        const data = searchData(
          built,
          years,
          await loadSearchWords(content),
          await wordsOf(years, content),
        );
        await writeFile(join(root, 'search.json'), JSON.stringify(data));
      },
    },
  };
}

/** The words that a year's notice, its questions and its terms bring with them, by their places. */
export async function wordsOf(years: string[], content?: URL): Promise<Map<string, string[]>> {
  const words = new Map<string, string[]>();
  for (const year of years) {
    const notice = await loadNotice(year, content);
    const { answers, terms } = await loadReference(notice, content);
    const [number = notice.number] = notice.number.match(/\d+号$/) ?? [];
    words.set(`${year}/notice/text/#`, [number, `${number}文`, `${year}通知`]);
    for (const { questions } of answers) {
      for (const question of questions) {
        words.set(`${year}/questions/#${question.id}`, question.words);
      }
    }
    for (const { id, term, also, words: more = [] } of terms) {
      words.set(`${year}/glossary/#${id}`, [term, ...also, ...more]);
    }
  }
  return words;
}
