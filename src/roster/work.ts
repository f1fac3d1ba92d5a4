/** The jobs on a roster, alike in a worker and on a page's own thread. */
import { findColumns } from './columns.ts';
import { exportRoster } from './export.ts';
import { type Pace, pace } from './pace.ts';
import { dropPrivate } from './private.ts';
import { problemOf, readRoster } from './read/index.ts';
import { personTest, rowReader } from './rows.ts';
import { screener, summaryOf } from './screen.ts';
import type {
  CheckInput,
  Ended,
  ExportKind,
  Headed,
  JobOptions,
  Mapping,
  RosterFile,
  RosterNotice,
  ScreenedRow,
  Sheet,
  SheetView,
  Summary,
  TakeAway,
} from './types.ts';

/** Rows that a page is sent at once: taking them over must not hold it up. */
const BATCH = 500;
const PREVIEW = 30;

export type Batch = (rows: ScreenedRow[]) => void;

export interface Jobs {
  read(file: RosterFile, options: JobOptions): Promise<Ended<SheetView[]>>;
  columns(sheet: number, header: number[]): Promise<Ended<Headed>>;
  check(input: CheckInput, options: JobOptions, batch: Batch): Promise<Ended<Summary>>;
  export(
    input: CheckInput & { kind: ExportKind; on: string },
    options: JobOptions,
  ): Promise<Ended<TakeAway>>;
}

/** The jobs and the sheets that they work on. None of the promises is ever refused. */
export function jobsFor(notice: RosterNotice): Jobs {
  let sheets = new Map<number, Sheet>();
  let numbered = 0;

  const ended = async <T>(work: () => Promise<T>): Promise<Ended<T>> => {
    try {
      return { done: await work() };
    } catch (error) {
      return { problem: problemOf(notice, error) };
    }
  };
  const sheetOf = (id: number): Sheet => {
    const sheet = sheets.get(id);
    if (!sheet) throw new Error(`No sheet ${id}`);
    return sheet;
  };
  /** Numbers of the rows that are nobody's and no headers. */
  async function skippedIn(sheet: Sheet, mapping: Mapping, going: Pace): Promise<number[]> {
    const isPerson = personTest(notice, sheet, mapping);
    const skipped: number[] = [];
    for (const [index, row] of sheet.rows.entries()) {
      if (index % 100 === 0) await going.step(1);
      if (!isPerson(row) && !mapping.header.includes(row.at)) skipped.push(row.at);
    }
    return skipped;
  }
  async function checked(
    { sheet: id, mapping, forAll = {}, next = false }: CheckInput,
    going: Pace,
    batch: Batch,
  ): Promise<ScreenedRow[]> {
    const sheet = sheetOf(id);
    const read = rowReader(notice, sheet, mapping, forAll);
    const result = screener(notice, next);
    const isPerson = personTest(notice, sheet, mapping);
    const rows: ScreenedRow[] = [];
    for (const [at, row] of sheet.rows.entries()) {
      if (at % 50 === 0) await going.step(at / sheet.rows.length);
      if (!isPerson(row)) continue;
      rows.push(result(read(row)));
      if (rows.length % BATCH === 0) batch(rows.slice(-BATCH));
    }
    const rest = rows.length % BATCH;
    if (rest) batch(rows.slice(-rest));
    return rows;
  }

  return {
    async read(file, options) {
      const result = await readRoster(notice, file, options);
      if ('problem' in result) return result;
      return ended(async () => {
        const going = pace(options);
        const fresh = new Map<number, Sheet>();
        const views: SheetView[] = [];
        for (const sheet of result.sheets) {
          numbered += 1;
          fresh.set(numbered, sheet);
          const { rows, ...rest } = sheet;
          const mapping = findColumns(notice, sheet);
          const skipped = await skippedIn(sheet, mapping, going);
          views.push({
            ...rest,
            id: numbered,
            count: rows.length,
            preview: rows.slice(0, PREVIEW),
            mapping: { ...mapping, skipped },
          });
        }
        sheets = fresh;
        return views;
      });
    },
    columns: (id, header) =>
      ended(async () => {
        const sheet = sheetOf(id);
        const going = pace({});
        await dropPrivate(notice, sheet, findColumns(notice, sheet, header), going);
        const mapping = findColumns(notice, sheet, header);
        const skipped = await skippedIn(sheet, mapping, going);
        return {
          mapping: { ...mapping, skipped },
          notRead: sheet.notRead,
          preview: sheet.rows.slice(0, PREVIEW),
        };
      }),
    check: (input, options, batch) =>
      ended(async () => summaryOf(notice, await checked(input, pace(options), batch))),
    export: ({ kind, on, ...input }, options) =>
      ended(async () => {
        const going = pace(options);
        const rows = await checked(input, going, () => {});
        const { mapping, next = false } = input;
        return exportRoster(
          notice,
          { sheet: sheetOf(input.sheet), mapping, rows, next, on },
          kind,
          going,
        );
      }),
  };
}
