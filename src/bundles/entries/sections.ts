/** One part of the page at a time: the one that the address names, or that holds what it names. */

import { decoded } from '../../widgets/shared/decoded.ts';
import { mendedLink } from '../../widgets/shared/mendedLink.ts';

/**
 * Shows the part that the fragment asks for, now and whenever it changes.
 *
 * @param onShow told the id of each part before it is shown, each time
 */
export function followFragment(onShow: (id: string) => void): void {
  const sections = [...document.querySelectorAll<HTMLElement>('main > section')];
  const tabs = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
  /** How far down each part was left. */
  const left = new Map<HTMLElement, number>();
  let shown: HTMLElement | undefined;

  const show = () => {
    const target = document.getElementById(decoded(location.hash.slice(1)));
    // A link of ours is opened by one of the widgets; what names nothing shows the first part.
    const kind = mendedLink(location.href)?.kind;
    const asked =
      sections.find(({ dataset }) => kind && dataset.opens === kind) ??
      sections.find((part) => part.contains(target));
    const section = asked ?? sections[0];
    if (!section) return;
    const first = shown === undefined;
    if (shown && shown !== section) left.set(shown, scrolled);
    shown = section;
    onShow(section.id);
    for (const part of sections) part.hidden = part !== section;
    for (const tab of tabs) {
      if (tab.hash === `#${section.id}`) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    if (target && target !== section) {
      target.scrollIntoView();
      target.focus();
      return;
    }
    if (first) return;
    section.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    scrollTo(0, left.get(section) ?? 0);
  };

  // By the time a fragment is told of, the browser has scrolled already.
  let scrolled = 0;
  addEventListener('scroll', () => {
    scrolled = scrollY;
  });
  addEventListener('hashchange', show);
  show();
}
