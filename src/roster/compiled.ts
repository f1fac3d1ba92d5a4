/** The words of roster.yaml made ready for looking up; made once a notice. */
import { type AmountsQuestion, type Answer, fill, type Question } from '../calculator/index.ts';
import { plainText } from '../typed/index.ts';
import type { Cell, ColumnChoice, ColumnId, RosterNotice, RosterWords } from './types.ts';

type Value = RosterWords['columns'][number]['values'] extends (infer V)[] | undefined ? V : never;

/** What one column asks for, a part of a year's amounts included. */
export interface Column {
  id: ColumnId;
  title: string;
  /** Absent for columns that are only shown or noted. */
  question?: Question;
  shows?: 'name' | 'department';
  /** Of amounts: which part of which year. `all` stands for several years in one column. */
  amounts?: { part: Part | 'mixed'; year?: string };
  values: Map<string, Meaning>;
  insteadOf: ColumnId[];
  free: boolean;
  otherwise?: string;
  alone?: string;
  /** What is said where this one says no and another column of the question gave one of these answers. */
  without?: { of: string[]; says: string };
  /** The cell's own words are passed on. */
  quoted?: boolean;
  note?: string;
  inTemplate: boolean;
}

/** What a way of writing means; without any of these, nothing. */
export type Meaning = Pick<Value, 'is' | 'check' | 'decide'>;

/** The parts of a year's amounts that a column or a name in a cell may be of. */
export const PARTS = ['professional', 'public', 'total'] as const;
export type Part = (typeof PARTS)[number];

/** Words in here are as `normal` makes them, but for those that are said to people. */
export interface Compiled {
  notice: RosterNotice;
  /** As they are written, for what is said. */
  words: RosterWords;
  columns: Map<ColumnId, Column>;
  /** By header. */
  headers: Map<string, ColumnId>;
  when: {
    headers: Set<string>;
    alone: { as: ColumnId; headers: Set<string> }[];
    of: RosterWords['when']['of'];
    past: string[];
  };
  /** Headers of columns that only count the rows. */
  numbers: Set<string>;
  /** What stands in cells whose private number was taken out, and what is said of them. */
  takenOut: Map<string, string>;
  /** The questions of amounts, a year each. */
  amounts: AmountsQuestion[];
  credits: Record<Part | 'headers' | 'units', string[]> & Record<'sums' | 'decide', Set<string>>;
  private: { what: string; headers: string[] }[];
  totals: string[];
  footers: string[];
}

const made = new WeakMap<RosterNotice, Compiled>();

export function compiledRoster(notice: RosterNotice): Compiled {
  let ready = made.get(notice);
  if (!ready) {
    ready = compile(notice);
    made.set(notice, ready);
  }
  return ready;
}

/** Nothing in it would be changed. */
const NORMAL = /^[\u4e00-\u9fffa-z0-9.]*$/;

/** A header or a value without what people add or leave out by chance: spaces, widths, case, a quotation mark before it. */
export const normal = (text: string): string =>
  NORMAL.test(text)
    ? text
    : plainText(text)
        .replace(/\s+/g, '')
        .replace(/^['‘’"“”]+/, '')
        .toLowerCase();

/** 不清楚, where the question has it: what people have to decide is not open, but nobody here can say it. */
export const unsureOf = ({ options }: Question): { answer?: Answer } =>
  options.some(({ value }) => value === 'unsure') ? { answer: 'unsure' } : {};

/** As a person reads it. Marks that nobody sees are nothing. */
export function asText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.trim();
  const first = text.charCodeAt(0);
  // Looked at only where it does not begin with a letter of Europe's or of China's, as nearly all do.
  const isPlain = first < 0xad || (first >= 0x3000 && first < 0xfe00);
  return isPlain || !/^[\p{Cf}\s]*$/u.test(text) ? text : '';
}

/**
 * Whether a cell holds what a formula left that could not be worked out: #N/A of Excel's and others, Err:502 of
 * LibreOffice's.
 */
export const isSheetError = (text: string): boolean =>
  /^#(?:DIV\/0!|N\/A|REF!|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)$/i.test(text) ||
  /^(?:Err|错误)[:：]\d{3}$/.test(text);

/** A part of a text that may be very long. */
export const cut = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

function compile(notice: RosterNotice): Compiled {
  const words = notice.roster;
  const { credits, when } = words;
  const amounts = notice.questions.filter(
    (one): one is AmountsQuestion => one.type === 'amounts' && one.key === credits.question,
  );
  const columns = new Map<ColumnId, Column>();
  const headers = new Map<string, ColumnId>();
  for (const column of words.columns) {
    const question = notice.questions.find(({ id }) => id === column.question);
    // A notice that does not ask it has no use for the column.
    if (column.question !== undefined && !question) continue;
    columns.set(column.id, {
      id: column.id,
      title: column.title,
      ...(question && { question }),
      ...(column.shows && { shows: column.shows }),
      values: meanings(column.values ?? [], question, words.unsure),
      insteadOf: column.insteadOf ?? [],
      free: column.free ?? false,
      ...(column.otherwise !== undefined && { otherwise: column.otherwise }),
      ...(column.alone !== undefined && { alone: column.alone }),
      ...(column.without && { without: column.without }),
      ...(column.quoted && { quoted: true }),
      ...(column.note !== undefined && { note: column.note }),
      inTemplate: column.inTemplate ?? false,
    });
    for (const header of column.headers) {
      if (!headers.has(normal(header))) headers.set(normal(header), column.id);
    }
  }
  for (const question of amounts) {
    const title = credits.title.replace('{year}', question.part);
    const values = meanings(credits.values, question, words.unsure);
    const one = (part: Part | 'mixed', id: string, name: string) =>
      columns.set(id, {
        id,
        title: name,
        question,
        amounts: { part, year: question.part },
        values,
        insteadOf: [],
        free: false,
        inTemplate: part === 'total' || part === 'professional',
      });
    one('mixed', question.id, title);
    one('total', `${question.id}.total`, `${title}：${credits.total[0]}`);
    one('professional', `${question.id}.professional`, `${title}：${credits.professional[0]}`);
    one('public', `${question.id}.public`, `${title}：${credits.public[0]}`);
  }
  const [first] = amounts;
  if (first) {
    columns.set(credits.question, {
      id: credits.question,
      title: credits.sums[0] ?? '',
      question: first,
      amounts: { part: 'mixed' },
      values: meanings(credits.values, first, words.unsure),
      insteadOf: [],
      free: false,
      inTemplate: false,
    });
  }
  return {
    notice,
    words,
    columns,
    headers,
    when: {
      headers: asSet(when.headers),
      alone: when.alone.map(({ as, headers }) => ({ as, headers: asSet(headers) })),
      of: when.of.map((one) => ({ ...one, words: one.words.map(normal) })),
      past: when.past.map(normal),
    },
    numbers: asSet(words.numbers.headers),
    takenOut: new Map(
      [words.identity, words.telephone].flatMap((what) => {
        const said = fill(words.says.private, { what });
        const message = fill(words.says.privateCell, { what });
        // As it stands, and as cells are read.
        return [said, plainText(said)].map((text) => [text, message] as const);
      }),
    ),
    amounts,
    credits: {
      headers: credits.headers.map(normal),
      total: credits.total.map(normal),
      professional: credits.professional.map(normal),
      public: credits.public.map(normal),
      units: credits.units.map(normal),
      sums: asSet(credits.sums),
      decide: asSet(credits.decide),
    },
    private: words.private.map(({ what, headers }) => ({ what, headers: headers.map(normal) })),
    totals: words.totals.map(normal),
    footers: words.footers.map(normal),
  };
}

const asSet = (words: string[]): Set<string> => new Set(words.map(normal));

function meanings(
  values: Value[],
  question: Question | undefined,
  unsure: string[],
): Map<string, Meaning> {
  const map = new Map<string, Meaning>();
  // The options' own names come first: content adds to them and cannot change what they mean.
  for (const { value, label } of question?.options ?? []) map.set(normal(label), { is: value });
  if (question?.options.some(({ value }) => value === 'unsure')) {
    for (const word of unsure) map.set(normal(word), { is: 'unsure' });
  }
  for (const { words, ...meaning } of values) {
    for (const word of words) if (!map.has(normal(word))) map.set(normal(word), meaning);
  }
  return map;
}

/**
 * What a column can be mapped to by hand, in the order of roster.yaml.
 *
 * @example columnChoices(notice)[0] // { id: 'name', title: '姓名' }
 */
export function columnChoices(notice: RosterNotice): ColumnChoice[] {
  return [...compiledRoster(notice).columns.values()]
    .filter(({ question, shows }) => question || shows)
    .map(({ id, title }) => ({ id, title }));
}
