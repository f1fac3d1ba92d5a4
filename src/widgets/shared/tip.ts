/**
 * What a link leads to, shown beside the link. It stands behind the link in the page, so that the keyboard and a screen
 * reader come to it next, and takes no room from the text. One is open at a time.
 */
import { decoded } from './decoded.ts';
import { loadStyles } from './loadStyles.ts';

/** What a mouse merely passes over is not opened, and what it leaves for a moment not closed. Milliseconds. */
const DWELL = 150;
const GRACE = 300;
/** From the window's edge and from the line, in pixels. */
const MARGIN = 16;
const GAP = 4;

let open: { link: HTMLAnchorElement; tip: HTMLElement } | undefined;
/** The link that is to be open once all has come. */
let wanted: HTMLAnchorElement | undefined;
/** The link that gets the focus back when its tip is closed, which is no wish to see it again. */
let left: HTMLAnchorElement | undefined;
let timer = 0;
let styles = '';

/**
 * @param event the mouse came over the link, the focus came to it, or a finger tapped it
 * @param address of the styles
 */
export function turnedTo(link: HTMLAnchorElement, event: Event, address: string): void {
  styles = address;
  if (event.type === 'click') {
    if (wanted === link) close();
    else void show(link, true);
  } else if (event.type === 'focusin') {
    if (left === link) left = undefined;
    else if (link.matches(':focus-visible')) void show(link);
  } else if ((event as PointerEvent).pointerType === 'mouse') {
    soon(() => link.matches(':hover') && void show(link), DWELL);
  }
}

const isOurs = (target: EventTarget | null): boolean =>
  target instanceof Node &&
  Boolean(
    open?.tip.contains(target) ||
      (target instanceof Element && target.closest('[data-tip]') === wanted),
  );
const isRead = (): boolean =>
  Boolean(open?.link.matches(':focus-visible') || open?.tip.matches(':focus-within'));

addEventListener('pointerover', ({ target, pointerType }) => {
  if (pointerType !== 'mouse' || !wanted) return;
  if (isOurs(target)) clearTimeout(timer);
  else soon(() => isRead() || close(), GRACE);
});
for (const type of ['focusin', 'pointerdown']) {
  addEventListener(type, ({ target }) => {
    if (wanted && !isOurs(target)) close();
  });
}
const onKey = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || !wanted) return;
  // What stands around it and listens for the same key stays.
  event.stopPropagation();
  const { link, tip } = open ?? {};
  const hadFocus = tip?.contains(document.activeElement);
  close();
  if (!hadFocus || !link) return;
  left = link;
  link.focus();
};
addEventListener('keydown', onKey, true);
addEventListener('resize', close);

function soon(act: () => void, after: number): void {
  clearTimeout(timer);
  timer = window.setTimeout(act, after);
}

function close(): void {
  clearTimeout(timer);
  wanted = undefined;
  open?.link.removeAttribute('aria-describedby');
  open?.tip.remove();
  open = undefined;
}

/** @param isAsked it was asked for by a tap: then the focus goes there, and if nothing comes, the link is followed */
async function show(link: HTMLAnchorElement, isAsked = false): Promise<void> {
  clearTimeout(timer);
  if (wanted === link) return;
  close();
  wanted = link;
  try {
    const [content] = await Promise.all([contentOf(link), loadStyles(styles)]);
    if (wanted !== link) return;
    const tip = document.createElement('span');
    tip.id = 'tc-tip';
    tip.className = 'tc-tip not-content';
    tip.setAttribute('role', 'note');
    tip.setAttribute('aria-label', link.textContent);
    tip.tabIndex = -1;
    tip.append(...content);
    link.after(tip);
    link.setAttribute('aria-describedby', tip.id);
    open = { link, tip };
    place(link, tip);
    if (isAsked) tip.focus({ preventScroll: true });
  } catch {
    if (wanted === link) wanted = undefined;
    if (isAsked) location.assign(link.href);
  }
}

/** Under the line in which the link begins, above it where there is no room, and never beyond the window's sides. */
function place(link: HTMLAnchorElement, tip: HTMLElement): void {
  const [line = link.getBoundingClientRect()] = link.getClientRects();
  const from = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth - MARGIN - from.width;
  const isBelow = line.bottom + GAP + from.height <= innerHeight || line.top < from.height;
  const left = Math.max(MARGIN, Math.min(line.left, room));
  const top = isBelow ? line.bottom + GAP : line.top - GAP - from.height;
  // From where styles put it, whatever of the page's boxes that is counted from.
  tip.style.left = `${left - from.left}px`;
  tip.style.top = `${top - from.top}px`;
}

const pages = new Map<string, Promise<Document>>();

/** A page of the site, read once. */
function pageAt(address: string): Promise<Document> {
  const known = pages.get(address);
  if (known) return known;
  const page = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(address);
    // Its text alone: this page's policy would refuse what styles stand in the other's head, and say so.
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(await answer.text()) ?? [];
    return new DOMParser().parseFromString(main, 'text/html');
  });
  pages.set(address, page);
  page.catch(() => pages.delete(address));
  return page;
}

/** What the link leads to: its heading, what is said there, and the way to the page. */
async function contentOf({ href }: HTMLAnchorElement): Promise<Node[]> {
  const [address = '', id = ''] = href.split('#');
  const page = await pageAt(address);
  const heading = page.getElementById(decoded(id));
  const told = heading?.closest('[data-told]')?.cloneNode(true);
  if (!(heading && told instanceof Element)) throw new Error(href);
  for (const part of told.querySelectorAll('summary, .sl-heading-wrapper, [data-untold]')) {
    part.remove();
  }
  for (const part of told.querySelectorAll('[id], [data-tip], [data-copy]')) {
    for (const name of ['id', 'data-tip', 'hidden']) part.removeAttribute(name);
  }
  const name = document.createElement('b');
  name.textContent = heading.textContent;
  const way = document.createElement('a');
  way.href = href;
  way.textContent = `到“${page.querySelector('h1')?.textContent}”里看`;
  return [name, ...told.childNodes, way];
}
