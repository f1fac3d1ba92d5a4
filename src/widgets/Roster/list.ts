/** Which rows of a result are shown, and in which order. Pure. */
import type { Notice, Verdict } from '../../calculator/index.ts';
import { fill } from '../../calculator/index.ts';
import type { CellProblem, ScreenedRow } from '../../roster/index.ts';
import { plainText } from '../../typed/index.ts';

export interface Filter {
  text: string;
  verdict?: Verdict;
  nextYear?: NonNullable<ScreenedRow['nextYear']>;
  /** Only who has cells to be looked at. */
  problems?: boolean;
}
export const ALL: Filter = { text: '' };

/** Who of those shown is written into a publicity: nobody with a bad result, and who has to be decided on only if asked for. */
export const publicVerdict = ({ verdict }: Filter): 'likely' | 'review' =>
  verdict === 'review' ? 'review' : 'likely';

export type SortKey = 'at' | 'name' | 'department' | 'verdict' | 'short' | 'by';
export interface Order {
  by: SortKey;
  down: boolean;
}

export function chosen(rows: ScreenedRow[], filter: Filter): ScreenedRow[] {
  const wanted = plainText(filter.text).toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!filter.verdict || row.verdict === filter.verdict) &&
      (!filter.nextYear || row.nextYear === filter.nextYear) &&
      (!filter.problems || row.problems.length > 0) &&
      (wanted.length === 0 || wanted.every((word) => textOf(row).includes(word))),
  );
}

/** What is searched, once a row. */
const texts = new WeakMap<ScreenedRow, string>();
function textOf(row: ScreenedRow): string {
  const before = texts.get(row);
  if (before !== undefined) return before;
  const text = plainText(`${row.name} ${row.department} ${row.short}`).toLowerCase();
  texts.set(row, text);
  return text;
}

/** From the best to the one with nothing to be done about it. */
export const VERDICTS: Verdict[] = [
  'likely',
  'review',
  'incomplete',
  'unlikely',
  'ineligible',
  'outOfScope',
];

/** By a column; rows alike in it stay as the roster has them, and who has nothing in it comes last either way. */
export function ordered(rows: ScreenedRow[], { by, down }: Order, next = false): ScreenedRow[] {
  // The language's own order takes a hundred times as long as numbers do: each text is placed once.
  const keys = [...new Set(rows.map((row) => keyOf(row, by, next)))].sort((a, b) =>
    typeof a === 'number' ? a - (b as number) : compare(a, String(b)),
  );
  if (down) keys.reverse();
  const places = new Map(keys.map((key, place) => [key, key === '' ? keys.length : place]));
  const placeOf = (row: ScreenedRow) => places.get(keyOf(row, by, next)) as number;
  return rows
    .map((row) => ({ row, place: placeOf(row) }))
    .sort((a, b) => a.place - b.place || a.row.at - b.row.at)
    .map(({ row }) => row);
}

function keyOf(row: ScreenedRow, by: SortKey, next: boolean): string | number {
  if (by === 'at') return row.at;
  if (by === 'verdict' && next && row.nextYear) return NEXT.indexOf(row.nextYear);
  if (by === 'verdict') return VERDICTS.indexOf(row.verdict);
  return row[by] ?? '';
}

const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** A cell to be looked at, with whose it is. */
export interface PlacedProblem extends CellProblem {
  at: number;
  name: string;
}

/** In the order of the roster: what was not understood first, what was taken last. */
export function problemsIn(rows: ScreenedRow[]): PlacedProblem[] {
  const kinds: Record<CellProblem['kind'], PlacedProblem[]> = { unread: [], decide: [], check: [] };
  for (const { at, name, problems } of rows) {
    for (const problem of problems) kinds[problem.kind].push({ ...problem, at, name });
  }
  return [...kinds.unread, ...kinds.decide, ...kinds.check];
}

/** What a person is called who may have no name. */
export const nameOf = ({ name, at }: Pick<ScreenedRow, 'name' | 'at'>, unnamed: string): string =>
  name || fill(unnamed, { row: at });

/**
 * By when, and which year may then be better; empty where nothing says so. What can be made up by the end of the notice's
 * own year stands first, as in the self-check.
 */
export function byWhen(
  notice: Pick<Notice, 'year'>,
  { by, earliestYear, earliestYearMadeUp }: ScreenedRow,
  words: { earliest: string; earliestMadeUp: string },
): string {
  if (earliestYear !== undefined && earliestYearMadeUp !== undefined) {
    const until = `${notice.year}-12-31`;
    const madeUp = { until, year: earliestYearMadeUp, later: earliestYear };
    const inTime = by !== undefined && by !== until ? `${by}；` : '';
    return inTime + fill(words.earliestMadeUp, madeUp);
  }
  return by ?? (earliestYear === undefined ? '' : fill(words.earliest, { year: earliestYear }));
}

/** How somebody stands for the next year, in words that are no more certain than an assumption. */
export const NEXT = ['ready', 'toDo', 'ask', 'no'] as const;
export const NEXT_TONES = { ready: 'open', toDo: 'open', ask: 'open', no: 'quiet' } as const;

/** What stands in the result's column: under the assumed next notice nobody can have a good result yet. */
export const resultOf = (
  { wording }: Pick<Notice, 'wording'>,
  { verdict, nextYear }: ScreenedRow,
  next: boolean,
  words: Record<(typeof NEXT)[number], string>,
): string => (next && nextYear ? words[nextYear] : wording.verdicts[verdict].label);

/**
 * Numbers of rows, those that follow each other as a span.
 *
 * @example spansOf([1, 3, 4, 5]) // '1、3–5'
 */
export function spansOf(rows: number[]): string {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last && last[1] === row - 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、');
}
