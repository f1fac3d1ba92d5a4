/** Tables as files to take away. */
import type { Pace } from '../pace.ts';
import type { ExportKind, TakeAway } from '../types.ts';
import type { OutSheet } from './xlsx.ts';

const TYPES: Record<ExportKind, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
};

/**
 * @param name without its ending
 * @param first all that a file of one table holds
 * @throws Cancelled from `going`
 */
export async function fileOf(
  name: string,
  kind: ExportKind,
  [first, ...others]: [OutSheet, ...OutSheet[]],
  going?: Pace,
): Promise<TakeAway> {
  // Written by need, as files are read by need.
  const bytes =
    kind === 'csv'
      ? (await import('./csv.ts')).csvOf(first.rows)
      : await (await import('./xlsx.ts')).xlsxOf([first, ...others], going);
  return { name: `${name}.${kind}`, type: TYPES[kind], bytes };
}

/** How wide a column is for its header, in characters. */
export const widthFor = (title: string): number => Math.max(10, title.length * 2.2);
