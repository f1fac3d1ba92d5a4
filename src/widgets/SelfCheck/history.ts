/** Each step of the self-check as an entry of the tab's history holds it: the place, the answers and the ticks. */
import { useCallback, useRef } from 'preact/hooks';
import {
  type Answers,
  type AskingNotice,
  decodeAnswers,
  encodeAnswers,
} from '../../calculator/index.ts';
import { useTabHistory } from '../shared/tabHistory.ts';

/** Where the person is: before the start, at a screen of questions, or at the result. */
export type Place = { at: 'opening' } | { at: 'question'; screen: string } | { at: 'result' };

export interface Step {
  place: Place;
  answers: Answers;
  /** What is ticked on the checklist. */
  ticks: ReadonlySet<string>;
}

/** The step that an entry holds; undefined when there is none that this notice can use. */
function readStep(notice: AskingNotice, kept: unknown): Step | undefined {
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
const placeOf = (step: Step): string => addressOf(step.place);
const isEmpty = (answers: Answers): boolean => Object.keys(answers).length === 0;
const isBlank = ({ place, answers }: Step): boolean => place.at === 'opening' && isEmpty(answers);

/**
 * Makes an entry for every new place, and moves to the place of an entry that the browser goes to. Answers given since
 * are kept on the way back, as on paper; after a new start there are none, and the entry's own come back.
 */
export function useHistory(
  notice: AskingNotice,
  { place, answers, ticks }: Step,
  go: (to: Move) => void,
  onLink: () => void,
) {
  const blank = useRef(true);
  blank.current = isEmpty(answers);
  useTabHistory({
    name: 'selfCheck',
    read: useCallback((kept: unknown) => readStep(notice, kept), [notice]),
    write: useCallback(
      () => ({ ...place, answers: encodeAnswers(notice, answers), ticks: [...ticks] }),
      [notice, place, answers, ticks],
    ),
    place: addressOf(place),
    placeOf,
    newAddress: useCallback(() => {
      // After a new start the address no longer holds the answers of the link that was opened.
      const isOver = blank.current && place.at === 'opening' && /=|%3D/i.test(location.hash);
      return isOver ? location.pathname + location.search : undefined;
    }, [place]),
    onStep: useCallback((step: Step) => go(blank.current ? step : { place: step.place }), [go]),
    onLink,
    isBlank,
  });
}
