/** People as they are typed or pasted: one a line, as a spreadsheet copies its rows. */

import { privateNumberIn } from '../../typed/index.ts';
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

/** @param room for how many more there is */
export function readPasted(text: string, room: number = MOST_PEOPLE): Pasted {
  const rows = text
    .slice(0, 200_000)
    .split(/\r\n?|\n/)
    .map((row) => cellsOf(row))
    .filter((cells) => cells.some(Boolean));
  const header = rows[0]?.map((cell) => HEADERS.find(([, names]) => names.test(bare(cell)))?.[0]);
  const hasHeader = header?.includes('name') ?? false;
  let privateCells = 0;
  const people = rows.slice(hasHeader ? 1 : 0).flatMap((all): Person[] => {
    // A serial number before the name is nobody's name.
    const cells = !hasHeader && /^\d{1,4}[.、]?$/.test(all[0] ?? '') ? all.slice(1) : all;
    const person = { ...NOBODY };
    const fields = hasHeader && header ? header : PERSON_FIELDS;
    // What is not read must not be shown either, but only what would have been read is told.
    cells.forEach((cell, index) => {
      if (privateNumberIn(cell)) privateCells += 1;
      const field = fields[index];
      if (field && !privateNumberIn(cell)) person[field] = line(cell);
    });
    person.name = person.name.replace(/[\s　]+/g, '');
    person.target = TARGETS.find(([names]) => names.test(person.target))?.[1] ?? person.target;
    return person.name === '' ? [] : [person];
  });
  return { people: people.slice(0, room), privateCells, isCut: people.length > room };
}

const bare = (cell: string): string => cell.replace(/[\s（(].*$/, '');

/** By tabs, as spreadsheets copy; else by the commas of a line that was typed. */
function cellsOf(row: string): string[] {
  const cells = row.includes('\t') ? row.split('\t') : row.split(/[,，、;；]/);
  return cells.map((cell) => cell.replace(/^"|"$/g, '').trim());
}
