/** The real notice as the roster's page has it, and short ways to read a pasted table. */

import type { Answers } from '../../src/calculator/index.ts';
import {
  forRosterPage,
  loadCalendar,
  loadNotice,
  loadRosterWords,
  noticeIds,
} from '../../src/notices/index.ts';
import {
  findColumns,
  type Mapping,
  type ReadResult,
  type RosterRow,
  readRoster,
  readRows,
  type Sheet,
} from '../../src/roster/index.ts';

const [newest = ''] = (await noticeIds()).toReversed();
const full = await loadNotice(newest);
export const { notice } = forRosterPage(
  full,
  await loadCalendar(),
  await loadRosterWords(full, [full]),
);

/** The first sheet, or a failure that says what the person would read. */
export function sheetIn(result: ReadResult): Sheet {
  if ('problem' in result) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.sheets[0] as Sheet;
}

export interface Read {
  sheet: Sheet;
  mapping: Mapping;
  rows: RosterRow[];
}

export async function readText(text: string, forAll: Answers = {}): Promise<Read> {
  const sheet = sheetIn(await readRoster(notice, { text }));
  const mapping = findColumns(notice, sheet);
  return { sheet, mapping, rows: readRows(notice, sheet, mapping, { forAll }) };
}

/** What one cell under one header means, beside a name. */
export async function readOne(header: string, value: string): Promise<RosterRow> {
  // Between tabs a cell with quotation marks or line ends stands in quotation marks itself.
  const cell = (text: string) => (/["\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const { rows } = await readText(`姓名\t${cell(header)}\n甲\t${cell(value)}`);
  return rows[0] as RosterRow;
}
