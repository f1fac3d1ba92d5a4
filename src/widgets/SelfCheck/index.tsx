import '../shared/widget.css';
import './self-check.css';
import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import {
  type Answers,
  decodeAnswers,
  type Notice,
  type SelfCheckNotice,
  screensLeft,
} from '../../calculator/index.ts';
import { isPlan } from '../shared/planLink.ts';
import { nextScreen, screenBefore, screenOf, screensOn } from './flow.ts';
import { keptStep, type Place, useHistory } from './history.ts';
import { LazyResult, loadResult } from './LazyResult.tsx';
import { LinkNote, type OpenedLink } from './LinkNote.tsx';
import { type Links, linksFrom } from './links.ts';
import { Opening } from './Opening.tsx';
import { QuestionScreen } from './QuestionScreen.tsx';

interface Props {
  notice: SelfCheckNotice;
  /** The site's base path, `/` or `/zc/`; for a widget that has left the site, the site's whole address. */
  base: string;
  /**
   * Where the full self-check stands, to which shared links and the printed code lead: by default the notice's year
   * under `base`, so that an embed or `/self-check/` gives links that outlive them. A file opened from a disk has to
   * be told the whole address, by this or by `base`; without one it offers no link.
   */
  pageUrl?: string | undefined;
  /** Where links lead instead, in a document that holds what they would lead to. */
  links?: Partial<Links> | undefined;
}

interface State {
  answers: Answers;
  place: Place;
  /** Go on asking although the verdict is settled. */
  all: boolean;
  /** Changing one answer from the result: one screen, then back. */
  changing: boolean;
  /** The link that was opened, if any: what of it could not be used, and what it said of itself. */
  link: OpenedLink | undefined;
  /** What is ticked on the checklist. */
  ticks: ReadonlySet<string>;
}

type Action =
  | { type: 'opened'; answers: Answers; link: OpenedLink }
  | { type: 'start' }
  | { type: 'moved'; place: Place; answers?: Answers }
  | { type: 'answered'; answers: Answers }
  | { type: 'back' }
  | { type: 'change'; screen: string }
  | { type: 'goOn' }
  | { type: 'tick'; id: string }
  | { type: 'restart' };

const BLANK: State = {
  answers: {},
  place: { at: 'opening' },
  all: false,
  changing: false,
  link: undefined,
  ticks: new Set(),
};

/**
 * Asks one question at a time until the verdict cannot change, then says what decides it. Answers live in the tab only.
 */
export default function SelfCheck({ notice, base, pageUrl, links: own }: Props) {
  const [state, dispatch] = useReducer(
    (before: State, action: Action) => reduce(notice, before, action),
    BLANK,
  );
  const { answers, place } = state;
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    const kept = keptStep(notice);
    const open = () => {
      const { hash } = location;
      // Headings of the page have fragments too; ours always holds pairs, and so does the timeline's.
      if (!hash.includes('=') || isPlan(hash)) return;
      const { answers: given, dropped, version, verdict } = decodeAnswers(notice, hash);
      dispatch({
        type: 'opened',
        answers: given,
        link: { dropped, version, verdict },
      });
    };
    // What was done since a link was opened counts for more than the link.
    if (kept) dispatch({ type: 'moved', ...kept });
    else open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [notice]);

  const go = useCallback((to: Place) => dispatch({ type: 'moved', place: to }), []);
  useHistory(notice, state, go);

  const key = place.at === 'question' ? place.screen : place.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the place, not every render
  useEffect(() => {
    // Not on arrival: the page's own heading is where a reader starts.
    if (moved.current) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    moved.current = true;
  }, [key, answers]);

  const links: Links = { ...linksFrom(base, notice.year), ...own };
  if (pageUrl !== undefined) links.selfCheck = pageUrl;
  // By the time that the questions are answered the result is there. What fails here is tried again when it is needed.
  useEffect(() => {
    if (place.at !== 'opening') loadResult(notice, links.result).catch(() => undefined);
  }, [place.at, notice, links.result]);

  return (
    <div class="tc-widget not-content self-check" ref={root}>
      {state.link && <LinkNote notice={notice} answers={answers} link={state.link} />}
      {place.at === 'opening' && (
        <Opening
          notice={notice}
          left={screensLeft(notice, {})}
          onStart={() => dispatch({ type: 'start' })}
        />
      )}
      {place.at === 'question' && (
        <QuestionScreen
          key={place.screen}
          notice={notice}
          links={links}
          answers={answers}
          screen={screenOf(notice, place.screen)}
          number={numberOf(notice, answers, place.screen)}
          left={screensLeft(notice, answers)}
          changing={state.changing}
          onAnswer={(given) => dispatch({ type: 'answered', answers: given })}
          onBack={() => dispatch({ type: 'back' })}
          onPeek={() => go({ at: 'result' })}
        />
      )}
      {place.at === 'result' && (
        <LazyResult
          notice={notice}
          links={links}
          answers={answers}
          ticks={state.ticks}
          onTick={(id) => dispatch({ type: 'tick', id })}
          onChange={(screen) => dispatch({ type: 'change', screen })}
          onGoOn={() => dispatch({ type: 'goOn' })}
          onBack={() => dispatch({ type: 'back' })}
          onRestart={() => dispatch({ type: 'restart' })}
        />
      )}
    </div>
  );
}

function reduce(notice: Notice, state: State, action: Action): State {
  const question = (screen: string): Place => ({ at: 'question', screen });
  const onward = (answers: Answers, all: boolean): Place => {
    const screen = nextScreen(notice, answers, all);
    return screen === undefined ? { at: 'result' } : question(screen);
  };
  switch (action.type) {
    case 'opened':
      return {
        ...BLANK,
        answers: action.answers,
        link: action.link,
        place: Object.keys(action.answers).length ? onward(action.answers, false) : BLANK.place,
      };
    case 'moved':
      return { ...state, place: action.place, answers: action.answers ?? state.answers };
    case 'start':
      return { ...state, place: onward(state.answers, false) };
    case 'answered': {
      const { answers } = action;
      return { ...state, answers, changing: false, place: onward(answers, state.all) };
    }
    case 'back': {
      if (state.changing) return { ...state, changing: false, place: { at: 'result' } };
      const here = state.place.at === 'question' ? state.place.screen : undefined;
      const before = screenBefore(notice, state.answers, here);
      return { ...state, place: before === undefined ? BLANK.place : question(before) };
    }
    case 'change':
      return { ...state, changing: true, place: question(action.screen) };
    case 'goOn':
      return { ...state, all: true, place: onward(state.answers, true) };
    case 'tick': {
      const ticks = new Set(state.ticks);
      if (!ticks.delete(action.id)) ticks.add(action.id);
      return { ...state, ticks };
    }
    case 'restart':
      return BLANK;
  }
}

/** Which screen this is on the way asked so far, from 1. */
function numberOf(notice: Notice, answers: Answers, screen: string): number {
  const screens = screensOn(notice, answers);
  const at = screens.indexOf(screen);
  return at < 0 ? screens.length : at + 1;
}
