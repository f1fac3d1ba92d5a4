/** Opens answers: the one that the address names, all of them for paper, and all of them on request. */

import { decoded } from '../../widgets/shared/decoded.ts';

const answers = [...document.querySelectorAll<HTMLDetailsElement>('[data-answer]')];

function openNamed(): void {
  const id = decoded(location.hash.slice(1));
  const named = answers.find((one) => one.querySelector('h2, h3')?.id === id);
  if (named) named.open = true;
}
openNamed();
addEventListener('hashchange', openNamed);

// Where styles alone cannot unfold them (print.css).
let opened: HTMLDetailsElement[] = [];
addEventListener('beforeprint', () => {
  opened = answers.filter(({ open }) => !open);
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
    const open = !answers.every((one) => one.open);
    for (const one of answers) one.open = open;
    button.textContent = open ? fold : unfold;
  });
}
