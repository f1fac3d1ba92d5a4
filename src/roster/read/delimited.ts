/** Rows of text with tabs, commas or semicolons between cells, as exported or pasted. */
import Papa from 'papaparse';
import type { Pace } from '../pace.ts';
import type { SheetRow } from '../types.ts';
import { MOST_ROWS, rowOf, Unreadable } from './limits.ts';

/** Characters that are parsed in one go. */
const CHUNK = 1 << 16;
/** Parts without the end of a row, after which a quotation mark is held to be one too many. */
const MOST_OPEN = 16;

/** Text is read in parts as a file is; the types know it of files alone. */
type Streamed = Papa.ParseConfig<string[]> & {
  chunkSize: number;
  chunk: (part: Papa.ParseResult<string[]>, parser: Papa.Parser) => void;
  complete: () => void;
  error: (error: Error) => void;
};

/**
 * @param whole line ends of any kind; a quoted cell may hold them too
 * @throws Unreadable, and Cancelled from `going`
 */
export function readDelimited(whole: string, going: Pace): Promise<SheetRow[]> {
  const text = whole.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Excel's own hint, which is a line of its own.
  const [hint = '', separator] = /^sep=(.)\n/i.exec(text) ?? [];
  const body = text.slice(hint.length);
  const rows: SheetRow[] = [];
  let at = hint ? 1 : 0;
  let open = 0;
  return new Promise((resolve, reject) => {
    const config: Streamed = {
      delimiter: separator ?? delimiterOf(body),
      newline: '\n',
      chunkSize: CHUNK,
      chunk({ data, errors, meta }, parser) {
        const stop = (error: unknown) => {
          // First: aborting completes at once.
          reject(error);
          parser.abort();
        };
        try {
          open = data.length === 0 ? open + 1 : 0;
          const quote = errors.find(({ code }) => code === 'MissingQuotes');
          // With its quotation marks in pairs it is only too long.
          if (open > MOST_OPEN && !quote && hasPairs(body)) {
            return stop(new Unreadable('longCell', { row: at + 1 }));
          }
          if (quote || open > MOST_OPEN) {
            return stop(new Unreadable('unclosedQuote', { row: at + (quote?.row ?? 0) + 1 }));
          }
          for (const cells of data) {
            at += 1;
            const row = rowOf(at, unwrapped(cells));
            if (row) rows.push(row);
            if (rows.length > MOST_ROWS) return stop(new Unreadable('tooManyRows'));
          }
        } catch (error) {
          return stop(error);
        }
        parser.pause();
        going.step(meta.cursor / body.length).then(() => parser.resume(), stop);
      },
      complete: () => resolve(rows),
      error: reject,
    };
    Papa.parse<string[]>(body, config as Papa.ParseConfig<string[]>);
  });
}

/** Whether quotation marks are in pairs. */
function hasPairs(text: string): boolean {
  let even = true;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) even = !even;
  return even;
}

/** Without what programs write so that Excel takes digits for text: `="007"`. */
function unwrapped(cells: string[]): string[] {
  for (const [at, cell] of cells.entries()) {
    if (cell.startsWith('="')) cells[at] = /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
  }
  return cells;
}

/** Spreadsheets copy with tabs; in a file what stands there most often separates. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 8000).replace(/"[^"]*"/g, '');
  if (start.includes('\t')) return '\t';
  const count = (separator: string) => start.split(separator).length;
  const [comma, semicolon, wide] = [count(','), count(';'), count('，')];
  if (semicolon > comma) return ';';
  // Typed by hand, with the comma of the language.
  return comma === 1 && wide > 1 ? '，' : ',';
}
