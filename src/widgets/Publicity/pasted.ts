/** People as they are typed or pasted: one a line, as a spreadsheet copies its rows. */

import { plainText, privateNumberIn, SHORTEST_PRIVATE } from '../../typed/index.ts';
import {
  MOST_PEOPLE,
  NOBODY,
  PERSON_FIELDS,
  type Person,
  type PersonField,
} from '../shared/handover.ts';
import { line } from '../shared/ownFile.ts';

/** How a header may name a column. A whole roster is for the roster check: here people bring a few columns. */
const HEADERS: [PersonField, RegExp][] = [
  ['name', /^(姓名|申报人(姓名)?|人员姓名)$/],
  ['department', /^(所在)?(部门|科室)|^(现)?岗位$/],
  ['target', /^(拟)?申报(专业技术)?(职称|职务|资格|级别)/],
  ['specialty', /^(拟)?(申报|评)专业$|^专业(名称)?$/],
  ['way', /^申报(方式|类型|途径)$/],
  ['education', /^(最高|参评)?学历/],
  ['heldTitle', /^(现|现有|现任)?(专业技术)?(职称|职务)$/],
  ['heldSince', /取得(资格)?时间$/],
];
const TARGETS: [RegExp, string][] = [
  [/^(工程师|中级|中工|中级工程师)$/, '工程师'],
  [/^(助理工程师|助工|助理级)$/, '助理工程师'],
];

export interface Pasted {
  people: Person[];
  /** Cells with a number that must not be shown: they were not read. */
  privateCells: number;
  /** Whether there were more people than a publicity can name. */
  isCut: boolean;
}

/** A line, cut into cells. Between spaces no cell is ever empty, so that what is left out shifts what follows. */
interface Row {
  cells: string[];
  isSpaced: boolean;
}

/** A serial number before the name is nobody's name. */
const SERIAL = /^\d{1,4}[.、．]?$/;

/** @param room for how many more there is */
export function readPasted(text: string, room: number = MOST_PEOPLE): Pasted {
  const rows = text
    .slice(0, 200_000)
    .split(/\r\n?|\n/)
    .map(rowOf)
    .filter(({ cells }) => cells.some(Boolean));
  const header = rows[0]?.cells.map(
    (cell) => HEADERS.find(([, names]) => names.test(bare(cell)))?.[0],
  );
  const hasHeader = header?.includes('name') ?? false;
  const fields = hasHeader && header ? header : PERSON_FIELDS;
  let privateCells = 0;
  const people = rows.slice(hasHeader ? 1 : 0).flatMap(({ cells: all, isSpaced }): Person[] => {
    const read = withoutNumbers(
      !hasHeader && SERIAL.test(all[0] ?? '') ? all.slice(1) : all,
      isSpaced ? LONGEST : 1,
      fields.indexOf('name'),
    );
    // What is not read must not be shown either, but only what would have been read is told.
    privateCells += read.dropped;
    const cells =
      isSpaced && !hasHeader ? read.cells.filter((cell, at) => at === 0 || cell) : read.cells;
    const person = { ...NOBODY };
    cells.forEach((cell, index) => {
      const field = fields[index];
      if (field) person[field] = line(cell);
    });
    person.name = person.name.replace(/[\s　]+/g, '');
    person.target = TARGETS.find(([names]) => names.test(person.target))?.[1] ?? person.target;
    return person.name === '' ? [] : [person];
  });
  return { people: people.slice(0, room), privateCells, isCut: people.length > room };
}

/** A heading as it is known: 姓　名 is 姓名. */
const bare = (cell: string): string => {
  const whole = SPREAD.test(cell) ? cell.replace(/\s+/g, '') : cell;
  return whole.replace(/[\s（(].*$/, '');
};
const SPREAD = /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u;

/**
 * Numbers that must not be shown, each an empty cell; a name that has one behind it stays.
 *
 * @param longest over how many cells one may be spread, as by spaces between its groups
 * @param nameAt where the name stands
 */
function withoutNumbers(cells: string[], longest: number, nameAt: number) {
  let left = cells;
  let dropped = 0;
  const digits = plainText(cells.join(' ')).replace(/\D/g, '').length;
  for (let size = 1; size <= longest && digits >= SHORTEST_PRIVATE; size += 1) {
    for (let at = 0; at + size <= left.length; at += 1) {
      const text = left.slice(at, at + size).join(' ');
      if (!privateNumberIn(text)) continue;
      const name = at === nameAt && size === 1 ? text.match(NAME)?.[0] : undefined;
      const from = longest > 1 && PREFIX.test(left[at - 1] ?? '') ? at - 1 : at;
      left = [...left.slice(0, from), name ?? '', ...left.slice(at + size)];
      dropped += 1;
    }
  }
  return { cells: left, dropped };
}
const NAME = /^[\p{Script=Han}·]+/u;
/** Digit by digit, an identity number. */
const LONGEST = 18;
/** Of a telephone, before it. */
const PREFIX = /^\+?0{0,2}86$/;

/** By tabs, as spreadsheets copy; else by the commas of a line that was typed; where it has none, by its spaces. */
function rowOf(row: string): Row {
  const isTabbed = row.includes('\t');
  // 1、张三 设备部: the mark belongs to the number.
  const [, serial, rest = row] = /^\s*(\d{1,4}[.、．])(?!\d)(.*)$/.exec(row) ?? [];
  const isSpaced = !isTabbed && !COMMA.test(rest);
  const cells = isSpaced ? bySpaces(rest.trim()) : row.split(isTabbed ? '\t' : COMMA);
  return {
    cells: [...(isSpaced && serial ? [serial] : []), ...cells].map((cell) =>
      cell.replace(/^"|"$/g, '').trim(),
    ),
    isSpaced,
  };
}
const COMMA = /[,，、;；]/;

/** By wide gaps, where such a gap ends the name, so that 设备 一部 stays one; else by each space. */
function bySpaces(text: string): string[] {
  const wide = text.split(/\s{2,}/);
  const [first = ''] = wide;
  const isWide = wide.length > 1 && (!/\s/.test(first) || SPREAD.test(first));
  const cells = isWide ? wide : text.split(/\s+/, MOST_CELLS);
  // 张 三 设备部: a name of single characters.
  const from = SERIAL.test(cells[0] ?? '') ? 1 : 0;
  const end = cells.findIndex((cell, at) => at >= from && !/^\p{Script=Han}$/u.test(cell));
  const to = Math.min(end < 0 ? cells.length : end, from + LONGEST_NAME);
  return to - from < 2
    ? cells
    : [...cells.slice(0, from), cells.slice(from, to).join(''), ...cells.slice(to)];
}
const LONGEST_NAME = 4;
/** Far more than there are columns. */
const MOST_CELLS = 40;
