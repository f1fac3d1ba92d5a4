import '../shared/widget.css';
import './self-check.css';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import {
  type Answers,
  type AskingNotice,
  type AskingSelfCheckNotice,
  answerTo,
  assess,
  decodeAnswers,
  fill,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import { AfterPaint } from '../shared/AfterPaint.tsx';
import { Guard } from '../shared/Guard.tsx';
import { type Links, linksFrom } from '../shared/result/links.ts';
import { useTranslators } from '../shared/translators.ts';
import { useAfterPaint } from '../shared/useAfterPaint.ts';
import type { Draft } from './draft.ts';
import { nextScreen, screenOf, screensOn } from './flow.ts';
import { type Move, useHistory } from './history.ts';
import type { Later } from './later.tsx';
import { loadLater } from './loadLater.ts';
import { Opening } from './Opening.tsx';
import { QuestionScreen } from './QuestionScreen.tsx';
import { forget, readSaved, type Saved } from './saved.ts';
import { type Action, BLANK, reduce, type State } from './state.ts';

interface Props {
  /** What the questions need is enough: the result fetches the whole. */
  notice: AskingSelfCheckNotice | SelfCheckNotice;
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

/** With so few screens left the result is loaded, so that it is there before the last answer. */
const NEAR_THE_END = 3;

/**
 * Asks one question at a time until the verdict cannot change, then says what decides it. Answers live in the tab
 * only, and on the device where the person asked for it.
 */
export default function SelfCheck(props: Props) {
  return (
    <Guard>
      <Dialogue {...props} />
    </Guard>
  );
}

function Dialogue({ notice, base, pageUrl, links: own }: Props) {
  const [state, dispatch] = useReducer(
    (before: State, action: Action) => reduce(notice, before, action),
    BLANK,
  );
  const { answers, place } = state;
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const unsent = useRef(new Map<string, Draft>());
  const [saved, setSaved] = useState<Saved>();
  /** Null where it did not arrive. */
  const [later, setLater] = useState<Later | null>();

  const ready = useAfterPaint();

  // Not while rendering: the server knows nothing of it.
  useEffect(() => setSaved(readSaved(notice)), [notice]);
  const links = useMemo((): Links => {
    const all = { ...linksFrom(base, notice.year), ...own };
    return pageUrl === undefined ? all : { ...all, selfCheck: pageUrl };
  }, [base, notice.year, own, pageUrl]);

  const go = useCallback((to: Move) => dispatch({ type: 'moved', ...to }), []);
  const open = useCallback(async () => {
    const { href } = location;
    if (!href.includes('#')) return;
    const link = await loadLater().then(
      ({ openedLink }) => openedLink(notice, href),
      // Unmended it is still better than nothing.
      () => decodeAnswers(notice, href.slice(href.indexOf('#'))),
    );
    if (!link || href !== location.href) return;
    if (Object.keys(link.answers).length > 0) unsent.current.clear();
    dispatch({ type: 'opened', link });
  }, [notice]);
  useHistory(notice, state, go, open);
  useTranslators(root);

  const key = place.at === 'question' ? place.screen : place.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the place, not every render
  useEffect(() => {
    // Not on arrival: the page's own heading is where a reader starts.
    if (moved.current) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
    moved.current = true;
  }, [key, answers]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: tried again on every screen until it is there
  useEffect(() => {
    if ((key !== 'opening' || state.link || saved) && !later) {
      loadLater().then(setLater, () => setLater(null));
    }
  }, [key, state.link, saved]);
  // What fails here is tried again when it is needed.
  const loadResult = useCallback(() => {
    later?.loadResult(notice, links.result).catch(() => undefined);
  }, [later, notice, links.result]);
  const number = place.at === 'question' ? numberOf(notice, answers, place.screen) : 1;
  // Until it can be told exactly, what the longest way leaves: it is never more.
  const left = later ? later.screensLeft(notice, answers) : notice.screens - number + 1;
  const isNearTheEnd = place.at !== 'opening' && left <= NEAR_THE_END;
  useEffect(() => {
    if (isNearTheEnd) loadResult();
  }, [isNearTheEnd, loadResult]);

  const { verdict, settled } = assess(notice, answers);
  const begun = Object.keys(answers).length > 0;
  // An answer that was given may have settled it: changed, it may unsettle it.
  const isOpen =
    place.at === 'question' &&
    !state.from &&
    screenOf(notice, place.screen).questions.some((one) => answerTo(answers, one) === undefined);
  const change = (screen: string) => dispatch({ type: 'change', screen });
  const foot = begun && later && (
    <later.Foot
      screen={key}
      notice={notice}
      answers={answers}
      saved={saved}
      onSaved={setSaved}
      onChange={place.at === 'result' ? undefined : change}
    />
  );
  return (
    <div class="tc-widget not-content self-check" ref={root}>
      {later === null && <i data-failed="part" hidden />}
      {state.link && later && <later.LinkNote notice={notice} links={links} link={state.link} />}
      {/* Always there, so that what is put in is read out. */}
      <div role="status">
        {state.change && later && <later.ChangeNote notice={notice} change={state.change} />}
      </div>
      <div role="status">
        {settled && isOpen && (
          <p class="self-check-note">
            {fill(notice.wording.settled, {
              year: notice.year,
              verdict: notice.wording.verdicts[verdict].label,
            })}
          </p>
        )}
      </div>
      <Guard of={key} instead={place.at === 'result' && foot}>
        {place.at === 'opening' && (
          <Opening
            notice={notice}
            ready={ready}
            later={later}
            begun={begun}
            saved={saved}
            onStart={() => dispatch({ type: 'start' })}
            onResume={({ link }) => dispatch({ type: 'opened', link })}
            onForget={() => {
              forget(notice);
              setSaved(readSaved(notice));
            }}
          />
        )}
        {place.at === 'question' && (
          <QuestionScreen
            notice={notice}
            links={links}
            later={later}
            answers={answers}
            screen={screenOf(notice, place.screen)}
            number={number}
            left={left}
            changing={state.from !== undefined}
            settled={settled}
            unsent={unsent.current}
            onAnswer={(given) => dispatch({ type: 'answered', answers: given })}
            onNear={(given) => {
              // An early end is not foreseen: a finger on its way is all the time there is.
              if (nextScreen(notice, given, state.all) === undefined) loadResult();
            }}
            onBack={() => dispatch({ type: 'back' })}
            onPeek={() => go({ place: { at: 'result' } })}
          />
        )}
        {place.at === 'result' && later === undefined && <p role="status">正在整理结果……</p>}
        {place.at === 'result' && later && (
          <later.LazyResult
            notice={notice}
            links={links}
            answers={answers}
            ticks={state.ticks}
            onTick={(id) => dispatch({ type: 'tick', id })}
            onChange={change}
            onGoOn={() => dispatch({ type: 'goOn' })}
            onBack={() => dispatch({ type: 'back' })}
            onRestart={() => {
              unsent.current.clear();
              dispatch({ type: 'restart' });
            }}
            foot={foot}
          />
        )}
      </Guard>
      {place.at !== 'result' && (
        <AfterPaint of={[later, key, answers, saved, notice]} draw={() => foot} />
      )}
    </div>
  );
}

/** Which screen this is on the way asked so far, from 1. */
function numberOf(notice: AskingNotice, answers: Answers, screen: string): number {
  const screens = screensOn(notice, answers);
  const at = screens.indexOf(screen);
  return at < 0 ? screens.length : at + 1;
}
