/** Characters of a cell of .xlsx: Excel's own limit. */
export const LONGEST_CELL = 32_767;

/** What spreadsheets take for the beginning of a formula, in either width. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/;

/**
 * Whether a spreadsheet could take a text for a formula.
 *
 * @example isFormula('=1+1') // true
 */
export const isFormula = (text: string): boolean => FORMULA.test(text);
