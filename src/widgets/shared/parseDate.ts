import type { IsoDate } from '../../calculator/index.ts';

/** Year, month and day with something between them, and an optional 日 or 号 at the end; or eight digits. */
const PARTED = /^(\d{4})\s*[-–—./。年\s]\s*(\d{1,2})\s*[-–—./。月\s]\s*(\d{1,2})\s*[日号]?$/;
const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * Reads a date as people in China write it: 2022-12-31, 2022.12.31, 2022/12/31, 2022年12月31日, 20221231, with
 * full-width characters, spaces and months or days of one digit.
 *
 * @returns undefined when the text does not have the form of a date with its year. Whether the day exists is for the
 *   calculator to say: `2023-02-30` comes back as it is.
 * @example parseDateText('２０２６。７。２０') // '2026-07-20'
 */
export function parseDateText(text: string): IsoDate | undefined {
  // NFKC makes full-width digits and punctuation plain ones.
  const plain = text.normalize('NFKC').trim();
  const [, year, month, day] = PARTED.exec(plain) ?? EIGHT_DIGITS.exec(plain) ?? [];
  if (!year || !month || !day) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
