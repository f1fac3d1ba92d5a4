/** Opens answers: the one that the address names, all of them for paper, and all of them on request. */

import { decoded } from '../../widgets/shared/decoded.ts';

/** Answers, and the groups around them. */
const folds = [...document.querySelectorAll<HTMLDetailsElement>('[data-answer], [data-group]')];

function openNamed(): void {
  const id = decoded(location.hash.slice(1));
  const heading = id ? document.getElementById(id) : null;
  const named = folds.filter((one) => heading?.closest('summary') && one.contains(heading));
  const wasShut = named.some(({ open }) => !open);
  for (const one of named) one.open = true;
  // The browser could not go to what was folded away.
  if (wasShut && named.length > 1) heading?.scrollIntoView();
}
openNamed();
addEventListener('hashchange', openNamed);

// Where styles alone cannot unfold them (print.css).
let opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  opened = folds.filter(({ open }) => !open);
  for (const one of opened) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of opened) one.open = false;
  opened = [];
});

const button = document.querySelector<HTMLButtonElement>('[data-unfold]');
if (button) {
  const { unfold = '', fold = '' } = button.dataset;
  button.addEventListener('click', () => {
    const open = !folds.every((one) => one.open);
    for (const one of folds) one.open = open;
    button.textContent = open ? fold : unfold;
  });
}
