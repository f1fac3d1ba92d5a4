/**
 * Says in the page what went wrong with a widget, in the box that `troubleBox` made, and reloads where asked. It stands
 * in the page itself, so that it runs although nothing else arrives, and tells only what did happen: slow is not broken.
 * Every page pays for it, so each page gets no more of it than it can need.
 */
import type { Trouble } from './trouble.ts';

/** What a person does in a widget begins with one of these. What then throws in the same turn went wrong there. */
const DEEDS = ['click', 'input', 'keydown'];

/** Watches over the widgets of a document, once they run. */
export function watch(beforeReload?: () => void): void {
  const used = new Set<Element>();
  let inUse: Element | undefined;
  for (const deed of DEEDS) {
    addEventListener(
      deed,
      ({ target }) => {
        inUse = widgetOf(target);
        if (inUse) used.add(inUse);
        setTimeout(() => {
          inUse = undefined;
        });
      },
      true,
    );
  }
  // Without an error it is a notice, such as that of a ResizeObserver.
  addEventListener('error', ({ error }) => error && say(inUse, 'step'));
  addEventListener('unhandledrejection', () => say(inUse, 'step'));

  const told = new Map<Element, Element | null>();
  new MutationObserver(() => {
    for (const widget of widgets()) {
      const sign = widget.querySelector('[data-failed]');
      if (sign === (told.get(widget) || null)) continue;
      told.set(widget, sign);
      const which =
        sign && (sign.getAttribute('data-failed') || (used.has(widget) ? 'step' : 'broken'));
      say(widget, which as Trouble | null);
    }
  }).observe(document, { childList: true, subtree: true });

  addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('[data-reload]');
    if (button) reload(button.parentElement as HTMLElement, beforeReload);
  });
}

/**
 * Watches also for what starts as the page loads: by the load event the page's own modules have run, or never will,
 * while islands are still fetching theirs and tell of it themselves.
 *
 * @param onDead told a widget that has not started
 */
export function watchStart(beforeReload?: () => void, onDead?: (widget: Element) => void): void {
  watch(beforeReload);
  addEventListener('astro:hydration-error', (event) => {
    const { error } = (event as CustomEvent<{ error: unknown }>).detail;
    // Browsers differ in the words: “dynamically imported module”, “Importing a module script failed”.
    const isMissing = /import.*module/i.test(String(error));
    say(widgetOf(event.target), isMissing ? 'unloaded' : 'broken');
  });
  let isMissing = false;
  addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement) isMissing = true;
    },
    true,
  );
  addEventListener('load', () => {
    for (const widget of widgets()) {
      const started = widget.querySelector('astro-island')
        ? window.customElements && customElements.get('astro-island')
        : widget.hasAttribute('data-started');
      if (started) continue;
      say(widget, isMissing ? 'unloaded' : 'broken');
      if (onDead) onDead(widget);
    }
  });
}

/** What stands in a dialog can be read once its buttons open and close it, which its own script did not bring about. */
export function openByHand(widget: Element): void {
  const dialog = widget.querySelector('dialog');
  if (!dialog) return;
  for (const field of Array.from(widget.querySelectorAll('input'))) field.disabled = true;
  for (const button of Array.from(widget.querySelectorAll('button'))) {
    button.disabled = false;
    if (button.matches('.open')) button.onclick = () => dialog.showModal();
    if (button.matches('.close')) button.onclick = () => dialog.close();
  }
}

const widgets = () => Array.from(document.querySelectorAll('[data-widget]'));

const widgetOf = (target: EventTarget | null): Element | undefined =>
  (target instanceof Element && target.closest('[data-widget]')) || undefined;

/** @param trouble null once what was told before is over */
function say(widget: Element | undefined, trouble: Trouble | null): void {
  const box = widget?.querySelector<HTMLElement>('.tc-trouble');
  if (!box) return;
  box.hidden = !trouble;
  if (!trouble) return;
  const isLater = trouble === 'part' || trouble === 'step';
  const what = { part: '有一部分', step: '刚才这一步' }[trouble as string];
  const why =
    trouble === 'unloaded' || trouble === 'part'
      ? '没有载入，可能是网络断了，或者网站刚更新过。'
      : '出了错，浏览器太旧时常会这样。';
  // A widget that keeps its state with the tab's entry has it there.
  const kept = isLater && history.state ? '您填的还在，重新载入也不会丢。' : '';
  put(box, (what || widget?.getAttribute('data-widget')) + why + kept);
  if (!isLater) return;
  // What had the focus may be gone; then reading goes on here.
  if (document.activeElement === document.body) box.focus();
  else box.scrollIntoView({ block: 'nearest' });
}

function put(box: HTMLElement, words: string): void {
  (box.firstChild as Element).textContent = words;
}

/** Where the page cannot be had, the one that is here stays: the browser's own would take its place. */
function reload(box: HTMLElement, before?: () => void): void {
  const here = /^http/.test(location.protocol)
    ? fetch(location.href, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' })
    : Promise.resolve();
  here.then(
    () => {
      if (before) before();
      location.reload();
    },
    () => put(box, '还连不上网站。等网络好了再按。'),
  );
}
