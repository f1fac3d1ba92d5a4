/** How high the rows of the table are, so that only those in sight need to be drawn. */
import type { ScreenedRow } from '../../roster/index.ts';

/** Of one row of a table, in rem. */
const HEIGHT = 4.25;
/** Of a card with a name, a result and a department, and of a line more. */
const HEIGHT_OF_CARD = 4.75;
const LINE = 1.25;

type Measured = Pick<
  ScreenedRow,
  'short' | 'by' | 'earliestYear' | 'earliestYearMadeUp' | 'problems'
>;

/** As many lines as may stand in a card below its department. */
const linesOf = (row: Measured): number =>
  (row.problems.length > 0 ? 1 : 0) +
  (row.short === '' ? 0 : 2) +
  (row.earliestYearMadeUp !== undefined ? 2 : (row.by ?? row.earliestYear) !== undefined ? 1 : 0);

/** Where each row begins, and then where the last one ends. */
export function topsOf(rows: Measured[], isNarrow: boolean): number[] {
  const tops = [0];
  for (const row of rows) {
    const height = isNarrow ? HEIGHT_OF_CARD + LINE * linesOf(row) : HEIGHT;
    tops.push((tops.at(-1) as number) + height);
  }
  return tops;
}

/**
 * The row at a height, by halves.
 *
 * @example rowAt([0, 4, 8], 5) // 1
 */
export function rowAt(tops: number[], height: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] as number) <= height) low = middle;
    else high = middle;
  }
  return low;
}
