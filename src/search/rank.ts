/**
 * What answers a query, best first. The same code ranks in the browser and in the test of recall.
 *
 * The texts of all pages are one long string, and a pair of characters is looked for in it: with as few pages as these
 * that is quicker than to fetch an index of them, and the words have to be fetched anyway, to be shown.
 */
import type { SearchData, SearchPage, SearchPart } from './data.ts';
import { isFiller, mendableIn, wordings, wordsIn } from './query.ts';
import { isWordy, pairsOf, placesOf, plain, unitsOf, wordsInAddress } from './text.ts';

export interface Found {
  page: SearchPage;
  /** The page's parts that answer, best first: never none. */
  parts: SearchPart[];
}

export interface Results {
  found: Found[];
  /** The runs of characters that were looked for, the query's own before what was put in their place. */
  runs: string[];
  /** Whether anything answers all of the query, not only a part of it. */
  isWhole: boolean;
}

/** How much it says about a part that something stands there. */
const HEADING = 5;
const WORDS = 4;
const TEXT = 1;
const TITLE = 1.6;

/** How soon more of the same stops to count; how much a long text has to have more of it (BM25). */
const SATURATION = 2;
const BY_LENGTH = 0.6;
/** What a part needs of the query to answer it, by weight: rare pairs weigh more, unknown ones most. */
const ENOUGH = 0.42;
/** In a query as short as this a word that nowhere stands is what was asked about: more has to be there. */
const SHORT = 5;
const ENOUGH_OF_SHORT = 0.58;
/** What it needs to answer all of it: with less, readers are told so. */
const WHOLLY = 0.6;
/** A word that more parts have than these, of all, is what the whole site is about. */
const COMMON = 0.2;
/** Of the best page's score; what has less says little more than that a word occurs. */
const WORTH_SHOWING = 0.12;
/** A part beside a page's best one. */
const WORTH_ADDING = 0.55;
const MOST_PARTS = 3;
/** What a pair says that holds no filler, one, or is only fillers. */
const FILLED = [1, 0.6, 0.25];
/** What the whole of a heading or of a hidden word says beyond its pairs. */
const WHOLE = 1.6;
/** How much the wording counts that puts other words in the query's place. */
const OTHER_WORDS = 0.9;

/** A stretch of the long string: one field of one part. */
interface Field {
  part: number;
  weight: number;
}

export interface Index {
  data: SearchData;
  traditional: Map<string, string>;
  /** What people say, longest first, and what the pages say instead. */
  alike: [said: string, written: string][];
  /** Words that a mistyped one may have meant. */
  known: Set<string>;
  /** The letters of those in which one wrong character can be put right. */
  mendable: string[][];
  text: string;
  fields: Field[];
  /** By place in the text. */
  fieldAt: Uint16Array;
  parts: { page: number; part: SearchPart; length: number }[];
  /** Headings that more than one page has. */
  repeated: Set<string>;
  /** The length of a part, on average. */
  average: number;
}

/** All at once. A page of the site opens it in steps. */
export function openIndex(data: SearchData): Index {
  const steps = openingIndex(data);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Stops after each part, so that whoever goes through it can let something else happen meanwhile. */
export function* openingIndex(data: SearchData): Generator<undefined, Index> {
  const fields: Field[] = [];
  const ends: number[] = [];
  const parts: Index['parts'] = [];
  const known = new Set<string>();
  let text = '\n';
  const add = (words: string, weight: number): string => {
    const run = plain(words);
    fields.push({ part: parts.length, weight });
    text += `${run}\n`;
    ends.push(text.length);
    return run;
  };
  for (const [page, { path, title, parts: all }] of data.pages.entries()) {
    for (const part of all) {
      yield;
      const [anchor, heading, blocks, words = []] = part;
      add(anchor === '' ? title : heading, HEADING);
      for (const word of words) known.add(add(word, WORDS));
      for (const word of add(wordsInAddress(anchor || path), WORDS).split('\n')) known.add(word);
      if (anchor !== '') add(title, TITLE);
      const { length } = add(blocks.join('\n'), TEXT);
      parts.push({ page, part, length });
    }
  }
  yield;
  const fieldAt = new Uint16Array(text.length);
  let from = 0;
  ends.forEach((end, field) => {
    fieldAt.fill(field, from, end);
    from = end;
  });
  const alike = data.alike.flatMap(([written = '', ...said]) =>
    said.map((one): [string, string] => [plain(one), plain(written)]),
  );
  alike.sort(([a], [b]) => b.length - a.length);
  for (const pair of alike) for (const word of pair) known.add(word);
  yield;
  const pairs = [...data.traditional];
  const traditional = new Map(
    pairs.flatMap((character, at): [string, string][] =>
      at % 2 ? [] : [[character, pairs[at + 1] ?? '']],
    ),
  );
  const average = parts.reduce((sum, { length }) => sum + length, 0) / parts.length;
  return {
    data,
    traditional,
    alike,
    known,
    mendable: mendableIn(known),
    text,
    fields,
    fieldAt,
    parts,
    repeated: repeatedIn(data),
    average,
  };
}

function repeatedIn({ pages }: SearchData): Set<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { parts } of pages) {
    const own = new Set(parts.slice(1).map(([, heading]) => heading));
    for (const heading of own) (seen.has(heading) ? repeated : seen).add(heading);
  }
  return repeated;
}

type Weighed = (wanted: string, from?: number) => ReadonlyMap<number, number>;

/**
 * How often something stands in each part, heavier places counting more. The wordings of a query have much in common, and
 * for each pair the whole text is gone through: what was looked for once is kept.
 */
function weighing({ text, fields, fieldAt }: Index): Weighed {
  const known = new Map<string, Map<number, number>>();
  return (wanted, from = 0) => {
    const before = known.get(wanted);
    if (before) return before;
    const by = new Map<number, number>();
    for (const at of placesOf(text, wanted)) {
      const field = fields[fieldAt[at + from] ?? 0];
      if (field) by.set(field.part, (by.get(field.part) ?? 0) + field.weight);
    }
    known.set(wanted, by);
    return by;
  };
}

const rarity = (all: number, having: number): number =>
  Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** Each part's score for one wording of the query, and how much of it the part speaks of. */
function scores(
  { parts, average }: Index,
  weighed: Weighed,
  runs: string[],
): Map<number, { score: number; share: number }> {
  const sums = new Map<number, number>();
  const length = runs.reduce((sum, run) => sum + unitsOf(run).length, 0);
  let isLost = false;
  // How much each character of the query says, and what of it each part has.
  let all = 0;
  const has = new Map<number, number>();
  for (const run of runs) {
    const seek = (wanted: string) => {
      const by = weighed(wanted);
      const fillers = unitsOf(wanted).filter(isFiller).length;
      return { by, rare: rarity(parts.length, by.size) * (FILLED[fillers] ?? 1) };
    };
    const units = unitsOf(run);
    const pairs = pairsOf(run).map(seek);
    // Letters and digits mean something by themselves: `每年90`, where the page writes `90 学时`.
    const alone = units.map((unit, at) => {
      const isLone = pairs.slice(Math.max(0, at - 1), at + 1).every(({ by }) => by.size === 0);
      return isLone && units.length > 1 && isWordy(unit[0]) ? [seek(unit)] : [];
    });
    for (const { by, rare } of [...pairs, ...alone.flat()]) {
      for (const [part, weight] of by) {
        const long = 1 - BY_LENGTH + (BY_LENGTH * (parts[part]?.length ?? 0)) / average;
        const often = (weight * (SATURATION + 1)) / (weight + SATURATION * long);
        sums.set(part, (sums.get(part) ?? 0) + rare * often);
      }
    }
    // A character belongs to the pair before it and the one after. Where words meet, a pair may stand nowhere.
    let lost = 0;
    for (const [at, unit] of units.entries()) {
      const around = units.length === 1 ? pairs : pairs.slice(Math.max(0, at - 1), at + 1);
      const known = [...around, ...(alone[at] ?? [])].filter(({ by }) => by.size > 0);
      const rare = known.length
        ? Math.max(...known.map((pair) => pair.rare))
        : isFiller(unit)
          ? 0
          : rarity(parts.length, 0);
      all += rare;
      lost = known.length > 0 || isFiller(unit) ? 0 : lost + 1;
      isLost ||= lost > 1;
      const those = new Set(known.flatMap(({ by }) => [...by.keys()]));
      for (const part of those) has.set(part, (has.get(part) ?? 0) + rare);
    }
  }
  // A heading or a hidden word that is just this.
  const whole = new Set<number>();
  for (const run of runs) {
    for (const [part, weight] of weighed(`\n${run}\n`, 1)) {
      if (weight >= WORDS) whole.add(part);
    }
  }
  const enough = isLost && length <= SHORT ? ENOUGH_OF_SHORT : ENOUGH;
  return new Map(
    [...sums].flatMap(([part, sum]): [number, { score: number; share: number }][] => {
      const share = (has.get(part) ?? 0) / all;
      const score = sum * share * (whole.has(part) ? WHOLE : 1);
      return share < enough ? [] : [[part, { score, share }]];
    }),
  );
}

export function search(index: Index, query: string): Results {
  const { data, parts } = index;
  const weighed = weighing(index);
  const asked = wordings(index, query);
  const best = new Map<number, number>();
  let most = 0;
  asked.forEach((runs, at) => {
    for (const [part, { score, share }] of scores(index, weighed, runs)) {
      most = Math.max(most, share);
      const counted = at === 0 ? score : score * OTHER_WORDS;
      if (counted > (best.get(part) ?? 0)) best.set(part, counted);
    }
  });
  if (best.size === 0) {
    // What is found by a word of a sentence answers no more than a part of it.
    const words = wordsIn(index, query).filter(
      (word) => weighed(word).size <= COMMON * parts.length,
    );
    for (const word of words) {
      for (const [part, { score }] of scores(index, weighed, [word])) {
        best.set(part, (best.get(part) ?? 0) + score);
      }
    }
    asked.push(words);
  }
  const byPage = new Map<number, { part: SearchPart; score: number }[]>();
  for (const [at, score] of best) {
    const one = parts[at];
    if (!one) continue;
    const list = byPage.get(one.page) ?? [];
    list.push({ part: one.part, score });
    byPage.set(one.page, list);
  }
  const ranked = [...byPage].flatMap(([at, list]) => {
    const page = data.pages[at];
    list.sort((a, b) => b.score - a.score);
    const [first, second] = list;
    if (!page || !first) return [];
    const score = (first.score + 0.1 * (second?.score ?? 0)) * (page.weight ?? 1);
    const worth = list.filter((one) => one.score >= WORTH_ADDING * first.score);
    return [{ page, score, parts: worth.slice(0, MOST_PARTS).map(({ part }) => part) }];
  });
  ranked.sort((a, b) => b.score - a.score);
  const top = ranked[0]?.score ?? 0;
  return {
    found: ranked
      .filter(({ score }) => score >= WORTH_SHOWING * top)
      .map(({ page, parts: worth }) => ({ page, parts: worth })),
    runs: [...new Set(asked.flat())],
    isWhole: most >= WHOLLY,
  };
}
