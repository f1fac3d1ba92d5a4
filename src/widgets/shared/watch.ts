/**
 * Says in the page what went wrong with a widget, in the box that `troubleBox` made, and reloads where asked. It stands
 * in the page itself, so that it runs although nothing else arrives, and tells only what did happen: slow is not broken.
 */
import type { Trouble } from './trouble.ts';

const WORDS: Record<Trouble, string> = {
  unloaded: '没有载入。可能是网络断了，也可能是网站刚更新过。',
  broken: '在这里出了错，用不了。浏览器太旧时常会这样。',
  part: '有一部分没有载入。可能是网络断了，也可能是网站刚更新过。',
  step: '刚才这一步出了错，没有做成。',
};

/** What a person does in a widget. What then throws in the same turn went wrong there. */
const DEEDS = ['click', 'input', 'change', 'submit', 'keydown'];

/** Watches over the widgets of a document: those that start, and those that run. */
export function watch(): void {
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

  const told = new Map<Element, Element>();
  new MutationObserver(() => {
    for (const widget of widgets()) {
      const sign = widget.querySelector('[data-failed]');
      if (sign === (told.get(widget) ?? null)) continue;
      if (sign) told.set(widget, sign);
      else told.delete(widget);
      const which = sign?.getAttribute('data-failed') || (used.has(widget) ? 'step' : 'broken');
      say(widget, sign ? (which as Trouble) : undefined);
    }
  }).observe(document, { childList: true, subtree: true });

  document.addEventListener('astro:hydration-error', (event) => {
    const { error } = (event as CustomEvent<{ error: unknown }>).detail;
    // Browsers differ in the words: “dynamically imported module”, “Importing a module script failed”.
    const isMissing = /import.*module/i.test(String(error));
    say(widgetOf(event.target), isMissing ? 'unloaded' : 'broken');
  });
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('[data-reload]');
    if (button) reload(button.parentElement as HTMLElement);
  });
}

/**
 * Watches also for what starts as the page loads: by the load event the page's own modules have run, or never will,
 * while islands are still fetching theirs and tell of it themselves.
 */
export function watchStart(): void {
  watch();
  if (isApart()) {
    takeState();
    sendForms();
  }
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
        ? window.customElements?.get('astro-island')
        : widget.hasAttribute('data-started');
      if (started) continue;
      say(widget, isMissing ? 'unloaded' : 'broken');
      openByHand(widget);
    }
  });
}

const isOnline = () => /^http/.test(location.protocol);
/** In a frame whose sandbox gives it an origin of its own, which no other document shares: not even the same, reloaded. */
const isApart = () => self.origin === 'null' && isOnline();

/** Its entry of the history loses its state when it is loaded again; the name of the frame stays. */
const STATE = 'state ';
function leaveState(): void {
  if (isApart()) window.name = STATE + JSON.stringify(history.state);
}
function takeState(): void {
  if (!window.name.startsWith(STATE)) return;
  try {
    // Hosts give names, too; whoever reads the state takes it for hostile.
    history.replaceState(JSON.parse(window.name.slice(STATE.length)), '');
  } catch {}
  window.name = '';
}

/**
 * In a frame whose sandbox does not allow forms none is sent, and its submit event, for which the widgets wait, never
 * comes: the button would be dead.
 */
function sendForms(): void {
  addEventListener('click', (event) => {
    const form = (event.target as Element).closest<HTMLButtonElement>('[type=submit]')?.form;
    if (!form) return;
    event.preventDefault();
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

/** What stands in a dialog can be read once its buttons open and close it, which its own script did not bring about. */
function openByHand(widget: Element): void {
  const dialog = widget.querySelector('dialog');
  if (!dialog) return;
  for (const button of Array.from(widget.querySelectorAll('button'))) {
    button.disabled = false;
    if (button.matches('.open')) button.onclick = () => dialog.showModal();
    if (button.matches('.close')) button.onclick = () => dialog.close();
  }
}

const widgets = () => Array.from(document.querySelectorAll('[data-widget]'));

const widgetOf = (target: EventTarget | null): Element | undefined =>
  (target instanceof Element && target.closest('[data-widget]')) || undefined;

/** @param trouble undefined once what was told before is over */
function say(widget: Element | undefined, trouble: Trouble | undefined): void {
  const box = widget?.querySelector<HTMLElement>('.tc-trouble');
  if (!widget || !box) return;
  box.hidden = !trouble;
  if (!trouble) return;
  const isLater = trouble === 'part' || trouble === 'step';
  // A widget that keeps its state with the tab's entry has it there.
  const kept = history.state ? '您填的还在，重新载入也不会丢。' : '';
  put(box, (isLater ? '' : widget.getAttribute('data-widget')) + WORDS[trouble] + kept);
  if (!isLater) return;
  // What had the focus may be gone; then reading goes on here.
  if (document.activeElement === document.body) box.focus();
  else box.scrollIntoView({ block: 'nearest' });
}

function put(box: HTMLElement, words: string): void {
  const line = box.querySelector('p');
  if (line) line.textContent = words;
}

/** Where the page cannot be had, the one that is here stays: the browser's own would take its place. */
function reload(box: HTMLElement): void {
  const here = isOnline()
    ? fetch(location.href, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' })
    : Promise.resolve();
  here.then(
    () => {
      leaveState();
      location.reload();
    },
    () => put(box, '还连不上网站，所以没有重新载入。等网络好了再按。'),
  );
}
