import { addDays, type IsoDate } from '../calculator/index.ts';
import { plainText } from './plainText.ts';

/** More than any date with what stands around it: the patterns below take their time over runs of spaces. */
const LONGEST = 60;

const BETWEEN = String.raw`\s*[-‐‒–—−./,、。·・•\s%]\s*`;
const PARTS = `(\\d{4})${BETWEEN.replace('%', '年')}(\\d{1,2})${BETWEEN.replace('%', '月')}(\\d{1,2})`;
/** As this site writes it behind its own dates. */
const WEEKDAY = String.raw`(?:\s*\(?(?:周|星期).\)?)?`;
/** As spreadsheets copy it. With a zone it may be another day here, and is not read. */
const TIME = String.raw`(?:[上下]午\s*)?\d{1,2}[:时][\d:.分秒\s]+(?:[AP]M)?`;
const END = `(?:\\s*[日号]${WEEKDAY}(?:\\s*${TIME})?|${WEEKDAY}(?:[\\sT]${TIME})?)`;
/** Of the sentence, the list or the brackets that the date was copied from. */
const AROUND = String.raw`[\s\p{P}]*`;

/** Year, month and day with something between them; or eight digits. */
const FORMS = [PARTS, '(\\d{4})(\\d\\d)(\\d\\d)'].map(
  (date) => new RegExp(`^${AROUND}${date}${END}${AROUND}$`, 'iu'),
);

/** Of which a certificate gives no day, or no month either. */
const MONTH = new RegExp(
  `^${AROUND}(\\d{4})(?:${BETWEEN.replace('%', '年')}(\\d{1,2})|(\\d\\d))\\s*(?:月份?)?${AROUND}$`,
  'u',
);
const YEAR = new RegExp(`^${AROUND}(\\d{4})\\s*年?${AROUND}$`, 'u');

/**
 * Reads a date that may lack its day, or its month too, and takes the last day: 2021年5月, 2021.5, 202105, 2021年.
 *
 * @example parseLastDay('2021年2月') // '2021-02-28'
 */
export function parseLastDay(text: string): IsoDate | undefined {
  const whole = parseDateText(text);
  const plain = plainText(text);
  if (whole || plain.length > LONGEST) return whole;
  const [, year = YEAR.exec(plain)?.[1], written, digits] = MONTH.exec(plain) ?? [];
  const month = Number(written ?? digits ?? 12);
  if (!year || month < 1 || month > 12) return undefined;
  const first = month === 12 ? `${Number(year) + 1}-01-01` : `${year}-${two(month + 1)}-01`;
  return addDays(first, -1);
}

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Reads a date as people in China write it: 2022-12-31, 2022.12.31, 2022/12/31, 2022年12月31日, 20221231, with
 * full-width characters, spaces and months or days of one digit; and as they paste it, with a time behind it and the
 * punctuation that stood around it.
 *
 * @returns undefined when the text does not have the form of a date with its year. Whether the day exists is for the
 *   calculator to say: `2023-02-30` comes back as it is.
 * @example parseDateText('２０２６。７。２０') // '2026-07-20'
 */
export function parseDateText(text: string): IsoDate | undefined {
  const plain = plainText(text);
  if (plain.length > LONGEST) return undefined;
  const found = FORMS.map((form) => form.exec(plain)).find(Boolean);
  const [, year, month, day] = found ?? [];
  if (!year || !month || !day) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
