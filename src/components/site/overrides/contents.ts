/** Marks in a page's contents the part that is being read; folds up the list of narrow screens once it has served. */

import { decoded } from '../../../widgets/shared/decoded.ts';

const lists = [...document.querySelectorAll<HTMLElement>('[data-contents]')];
const headings = [...(lists[0]?.querySelectorAll<HTMLAnchorElement>('a') ?? [])].flatMap(
  ({ hash }) => document.getElementById(decoded(hash.slice(1))) ?? [],
);

/** How far below what stays in front of the page a heading still counts as come to, in pixels. */
const MARGIN = 32;

function markCurrent(): void {
  const covered = Math.max(
    document.querySelector('header')?.getBoundingClientRect().bottom ?? 0,
    ...lists.map((list) => list.querySelector('summary')?.getBoundingClientRect().bottom ?? 0),
  );
  const above = headings.filter(
    (heading) => heading.getBoundingClientRect().top <= covered + MARGIN,
  );
  const current = above[above.length - 1] ?? headings[0];
  for (const list of lists) {
    for (const link of list.querySelectorAll('a')) {
      const isCurrent = decoded(link.hash.slice(1)) === current?.id;
      if (isCurrent) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      const here = isCurrent && list.querySelector('.here');
      if (here) here.textContent = link.textContent;
    }
  }
}

let asked = 0;
function markSoon(): void {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(markCurrent);
}

if (headings.length > 0) {
  addEventListener('scroll', markSoon, { passive: true });
  addEventListener('resize', markSoon);
  markSoon();
}

for (const folded of document.querySelectorAll<HTMLDetailsElement>('[data-contents] details')) {
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element && target.closest('a');
    if (link || !folded.contains(target as Node)) folded.open = false;
  });
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !folded.open) return;
    const hadFocus = folded.contains(document.activeElement);
    folded.open = false;
    if (hadFocus) folded.querySelector('summary')?.focus();
  });
}
