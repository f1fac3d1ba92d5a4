/**
 * What the self-check's page weighs on its own account, after brotli as a server would send it. Counted are
 *
 * - every JavaScript module that the page loads for the self-check's island: the island's own module and renderer and
 *   all that these import statically, Preact and the calculator included;
 * - the island's tag in the HTML, whose props are its data;
 * - the widgets' styles, of which the page holds a copy each.
 *
 * Not counted are the site's shell (Starlight's styles, search, theme and table of contents), which every page has,
 * the text of the page, and what only a result needs: its module and its JSON have a limit of their own.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const DIST = join(import.meta.dirname, '../../dist');
const LIMIT = 24 * 1024;
/**
 * All that comes after the opening: what the questions need from the second on, too. 24 kB; 3 for what a result says
 * first since it is found for the next year, by assessing the notice moved on; 4 for dates without a day, what is short
 * while it is typed, and examples of each specialty; 1 that the opening does with less, since how many screens are left
 * is counted here; 2 for the files of its own of what the roster's page loads as well (content/decisions/0074); a half
 * for what keeps lines whole (0083); and a quarter for from when on somebody may apply whose ban ends within the window.
 */
const LIMIT_OF_RESULT = 34.75 * 1024;

const read = (path: string) => readFileSync(join(DIST, path), 'utf8');
const weight = (text: string) => brotliCompressSync(text).length;
const sum = (parts: Record<string, number>) => Object.values(parts).reduce((a, b) => a + b, 0);

/** A module and all that it imports statically, by address. */
function withImports(address: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(address)) return found;
  const code = read(address);
  found.set(address, code);
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
    withImports(posix.join(posix.dirname(address), name), found);
  }
  return found;
}

const weights = (modules: Map<string, string>) =>
  Object.fromEntries([...modules].map(([address, code]) => [address, weight(code)]));

describe.each(['/self-check/', '/2026/self-check/'])('%s', (path) => {
  const html = read(`${path}index.html`);
  const island = /<astro-island[^>]*component-url="[^"]*"[^>]*>/.exec(html)?.[0] ?? '';
  const address = (name: string) => new RegExp(`${name}-url="([^"]+)"`).exec(island)?.[1] ?? '';
  const modules = withImports(address('renderer'), withImports(address('component')));

  test(`loads at most ${LIMIT} bytes to start and to ask`, () => {
    const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)]
      .map(([, css = '']) => css)
      .filter((css) => /\.(tc-|self-check)/.test(css));
    const parts = {
      ...weights(modules),
      'props in the HTML': weight(island),
      styles: weight(styles.join('')),
    };
    // An island that is not found would weigh nothing.
    expect(island).toContain('props=');
    expect(modules.size).toBeGreaterThan(1);
    expect(styles.length).toBeGreaterThan(0);
    expect(sum(parts), JSON.stringify(parts, null, 1)).toBeLessThanOrEqual(LIMIT);
  });

  test(`loads at most ${LIMIT_OF_RESULT} bytes more for a result`, () => {
    // The one leads to the other: later.tsx is loaded with the first question, and loads the result.
    const all = new Map<string, string>();
    for (const part of ['later', 'Result']) {
      const code = [...modules.values(), ...all.values()].join();
      const name = new RegExp(`\\./(${part}\\.[\\w-]+\\.js)`).exec(code)?.[1] ?? '';
      withImports(`/_astro/${name}`, all);
    }
    const more = new Map([...all].filter(([address]) => !modules.has(address)));
    const json = read('/2026/self-check/result.json');
    const parts = { ...weights(more), 'result.json': weight(json) };
    expect(more.size).toBeGreaterThan(0);
    expect(sum(parts), JSON.stringify(parts, null, 1)).toBeLessThanOrEqual(LIMIT_OF_RESULT);
  });
});
