/** Follows every address in a built site that leads into the site itself. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

export interface Site {
  dist: string;
  /** With a slash at both ends. */
  base: string;
  /** Where the site was told that it would be; addresses there are its own. */
  url?: string;
}

const ADDRESSES = ['href', 'src', 'action', 'poster', 'data'];
/** For an address in the page that no browser would be asked for. */
const LOCAL = 'http://site.invalid';

interface Page {
  /** Below the base, such as `2026/notice/index.html`. */
  file: string;
  ids: Set<string>;
  links: string[];
}

function readPage(dist: string, file: string): Page {
  const page: Page = { file, ids: new Set(), links: [] };
  visit(parse(readFileSync(join(dist, file), 'utf8'), { scriptingEnabled: false }), (element) => {
    const attributes = Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));
    if (attributes.id) page.ids.add(attributes.id);
    // The page for what is not there is shown at any address and has none.
    const saysOwn = attributes.rel === 'canonical' || attributes.property === 'og:url';
    if (saysOwn && file === '404.html') return;
    for (const name of ADDRESSES) if (attributes[name]) page.links.push(attributes[name]);
    const isMeta = element.tagName === 'meta' && attributes.content?.startsWith('http');
    if (isMeta) page.links.push(attributes.content ?? '');
  });
  return page;
}

function visit(node: Node, look: (element: Element) => void): void {
  if ('tagName' in node) look(node);
  if ('content' in node) visit(node.content, look);
  if ('childNodes' in node) for (const child of node.childNodes) visit(child, look);
}

/**
 * @returns how many addresses were followed, and those that lead nowhere, each with the page where it stands
 */
export function followLinks({ dist, base, url }: Site): { followed: number; broken: string[] } {
  const files = globSync('**/*.html', { cwd: dist }).map((file) => file.replaceAll('\\', '/'));
  const pages = new Map(files.map((file) => [file, readPage(dist, file)]));
  const origins = [LOCAL, ...(url ? [new URL(url).origin] : [])];
  const broken: string[] = [];
  let followed = 0;

  /** What is wrong with an address, if it is one of the site's own. */
  const problemOf = (address: string, from?: Page): string | undefined => {
    const here = `${LOCAL}${base}${from?.file.replace(/(^|\/)index\.html$/, '$1') ?? ''}`;
    const { origin, pathname, hash } = new URL(address, here);
    if (!origins.includes(origin)) return;
    followed++;
    const path = decodeURIComponent(pathname);
    if (!path.startsWith(base)) return `leaves ${base}`;
    const below = path.slice(base.length);
    const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
    if (!statSync(join(dist, file), { throwIfNoEntry: false })?.isFile()) return 'is not there';
    const id = decodeURIComponent(hash.slice(1));
    const target = pages.get(file);
    // A fragment with “=” carries data for a widget.
    return target && id && !id.includes('=') && !target.ids.has(id)
      ? 'has no such place'
      : undefined;
  };
  const follow = (address: string, place: string, from?: Page) => {
    const problem = problemOf(address, from);
    if (problem) broken.push(`${place}: ${address} ${problem}`);
  };

  for (const page of pages.values()) {
    for (const link of page.links) follow(link, page.file, page);
  }
  // Addresses in files for programs.
  for (const file of globSync('**/*.{xml,ics,json}', { cwd: dist })) {
    if (!url) break;
    const text = readFileSync(join(dist, file), 'utf8').replace(/\r\n[ \t]/g, '');
    for (const [address] of text.matchAll(
      new RegExp(`${new URL(url).origin}[^\\s<>"'\\\\]*`, 'g'),
    )) {
      follow(address, file);
    }
  }
  return { followed, broken };
}
