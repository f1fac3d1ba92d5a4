/** What a part says about a query: whole sentences around what was looked for, with that marked. */
import type { SearchPage, SearchPart } from './data.ts';
import type { Index } from './rank.ts';
import { pairsOf, plain, unitsOf } from './text.ts';

/** The sentences in pieces; what was looked for is marked. */
export type Excerpt = { text: string; marked: boolean }[];

/** More is added until there is this much to read. */
const AT_LEAST = 36;
const AT_MOST = 110;

/** @returns where the part has no text of its own, what is called under it, or how its page begins */
export function excerptOf(
  { known }: Pick<Index, 'known'>,
  runs: string[],
  part: SearchPart,
  page: Pick<SearchPage, 'parts'>,
): Excerpt {
  const blocks = linesOf(part, page);
  const sentences = blocks.flatMap(
    (block) => block.match(/[^。！？]+[。！？]*[”’）]*|[。！？]+/g) ?? [],
  );
  if (sentences.length === 0) return [];
  const words = [...new Set(runs.flatMap((run) => wordsOf(run, known)))];
  const marks = sentences.map((sentence) => marksIn(sentence, words));
  const weights = marks.map((list) => list.reduce((sum, [from, to]) => sum + to - from, 0));
  let first = weights.indexOf(Math.max(...weights));
  let last = first;
  const length = () =>
    sentences.slice(first, last + 1).reduce((sum, sentence) => sum + sentence.length, 0);
  while (length() < AT_LEAST) {
    const next = sentences[last + 1];
    const before = sentences[first - 1];
    if (next !== undefined && length() + next.length <= AT_MOST) last += 1;
    else if (before !== undefined && length() + before.length <= AT_MOST) first -= 1;
    else break;
  }
  const pieces: Excerpt = [];
  for (let at = first; at <= last; at += 1) {
    const sentence = sentences[at] ?? '';
    let from = 0;
    for (const [start, end] of marks[at] ?? []) {
      if (start > from) pieces.push({ text: sentence.slice(from, start), marked: false });
      pieces.push({ text: sentence.slice(start, end), marked: true });
      from = end;
    }
    // Lines of a list or a table end without a stop.
    const rest = sentence.slice(from);
    pieces.push({
      text: at < last && !/[。！？；：]$/.test(sentence) ? `${rest}；` : rest,
      marked: false,
    });
  }
  return pieces.filter(({ text }) => text !== '');
}

function linesOf(part: SearchPart, { parts }: Pick<SearchPage, 'parts'>): string[] {
  const [, , blocks] = part;
  if (blocks.length > 0) return blocks;
  const after = parts.slice(parts.indexOf(part) + 1);
  const end = after.findIndex(([, , lines]) => lines.length === 0);
  const under = after.slice(0, end < 0 ? undefined : end).map(([, heading]) => heading);
  return under.length > 0 ? under : (parts.find(([, , lines]) => lines.length > 0)?.[2] ?? []);
}

/** Where whole words of the query stand in a sentence, from first to last. */
function marksIn(sentence: string, words: string[]): [from: number, to: number][] {
  const { text, places } = flat(sentence);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (splitsWordy(text, at) || splitsWordy(text, at + word.length)) continue;
      found.push([places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const merged: [number, number][] = [];
  for (const [from, to] of found) {
    const before = merged.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

const WORDY = /[\p{Script=Latin}\p{N}]/u;
/** Whether a cut here would part letters or digits that belong together. */
const splitsWordy = (text: string, at: number): boolean =>
  WORDY.test(text[at - 1] ?? '') && WORDY.test(text[at] ?? '');

/** What of a run is a word: all of it, every word of the site's that is in it, or a pair where there is no such word. */
function wordsOf(run: string, known: Set<string>): string[] {
  const units = unitsOf(run);
  const words = [run];
  for (let from = 0; from < units.length; from += 1) {
    for (let to = from + 2; to <= units.length; to += 1) {
      const word = units.slice(from, to).join('');
      if (known.has(word)) words.push(word);
    }
  }
  for (const unit of units) if (WORDY.test(unit)) words.push(unit);
  return words.length > 1 ? words : [run, ...(units.length <= 4 ? pairsOf(run) : [])];
}

/** A sentence as it is compared, and where each of its characters stands in the sentence. */
function flat(sentence: string): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < sentence.length; at += 1) {
    for (const one of compared(sentence[at] ?? '')) {
      text += one;
      places.push(at);
    }
  }
  return { text, places };
}

/** A page has a few hundred characters, each many times. */
const asCompared = new Map<string, string>();

function compared(character: string): string {
  let as = asCompared.get(character);
  if (as === undefined) {
    as = plain(character) || (/\s/.test(character) ? '' : '\n');
    asCompared.set(character, as);
  }
  return as;
}
