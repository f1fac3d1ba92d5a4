/** Takes out of a sheet what must not be read, before anything else sees it. */
import { fill } from '../calculator/index.ts';
import { privateNumberIn, SHORTEST_PRIVATE } from '../typed/index.ts';
import { findHead, privateBy } from './columns.ts';
import { asText, compiledRoster } from './compiled.ts';
import type { Pace } from './pace.ts';
import type { Cell, Mapping, NotRead, RosterNotice, Sheet } from './types.ts';

/**
 * The sheet without its private columns and cells, which are left empty and named in `notRead`.
 *
 * @param sheet changed in place: nothing of it may outlive this
 * @throws Cancelled from `going`
 */
export async function withoutPrivate(
  notice: RosterNotice,
  sheet: Sheet,
  going: Pace,
): Promise<Sheet> {
  const roster = compiledRoster(notice);
  const { identity, telephone, says } = roster.words;
  const head = findHead(roster, sheet.rows);
  const notRead: NotRead[] = [];
  const whole = new Map<number, string>();
  // In a title that spans two rows either may name it.
  for (const [index, title] of (head?.titles ?? []).entries()) {
    const what = privateBy(roster, title);
    if (what !== undefined) whole.set(index, what);
  }
  const start = (head?.rows.at(-1)?.at ?? 0) + 1;
  const filled: number[] = [];
  const found: Map<number, { row: Cell[]; what: string }[]> = new Map();
  for (const [place, { at, cells }] of sheet.rows.entries()) {
    if (place % 100 === 0) await going.step(1);
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index] as Cell;
      if (cell === '') continue;
      if (at >= start) filled[index] = (filled[index] ?? 0) + 1;
      const what = kindOf(cell);
      if (!what) continue;
      const list = found.get(index) ?? [];
      list.push({ row: cells, what: what === 'id' ? identity : telephone });
      found.set(index, list);
    }
  }
  for (const [index, list] of found) {
    const [first] = list;
    if (!first || whole.has(index)) continue;
    if (list.length * 2 > (filled[index] ?? 0)) whole.set(index, first.what);
    else {
      for (const { row, what } of list) row[index] = fill(says.private, { what });
      notRead.push({
        column: index,
        title: head?.titles[index] ?? '',
        what: first.what,
        cells: list.length,
      });
    }
  }
  for (const [column, what] of whole) {
    notRead.push({ column, title: head?.titles[column] ?? '', what });
    for (const { cells } of sheet.rows) if (column < cells.length) cells[column] = '';
    await going.step(1);
  }
  notRead.sort((a, b) => a.column - b.column);
  return { ...sheet, notRead };
}

/**
 * Takes out what a header that was chosen by hand names as private, and says it with what was left unread before.
 *
 * @param sheet changed in place, its rows and `notRead`
 */
export async function dropPrivate(
  notice: RosterNotice,
  sheet: Sheet,
  { columns }: Mapping,
  going: Pace,
): Promise<void> {
  const roster = compiledRoster(notice);
  for (const { index, title } of columns) {
    const what = privateBy(roster, title);
    if (what === undefined) continue;
    const others = sheet.notRead.filter(({ column }) => column !== index);
    sheet.notRead = [...others, { column: index, title, what }].sort((a, b) => a.column - b.column);
    for (const { cells } of sheet.rows) if (index < cells.length) cells[index] = '';
    await going.step(1);
  }
}

/** With a sign between area and number: the number of a certificate may have as many digits. */
const LANDLINE = /(?:^|[^\d-])0\d{2,3}(?:[)）]|\s?[-－—–]\s?)\d{7,8}(?![\d-])/;

function kindOf(cell: Cell): 'id' | 'phone' | undefined {
  if (typeof cell === 'number' ? cell < 1e10 : cell.length < SHORTEST_PRIVATE) return undefined;
  // A cell of any length is looked at in its beginning: a private number stands there, or the cell is a text.
  const start = asText(cell).slice(0, 2000);
  return privateNumberIn(start) ?? (LANDLINE.test(start) ? 'phone' : undefined);
}
