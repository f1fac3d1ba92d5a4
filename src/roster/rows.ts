/** The people of a sheet, with what its cells say of them as answers. */
import { type Answer, type Answers, fill, type Question } from '../calculator/index.ts';
import { asText, type Column, type Compiled, compiledRoster, cut, normal } from './compiled.ts';
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
import { type Reading, readCell } from './values.ts';

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
  const { words } = compiledRoster(notice);
  const last = Math.max(0, ...mapping.header);
  const totals = words.totals.map(normal);
  const footers = words.footers.map(normal);
  const nameAt = mapping.columns.find(({ as }) => as === 'name')?.index ?? -1;
  const used = mapping.columns.filter(({ as }) => as !== undefined).map(({ index }) => index);
  const textOf = ({ cells }: SheetRow) =>
    used.map((index) => normal(asText(cells[index]))).join('\t');
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
    const isTotal = isTotalOf(first);
    const isFooter = isFooterOf(first);
    const filled = used.some((index) => asText(row.cells[index]) !== '');
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
  const seen = new Map<string, number>();
  const at = (what: 'name' | 'department') =>
    readers.find(({ column }) => column.shows === what)?.mapped.index ?? -1;
  const [nameAt, departmentAt] = [at('name'), at('department')];
  const choices = groupsOf(readers.filter(({ column }) => column.question && !column.amounts));
  const amounts = readers.filter(({ column }) => column.amounts);
  const years = roster.amounts.map((question) => ({
    question,
    own: amounts.filter(({ column }) => column.amounts?.year === question.part),
    // A column on several years is asked only where a year has nothing of its own.
    shared: amounts.filter(({ column }) => !column.amounts?.year),
    ends: new Map<string, ReturnType<typeof creditsAnswer>>(),
  }));

  return (row) => {
    const problems: CellProblem[] = [];
    const answers: Answers = {};
    const silenced = new Set<string>();
    let written: RosterRow['asWritten'];
    for (const { question, readers: those } of choices) {
      const { answer, said, asWritten } = readQuestion(roster, those, row, sheet, problems);
      if (asWritten !== undefined) written = { ...written, [question.id]: asWritten };
      if (said) silenced.add(question.id);
      if (answer !== undefined) put(answers, question, answer);
    }
    for (const year of years) {
      const { question } = year;
      const { answer, said } = readYear(roster, year, row, problems);
      if (said) silenced.add(question.id);
      if (answer !== undefined) put(answers, question, answer);
    }
    const name = asText(row.cells[nameAt]).replace(/\s+/g, ' ').slice(0, 100);
    const department = asText(row.cells[departmentAt]).replace(/\s+/g, ' ').slice(0, 100);
    const key = `${normal(name)}\t${normal(department)}`;
    const sameAs = name === '' ? undefined : seen.get(key);
    if (sameAs === undefined) seen.set(key, row.at);
    return {
      at: row.at,
      name,
      department,
      answers: over(notice, forAll, answers, silenced),
      problems,
      ...(written && { asWritten: written }),
      ...(sameAs !== undefined && { sameAs }),
    };
  };
}

/** What holds for everybody, where a row says nothing of its own, be it only something that is not understood. */
function over(
  { questions }: RosterNotice,
  forAll: Answers,
  own: Answers,
  silenced: Set<string>,
): Answers {
  for (const question of questions) {
    if (silenced.has(question.id)) continue;
    const given = question.type === 'amounts' ? forAll[question.key] : forAll[question.id];
    const answer = question.type === 'amounts' ? partOf(given, question.part) : given;
    if (answer !== undefined) put(own, question, answer as Answer);
  }
  return own;
}

/** Into answers that nobody else has yet; for a hundred thousand people fresh ones each time take long. */
function put(answers: Answers, question: Question, answer: Answer): void {
  if (question.type !== 'amounts') {
    answers[question.id] = answer as string;
    return;
  }
  const years = answers[question.key];
  if (typeof years === 'object') years[question.part] = answer;
  else answers[question.key] = { [question.part]: answer };
}

const partOf = (years: Answers[string] | undefined, part: string): Answer | undefined =>
  typeof years === 'object' && Object.hasOwn(years, part) ? years[part] : undefined;

function groupsOf(readers: Reader[]): { question: Question; readers: Reader[] }[] {
  const groups = new Map<string, { question: Question; readers: Reader[] }>();
  for (const reader of readers) {
    const { question } = reader.column;
    if (!question) continue;
    const group = groups.get(question.id) ?? { question, readers: [] };
    group.readers.push(reader);
    groups.set(question.id, group);
  }
  return [...groups.values()];
}

/** What the columns of one question say together. Where they differ, people have to decide. */
function readQuestion(
  roster: Compiled,
  readers: Reader[],
  row: SheetRow,
  sheet: Sheet,
  problems: CellProblem[],
): { answer?: Answer; said: boolean; asWritten?: string } {
  const [only] = readers;
  if (only && readers.length === 1) {
    const cell = row.cells[only.mapped.index] ?? '';
    const { answer, problem, asWritten } = alone(only, readingOf(roster, only, cell, sheet));
    if (problem) problems.push(problemAt(only, asText(cell), problem));
    const said = answer !== undefined || (problem !== undefined && problem.kind !== 'check');
    return {
      said,
      ...(answer !== undefined && { answer }),
      ...(asWritten !== undefined && { asWritten }),
    };
  }
  const filled = readers.filter(({ mapped }) => asText(row.cells[mapped.index]) !== '');
  const instead = new Set(filled.flatMap(({ column }) => column.insteadOf));
  const told: { reader: Reader; text: string; reading: Reading }[] = [];
  for (const reader of filled) {
    if (instead.has(reader.column.id)) continue;
    const cell = row.cells[reader.mapped.index] as Cell;
    const reading = readingOf(roster, reader, cell, sheet);
    told.push({ reader, text: asText(cell), reading });
  }
  const [single] = told;
  if (single && told.length === 1) single.reading = alone(single.reader, single.reading);
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
    const written = told.map(({ reading }) => reading.asWritten);
    // Where one column gives the day, it is known.
    const asWritten = written.every(Boolean) ? written[0] : undefined;
    return {
      said,
      ...(answer !== undefined && { answer }),
      ...(asWritten !== undefined && { asWritten }),
    };
  }
  // Several columns of which one is not understood say no more than that one.
  const [first] = told;
  const question = first?.reader.column.question;
  const unsure = question?.options.some(({ value }) => value === 'unsure');
  if (first && answers.size > 1 && !open) {
    const texts = told.map(
      ({ reader, text }) => `${reader.mapped.title || reader.column.title} ${cut(text)}`,
    );
    const message = fill(roster.words.says.differ, { texts: texts.join('、') });
    problems.push(problemAt(first.reader, first.text, { kind: 'decide', message }));
  }
  return { said, ...(unsure && { answer: 'unsure' }) };
}

/** What a column says that does not answer by itself, as a degree without the schooling: for people to decide. */
function alone({ column: { alone: message, question } }: Reader, reading: Reading): Reading {
  if (message === undefined || reading.answer === undefined) return reading;
  if (reading.problem?.kind === 'decide') return reading;
  const unsure = question?.options.some(({ value }) => value === 'unsure');
  return { ...(unsure && { answer: 'unsure' }), problem: { kind: 'decide', message } };
}

function readingOf(roster: Compiled, { cells, column }: Reader, cell: Cell, sheet: Sheet): Reading {
  let reading = cells.get(cell);
  if (!reading) {
    reading = readCell(roster, column, cell, sheet);
    cells.set(cell, reading);
  }
  return reading;
}

interface Year {
  question: Compiled['amounts'][number];
  own: Reader[];
  shared: Reader[];
  /** By the texts of its cells. */
  ends: Map<string, ReturnType<typeof creditsAnswer>>;
}

function readYear(
  roster: Compiled,
  { question, own, shared, ends }: Year,
  row: SheetRow,
  problems: CellProblem[],
): { answer?: Answer; said: boolean } {
  const isFilled = ({ mapped }: Reader) => asText(row.cells[mapped.index]) !== '';
  let filled = own.filter(isFilled);
  if (filled.length === 0) filled = shared.filter(isFilled);
  const [first] = filled;
  if (!first) return { said: false };
  const key = filled
    .map(({ mapped }) => `${mapped.index}\t${asText(row.cells[mapped.index])}`)
    .join('\t');
  let end = ends.get(key);
  if (!end) {
    const parts = filled.map(({ mapped, column }) =>
      knownOf(roster, column, row.cells[mapped.index] ?? ''),
    );
    end = creditsAnswer(
      roster,
      question,
      parts.filter((part) => part !== undefined),
    );
    ends.set(key, end);
  }
  const { answer, problem } = end;
  if (problem) {
    const text = asText(row.cells[first.mapped.index]);
    problems.push(problemAt(first, text, problem, question.id));
  }
  return { said: true, ...(answer !== undefined && { answer }) };
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
