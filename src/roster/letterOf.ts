/**
 * As a spreadsheet names its columns: A, B … Z, AA.
 *
 * @param index from 0
 *
 * @example letterOf(27) // 'AB'
 */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? letterOf(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
