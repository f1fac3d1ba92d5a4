import { expect, test } from 'vitest';
import { weigh } from '../bench/bundle.ts';

const LIMIT = 5_000;
/** What deciding, explaining and sharing take; the plan's dates and the advice come beside it. */
const DOOR = `export {
  assess, nextQuestion, explain, parseAnswers, parseAnswer, withAnswer, encodeAnswers, decodeAnswers,
} from './src/calculator/index.ts';`;
/** Bytes before minifying when the limit was last looked at, so that a failure can say what grew. */
const BEFORE: Record<string, number> = {
  'answers.ts': 3857,
  'assess.ts': 2829,
  'dates.ts': 1752,
  'explain.ts': 4584,
  'fill.ts': 388,
  'model.ts': 4111,
  'share.ts': 2310,
  'walk.ts': 2754,
};

test('the calculator stays small enough to load unnoticed', async () => {
  const { gzip, modules } = await weigh(DOOR);
  const grown = Object.entries(modules)
    .map(([path, bytes]) => {
      const name = path.replace('src/calculator/', '');
      return { name, bytes, more: bytes - (BEFORE[name] ?? 0) };
    })
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .map(({ name, bytes, more }) => `${name} +${more} to ${bytes}`);
  const message = `${gzip} bytes after gzip, ${gzip - LIMIT} over. Grown, before minifying: ${grown.join(', ')}`;
  expect(gzip, message).toBeLessThanOrEqual(LIMIT);
  // An entry that loads nothing would be small too.
  expect(Object.keys(modules)).toEqual(
    expect.arrayContaining(Object.keys(BEFORE).map((name) => `src/calculator/${name}`)),
  );
}, 30_000);
