import { fill, type IsoDate, type Notice, nextYear } from '../../calculator/index.ts';
import type { Group } from '../shared/outlook/items.ts';
import { whenOf } from '../shared/outlook/whenOf.ts';
import type { Words } from '../shared/outlook/words.ts';

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
    page ?? words.noAddress,
  ].join('\n');
}
