/** What one cell says, in people's own ways of writing. Nothing is guessed. */
import { type Answer, fill, parseAnswer, type Question } from '../calculator/index.ts';
import { parseDateText, parseLastDay, plainText } from '../typed/index.ts';
import {
  type Column,
  type Compiled,
  cut,
  isSheetError,
  type Meaning,
  normal,
  unsureOf,
} from './compiled.ts';
import { dayOfSerial } from './serialDay.ts';
import type { Cell, CellProblem } from './types.ts';

/** What was read of a cell: an answer, something to say, both, or neither. */
export interface Reading {
  answer?: Answer;
  problem?: Pick<CellProblem, 'kind' | 'message'>;
  /** A date that lacks its day, or its month too, in words: the answer is its last day. */
  asWritten?: string;
}

const NOTHING: Reading = {};

/** Longer texts are no value. */
const LONGEST = 200;

/** Numbers that spreadsheets count days by, for 1970 to 2064. Smaller ones are years with a slip: 20226, 20251. */
const SERIAL = /^(?:25569|255[7-9]\d|25[6-9]\d\d|2[6-9]\d{3}|[3-5]\d{4})(?:\.\d+)?$/;
/** Whoever writes so doubts it, or means one of several. */
const DOUBT = /[?*]/;
/** January, or October whose zero a spreadsheet took off: to it 2022.10 is a number. */
const ONE_OR_TEN = /^(\d{4})\.1$/;
/** 22.6, 98-12-31, 22年6月 */
const TWO_DIGITS = /^\d{2}\s*[-./年]\s*(?:0?[1-9]|1[0-2])(?:\s*[-./月]\s*(?:\d{1,2}\s*日?)?)?$/;

/** What a cell of a choice or of a date says. */
export function readCell(
  roster: Compiled,
  column: Column,
  cell: Cell,
  { from1904 }: { from1904: boolean },
): Reading {
  const { question } = column;
  const text = plainText(String(cell));
  if (text === '' || !question) return NOTHING;
  const failed = failedIn(roster, text);
  if (failed) return { problem: failed };
  const known = column.values.get(normal(text));
  if (known) return byMeaning(roster, question, known);
  if (question.type === 'date') return readDate(roster, question, text, from1904);
  const parts = question.type === 'choice' ? byParts(column, text) : undefined;
  if (parts) return byMeaning(roster, question, parts);
  const answer = column.otherwise;
  return {
    ...(answer !== undefined && { answer }),
    problem: {
      kind: answer === undefined ? 'unread' : 'decide',
      message: fill(roster.words.says[answer === undefined ? 'unread' : 'otherwise'], {
        text: cut(text),
        accepted: accepted(column),
      }),
    },
  };
}

/** What is said of a cell whose formula failed, or whose private number was taken out; undefined of every other. */
export function failedIn({ words, takenOut }: Compiled, text: string): Reading['problem'] {
  const message = isSheetError(text) ? fill(words.says.sheetError, { text }) : takenOut.get(text);
  return message === undefined ? undefined : { kind: 'unread', message };
}

function byMeaning(roster: Compiled, question: Question, { is, check, decide }: Meaning): Reading {
  if (decide !== undefined)
    return { ...unsureOf(question), problem: { kind: 'decide', message: decide } };
  if (is === undefined) return NOTHING;
  const parsed = parseAnswer(roster.notice, question, is);
  if ('issue' in parsed) return { problem: { kind: 'unread', message: parsed.issue.message } };
  return {
    answer: parsed.answer,
    ...(check !== undefined && { problem: { kind: 'check', message: check } }),
  };
}

/** 本科/学士, 研究生（硕士）: parts that all mean the same. */
function byParts({ values }: Column, text: string): Meaning | undefined {
  const parts = text.split(/[/、,，;；()（）\s]+/).filter(Boolean);
  if (parts.length < 2 || parts.length > 4) return undefined;
  const found = parts.map((part) => values.get(normal(part)));
  if (found.some((one) => one?.is === undefined)) return undefined;
  const [first] = found;
  if (found.some((one) => one?.is !== first?.is)) return undefined;
  return found.find((one) => one?.check !== undefined) ?? first;
}

/** What would be understood, in a few words. */
function accepted({ question }: Column): string {
  return (question?.options ?? []).map(({ label }) => label).join('、');
}

function readDate(
  roster: Compiled,
  question: Extract<Question, { type: 'date' }>,
  text: string,
  from1904: boolean,
): Reading {
  const { says } = roster.words;
  const no = (message: string): Reading => ({
    problem: { kind: 'unread', message: fill(message, { text: cut(text) }) },
  });
  const notADate = question.mayLackDay ? says.notADate : says.notADay;
  if (text.length > LONGEST || DOUBT.test(text)) return no(notADate);
  // The year alone is sure, and years are counted by it.
  const vague = question.mayLackDay ? ONE_OR_TEN.exec(text)?.[1] : undefined;
  if (vague !== undefined) {
    const problem = { kind: 'check' as const, message: fill(says.oneOrTen, { text, year: vague }) };
    const reading = readDate(roster, question, vague, from1904);
    return reading.problem ? reading : { ...reading, problem };
  }
  const day = SERIAL.test(text) ? dayOfSerial(Number(text), from1904) : parseDateText(text);
  const date = day ?? (question.mayLackDay ? parseLastDay(text) : undefined);
  if (date === undefined) {
    if (parseLastDay(text)) return no(says.dayNeeded);
    if (TWO_DIGITS.test(text)) return no(says.twoDigitYear);
    if (/^\d{1,2}(?:\.\d+)?\s*年?$/.test(text)) return no(says.yearsOnly);
    return no(notADate);
  }
  const parsed = parseAnswer(roster.notice, question, date);
  if ('issue' in parsed) return { problem: { kind: 'unread', message: parsed.issue.message } };
  return { answer: parsed.answer, ...(day === undefined && { asWritten: withoutDay(text, date) }) };
}

/** 2022年6月, or 2022年 where there is no month. */
const withoutDay = (text: string, date: string): string =>
  `${date.slice(0, 4)}年${/\d{4}\D*\d/.test(text) || /\d{6}/.test(text) ? `${Number(date.slice(5, 7))}月` : ''}`;
