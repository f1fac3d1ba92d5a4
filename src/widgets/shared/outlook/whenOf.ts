import { fill, type IsoDate } from '../../../calculator/index.ts';
import { inProse } from '../../../plan/index.ts';
import type { Item } from './items.ts';
import type { State, Words } from './words.ts';

/** When, in words: by which day, from which day, or the first year for which it can hold. */
export function whenOf(state: State, { by, year }: Item, today: IsoDate | undefined, words: Words) {
  if (year !== undefined && state === 'notByThen') return fill(words.notBefore, { year });
  if (!by) return '';
  const isPast = today !== undefined && today > by;
  const date = inProse(by);
  if (state === 'byTime') return fill(isPast ? words.reached : words.from, { date });
  return fill(isPast ? words.past : words.by, { date });
}
