/** The list as it is copied and printed: its headers, and what stands below them of one person. */
import words from 'virtual:words/rosterPage/result';
import type { Notice } from '../../calculator/index.ts';
import type { ScreenedRow } from '../../roster/index.ts';
import { byWhen, nameOf, resultOf } from './list.ts';

export const TITLES = [
  words.row,
  words.name,
  words.department,
  words.verdict,
  words.short,
  words.by,
];

/** In the order of `TITLES`. */
export const cellsOf = (notice: Notice, row: ScreenedRow, next: boolean): string[] => [
  String(row.at),
  nameOf(row, words.unnamed),
  row.department,
  resultOf(notice, row, next, words),
  row.short,
  byWhen(notice, row, words),
];
