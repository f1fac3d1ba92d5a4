/**
 * Keeps on one line, in a finished page, what is read as one: the number of a document, a telephone, a date, an amount with
 * its unit; and the end of each paragraph, so that none ends on a line of one or two characters. Styles alone do not:
 * `text-wrap: pretty` counts every Chinese character as a word, and not every browser knows it.
 */
import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5';
import { SHORT, WHOLE } from '../widgets/shared/whole.ts';
import { type Element, elementsOf, hasClass } from './hosting/elements.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Fewer characters than these are no line. */
const LEAST = 3;
const FIGURE = new RegExp(WHOLE, 'gu');
const PUNCTUATION = /[\s\p{P}]/u;

/** What is kept whole already, what runs, and what a widget will write anew. */
const LEFT_OUT = new Set([
  ...['time', 'code', 'pre', 'script', 'style', 'svg', 'template', 'textarea', 'option', 'button'],
  'astro-island',
]);
/** What stands within a line. */
const INLINE = new Set(
  'a abbr b bdi br cite em i kbd mark q s small span strong sub sup time u wbr code'.split(' '),
);

type Place = [start: number, end: number];

/** @param html a whole page of the site */
export function keepWhole(html: string): string {
  const parts = [...elementsOf(html)].filter(
    (element) => element.tagName === 'h1' || hasClass(element, 'sl-markdown-content'),
  );
  const places = parts.flatMap((part) => linesBelow(part).flatMap((line) => placesIn(html, line)));
  return places
    .toSorted(([a], [b]) => b - a)
    .reduce(
      (kept, [start, end]) =>
        `${kept.slice(0, start)}<span class="tc-whole">${kept.slice(start, end)}</span>${kept.slice(end)}`,
      html,
    );
}

/** The texts of each paragraph, cell or heading, in their order; nothing for what stands among them and is left out. */
function linesBelow(root: Element): (Place | undefined)[][] {
  const lines: (Place | undefined)[][] = [[]];
  const walk = (node: Node): void => {
    if (defaultTreeAdapter.isTextNode(node)) {
      const place = node.sourceCodeLocation;
      if (place) lines.at(-1)?.push([place.startOffset, place.endOffset]);
      return;
    }
    if (!('tagName' in node)) return;
    const isBlock = !INLINE.has(node.tagName);
    if (isBlock || node.tagName === 'br') lines.push([]);
    if (LEFT_OUT.has(node.tagName)) lines.at(-1)?.push(undefined);
    else node.childNodes.forEach(walk);
    if (isBlock) lines.push([]);
  };
  walk(root);
  return lines;
}

/** What to keep whole of one line, in the page's text. */
function placesIn(html: string, line: (Place | undefined)[]): Place[] {
  const texts = line.filter((text) => text !== undefined);
  const tail = tailOf(html, line);
  const isApart = ([start, end]: Place) => !tail || end <= tail[0] || start >= tail[1];
  const figures = texts.flatMap(([start, end]) =>
    [...html.slice(start, end).matchAll(FIGURE)].map(
      ({ index, 0: { length } }): Place => [start + index, start + index + length],
    ),
  );
  const overlapping = figures.filter((one) => !isApart(one));
  const from = Math.min(...overlapping.map(([start]) => start), tail?.[0] ?? Infinity);
  return [...figures.filter(isApart), ...(tail ? [[from, tail[1]] as Place] : [])];
}

/** The last characters of a line, where they stand in one text. */
function tailOf(html: string, line: (Place | undefined)[]): Place | undefined {
  const length = line.reduce(
    (sum, text) => sum + (text ? html.slice(...text).trim().length : SHORT),
    0,
  );
  if (length < SHORT) return undefined;
  for (const place of line.toReversed()) {
    if (!place) return undefined;
    const [start, end] = place;
    const text = html.slice(start, end);
    // An entity is one character, of which nothing may be cut off.
    if (text.includes('&')) return undefined;
    const last = text.trimEnd().length;
    let count = 0;
    let at = last;
    while (at > 0 && count < LEAST) {
      at -= 1;
      if (!PUNCTUATION.test(text[at] ?? '')) count += 1;
    }
    if (count === LEAST && /\p{Script=Han}/u.test(text.slice(at, last))) {
      return [start + at, start + last];
    }
    // Signs alone end the text before them; of letters the other part stands in another element.
    if (count > 0) return undefined;
  }
  return undefined;
}
