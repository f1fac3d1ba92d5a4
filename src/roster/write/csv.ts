/** Text with commas, as Chinese spreadsheets open it: UTF-8 with its mark, lines ended as Windows does. */
import Papa from 'papaparse';
import type { Cell } from '../types.ts';
import { isFormula } from './cells.ts';

/** A number is none of a formula's beginnings, with a sign or without. */
const NUMBER = /^[-+]?\d{1,15}(?:\.\d+)?$/;

/** A cell that no spreadsheet takes for a formula, nor digits for a number that it would round. */
function safe(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  // Longer than a number can be, or with zeros before it: digits that name something.
  if (/^(?:\d{16,}|0\d+)$/.test(cell)) return `="${cell}"`;
  return isFormula(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

export function csvOf(rows: Cell[][]): Uint8Array<ArrayBuffer> {
  const text = Papa.unparse(rows.map((cells) => cells.map(safe)));
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}
