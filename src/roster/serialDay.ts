/** Days as spreadsheets count them. */
import { addDays, type IsoDate } from '../calculator/index.ts';

const DAYS_TO_1904 = 1462;

/**
 * Day 1 is 1900-01-01, and 60 a 29 February that never was; no roster reaches back to it.
 *
 * @param serial days, with the time of day behind the point
 */
export const dayOfSerial = (serial: number, from1904: boolean): IsoDate =>
  addDays('1899-12-30', Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0));
