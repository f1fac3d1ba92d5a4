/** One part of the page at a time: the one that the address names, or that holds what it names. */

import { mendedLink } from '../../widgets/shared/mendedLink.ts';

/**
 * Shows the part that the fragment asks for, now and whenever it changes.
 *
 * @param onFirst told the id of each part before it is shown for the first time
 */
export function followFragment(onFirst: (id: string) => void): void {
  const panels = [...document.querySelectorAll<HTMLElement>('main > section')];
  const tabs = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
  /** How far down each part was left. */
  const left = new Map<HTMLElement, number>();
  const seen = new Set<HTMLElement>();
  let shown: HTMLElement | undefined;

  const show = () => {
    const target = document.getElementById(fragment());
    // A link of ours is opened by one of the widgets; what names nothing shows the first part.
    const kind = mendedLink(location.href)?.kind;
    const asked =
      panels.find(({ dataset }) => kind && dataset.opens === kind) ??
      panels.find((part) => part.contains(target));
    const panel = asked ?? panels[0];
    if (!panel) return;
    const first = shown === undefined;
    if (shown && shown !== panel) left.set(shown, scrolled);
    shown = panel;
    if (!seen.has(panel)) onFirst(panel.id);
    seen.add(panel);
    for (const part of panels) part.hidden = part !== panel;
    for (const tab of tabs) {
      if (tab.hash === `#${panel.id}`) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    if (target && target !== panel) {
      target.scrollIntoView();
      target.focus();
      return;
    }
    if (first) return;
    panel.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, left.get(panel) ?? 0);
  };

  // By the time a fragment is told of, the browser has scrolled already.
  let scrolled = 0;
  addEventListener('scroll', () => {
    scrolled = scrollY;
  });
  addEventListener('hashchange', show);
  show();
}

/** What the address names, decoded; as it stands where it cannot be. */
function fragment(): string {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
