import { expect, test } from 'vitest';
import { weigh } from '../bench/bundle.ts';

/**
 * 5.5 kB, and what the domain has asked for since: derived amounts, every short figure named with what makes up for all,
 * the year in which this year's are made up, and whether a verdict is settled, exactly (record 0082).
 */
const LIMIT = 5_750;
/** What deciding, explaining and sharing take; the plan's dates and the advice come beside it. */
const DOOR = `export {
  assess, nextQuestion, explain, parseAnswers, parseAnswer, withAnswer, encodeAnswers, decodeAnswers,
} from './src/calculator/index.ts';`;
/** Bytes before minifying when the limit was last looked at, so that a failure can say what grew. */
const BEFORE: Record<string, number> = {
  'eligibility/answers.ts': 3940,
  'eligibility/assess.ts': 2724,
  'dates.ts': 1212,
  'eligibility/explain.ts': 4707,
  'eligibility/fill.ts': 388,
  'eligibility/compiled.ts': 4052,
  'eligibility/share.ts': 2464,
  'eligibility/walk.ts': 2572,
  '@date-fns/utc/date/mini.js': 584,
  'date-fns/_lib/normalizeDates.js': 229,
  'date-fns/addDays.js': 277,
  'date-fns/addMonths.js': 599,
  'date-fns/constants.js': 204,
  'date-fns/constructFrom.js': 334,
  'date-fns/differenceInCalendarMonths.js': 397,
  'date-fns/toDate.js': 128,
};

test('the calculator stays small enough to load unnoticed', async () => {
  const { gzip, modules } = await weigh(DOOR);
  const now = Object.entries(modules).map(([path, bytes]) => ({
    name: path.replace(/^(src\/calculator|node_modules)\//, ''),
    bytes,
  }));
  const grown = now
    .map(({ name, bytes }) => ({ name, bytes, more: bytes - (BEFORE[name] ?? 0) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .map(({ name, bytes, more }) => `${name} +${more} to ${bytes}`);
  const message = `${gzip} bytes after gzip, ${gzip - LIMIT} over. Grown, before minifying: ${grown.join(', ')}`;
  expect(gzip, message).toBeLessThanOrEqual(LIMIT);
  // An entry that loads nothing would be small too.
  expect(now.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(BEFORE)));
}, 30_000);
