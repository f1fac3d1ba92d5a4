import words from 'virtual:words/rosterPage/result';
import { fill, type Notice } from '../../calculator/index.ts';
import { isFormula, type ScreenedRow } from '../../roster/index.ts';
import { cellsUnder, TITLES } from './cells.ts';

/** The list as text that a spreadsheet takes apart into columns. */
export function asText(notice: Notice, rows: ScreenedRow[], next: boolean): string {
  const year = next ? notice.year + 1 : notice.year;
  const lines = [TITLES, ...rows.map(cellsUnder(notice, next))].map((cells) =>
    cells.map(asCell).join('\t'),
  );
  const head =
    fill(words.printTitle, { year }) + (next ? `（${fill(words.assumed, { next: year })}）` : '');
  return [
    head,
    ...lines,
    fill(words.basis, { number: notice.number, version: notice.version }),
  ].join('\n');
}

/** Nothing that a spreadsheet would take for another cell, or for a formula. */
const asCell = (text: string): string => {
  const plain = text.replace(/[\t\r\n]+/g, ' ');
  return isFormula(plain) ? `'${plain}` : plain;
};
