/** What a roster is to this room: what is read of a file, what it says of each person, and what follows from that. */
import type {
  Answers,
  IsoDate,
  Notice,
  QuestionId,
  RosterWords,
  Verdict,
} from '../calculator/index.ts';

export type { RosterWords } from '../calculator/index.ts';

/** A notice and the words by which rosters are read, `content/roster.yaml`. Made by `forRosterPage` at the build. */
export interface RosterNotice extends Notice {
  roster: RosterWords;
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A file as it was opened, or text as it was pasted. */
export type RosterFile = { name: string; bytes: Uint8Array } | { text: string };

/** Text as it was written, or a number that the file holds as one. A date of .xlsx is text, `2022-12-31`. */
export type Cell = string | number;

/** A row that holds anything, by its number in the spreadsheet (from 1). */
export interface SheetRow {
  at: number;
  cells: Cell[];
}

/** One sheet of a file, without what must not be read: those cells are empty from the start. */
export interface Sheet {
  name: string;
  /** Not shown by the program that wrote it. */
  hidden: boolean;
  rows: SheetRow[];
  /** Of the file: the first day that numbers are counted from is in 1904. */
  from1904: boolean;
  /** Columns, from 0, that the spreadsheet hides; they are read as the others are. */
  hiddenColumns: number[];
  /** Numbers of rows that it hides or has filtered out; they are read, too. */
  hiddenRows: number[];
  /** What was left unread, in the order of the columns. */
  notRead: NotRead[];
}

/** A column that was left unread, or single cells of one. */
export interface NotRead {
  /** From 0. */
  column: number;
  /** Its header, empty where it has none. */
  title: string;
  /** Why, in Chinese: 身份证号, 电话 … */
  what: string;
  /** Absent where the whole column was. */
  cells?: number;
}

/** Why a file cannot be read, or a job did not end. */
export interface FileProblem {
  code: FileProblemCode;
  /** Chinese, for the person: what is wrong and what to do. */
  message: string;
  /** From 1, where it applies; the message names it. */
  row?: number;
}
export type FileProblemCode = keyof RosterWords['files'];

export type ReadResult = { sheets: Sheet[] } | { problem: FileProblem };

export interface JobOptions {
  /** Called now and then, with a share of 1. */
  onProgress?: (share: number) => void;
  signal?: AbortSignal;
  /** Milliseconds of work before others get their turn; a page needs it soon, a worker only to hear that it is to stop. */
  slice?: number;
}

// ── Columns ─────────────────────────────────────────────────────────────────────────────────────────────────

/**
 * What a column is read as: an id of `columns` in roster.yaml, such as `name` or `heldSince`; of credits `credits.2024`,
 * `credits.2024.total`; or `credits` for several years in one.
 */
export type ColumnId = string;

export interface MappedColumn {
  /** From 0. */
  index: number;
  /** Its header; two rows of headers are put together. Empty where it has none. */
  title: string;
  /** Absent for a column that is only kept; where the header says that it only counts the rows, `how` is `header`. */
  as?: ColumnId;
  how: 'header' | 'hand' | 'none';
  /** Chinese: what to know of this column, as that the day of appointment does not count. */
  note?: string;
}

export interface Mapping {
  /** Numbers of the rows that hold the headers; none where no header was found. */
  header: number[];
  columns: MappedColumn[];
  /** Rows that were passed over: above the headers, totals, and what stands below the list. */
  skipped: number[];
  /** What the room needs and no column says, by id: it can be said for everybody at once (`CheckInput.forAll`). */
  missing: ColumnId[];
}

/** A choice for mapping by hand. */
export interface ColumnChoice {
  id: ColumnId;
  title: string;
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A cell that was not taken as it stands. */
export interface CellProblem {
  /** From 0; of the first column where several are meant. */
  column: number;
  /** The column's header. */
  title: string;
  /** What stands there. */
  text: string;
  /**
   * unread: not understood, so not answered; decide: understood, but people have to decide (answered 不清楚 where the
   * question has that); check: taken, and to be looked at.
   */
  kind: 'unread' | 'decide' | 'check';
  /** The question that it bears on. */
  question: QuestionId;
  /** Chinese: what is wrong, and what would be understood. */
  message: string;
}

/** A person of the roster. */
export interface RosterRow {
  /** The row's number in the spreadsheet, from 1. */
  at: number;
  /** May be empty, or a code. */
  name: string;
  department: string;
  /** As `parseAnswers` accepts them. */
  answers: Answers;
  problems: CellProblem[];
  /**
   * By question, what stands there where the answer says something else: dates without their day, of which the answer is the
   * last of the month or year; schooling, where an option stands for all that counts as it.
   */
  asWritten?: Record<QuestionId, string>;
  /** The row of an earlier person with the same name and department. */
  sameAs?: number;
}

// ── Results ─────────────────────────────────────────────────────────────────────────────────────────────────

/** What a table shows of a person. Rows that say the same share their answers, problems and what follows. */
export interface ScreenedRow extends RosterRow {
  verdict: Verdict;
  /**
   * Chinese, short: what is short, in figures, or from when a good result holds; under the next year's notice what is to be
   * done or asked for it.
   */
  short: string;
  /**
   * By when amounts have to be made up: before applications close where nothing else is short, else by the last day of the
   * year where that brings an earlier year.
   */
  by?: IsoDate;
  earliestYear?: number;
  earliestYearMadeUp?: number;
  /**
   * Whether the next year's notice, assumed to be like this one, could bring a good result to somebody who has none now:
   * ready: only the credits of those years and what the year brings; toDo: something has to be done for it; ask: something
   * has to be asked; no. Absent for a good result of this year; under the next year's notice everybody has it.
   */
  nextYear?: 'ready' | 'toDo' | 'ask' | 'no';
}

export interface Summary {
  people: number;
  /** Every verdict, with 0 where nobody has it. */
  verdicts: Record<Verdict, number>;
  /** Of those without a good result, how they stand next year. */
  nextYear: Record<NonNullable<ScreenedRow['nextYear']>, number>;
}

// ── Files to take away ──────────────────────────────────────────────────────────────────────────────────────

export interface ExportInput {
  sheet: Sheet;
  mapping: Mapping;
  rows: ScreenedRow[];
  /** What was answered once for everybody. */
  forAll?: Answers;
  next?: boolean;
  /** The day of the check, by the caller's clock. */
  on: IsoDate;
}
export type ExportKind = 'xlsx' | 'csv';

export interface TakeAway {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

// ── Jobs ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A sheet as the page gets it: all rows stay where the work is done, so that a large roster is never copied. */
export interface SheetView extends Omit<Sheet, 'rows'> {
  /** By which the jobs name it. */
  id: number;
  /** How many rows hold anything. */
  count: number;
  /** The first of them. */
  preview: SheetRow[];
  /** By column, the different texts of people; absent where they are more than a choice has. */
  texts: (string[] | undefined)[];
  /** As the headers say; `mapByHand` changes it. */
  mapping: Mapping;
}

/** What a sheet is with other rows as headers: they may name more columns that must not be read. */
export type Headed = Pick<SheetView, 'mapping' | 'notRead' | 'preview' | 'texts'>;

export type Ended<T> = { done: T } | { problem: FileProblem };

export interface CheckInput {
  /** A `SheetView.id`. */
  sheet: number;
  mapping: Mapping;
  /** Answers for everybody whose row does not say otherwise, as the kind of employer. */
  forAll?: Answers;
  next?: boolean;
}

/**
 * A roster at work: in a worker where there is one, else on this thread in short slices, with nothing else different.
 * A new job ends the one before it. The sheets of a file stay until another file was read without a problem. None of the
 * promises is ever refused.
 */
export interface RosterWork {
  read(file: RosterFile, options?: JobOptions): Promise<Ended<SheetView[]>>;
  /** The mapping anew, with these rows (by number) as headers. */
  columns(sheet: number, header: number[]): Promise<Ended<Headed>>;
  check(
    input: CheckInput,
    options?: JobOptions,
  ): Promise<Ended<{ rows: ScreenedRow[]; summary: Summary }>>;
  /** The same check as a file. @param on the day of the check */
  export(
    input: CheckInput & { kind: ExportKind; on: IsoDate },
    options?: JobOptions,
  ): Promise<Ended<TakeAway>>;
  /** Ends the worker and forgets every sheet. */
  close(): void;
}
