/**
 * Checked rows on their way from the worker to the page. Copying a hundred thousand rows as they are takes both of them
 * longer than the check itself: the same few thousand results, marks and departments come again and again. Each is sent
 * once, and a row is its name and numbers that point to them.
 */
import type { CellProblem, ScreenedRow } from './types.ts';

type Result = Omit<ScreenedRow, 'at' | 'name' | 'department' | 'problems' | 'sameAs'>;

/** What is new is numbered on from the parts before it; parts are opened in the order in which they were made. */
export interface Packed {
  results: Result[];
  problems: CellProblem[];
  departments: string[];
  /** One a row; names hold no line ends. */
  names: string;
  /** A row each: its number, that of the person it repeats or 0, department, result, how many problems, and these. */
  rows: Uint32Array<ArrayBuffer>;
}

/** Packs one part of a job's rows after another. Rows that share their answers share what follows from them. */
export function packer(): (rows: ScreenedRow[]) => Packed {
  const results = new Map<object, number>();
  const problems = new Map<CellProblem, number>();
  const departments = new Map<string, number>();
  return (rows) => {
    const packed: Packed = {
      results: [],
      problems: [],
      departments: [],
      names: rows.map(({ name }) => name).join('\n'),
      rows: new Uint32Array(rows.reduce((sum, row) => sum + 5 + row.problems.length, 0)),
    };
    let to = 0;
    for (const row of rows) {
      const { department, problems: own } = row;
      packed.rows[to] = row.at;
      packed.rows[to + 1] = row.sameAs ?? 0;
      packed.rows[to + 2] = placeOf(departments, department, packed.departments, () => department);
      packed.rows[to + 3] = placeOf(results, row.answers, packed.results, () => resultOf(row));
      packed.rows[to + 4] = own.length;
      to += 5;
      for (const problem of own) {
        packed.rows[to] = placeOf(problems, problem, packed.problems, () => problem);
        to += 1;
      }
    }
    return packed;
  };
}

function resultOf({ at, name, department, problems, sameAs, ...result }: ScreenedRow): Result {
  return result;
}

function placeOf<K, T>(known: Map<K, number>, key: K, fresh: T[], value: () => T): number {
  let place = known.get(key);
  if (place === undefined) {
    place = known.size;
    known.set(key, place);
    fresh.push(value());
  }
  return place;
}

/** Opens what a `packer` made. */
export function unpacker(): (packed: Packed) => ScreenedRow[] {
  const results: Result[] = [];
  const problems: CellProblem[] = [];
  const departments: string[] = [];
  return (packed) => {
    results.push(...packed.results);
    problems.push(...packed.problems);
    departments.push(...packed.departments);
    const names = packed.names.split('\n');
    const rows: ScreenedRow[] = [];
    const { rows: numbers } = packed;
    for (let from = 0; from < numbers.length; ) {
      const next = () => numbers[from++] as number;
      const at = next();
      const sameAs = next();
      const department = departments[next()] ?? '';
      const result = results[next()] as Result;
      const own: CellProblem[] = [];
      for (let left = next(); left > 0; left -= 1) own.push(problems[next()] as CellProblem);
      const name = names[rows.length] ?? '';
      // The spread first: so it is a copy, and not one property after the other.
      const row: ScreenedRow = { ...result, at, name, department, problems: own };
      if (sameAs > 0) row.sameAs = sameAs;
      rows.push(row);
    }
    return rows;
  };
}
