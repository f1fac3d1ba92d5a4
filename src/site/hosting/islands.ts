/** What Astro writes for a page's widgets, its islands, as short as ours can have it. */
import { readFile } from 'node:fs/promises';
import { minify, transformWithOxc } from 'vite';
import { attribute, type Element, elementsOf, type ReadBuilt, textOf } from './elements.ts';

/**
 * The page with its islands told in plain JSON and started by our own script instead of Astro's. What starts them is
 * asked for at once, not file after file as each turns out to import the next.
 *
 * Astro numbers islands by a hash that takes in the folder of the build, and tells the server's part of `useId`, the
 * moment to start, and more by further attributes. None of them is kept, so that the same commit gives the same page
 * in every folder.
 */
export async function withLeanIslands(html: string, read: ReadBuilt): Promise<string> {
  const elements = [...elementsOf(html)];
  const islands = elements.filter(({ tagName }) => tagName === 'astro-island');
  const last = islands.at(-1);
  if (!last) return html;

  const own = elements.filter(isAstros);
  if (own.length !== 3)
    throw new Error('Astro no longer brings a style and two scripts for islands.');
  const changes: Change[] = own.map((element) => ({ ...placeOf(element), text: '' }));
  const modules = new Set<string>();
  for (const island of islands) {
    const component = attribute(island, 'component-url') ?? '';
    const renderer = attribute(island, 'renderer-url') ?? '';
    for (const entry of [component, renderer]) await gather(entry, read, modules);
    const props = JSON.stringify(plainly(JSON.parse(attribute(island, 'props') ?? '{}')));
    changes.push({
      ...startOf(island),
      text: `<astro-island component-url="${component}" renderer-url="${renderer}" props='${inQuotes(props)}' ssr>`,
    });
  }
  const { end } = placeOf(last);
  const preloads = [...modules].map((address) => `<link rel="modulepreload" href="${address}">`);
  changes.push({ start: end, end, text: `${preloads.join('')}<script>${await starter}</script>` });

  let page = html;
  for (const { start, end, text } of changes.sort((a, b) => b.start - a.start)) {
    page = page.slice(0, start) + text + page.slice(end);
  }
  return page;
}

interface Change {
  start: number;
  end: number;
  text: string;
}

const starter: Promise<string> = (async () => {
  const file = new URL('island.ts', import.meta.url);
  const { code } = await transformWithOxc(await readFile(file, 'utf8'), file.pathname);
  return (await minify(file.pathname, code)).code.trim();
})();

/** The islands' style, which widget.css has, their element, and the moment to start: `client:load` in all our pages. */
const ASTROS = [
  'astro-island,astro-slot,astro-static-slot{display:contents}',
  'customElements.define("astro-island"',
  '(self.Astro={})).load=',
];
const isAstros = (element: Element): boolean =>
  ['style', 'script'].includes(element.tagName) &&
  ASTROS.some((part) => textOf(element).includes(part));

/** A property as Astro writes it, `[0, value]` or `[1, list]`, as what it is. The other kinds are no JSON. */
function plainly(props: Record<string, unknown>): Record<string, unknown> {
  const revived = (told: unknown): unknown => {
    const [kind, value] = told as [number, unknown];
    if (kind === 1) return (value as unknown[]).map(revived);
    if (kind !== 0) throw new Error('What a widget gets must be plain JSON.');
    return typeof value === 'object' && value !== null ? plainly(value as typeof props) : value;
  };
  return Object.fromEntries(Object.entries(props).map(([name, told]) => [name, revived(told)]));
}

const inQuotes = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll("'", '&#39;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A module and all that it imports at once, by address. */
async function gather(address: string, read: ReadBuilt, found: Set<string>): Promise<void> {
  if (found.has(address)) return;
  found.add(address);
  const code = await read(address);
  for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'`](\.[^"'`]+\.js)["'`]/g)) {
    await gather(new URL(name, `https://site${address}`).pathname, read, found);
  }
}

const placeOf = ({ sourceCodeLocation: at }: Element) => ({
  start: at?.startOffset ?? 0,
  end: at?.endOffset ?? 0,
});
const startOf = ({ sourceCodeLocation: at }: Element) => ({
  start: at?.startTag?.startOffset ?? 0,
  end: at?.startTag?.endOffset ?? 0,
});
