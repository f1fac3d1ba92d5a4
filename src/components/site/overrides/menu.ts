/** The phone's menu where popovers are unknown: opens and closes it as a popover would. */

/** What Starlight takes for wide: there the menu always stands beside the page. */
const WIDE = '(min-width: 50em)';

export function openWithoutPopover(): void {
  const menu = document.getElementById('starlight__sidebar');
  const button = document.querySelector<HTMLButtonElement>('.sl-menu-button');
  if (!menu || !button) return;

  const isOpen = () => menu.hasAttribute('data-open');
  const show = (open: boolean) => {
    button.setAttribute('aria-expanded', String(open));
    menu.toggleAttribute('data-open', open);
    document.documentElement.toggleAttribute('data-menu-open', open);
  };

  show(false);
  button.setAttribute('aria-controls', menu.id);
  button.addEventListener('click', () => show(!isOpen()));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return;
    show(false);
    button.focus();
  });
  // A press beside it, which is one in the header, closes it and does what it does there.
  document.addEventListener('click', ({ target }) => {
    if (isOpen() && !menu.contains(target as Node) && !button.contains(target as Node)) show(false);
  });
  matchMedia(WIDE).addEventListener('change', () => show(false));
  // Back from another page, the browser shows the page as it was left.
  addEventListener('pagehide', () => show(false));
}
