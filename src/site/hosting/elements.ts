/** A built page's elements, each with its place in the text. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5';

/** Reads a built file by its address in the site. */
export type ReadBuilt = (address: string) => Promise<string>;

export type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

/** Every element, in the page's order; those in templates and for browsers without scripts too. */
export function elementsOf(html: string): Generator<Element> {
  return below(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
}

function* below(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* below(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* below(child);
}

export const textOf = ({ childNodes }: Element): string =>
  childNodes.map((node) => (defaultTreeAdapter.isTextNode(node) ? node.value : '')).join('');

/** What a page says, between its header and its footer; nothing in an embed, which says nothing of its own. */
export const proseOf = (html: string): Element | undefined =>
  [...elementsOf(html)].find((element) => hasClass(element, 'sl-markdown-content'));

export const hasClass = (element: Element, ...names: string[]): boolean =>
  (attribute(element, 'class') ?? '').split(' ').some((name) => names.includes(name));

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attr) => attr.name === name)?.value;
