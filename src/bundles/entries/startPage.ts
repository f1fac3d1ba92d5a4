/** What every offline page begins and ends with, around the widgets that its script puts in. */
import '../../styles/tokens.css';
import '../../styles/bare.css';
import '../../styles/common.css';
import '../../styles/print.css';
import './offline.css';
import { type ComponentChild, render } from 'preact';
import { followClock } from '../../widgets/shared/statusClock.ts';
import { watch } from '../../widgets/shared/watch.ts';

/** Where links lead in a page that holds the notice's text and `Sources`. */
export const SOURCES = {
  clause: (id: string) => `#clause-${id}`,
  rule: (id: string) => `#rule-${id}`,
  document: (id: string) => `#document-${id}`,
  conditions: '#rules',
  contacts: '#contacts',
  materials: '#materials',
};

/** @returns the page's root, and the address of the site, empty where it is not known */
export function startPage(): { root: HTMLElement; site: string } {
  watch();
  followClock();
  const root = document.documentElement;
  return { root, site: root.dataset.site ?? '' };
}

export function fill(id: string, content: ComponentChild): void {
  const place = document.getElementById(id);
  if (place) render(content, place);
}

/** Once the widgets are in. */
export function hasStarted(root: HTMLElement): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = () => {
    root.dataset.theme = dark.matches ? 'dark' : 'light';
  };
  dress();
  dark.addEventListener('change', dress);
  // What runs after the first paint has run as well: from here on a failure is not the browser's age (offline.ts).
  requestAnimationFrame(() =>
    setTimeout(() => {
      root.dataset.started = '';
    }),
  );
}
