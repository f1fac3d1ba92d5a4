/**
 * The line that says whether one can apply today, as HTML: what is to be said in every period stands in it, one upon the
 * other, so that the place is kept for the longest of them at any width, and nothing moves once the day is known.
 * `statusClock.ts` shows the one that holds; until then, and where the clock must be wrong, the dates alone stand there.
 */
import { fill, type IsoDate } from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import { type Phase, periodsOf, type StatusFacts, statusDates } from './status.ts';
import { clockRange } from './today.ts';

/** Where a phase leads on. */
export type WaysOn = Partial<Record<Phase, { href: string; label: string }>>;

export function statusLine(notice: StatusFacts, ways: WaysOn = {}): string {
  const day = (date: IsoDate) =>
    `<time datetime="${date}">${inProse(date, { year: false })}</time>`;
  const clockOff = fill(notice.wording.status.clockOff, { today: '<span data-today></span>' });
  const periods = periodsOf(notice, day).map(({ phase, from, text, to }) => {
    const words = fill(text, { days: `<span data-to="${to}">…</span>` });
    const way = ways[phase];
    const on = way ? ` <a href="${way.href}">${way.label}</a>` : '';
    return `<p hidden data-phase="${phase}" data-from="${from}">${inPhrases(words)}${on}</p>`;
  });
  const { from, until } = clockRange(notice);
  return `<div class="tc-status" data-search-ignore data-from="${from}" data-until="${until}"><p>${inPhrases(statusDates(notice, day))}<span hidden data-off>${clockOff}</span></p>${periods.join('')}</div>`;
}

/** Up to so many signs a phrase is kept on one line; a longer one would leave the line before it half empty. */
const SHORT = 18;

/** Short phrases, each in an element of its own, so that lines break between them (common.css) and not inside a word. */
const inPhrases = (words: string): string =>
  words
    .split(/(?<=[，。：])/)
    // Two days stand in one phrase: 6 月 25 日（周四）至 7 月 19 日（周日）.
    .flatMap((phrase) => (lengthOf(phrase) > SHORT ? phrase.split(/(?=<time)/) : phrase))
    .map((phrase) =>
      lengthOf(phrase) > SHORT ? phrase : phrase.replace(/^.*\S/, (all) => `<span>${all}</span>`),
    )
    .join('');
const lengthOf = (phrase: string): number => phrase.replace(/<[^>]*>/g, '').length;
