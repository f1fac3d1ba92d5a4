/**
 * The browser's own back, forward and reload, for every widget alike: what a person has done stands in the entries of
 * the tab's history. Nothing is written anywhere else, and closing the tab forgets it.
 */
import { useCallback, useEffect, useRef } from 'preact/hooks';

interface Habit<T> {
  /** Under which name this widget keeps its part of an entry: a page may hold another one's beside it. */
  name: string;
  /** Reads what an entry holds, which may be an older version's or another script's; undefined where it is of no use. */
  read: (kept: unknown) => T | undefined;
  /** What to keep now, as plain data, anew whenever that changes; undefined leaves the entry as it is. */
  write: () => unknown;
  /** Where the person is. Another place gets an entry of its own. */
  place: string;
  placeOf: (step: T) => string;
  /** For a new place, where the address should not stay as it is. */
  newAddress?: () => string | undefined;
  /** Takes up what an entry holds: on arrival, after a reload too, and when the browser goes there. */
  onStep: (step: T) => void;
  /** An entry that holds nothing, or nothing that anybody did: its address may be a link. */
  onLink: () => void;
  isBlank: (step: T) => boolean;
}

/**
 * Keeps a widget's steps in the tab's history. In a frame the history is the host page's, whose reader wants to leave
 * it with one press: no entry is added there, and the one that there is follows.
 */
export function useTabHistory<T>(habit: Habit<T>): void {
  const { name, read, write, place, placeOf, newAddress, onStep, onLink, isBlank } = habit;
  const last = useRef<string>();
  /** How often the browser has gone to another entry, and how often it had when this was drawn. */
  const moves = useRef(0);
  const drawn = moves.current;
  const current = useCallback(() => read(kept(name)), [read, name]);
  const now = useRef(write);
  now.current = write;

  useEffect(() => {
    // Effects follow the picture. By then somebody quick may be at another entry, for which this is too late.
    if (drawn !== moves.current) return;
    if (last.current === undefined) {
      const step = current();
      last.current = step ? placeOf(step) : place;
      // A step that is about to be taken up again must not be written over by a fresh start.
      if (step) return;
    }
    const isNew = last.current !== place;
    last.current = place;
    keep(name, write(), isNew, isNew ? newAddress?.() : undefined);
  }, [name, current, write, place, placeOf, newAddress, drawn]);

  useEffect(() => {
    const step = current();
    // What was done since a link was opened counts for more than the link.
    if (step && !isBlank(step)) onStep(step);
    else onLink();
    const move = () => {
      const to = current();
      if (!to) return;
      moves.current += 1;
      // The entry is there already: what follows only brings it up to date.
      last.current = placeOf(to);
      onStep(to);
    };
    // Back and forward can change the address, too: then the entry says where one was.
    const follow = () => {
      if (current()) return;
      onLink();
      keep(name, now.current(), false);
    };
    addEventListener('popstate', move);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', move);
      removeEventListener('hashchange', follow);
    };
  }, [name, current, placeOf, onStep, onLink, isBlank]);
}

function kept(name: string): unknown {
  return entry()[name];
}

function entry(): Record<string, unknown> {
  try {
    const { state } = history;
    return typeof state === 'object' && state !== null ? state : {};
  } catch {
    return {};
  }
}

function keep(name: string, value: unknown, isNew: boolean, address?: string): void {
  if (value === undefined) return;
  try {
    const state = { ...entry(), [name]: value };
    if (isNew && window.parent === window) history.pushState(state, '', address);
    else history.replaceState(state, '', address);
  } catch {
    // Some browsers refuse it to documents without an origin, or too often in a short time. All goes on; only a reload
    // would find an older step.
  }
}
