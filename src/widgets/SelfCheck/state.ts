/**
 * Where a person is in the self-check and what was said so far, and how each step changes it. Pure: the page and the
 * tab's history only follow.
 */
import {
  type Answers,
  type AskingNotice,
  type AskingQuestion,
  answerTo,
  assess,
  type Verdict,
} from '../../calculator/index.ts';
import { answered, nextScreen, screenBefore, screenOf } from './flow.ts';
import type { Move, Place } from './history.ts';
import type { OpenedLink } from './openedLink.ts';

export interface State {
  answers: Answers;
  place: Place;
  /** Go on asking although the verdict is settled. */
  all: boolean;
  /** Where an answer is being changed from, to go back there; undefined while answering in turn. */
  from: Place | undefined;
  /** What the last answer brought about, when it replaced another one. */
  change: Change | undefined;
  /** The link or the kept answers that were opened: what of them could not be used, and what they say of themselves. */
  link: OpenedLink | undefined;
  /** What is ticked on the checklist. */
  ticks: ReadonlySet<string>;
}

/** What follows from changing an answer. */
export interface Change {
  /** The questions answered anew. */
  of: AskingQuestion[];
  /** Answers that are kept, but which nothing asks for any more. */
  idle: AskingQuestion[];
  /** Kept answers that count again. */
  back: AskingQuestion[];
  /** Questions without an answer that have come up. */
  fresh: AskingQuestion[];
  /** Absent when the verdict stays as it was. */
  verdict?: { from: Verdict; to: Verdict };
}

export type Action =
  | { type: 'opened'; link: OpenedLink }
  | { type: 'start' }
  | ({ type: 'moved' } & Move)
  | { type: 'answered'; answers: Answers }
  | { type: 'back' }
  | { type: 'change'; screen: string }
  | { type: 'goOn' }
  | { type: 'tick'; id: string }
  | { type: 'restart' };

export const BLANK: State = {
  answers: {},
  place: { at: 'opening' },
  all: false,
  from: undefined,
  change: undefined,
  link: undefined,
  ticks: new Set(),
};

export function reduce(notice: AskingNotice, state: State, action: Action): State {
  const question = (screen: string): Place => ({ at: 'question', screen });
  const onward = (answers: Answers, all: boolean): Place => {
    const screen = nextScreen(notice, answers, all);
    return screen === undefined ? { at: 'result' } : question(screen);
  };
  switch (action.type) {
    case 'opened': {
      const { link } = action;
      const { answers } = link;
      // A link that brings nothing takes nothing away.
      if (Object.keys(answers).length === 0) return { ...state, link };
      return { ...BLANK, answers, link, place: onward(answers, false) };
    }
    case 'moved':
      return {
        ...state,
        place: action.place,
        answers: action.answers ?? state.answers,
        ticks: action.ticks ?? state.ticks,
        from: undefined,
        change: undefined,
      };
    case 'start':
      return { ...state, place: onward(state.answers, false) };
    case 'answered': {
      const { answers } = action;
      const screen = state.place.at === 'question' ? state.place.screen : '';
      const change = changeOf(notice, state.answers, answers, screen);
      return {
        ...state,
        answers,
        change,
        from: undefined,
        // Whoever changes something from the result comes back to it, unless there is more to ask.
        place: onward(answers, state.all && state.from?.at !== 'result'),
      };
    }
    case 'back': {
      if (state.from) return { ...state, from: undefined, place: state.from };
      const here = state.place.at === 'question' ? state.place.screen : undefined;
      const before = screenBefore(notice, state.answers, here);
      return {
        ...state,
        change: undefined,
        place: before === undefined ? BLANK.place : question(before),
      };
    }
    case 'change':
      return {
        ...state,
        change: undefined,
        // From one change straight to another, both lead back to where the first began.
        from: state.from ?? state.place,
        place: question(action.screen),
      };
    case 'goOn':
      return { ...state, all: true, change: undefined, place: onward(state.answers, true) };
    case 'tick': {
      const ticks = new Set(state.ticks);
      if (!ticks.delete(action.id)) ticks.add(action.id);
      return { ...state, ticks };
    }
    case 'restart':
      return BLANK;
  }
}

/**
 * What it brings about that a screen was answered anew; undefined when it was answered for the first time, when
 * nothing was changed, or when nothing follows.
 */
function changeOf(
  notice: AskingNotice,
  before: Answers,
  after: Answers,
  screen: string,
): Change | undefined {
  const of = screenOf(notice, screen).questions.filter((question) => {
    const old = answerTo(before, question);
    return old !== undefined && JSON.stringify(old) !== JSON.stringify(answerTo(after, question));
  });
  if (of.length === 0) return undefined;
  const [was, is] = [assess(notice, before), assess(notice, after)];
  const wereIdle = answered(notice, before).idle;
  const { used, idle } = answered(notice, after);
  const change: Change = {
    of,
    idle: idle.filter((question) => !wereIdle.includes(question)),
    back: used.filter((question) => wereIdle.includes(question)),
    fresh: notice.questions.filter(
      ({ id }) => is.missing.includes(id) && !was.missing.includes(id),
    ),
    ...(is.verdict !== was.verdict && { verdict: { from: was.verdict, to: is.verdict } }),
  };
  const { back, fresh, verdict } = change;
  return verdict || change.idle.length + back.length + fresh.length > 0 ? change : undefined;
}
