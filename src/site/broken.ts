/**
 * Content that somebody broke while developing: told once, and shown over every page until it is mended. The loaders
 * run in another copy of these modules than the integration; what both hold is the server's watcher.
 */
import type { ViteDevServer } from 'vite';

type Watcher = ViteDevServer['watcher'];
interface Broken {
  message: string;
}

const EVENT = 'content:broken';
const state = new WeakMap<Watcher, Map<string, string>>();

/** Of all collections what is wrong, by the message; whatever several say is said once. */
const brokenOf = (watcher: Watcher): Map<string, string> => {
  const held = state.get(watcher) ?? new Map<string, string>();
  state.set(watcher, held);
  return held;
};

/** @returns whether nobody has said so yet */
export function tellBroken(watcher: Watcher, collection: string, { message }: Error): boolean {
  const broken = brokenOf(watcher);
  const known = [...broken.values()].includes(message);
  broken.set(collection, message);
  if (!known) tell(watcher, { message });
  return !known;
}

export function tellMended(watcher: Watcher, collection: string): void {
  const broken = brokenOf(watcher);
  if (!broken.delete(collection)) return;
  tell(watcher, [...broken.values()].map((message) => ({ message }))[0]);
}

const tell = (watcher: Watcher, broken: Broken | undefined) =>
  // Vite's watcher names the events that it knows; this one is ours.
  (watcher as NodeJS.EventEmitter).emit(EVENT, broken);

/** Shows what is broken as Vite shows errors, on pages that are opened later too, and reloads once all is mended. */
export function showBroken({ watcher, ws }: ViteDevServer): void {
  let broken: Broken | undefined;
  const show = () => {
    if (broken) ws.send({ type: 'error', err: { message: broken.message, stack: '' } });
  };
  (watcher as NodeJS.EventEmitter).on(EVENT, (now: Broken | undefined) => {
    broken = now;
    if (broken) show();
    else ws.send({ type: 'full-reload', path: '*' });
  });
  ws.on('connection', show);
}
