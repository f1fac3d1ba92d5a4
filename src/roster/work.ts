/** The jobs on a roster, alike in a worker and on a page's own thread. */
import { findColumns } from './columns.ts';
import { asText } from './compiled.ts';
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
/** A column with more of them holds no choices; and no choice is as long. */
const MOST_TEXTS = 60;
const LONGEST_TEXT = 200;

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
  /** Numbers of the rows that are nobody's and no headers, and what people's cells say. */
  async function seenIn(sheet: Sheet, mapping: Mapping, going: Pace) {
    const isPerson = personTest(notice, sheet, mapping);
    const skipped: number[] = [];
    const different = mapping.columns.map(({ index }) => ({ index, texts: new Set<string>() }));
    for (const [place, row] of sheet.rows.entries()) {
      if (place % 100 === 0) await going.step(1);
      if (isPerson(row)) {
        for (const { index, texts } of different) {
          if (texts.size <= MOST_TEXTS) texts.add(asText(row.cells[index]).slice(0, LONGEST_TEXT));
        }
      } else if (!mapping.header.includes(row.at)) skipped.push(row.at);
    }
    const texts: SheetView['texts'] = [];
    for (const one of different) {
      if (one.texts.size <= MOST_TEXTS) texts[one.index] = [...one.texts];
    }
    return { mapping: { ...mapping, skipped }, texts };
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
          views.push({
            ...rest,
            id: numbered,
            count: rows.length,
            preview: rows.slice(0, PREVIEW),
            ...(await seenIn(sheet, findColumns(notice, sheet), going)),
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
        return {
          ...(await seenIn(sheet, findColumns(notice, sheet, header), going)),
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
        const { mapping, forAll = {}, next = false } = input;
        return exportRoster(
          notice,
          { sheet: sheetOf(input.sheet), mapping, rows, forAll, next, on },
          kind,
          going,
        );
      }),
  };
}
