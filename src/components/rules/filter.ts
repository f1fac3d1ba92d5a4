/** Leaves of the folded answers those that hold every word that is typed, and of the groups those with any of them. */

const filter = document.querySelector<HTMLElement>('[data-filter]');
const input = filter?.querySelector('input');
const told = filter?.querySelector('[role=status]');
const answers = [...document.querySelectorAll<HTMLElement>('[data-answer]')].map((answer) => ({
  answer,
  text: plain(`${answer.textContent}${answer.dataset.words ?? ''}`),
}));
const groups = [...document.querySelectorAll<HTMLDetailsElement>('[data-group]')];
/** Those that were shut before something was typed. */
let shut: HTMLDetailsElement[] | undefined;

/** As it is compared: no matter how wide or large its letters are. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function find(): void {
  const words = plain(input?.value ?? '')
    .split(/[\s、，,]+/)
    .filter(Boolean);
  let count = 0;
  for (const { answer, text } of answers) {
    answer.hidden = !words.every((word) => text.includes(word));
    if (!answer.hidden) count += 1;
  }
  if (words.length > 0) shut ??= groups.filter(({ open }) => !open);
  for (const group of groups) {
    group.hidden = !group.querySelector('[data-answer]:not([hidden])');
    if (words.length > 0) group.open = true;
  }
  if (words.length === 0) {
    for (const group of shut ?? []) group.open = false;
    shut = undefined;
  }
  if (!told) return;
  told.textContent =
    words.length === 0 ? '' : count === 0 ? '没有找到，换个说法试试。' : `找到 ${count} 条。`;
}

if (filter && input) {
  filter.hidden = false;
  input.addEventListener('input', (event) => {
    // What is being composed is no word yet.
    if (!(event as InputEvent).isComposing) find();
  });
  input.addEventListener('compositionend', find);
  // A browser brings back what was typed when one comes back to the page.
  addEventListener('pageshow', find);
}
