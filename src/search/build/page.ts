/** Reads a built page as a reader would: its title, its place, and what it says under each of its headings. */
import { type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree } from 'parse5';
import type { SearchPage, SearchPart } from '../data.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** Left out wherever they stand: no words, words for the hand, or words that stand somewhere else already. */
const SILENT = new Set(
  'script style template noscript svg nav button select textarea input astro-island'.split(' '),
);
/** What is no part of a line. Between two of them a sentence ends. */
const INLINE = new Set(
  'a abbr b bdi br cite code data em i kbd mark q s small span strong sub sup time u wbr'.split(
    ' ',
  ),
);

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value;
const has = (element: Element, name: string): boolean => attribute(element, name) !== undefined;
const classesOf = (element: Element): string[] => (attribute(element, 'class') ?? '').split(/\s+/);

const isElement = (node: Node): node is Element => tree.isElementNode(node);
const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);

function* elementsIn(node: Node): Generator<Element> {
  if (isElement(node)) yield node;
  for (const child of childrenOf(node)) yield* elementsIn(child);
}

/** Standings and clauses stand beside nearly every sentence: they tell whose word it is, not what it says. */
const isMark = (element: Element): boolean =>
  classesOf(element).includes('tc-tag') ||
  /\/notice\/text\/#clause-/.test(attribute(element, 'href') ?? '');

const isSilent = (element: Element): boolean =>
  SILENT.has(element.tagName) ||
  classesOf(element).includes('sl-anchor-link') ||
  has(element, 'hidden') ||
  has(element, 'data-search-ignore') ||
  attribute(element, 'aria-hidden') === 'true' ||
  isMark(element);

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(
      / (?=[，。、；：？！）】”》])|(?<=[\p{Script=Han}，。、；：？！（）《》“”]) (?=[\p{Script=Han}（《“])/gu,
      '',
    )
    .trim();

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (isElement(node) && isSilent(node)) return '';
  return childrenOf(node).map(textOf).join('');
}

const isHeading = (element: Element): boolean =>
  /^h[2-4]$/.test(element.tagName) || has(element, 'data-search-heading');

/** @returns nothing for a page that is not to be found: one that search engines leave out too, or no page of the site's */
export function pageOf(path: string, html: string): SearchPage | undefined {
  const document = parse(html);
  const all = [...elementsIn(document)];
  const robots = all.find((one) => one.tagName === 'meta' && attribute(one, 'name') === 'robots');
  if (/noindex/.test((robots && attribute(robots, 'content')) ?? '')) return;
  const main = all.find(({ tagName }) => tagName === 'main');
  const heading = main && [...elementsIn(main)].find(({ tagName }) => tagName === 'h1');
  if (!main || !heading) return;
  const section = all.find((one) => has(one, 'data-search-section'));
  const parts = partsOf(main);
  const about = all.find((one) => attribute(one, 'name') === 'description');
  // A page that scripts fill still says what it is for.
  if (parts.every(([, , blocks]) => blocks.length === 0)) {
    const text = tidy((about && attribute(about, 'content')) ?? '');
    if (text) parts[0]?.[2].push(text);
  }
  return {
    path,
    title: tidy(textOf(heading)),
    ...(section && { section: tidy(textOf(section)) }),
    parts,
  };
}

function partsOf(main: Element): SearchPart[] {
  let blocks: string[] = [];
  const parts: SearchPart[] = [['', '', blocks]];
  let line = '';
  const endLine = () => {
    const text = tidy(line);
    line = '';
    if (/[\p{L}\p{N}]/u.test(text)) blocks.push(text);
  };
  const walk = (node: Node, anchor: string | undefined): void => {
    if (tree.isTextNode(node)) {
      line += node.value;
      return;
    }
    if (!isElement(node)) return;
    if (node.tagName === 'h1' || isSilent(node)) return;
    const id = attribute(node, 'id') ?? anchor;
    if (isHeading(node) && id !== undefined) {
      endLine();
      blocks = [];
      parts.push([id, tidy(textOf(node)), blocks]);
      return;
    }
    const isBlock = !INLINE.has(node.tagName);
    if (isBlock) endLine();
    // Two elements side by side, such as two telephone numbers, are no one word.
    else line += ' ';
    for (const child of childrenOf(node))
      walk(child, /^(li|section|details)$/.test(node.tagName) ? id : anchor);
    if (isBlock) endLine();
  };
  for (const child of childrenOf(main)) walk(child, undefined);
  endLine();
  return parts;
}
