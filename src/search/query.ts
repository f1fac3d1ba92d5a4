/** What a query may mean: in the pages' own words, in simplified characters, and without what was mistyped. */
import { isWordy, pairsOf, placesOf, plain, unitsOf } from './text.ts';

/** What this uses of the index. */
interface Known {
  traditional: Map<string, string>;
  alike: [said: string, written: string][];
  known: Set<string>;
  /** The letters of the known words in which one wrong character can be put right. */
  mendable: string[][];
  text: string;
}

/** Words that make a question of it. They stand everywhere and say nothing of what is asked. */
const ASKING =
  /请问|怎么办|怎么弄|怎么样|咋办|咋弄|咋|行不行|需不需要|要不要|需要|怎么|怎样|如何|什么|能不能|可不可以|可以|是不是|有没有|想问|想知道|一下|我们|我|您|你|吗|呢|吧|啊|呀|么|的|了/g;
/** Characters that join others to a sentence. Where such a one stands in no pair that the site has, nothing is missing. */
const FILLERS = new Set(
  '的了吗呢吧啊呀么我您你想要能会可不没有是在去到从和与或及把被给来再还就都也才几多少哪里谁行得着过个下时吧被让叫做'.split(
    '',
  ),
);
export const isFiller = (unit: string): boolean => FILLERS.has(unit);

/** A query longer than this is somebody's paste: more of it would only take time. */
const LONGEST = 80;
const SHORTEST_MENDED = 3;
const LONGEST_MENDED = 8;

/** The query itself first, then with others' words in place of its own. Each is a list of runs. */
export function wordings(index: Known, query: string): string[][] {
  const text = plain(
    [...query]
      .slice(0, LONGEST)
      .map((one) => index.traditional.get(one) ?? one)
      .join(''),
  );
  const runs = runsOf(text);
  if (runs.length === 0) return [];
  const right = runs.map((run) => mended(index, run));
  // What the site knows as it stands is not taken apart: `能不能报`.
  const asIs = index.known.has(text) ? [text] : [];
  const all = [asIs, runs, right, right.map((run) => translated(index, run)).flatMap(runsOf)];
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = one.join('\n');
    return key !== '' && !seen.has(key) && seen.add(key);
  });
}

/** In a sentence this long, what the site does not know is likely how it is put, not what is asked about. */
const SENTENCE = 7;

/**
 * The words that the site knows in a sentence, longest first, and what the pages say for them: `论文` of a question that is
 * otherwise put as no page does. Nothing for what is no sentence.
 */
export function wordsIn(index: Known, query: string): string[] {
  const text = plain([...query].slice(0, LONGEST).join(''));
  if (unitsOf(text).length < SENTENCE) return [];
  const words = [...index.known].filter(
    // What nearly none of them passes comes first.
    (word) => text.includes(word) && unitsOf(word).length > 1 && !isAsking(word),
  );
  words.sort((a, b) => b.length - a.length);
  const own = words.filter((word, at) => !words.slice(0, at).some((one) => one.includes(word)));
  return [...new Set(own.flatMap((word) => [word, ...translated(index, word).split('\n')]))].filter(
    Boolean,
  );
}

const isAsking = (word: string): boolean =>
  runsOf(word).join('') !== word || unitsOf(word).every(isFiller);

function runsOf(text: string): string[] {
  const runs = text.replace(ASKING, '\n').split('\n').filter(Boolean);
  return runs.length > 0 ? runs : text.split('\n').filter(Boolean);
}

/** With the pages' words in place of what people say. */
function translated({ alike }: Known, run: string): string {
  let text = run;
  for (const [said, written] of alike) {
    const isThere = written.includes(said) && text.includes(written);
    if (text.includes(said) && !isThere) text = text.split(said).join(`\n${written}\n`);
  }
  return text.replace(/^\n|\n$/g, '');
}

export const mendableIn = (words: Iterable<string>): string[][] =>
  [...words]
    .map(unitsOf)
    .filter(({ length }) => SHORTEST_MENDED <= length && length <= LONGEST_MENDED);

/** Whether a pair stands anywhere. The whole text is gone through for each that does not, so none is looked for twice. */
function knowing({ text }: Known): (pair: string) => boolean {
  const told = new Map<string, boolean>();
  return (pair) => {
    let is = told.get(pair);
    if (is === undefined) {
      is = !placesOf(text, pair).next().done;
      told.set(pair, is);
    }
    return is;
  };
}

/** One wrong character in a word that the site knows is put right: `助理工程帅`. */
export function mended(index: Known, run: string): string {
  const units = unitsOf(run);
  const isKnown = knowing(index);
  const unknown = pairsOf(run).filter((pair) => !isKnown(pair)).length;
  if (unknown === 0) return run;
  const [only = ''] = units;
  if (units.length === 1) return isWordy(only[0]) ? nearestOf(only, index.known) : run;
  let best = { run, unknown };
  for (const letters of index.mendable) {
    for (let at = 0; at + letters.length <= units.length; at += 1) {
      if (!isOneWrong(letters, units, at)) continue;
      const tried = [...units.slice(0, at), ...letters, ...units.slice(at + letters.length)].join(
        '',
      );
      const left = pairsOf(tried).filter((pair) => !isKnown(pair)).length;
      if (left < best.unknown) best = { run: tried, unknown: left };
    }
  }
  return best.run;
}

/** Whether what stands there is the word but for one character. */
function isOneWrong(letters: string[], units: string[], at: number): boolean {
  let wrong = 0;
  for (let next = 0; next < letters.length; next += 1) {
    if (letters[next] === units[at + next]) continue;
    wrong += 1;
    if (wrong > 1) return false;
  }
  return wrong === 1;
}

/** A word in letters that differs least, where one does by no more than a letter or, in a long one, two. */
function nearestOf(word: string, known: Set<string>): string {
  let nearest = word;
  let least = word.length < 4 ? 1 : word.length < 9 ? 2 : 3;
  for (const one of known) {
    if (!/^[a-z]+$/.test(one) || Math.abs(one.length - word.length) >= least) continue;
    const steps = stepsBetween(word, one);
    if (steps < least) [nearest, least] = [one, steps];
  }
  return nearest;
}

/** How many letters have to be put in, left out or changed (Levenshtein). */
function stepsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
