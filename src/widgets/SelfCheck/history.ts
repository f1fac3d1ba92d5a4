/**
 * The browser's own back, forward and reload. Each step of the self-check is an entry of the tab's history, which
 * holds the place and the answers; nothing is written anywhere else, and closing the tab forgets it.
 */
import { useEffect, useRef } from 'preact/hooks';
import { type Answers, decodeAnswers, encodeAnswers, type Notice } from '../../calculator/index.ts';

/** Where the person is: before the start, at a screen of questions, or at the result. */
export type Place = { at: 'opening' } | { at: 'question'; screen: string } | { at: 'result' };

export interface Step {
  place: Place;
  answers: Answers;
  /** What is ticked on the checklist. */
  ticks: ReadonlySet<string>;
}

/** The step kept with this entry of the history; undefined when there is none that this notice can use. */
export function keptStep(notice: Notice): Step | undefined {
  const kept = (history.state as { selfCheck?: unknown } | null)?.selfCheck;
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { at, screen, answers: text, ticks: ids } = kept as Record<string, unknown>;
  if (typeof text !== 'string') return undefined;
  const { answers } = decodeAnswers(notice, text);
  const ticks = new Set<string>(Array.isArray(ids) ? ids : []);
  if (at === 'opening' || at === 'result') return { place: { at }, answers, ticks };
  const known = notice.questions.some((question) => question.screen === screen);
  return at === 'question' && known
    ? { place: { at, screen: screen as string }, answers, ticks }
    : undefined;
}

/** To a place, with what else a step holds where it counts for more than what is given now. */
export type Move = Pick<Step, 'place'> & Partial<Step>;

const addressOf = (place: Place): string => (place.at === 'question' ? place.screen : place.at);

/**
 * Makes an entry for every new place, and moves to the place of an entry that the browser goes to. Answers given since
 * are kept on the way back, as on paper; after a new start there are none, and the entry's own come back.
 */
export function useHistory(
  notice: Notice,
  { place, answers, ticks }: Step,
  go: (to: Move) => void,
) {
  const address = addressOf(place);
  const blank = useRef(true);
  blank.current = Object.keys(answers).length === 0;
  const last = useRef<string>();
  /** How often the browser has gone to another entry, and how often it had when this was drawn. */
  const moves = useRef(0);
  const drawn = moves.current;

  useEffect(() => {
    // Effects follow the picture. By then somebody quick may be at another entry, for which this is too late.
    if (drawn !== moves.current) return;
    if (last.current === undefined) {
      const kept = keptStep(notice);
      last.current = addressOf(kept?.place ?? place);
      // A step that is about to be taken up again must not be written over by the opening.
      if (kept) return;
    }
    const entry = {
      selfCheck: { ...place, answers: encodeAnswers(notice, answers), ticks: [...ticks] },
    };
    const isNew = last.current !== address;
    last.current = address;
    // After a new start the address no longer holds the answers of the link that was opened.
    const isOver = blank.current && isNew && place.at === 'opening' && location.hash.includes('=');
    if (isNew) history.pushState(entry, '', isOver ? location.pathname + location.search : '');
    else history.replaceState(entry, '');
  }, [notice, place, address, answers, ticks, drawn]);

  useEffect(() => {
    const move = () => {
      const kept = keptStep(notice);
      if (!kept) return;
      const { place: to } = kept;
      moves.current += 1;
      // The entry is there already: what follows only brings its answers up to date.
      last.current = addressOf(to);
      go(blank.current ? kept : { place: to });
    };
    addEventListener('popstate', move);
    return () => removeEventListener('popstate', move);
  }, [notice, go]);
}
