/** How much of a file is read, and how a reader says that it cannot. */
import type { Cell, FileProblemCode, Sheet, SheetRow } from '../types.ts';

export const MOST_BYTES = 50 * 1024 * 1024;
/** Of what a workbook unpacks to: a small file may hold a gigabyte of the same letter. */
export const MOST_UNPACKED = 400 * 1024 * 1024;
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 300;

/** Thrown inside the readers alone; callers get it as data. */
export class Unreadable extends Error {
  readonly code: FileProblemCode;
  readonly at: { row?: number };
  constructor(code: FileProblemCode, at: { row?: number } = {}) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

/** The row with its trailing empty cells cut off; undefined where nothing is left. */
export function rowOf(at: number, cells: Cell[]): SheetRow | undefined {
  let length = cells.length;
  while (length > 0 && isEmpty(cells[length - 1])) length -= 1;
  if (length === 0) return undefined;
  if (length > MOST_COLUMNS) throw new Unreadable('tooManyColumns', { row: at });
  return { at, cells: length < cells.length ? cells.slice(0, length) : cells };
}

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A sheet as its file holds it. */
export type RawSheet = Omit<Sheet, 'notRead'>;
