/** Opens what it is given, whatever that is. Parsers are loaded when they are needed. */
import { fill } from '../../calculator/index.ts';
import { findHead } from '../columns.ts';
import { compiledRoster } from '../compiled.ts';
import { Cancelled, type Pace, pace } from '../pace.ts';
import { withoutPrivate } from '../private.ts';
import type {
  FileProblem,
  JobOptions,
  ReadResult,
  RosterFile,
  RosterNotice,
  Sheet,
  SheetRow,
} from '../types.ts';
import { kindOf } from './kind.ts';
import { MOST_BYTES, MOST_COLUMNS, MOST_ROWS, type RawSheet, Unreadable } from './limits.ts';
import { decoded } from './text.ts';

/**
 * Reads a file or pasted text. Never throws, and the promise is never refused: what cannot be read is said.
 *
 * @example (await readRoster(notice, { text: '姓名\t学历\n甲\t本科' })).sheets[0].rows[1].cells // ['甲', '本科']
 */
export async function readRoster(
  notice: RosterNotice,
  file: RosterFile,
  options: JobOptions = {},
): Promise<ReadResult> {
  try {
    const going = pace(options);
    const raw = await sheetsOf(file, going);
    const sheets = raw.filter(({ rows }) => rows.length > 0);
    if (sheets.length === 0) throw new Unreadable('empty');
    const isShort = sheets.every(({ rows }) => rows.length === 1);
    if (isShort || sheets.every(({ rows }) => isProse(rows))) {
      const roster = compiledRoster(notice);
      if (!sheets.some(({ rows }) => findHead(roster, rows))) throw new Unreadable('noTable');
      if (isShort) throw new Unreadable('onlyHeader');
    }
    const clean: Sheet[] = [];
    for (const sheet of sheets) {
      clean.push(await withoutPrivate(notice, { ...sheet, notRead: [] }, going));
    }
    return { sheets: clean };
  } catch (error) {
    return { problem: problemOf(notice, error) };
  }
}

/** Whether most rows end as sentences do, and their commas make no columns of them. */
function isProse(rows: SheetRow[]): boolean {
  const first = rows.slice(0, 30);
  const sentences = first.filter(({ cells }) => /[。！？；]\s*$/.test(String(cells.at(-1))));
  const widths = new Set(first.map(({ cells }) => cells.length));
  return sentences.length * 2 > first.length && (widths.size > 1 || widths.has(1));
}

/** What went wrong, in words. */
export function problemOf(notice: RosterNotice, error: unknown): FileProblem {
  const { files } = notice.roster;
  const { code, at }: Pick<Unreadable, 'code' | 'at'> =
    error instanceof Unreadable
      ? error
      : {
          code:
            error instanceof Cancelled
              ? 'cancelled'
              : error instanceof RangeError
                ? 'noMemory'
                : 'unreadable',
          at: {},
        };
  const most = { tooLarge: MOST_BYTES / 1024 / 1024, tooManyRows: MOST_ROWS }[code as string];
  const message = fill(files[code], { most: most ?? MOST_COLUMNS, ...at });
  return { code, message, ...at };
}

async function sheetsOf(file: RosterFile, going: Pace): Promise<RawSheet[]> {
  if ('text' in file) {
    if (file.text.length > MOST_BYTES) throw new Unreadable('tooLarge');
    return [await delimited('', file.text, going)];
  }
  const { bytes, name } = file;
  if (bytes.length > MOST_BYTES) throw new Unreadable('tooLarge');
  const kind = kindOf(bytes);
  if (kind === 'xlsx') {
    const { readXlsx } = await import('./xlsx.ts');
    return readXlsx(bytes, going);
  }
  if (kind !== 'text') throw new Unreadable(kind);
  return [await delimited(name.replace(/\.\w+$/, ''), await decoded(bytes, going), going)];
}

async function delimited(name: string, text: string, going: Pace): Promise<RawSheet> {
  const { readDelimited } = await import('./delimited.ts');
  const rows = await readDelimited(text, going);
  return { name, hidden: false, rows, from1904: false, hiddenColumns: [], hiddenRows: [] };
}
