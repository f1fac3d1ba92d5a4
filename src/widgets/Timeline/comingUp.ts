import words from 'virtual:words/timeline/page';
import { fill, type IsoDate } from '../../calculator/index.ts';
import { type Entry, inOrder } from '../../plan/index.ts';

/** What is still to come, nearest first: a stage by its opening and its closing, everything else by its last day. */
export function comingUp(entries: Entry[], today: IsoDate): Entry[] {
  const days = entries.flatMap((entry): Entry[] => {
    const { id, kind, title, from, on, ending = '' } = entry;
    if (kind !== 'stage') return [entry];
    const opening = { ...entry, id: `${id}-opens`, title: fill(words.opens, { title }) };
    return [...(from ? [{ ...opening, on: from }] : []), { ...entry, title: title + ending, on }];
  });
  return inOrder(days.filter(({ on }) => on >= today));
}
