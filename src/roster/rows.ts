/** The people of a sheet, with what its cells say of them as answers. */
import {
  type AmountsQuestion,
  type Answer,
  type Answers,
  answerTo,
  fill,
  type Question,
} from '../calculator/index.ts';
import {
  asText,
  type Column,
  type Compiled,
  compiledRoster,
  cut,
  isSheetError,
  normal,
  unsureOf,
} from './compiled.ts';
import { creditsAnswer, type Known, readCredits } from './credits.ts';
import type {
  Cell,
  CellProblem,
  MappedColumn,
  Mapping,
  RosterNotice,
  RosterRow,
  Sheet,
  SheetRow,
} from './types.ts';
import { failedIn, type Reading, readCell } from './values.ts';

interface Reader {
  mapped: MappedColumn;
  column: Column;
  /** What was read of the same text before. */
  cells: Map<Cell, Reading>;
  /** What was said of it before, so that rows alike share it. */
  told: WeakMap<object, CellProblem>;
}

/**
 * The people below the headers. Total rows, empty rows, repeated headers and what stands below the list are passed over;
 * their numbers are told.
 *
 * @example peopleIn(notice, sheet, mapping).people[0].at // 2
 */
export function peopleIn(
  notice: RosterNotice,
  sheet: Sheet,
  mapping: Mapping,
): { people: SheetRow[]; skipped: number[] } {
  const isPerson = personTest(notice, sheet, mapping);
  const people: SheetRow[] = [];
  const skipped: number[] = [];
  for (const row of sheet.rows) {
    if (isPerson(row)) people.push(row);
    else if (!mapping.header.includes(row.at)) skipped.push(row.at);
  }
  return { people, skipped };
}

/** Whether a row of the sheet is a person, for those who go through a long one in slices. */
export function personTest(
  notice: RosterNotice,
  sheet: Sheet,
  mapping: Mapping,
): (row: SheetRow) => boolean {
  const { totals, footers } = compiledRoster(notice);
  const last = Math.max(0, ...mapping.header);
  const nameAt = mapping.columns.find(({ as }) => as === 'name')?.index ?? -1;
  const used = mapping.columns.filter(({ as }) => as !== undefined).map(({ index }) => index);
  const textOf = ({ cells }: SheetRow) =>
    used.map((index) => normal(asText(cells[index]))).join('\t');
  // Nearly all rows begin with none of them.
  const beginnings = new Set([...totals, ...footers].map((word) => word[0]));
  const isTotalOf = (text: string) =>
    totals.some((word) => text === word || text.startsWith(`${word}:`));
  const isFooterOf = (text: string) =>
    footers.some(
      (word) =>
        text === word ||
        (text.startsWith(word) && (/:$/.test(word) || /^[:(_]/.test(text.slice(word.length)))),
    );
  // A printed list repeats its headers on every page.
  const headers = new Map(
    sheet.rows
      .filter(({ at }) => mapping.header.includes(at))
      .map((row) => [row.cells.find((cell) => asText(cell) !== ''), textOf(row)]),
  );
  return (row) => {
    if (row.at <= last) return false;
    const start = row.cells.find((cell) => asText(cell) !== '');
    const first = typeof start === 'number' ? '' : normal(asText(start).slice(0, 60));
    const isNone = !beginnings.has(first[0]);
    const isTotal = !isNone && isTotalOf(first);
    const isFooter = !isNone && isFooterOf(first);
    // A formula that is filled down beyond the list fails below it: that is nobody.
    const filled = used.some((index) => {
      const text = asText(row.cells[index]);
      return text !== '' && !isSheetError(text);
    });
    const again = headers.has(start) && headers.get(start) === textOf(row);
    if (!filled || again) return false;
    if (!isTotal && !isFooter) return true;
    // A post or a department may be called 负责人; whoever signs below the list has a colon, or words like it.
    const name = normal(asText(row.cells[nameAt]).slice(0, 60));
    return (
      row.cells[nameAt] !== start &&
      name !== '' &&
      !/\d/.test(name) &&
      !isTotalOf(name) &&
      !isFooterOf(name) &&
      !/[:_]/.test(first)
    );
  };
}

/**
 * Reads what the cells of people say. Never throws: what is not understood is told at its cell, and not answered.
 *
 * @param forAll what holds for everybody whose row says nothing about it
 * @returns one row a person, in the sheet's order
 *
 * @example readRows(notice, sheet, findColumns(notice, sheet))[0].answers // { education: 'bachelor' }
 */
export function readRows(
  notice: RosterNotice,
  sheet: Sheet,
  mapping: Mapping,
  { forAll = {} }: { forAll?: Answers } = {},
): RosterRow[] {
  const read = rowReader(notice, sheet, mapping, forAll);
  return peopleIn(notice, sheet, mapping).people.map(read);
}

/** Different rows of cells of which it is kept what they say; the lists of most units have fewer people. */
const MOST_KEPT = 20_000;

/** Reads one row after another, and remembers what the same texts meant and who was there before. */
export function rowReader(
  notice: RosterNotice,
  sheet: Sheet,
  mapping: Mapping,
  forAll: Answers,
): (row: SheetRow) => RosterRow {
  const roster = compiledRoster(notice);
  const readers = mapping.columns.flatMap((mapped): Reader[] => {
    const column = mapped.as === undefined ? undefined : roster.columns.get(mapped.as);
    return column ? [{ mapped, column, cells: new Map(), told: new WeakMap() }] : [];
  });
  const shown = (what: 'name' | 'department') => {
    const reader = readers.find(({ column }) => column.shows === what);
    return (row: SheetRow, problems: CellProblem[]): string => {
      // What people type before it so that a spreadsheet takes it as text.
      const text = reader ? oneLine(row.cells[reader.mapped.index]).replace(/^['‘’]+/, '') : '';
      const failed = failedIn(roster, text);
      if (!reader || !failed) return text;
      problems.push(problemAt(reader, text, failed));
      return '';
    };
  };
  const [nameOf, departmentOf] = [shown('name'), shown('department')];
  const asked = askedOf(roster, readers, sheet);
  const usual = notice.questions.flatMap((question): Given[] => {
    const answer = answerTo(forAll, question);
    return answer === undefined ? [] : [{ question, answer }];
  });
  const known = new Map<string, Meant>();
  const seen = new Map<string, Map<string, number>>();
  // Two units of a text for each number: a short key is made and found in less time than any other.
  const units: number[] = [];

  return (row) => {
    const said: Numbered[] = [];
    for (const [place, read] of asked.entries()) {
      const one = read(row);
      said.push(one);
      units[2 * place] = one.id & 0xffff;
      units[2 * place + 1] = one.id >>> 16;
    }
    const key = String.fromCharCode(...units);
    let meant = known.get(key);
    if (!meant) {
      meant = meantBy(said, usual);
      if (known.size < MOST_KEPT) known.set(key, meant);
    }
    const own: CellProblem[] = [];
    const name = nameOf(row, own);
    const department = departmentOf(row, own);
    const problems = own.length > 0 ? [...own, ...meant.problems] : meant.problems;
    // The spread first: so it is a copy, and not one property after the other.
    const person: RosterRow = { ...meant, at: row.at, name, department, problems };
    if (name === '') return person;
    const there = normal(department);
    const names = seen.get(there) ?? new Map<string, number>();
    if (names.size === 0) seen.set(there, names);
    const who = normal(name);
    const sameAs = names.get(who);
    if (sameAs === undefined) names.set(who, row.at);
    else person.sameAs = sameAs;
    return person;
  };
}

const oneLine = (cell: Cell | undefined): string => asText(cell).replace(/\s+/g, ' ').slice(0, 100);

/** What the columns of one question say of a row. */
interface Said {
  question: Question;
  answer?: Answer;
  asWritten?: string;
  /** Something stands there, be it only what is not understood. */
  said: boolean;
  problems: CellProblem[];
}
interface Given {
  question: Question;
  answer: Answer;
}
/** Numbered within the question, so that rows that say the same of each are known by numbers. */
type Numbered = Said & { id: number };

/** What all cells of a row say; rows alike share it. */
type Meant = Pick<RosterRow, 'answers' | 'problems' | 'asWritten'>;

function meantBy(all: Said[], usual: Given[]): Meant {
  const answers: Answers = {};
  const problems: CellProblem[] = [];
  let asWritten: RosterRow['asWritten'];
  for (const { question, answer, asWritten: written, problems: own } of all) {
    if (written !== undefined) asWritten = { ...asWritten, [question.id]: written };
    if (answer !== undefined) put(answers, { question, answer });
    if (own.length > 0) problems.push(...own);
  }
  // What holds for everybody, where a row says nothing of its own, be it only something that is not understood.
  for (const given of usual) {
    if (!all.some(({ question, said }) => said && question === given.question)) put(answers, given);
  }
  return { answers, problems, ...(asWritten && { asWritten }) };
}

/** Into answers that nobody has seen yet: a copy for each answer took a fifth of the time of a whole list. */
function put(answers: Answers, { question, answer }: Given): void {
  if (question.type !== 'amounts') answers[question.id] = answer as string;
  else answers[question.key] = { ...(answers[question.key] as object), [question.part]: answer };
}

/** What reads each question: choices and dates in the order of the columns, then a year's amounts after the other. */
function askedOf(
  roster: Compiled,
  readers: Reader[],
  sheet: Sheet,
): ((row: SheetRow) => Numbered)[] {
  const choices = new Map<Question, Reader[]>();
  for (const reader of readers) {
    const { question, amounts } = reader.column;
    if (question && !amounts) choices.set(question, [...(choices.get(question) ?? []), reader]);
  }
  const amounts = readers.filter(({ column }) => column.amounts);
  // A column on several years is asked only where a year has nothing of its own.
  const shared = amounts.filter(({ column }) => !column.amounts?.year);
  return [
    ...[...choices].map(([question, those]) =>
      remembered(those, (row) => readQuestion(roster, question, those, row, sheet)),
    ),
    ...roster.amounts.map((question) => {
      const own = amounts.filter(({ column }) => column.amounts?.year === question.part);
      return remembered([...own, ...shared], (row) => readYear(roster, question, own, shared, row));
    }),
  ];
}

/** Reads what the same cells say once. */
function remembered(readers: Reader[], read: (row: SheetRow) => Said): (row: SheetRow) => Numbered {
  const known = new Map<Cell, Numbered>();
  const places = readers.map(({ mapped }) => mapped.index);
  const [only = -1] = places;
  const keyOf = ({ cells }: SheetRow): Cell => {
    if (places.length < 2) return cells[only] ?? '';
    const texts = places.map((place) => asText(cells[place]));
    // With their lengths, whatever stands in them.
    return texts.map((text) => `${text.length} ${text}`).join('');
  };
  return (row) => {
    const key = keyOf(row);
    let said = known.get(key);
    if (!said) {
      said = { ...read(row), id: known.size };
      known.set(key, said);
    }
    return said;
  };
}

/** What the columns of one question say together. Where they differ, people have to decide. */
function readQuestion(
  roster: Compiled,
  question: Question,
  readers: Reader[],
  row: SheetRow,
  sheet: Sheet,
): Said {
  const problems: CellProblem[] = [];
  const filled = readers.filter(({ mapped }) => asText(row.cells[mapped.index]) !== '');
  const instead = new Set(filled.flatMap(({ column }) => column.insteadOf));
  const told = filled
    .filter(({ column }) => !instead.has(column.id))
    .map((reader) => {
      const cell = row.cells[reader.mapped.index] as Cell;
      return { reader, text: asText(cell), reading: readingOf(roster, reader, cell, sheet) };
    });
  const [first] = told;
  if (first && told.length === 1) first.reading = alone(first.reader, first.reading);
  for (const { reader, text, reading } of told) {
    if (reading.problem) problems.push(problemAt(reader, text, reading.problem));
  }
  const answers = new Set(
    told.flatMap(({ reading: { answer } }) => (answer === undefined ? [] : [answer])),
  );
  const open = told.some(({ reading: { problem } }) => problem && problem.kind !== 'check');
  const said = answers.size > 0 || open;
  if (answers.size <= 1 && !(open && answers.size === 1 && told.length > 1)) {
    const [answer] = answers;
    const denied = told.find(({ reader: { column }, reading }) => {
      const isNo = reading.answer === undefined && !reading.problem;
      return isNo && column.without?.of.includes(answer as string);
    });
    if (denied) {
      const { reader, text } = denied;
      const message = reader.column.without?.says ?? '';
      problems.push(problemAt(reader, text, { kind: 'decide', message }));
      return { question, said, problems, ...unsureOf(question) };
    }
    const quoted = told.find(
      ({ reader: { column }, reading }) => column.quoted && reading.answer === answer,
    );
    // Where one column gives the day, it is known.
    const isVague = told.every(({ reading }) => reading.asWritten);
    const asWritten = quoted
      ? oneLine(quoted.text)
      : isVague
        ? first?.reading.asWritten
        : undefined;
    return {
      ...{ question, said, problems },
      ...(answer !== undefined && { answer }),
      ...(asWritten !== undefined && { asWritten }),
    };
  }
  // Several columns of which one is not understood say no more than that one.
  if (first && answers.size > 1 && !open) {
    const texts = told.map(
      ({ reader, text }) => `${reader.mapped.title || reader.column.title} ${cut(text)}`,
    );
    const message = fill(roster.words.says.differ, { texts: texts.join('、') });
    problems.push(problemAt(first.reader, first.text, { kind: 'decide', message }));
  }
  return { question, said, problems, ...unsureOf(question) };
}

/** What a column says that does not answer by itself, as a degree without the schooling: for people to decide. */
function alone({ column: { alone: message, question } }: Reader, reading: Reading): Reading {
  if (message === undefined || reading.answer === undefined) return reading;
  if (reading.problem?.kind === 'decide') return reading;
  return { ...(question && unsureOf(question)), problem: { kind: 'decide', message } };
}

function readingOf(roster: Compiled, { cells, column }: Reader, cell: Cell, sheet: Sheet): Reading {
  let reading = cells.get(cell);
  if (!reading) {
    reading = readCell(roster, column, cell, sheet);
    cells.set(cell, reading);
  }
  return reading;
}

function readYear(
  roster: Compiled,
  question: AmountsQuestion,
  own: Reader[],
  shared: Reader[],
  row: SheetRow,
): Said {
  const isFilled = ({ mapped }: Reader) => asText(row.cells[mapped.index]) !== '';
  let filled = own.filter(isFilled);
  if (filled.length === 0) filled = shared.filter(isFilled);
  const [first] = filled;
  if (!first) return { question, said: false, problems: [] };
  const parts = filled.flatMap(
    ({ mapped, column }) => knownOf(roster, column, row.cells[mapped.index] ?? '') ?? [],
  );
  const { answer, problem } = creditsAnswer(roster, question, parts);
  const text = asText(row.cells[first.mapped.index]);
  return {
    ...{ question, said: true },
    ...(answer !== undefined && { answer }),
    problems: problem ? [problemAt(first, text, problem, question.id)] : [],
  };
}

function knownOf(roster: Compiled, column: Column, cell: Cell): Known | undefined {
  const text = asText(cell);
  const meaning = column.values.get(normal(text))?.is;
  const known = readCredits(roster, meaning, column.amounts?.part ?? 'mixed', text);
  // Numbers of several years together belong to none of them.
  return known && !column.amounts?.year && known.option === undefined && !known.problem
    ? {
        problem: {
          kind: 'decide',
          message: fill(roster.words.says.creditsSum, { text: cut(text) }),
        },
      }
    : known;
}

function problemAt(
  { mapped, column, told }: Reader,
  text: string,
  problem: Pick<CellProblem, 'kind' | 'message'>,
  question = column.question?.id ?? '',
): CellProblem {
  let said = told.get(problem);
  if (!said) {
    const title = mapped.title || column.title;
    said = { column: mapped.index, title, text: cut(text), question, ...problem };
    told.set(problem, said);
  }
  return said;
}
