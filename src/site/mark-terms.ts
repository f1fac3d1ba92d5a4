/** Marks in a page's text the words that the glossary explains: each where it first stands, as a link to it. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter } from 'parse5';
import { attribute, type Element, hasClass, proseOf } from './hosting/elements.ts';

type Node = DefaultTreeAdapterMap['node'];

/** What of a term tells where it stands. */
export interface MarkedTerm {
  /** Where it is explained. */
  href: string;
  spelled: string[];
  notIn: string[];
}

/** No running text of this site's own: headings, what leads elsewhere or does something, others' words, code. */
const LEFT_OUT = new Set([
  ...['a', 'button', 'label', 'summary', 'select', 'textarea', 'dialog', 'nav', 'iframe'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'caption', 'figcaption'],
  ...['q', 'blockquote', 'code', 'pre', 'script', 'style', 'svg', 'template', 'noscript'],
  'astro-island',
]);
/** Tags and asides' titles are labels, names are as issued; what only some days show would leave others without a mark. */
const LEFT_OUT_CLASSES = ['tc-tag', 'tc-status', 'starlight-aside__title', 'sr-only'];
const LEFT_OUT_ATTRIBUTES = ['hidden', 'data-as-is', 'data-while', 'data-widget', 'aria-hidden'];

const isLeftOut = (element: Element): boolean =>
  LEFT_OUT.has(element.tagName) ||
  LEFT_OUT_ATTRIBUTES.some((name) => attribute(element, name) !== undefined) ||
  hasClass(element, ...LEFT_OUT_CLASSES);

/** A stretch of the page's HTML that is text. */
interface Stretch {
  start: number;
  end: number;
  /** Within something that is folded at first. */
  isFolded: boolean;
}

/**
 * @param html a whole page of the site
 * @param terms what to mark; what is not in the page's running text stays unmarked
 */
export function markTerms(html: string, terms: MarkedTerm[]): string {
  const text = proseOf(html);
  if (!text || terms.length === 0) return html;
  const stretches = [...stretchesBelow(text, false)];
  // What stands open is read first, wherever it stands.
  const inOrder = [
    ...stretches.filter(({ isFolded }) => !isFolded),
    ...stretches.filter(({ isFolded }) => isFolded),
  ];
  const words = wordsOf(terms);
  const unmarked = new Set(terms);
  const places: { start: number; end: number; href: string }[] = [];
  for (const { start, end } of inOrder) {
    for (const { term, at, word } of termsIn(html.slice(start, end), words)) {
      if (!unmarked.delete(term)) continue;
      places.push({ start: start + at, end: start + at + word.length, href: term.href });
    }
  }
  // From the end, so that what is before keeps its place.
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end, href }) =>
        `${marked.slice(0, start)}<a class="tc-term" href="${href}" data-tip>${marked.slice(start, end)}</a>${marked.slice(end)}`,
      html,
    );
}

interface Words {
  pattern: RegExp;
  termOf: Map<string, MarkedTerm>;
}

/** The longest word first, so that none is found within another. */
function wordsOf(terms: MarkedTerm[]): Words {
  const termOf = new Map(terms.flatMap((term) => term.spelled.map((word) => [word, term])));
  const longestFirst = [...termOf.keys()].toSorted((a, b) => b.length - a.length);
  const literal = (word: string) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return { pattern: new RegExp(longestFirst.map(literal).join('|'), 'g'), termOf };
}

/** Every word that is a term, but for what belongs to a word that means something else. */
function* termsIn(
  text: string,
  { pattern, termOf }: Words,
): Generator<{ term: MarkedTerm; at: number; word: string }> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const [word] = found;
    const at = found.index;
    const term = termOf.get(word);
    if (term && !term.notIn.some((other) => text.startsWith(other, at - other.indexOf(word)))) {
      yield { term, at, word };
    } else {
      // The other word may hold a term beside it: 现职称.
      pattern.lastIndex = at + 1;
    }
  }
}

function* stretchesBelow(node: Node, isFolded: boolean): Generator<Stretch> {
  if (defaultTreeAdapter.isTextNode(node)) {
    const place = node.sourceCodeLocation;
    if (place) yield { start: place.startOffset, end: place.endOffset, isFolded };
    return;
  }
  if (!('childNodes' in node)) return;
  const folds = 'tagName' in node && node.tagName === 'details';
  for (const child of node.childNodes) {
    if ('tagName' in child && isLeftOut(child)) continue;
    yield* stretchesBelow(child, isFolded || (folds && attribute(node, 'open') === undefined));
  }
}
