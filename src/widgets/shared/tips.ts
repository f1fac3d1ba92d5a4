/**
 * Lets what a link marked `data-tip` leads to be read where the link stands: a term of the glossary, a clause. The code
 * for it (tip.ts) comes when somebody first turns to such a link; without it, or without scripts, the link leads there.
 * It also copies what a button marked `data-copy` holds; without scripts there is no such button.
 */

/** @param address of the code and of its styles, without their endings */
export function offerTips(address: string): void {
  let isMouse = true;
  addEventListener('pointerdown', ({ pointerType }) => {
    isMouse = pointerType === 'mouse';
  });
  const load = (): Promise<typeof import('./tip.ts') & typeof import('./copyButton.ts')> =>
    import(/* @vite-ignore */ `${address}.js`);
  const turnTo = (event: Event): void => {
    const { target, type } = event;
    if (!(target instanceof Element)) return;
    const button = target.closest<HTMLElement>('[data-copy]');
    if (button && type === 'click') void load().then(({ copy }) => copy(button, `${address}.css`));
    const link = target.closest<HTMLAnchorElement>('[data-tip]');
    if (!link) return;
    if (type === 'click') {
      // Whoever has a mouse or a keyboard has read it by now, and goes there. A finger asks for it.
      if (isMouse || !(event as MouseEvent).detail) return;
      event.preventDefault();
    }
    load().then(
      ({ turnedTo }) => turnedTo(link, event, `${address}.css`),
      () => type === 'click' && location.assign(link.href),
    );
  };
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false;
  for (const type of ['pointerover', 'focusin', 'click']) addEventListener(type, turnTo);
}
