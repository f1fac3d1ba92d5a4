/** The first search takes a multiple of the later ones, because none of this has run before: so one is made that nobody asks for. */
import { excerptOf } from './excerpt.ts';
import { pause } from './pause.ts';
import { type Index, search } from './rank.ts';

/** As many rows as are seen at once. */
const ROWS = 6;

/**
 * In steps that are short enough to let a key that is pressed meanwhile through.
 *
 * @param isWanted whether nobody has asked for anything meanwhile; asked before each step
 */
export async function rehearse(index: Index, isWanted: () => boolean): Promise<void> {
  for (const query of queriesOf(index)) {
    await pause();
    if (!isWanted()) return;
    const { found, runs } = search(index, query);
    for (const { page, parts } of found.slice(0, ROWS)) {
      await pause();
      if (!isWanted()) return;
      for (const part of parts.slice(0, 1)) excerptOf(index, runs, part, page);
    }
  }
}

/** A word for another, a page's name, and one that is mistyped: each goes another way. */
function queriesOf({ data: { alike, pages } }: Index): string[] {
  const title = pages.find((page) => page.title.length > 2)?.title ?? '';
  return [alike[0]?.[1] ?? '', title, `${title.slice(0, -1)}？${title}`].filter(Boolean);
}
