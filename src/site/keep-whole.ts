/** Keeps on one line, in a finished page, what is read as one: the number of a document, a telephone, a date in figures. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5';
import { proseOf } from './hosting/elements.ts';

type Node = DefaultTreeAdapterMap['node'];

const WHOLE =
  /〔\d{4}〕\s?\d+\s?号|(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)|(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;

/** What is kept whole already, what runs, and what a widget will write anew. */
const LEFT_OUT = new Set([
  ...['time', 'code', 'pre', 'script', 'style', 'svg', 'template', 'textarea', 'option'],
  'astro-island',
]);

/** @param html a whole page of the site */
export function keepWhole(html: string): string {
  const text = proseOf(html);
  const places = text ? [...textsBelow(text)] : [];
  return places.reduceRight(
    (kept, [start, end]) =>
      kept.slice(0, start) +
      kept.slice(start, end).replace(WHOLE, '<span class="tc-whole">$&</span>') +
      kept.slice(end),
    html,
  );
}

function* textsBelow(node: Node): Generator<[start: number, end: number]> {
  if (defaultTreeAdapter.isTextNode(node)) {
    const place = node.sourceCodeLocation;
    if (place) yield [place.startOffset, place.endOffset];
    return;
  }
  if (!('childNodes' in node) || ('tagName' in node && LEFT_OUT.has(node.tagName))) return;
  for (const child of node.childNodes) yield* textsBelow(child);
}
