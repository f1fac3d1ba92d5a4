/** The list as it is copied and printed: its headers, and what stands below them of one person. */
import words from 'virtual:words/rosterPage/result';
import {
  type Answers,
  assess,
  carriedOver,
  type Notice,
  nextYear,
} from '../../calculator/index.ts';
import type { ScreenedRow } from '../../roster/index.ts';
import { byWhen, nameOf, resultOf } from './list.ts';

export const TITLES = [
  words.row,
  words.name,
  words.department,
  words.verdict,
  words.short,
  words.by,
  words.grounds,
];

/** In the order of `TITLES`, of one person after the other. */
export function cellsUnder(notice: Notice, next: boolean): (row: ScreenedRow) => string[] {
  const under = next ? nextYear(notice) : notice;
  return (row) => [
    String(row.at),
    nameOf(row, words.unnamed),
    row.department,
    resultOf(notice, row, next, words),
    row.short,
    byWhen(notice, row, words),
    groundsOf(under, next ? carriedOver(under, row.answers) : row.answers),
  ];
}

/** Where it is said what somebody lacks, and whose word that is; of whom nothing is wanting, of every rule. */
function groundsOf(notice: Notice, answers: Answers): string {
  const { findings } = assess(notice, answers);
  const lacking = findings.filter(({ outcome }) => outcome !== 'met');
  const told = lacking.length > 0 ? lacking : findings;
  const clauses = new Set(told.flatMap(({ cites }) => cites.map(({ label }) => label)));
  const standings = new Set(told.map(({ standing }) => notice.wording.standings[standing].label));
  return [[...clauses].join('、'), [...standings].join('、')].filter(Boolean).join('；');
}
