import { fill, type IsoDate, type Notice, nextYear } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { Group, Item } from './items.ts';
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

/** The list as plain text, for a chat or a mail. The address that it names is the page's own, without the answers. */
export function asText(
  notice: Notice,
  groups: Group[],
  today: IsoDate | undefined,
  page: string | undefined,
  words: Words,
): string {
  const { year } = nextYear(notice);
  return [
    fill(words.title, { year }),
    fill(words.assumed, { year }),
    ...groups.flatMap(({ state, items }) => [
      '',
      words.groups[state].title,
      ...items.map((item) => {
        const when = whenOf(state, item, today, words);
        return `- ${item.title}${when && `：${when}`}${item.text && `。${item.text}`}`;
      }),
    ]),
    '',
    ...(today ? [fill(words.madeOn, { date: today })] : []),
    fill(words.source, { number: notice.number, version: notice.version }),
    ...(page ? [page] : []),
  ].join('\n');
}
