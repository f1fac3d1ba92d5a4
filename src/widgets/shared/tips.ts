/**
 * Lets what a link marked `data-tip` leads to be read where the link stands: a term of the glossary, a clause. The code
 * for it (tip.ts) comes when somebody first turns to such a link; without it, or without scripts, the link leads there.
 */

/** @param address of the code and of its styles, without their endings */
export function offerTips(address: string): void {
  let isMouse = true;
  addEventListener('pointerdown', ({ pointerType }) => {
    isMouse = pointerType === 'mouse';
  });
  const turnTo = (event: Event): void => {
    const { target, type } = event;
    const link = target instanceof Element && target.closest<HTMLAnchorElement>('[data-tip]');
    if (!link) return;
    if (type === 'click') {
      // Whoever has a mouse or a keyboard has read it by now, and goes there. A finger asks for it.
      if (isMouse || !(event as MouseEvent).detail) return;
      event.preventDefault();
    }
    import(/* @vite-ignore */ `${address}.js`).then(
      ({ turnedTo }: typeof import('./tip.ts')) => turnedTo(link, event, `${address}.css`),
      () => type === 'click' && location.assign(link.href),
    );
  };
  for (const type of ['pointerover', 'focusin', 'click']) addEventListener(type, turnTo);
}
