/** An on-screen keyboard covers the page from below, and most browsers do not tell the page's layout of it. */
import { useEffect } from 'preact/hooks';

/** From here on the page is zoomed by hand, and what is not to be seen is not covered. */
const ZOOMED = 1.05;

/**
 * Keeps what sticks to the lower edge above the keyboard, and the field that has the focus above what sticks there.
 *
 * @param bar selects what sticks
 */
export function useRoomForKeyboard(bar: string): void {
  useEffect(() => {
    const view = window.visualViewport;
    const root = document.documentElement;
    const follow = () => {
      const covered = view && view.scale < ZOOMED ? innerHeight - view.height - view.offsetTop : 0;
      root.style.setProperty('--tc-covered', `${Math.max(0, Math.round(covered))}px`);
      const field = document.activeElement;
      const sticks = document.querySelector(bar);
      if (!sticks || !field?.matches('.tc-field')) return;
      if (getComputedStyle(sticks).position !== 'sticky') return;
      // With what is said of it while one types.
      const { bottom } = (field.closest('.tc-date') ?? field).getBoundingClientRect();
      const hidden = bottom - sticks.getBoundingClientRect().top;
      if (hidden > -GAP) scrollBy(0, hidden + GAP);
    };
    view?.addEventListener('resize', follow);
    view?.addEventListener('scroll', follow);
    document.addEventListener('focusin', follow);
    return () => {
      view?.removeEventListener('resize', follow);
      view?.removeEventListener('scroll', follow);
      document.removeEventListener('focusin', follow);
      root.style.removeProperty('--tc-covered');
    };
  }, [bar]);
}

/** Between the field and what sticks. */
const GAP = 12;
