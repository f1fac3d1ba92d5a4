import type { Example } from './example.ts';

/**
 * Brings an example about in a page that has its path open, by pressing, choosing and typing as a person does. Tests
 * send it into the page under test, so it can use nothing from outside itself.
 *
 * @throws Error saying which step found nothing, or what does not stand there in the end
 */
export async function play(
  { steps, ready, says }: Pick<Example, 'steps' | 'ready' | 'says'>,
  // Only where it is called from outside the page.
  page: Document = document,
): Promise<void> {
  const tick = () => new Promise((done) => setTimeout(done));
  const until = async <T>(what: string, get: () => T | null | undefined | false): Promise<T> => {
    for (const end = performance.now() + 20_000; ; await tick()) {
      const found = get();
      if (found) return found;
      if (performance.now() > end) throw new Error(`没有${what}`);
    }
  };
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

  const widget = await until('运行起来的组件', () =>
    page.querySelector<HTMLElement>('astro-island:not([ssr]) .tc-widget'),
  );
  /** The one of that name, or else the first whose name begins so. */
  const named = (selector: string, name: string): HTMLElement | undefined => {
    // What a widget does not show yet nobody can press: it would have gone the other way a moment later.
    const all = [...widget.querySelectorAll<HTMLElement>(selector)]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => [one, plain(one.ariaLabel ?? one.textContent)] as const);
    const [found] =
      all.find(([, own]) => own === name) ?? all.find(([, own]) => own.startsWith(name)) ?? [];
    return found;
  };
  for (const step of steps) {
    if ('press' in step) {
      // A widget that has just started has its buttons ready a moment later.
      const ready = 'button:not(:disabled, [aria-disabled=true]), summary';
      (await until(`“${step.press}”可以按`, () => named(ready, step.press))).click();
    } else if ('choose' in step) {
      (await until(`“${step.choose}”可以选`, () => named('label', step.choose))).click();
    } else {
      const field = await until(`“${step.into}”可以填`, () =>
        [...widget.querySelectorAll<HTMLInputElement>('input, textarea')].find(
          ({ id, name, ariaLabel }) => [id, name, ariaLabel].includes(step.into),
        ),
      );
      field.value = step.type;
      for (const event of ['input', 'change'])
        field.dispatchEvent(new Event(event, { bubbles: true }));
    }
    // What follows from it is drawn before the next.
    await tick();
  }
  await until(ready, () => widget.matches(ready) || page.querySelector(ready));
  if (says) await until(`“${says}”可以读到`, () => plain(widget.textContent).includes(says));
}
