/** Inside the frame: takes up what the host asks for, and tells the host how tall the content is. */
import { sizeOf } from '../widgets/shared/textSize.ts';
import { greeting, heightMessage, isGreeting, themeIn } from './protocol.ts';
import { readTheme, type Theme, themeRules } from './theme.ts';

/**
 * Starts an embedded page, before it is painted. Opened by itself or in a frame of fixed height, the page simply scrolls.
 *
 * @example startFrame()
 */
export function startFrame(): void {
  wear(new URLSearchParams(location.search).get('theme') ?? '');
  dark().addEventListener('change', turn);
  takeSize();
  sayYear();
  followContent();
  printAsSeen();
  keepOpen();
}

let theme: Theme;
/** Asked late: the builder's page imports this file where there is no browser. */
const dark = () => matchMedia('(prefers-color-scheme: dark)');

/** Puts a theme into effect, in a style element that the page keeps for it: its policy refuses a new one. */
function wear(text: string): void {
  theme = readTheme(text);
  turn();
  const { sheet } = document.getElementById('theme') as HTMLStyleElement;
  if (!sheet) return;
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  for (const rule of themeRules(theme)) sheet.insertRule(rule);
}

function turn(): void {
  const isDark = theme.scheme === 'dark' || (theme.scheme === 'auto' && dark().matches);
  document.documentElement.setAttribute('data-theme', isDark ? 'dark' : 'light');
}

/** Letters as large as their reader chose on the site, where the browser lets a frame know. The host's theme may say more. */
function takeSize(): void {
  try {
    document.documentElement.dataset.size = sizeOf(localStorage.getItem('text-size'));
  } catch {}
}

/** Where another year was asked for than the site holds (missing.ts), says which one this is. */
function sayYear(): void {
  const asked = new URLSearchParams(location.search).get('asked') ?? '';
  if (!/^\d{4}$/.test(asked)) return;
  onceParsed(() => {
    const note = document.getElementById('asked');
    if (!note || note.dataset.year === asked) return;
    note.hidden = false;
    for (const place of note.querySelectorAll('b')) place.textContent = asked;
  });
}

/** Before anything that comes late is loaded, and in the order of calls. */
function onceParsed(run: () => void): void {
  if (document.readyState !== 'loading') run();
  else document.addEventListener('readystatechange', run, { once: true });
}

/**
 * Says to the parent that an embed is here, which it knows: it framed this page. Once the parent has greeted, its window
 * gets the content's height, now and at every change. Nobody else does.
 */
function followContent(): void {
  if (parent === window) return;
  let host = '';
  let last = 0;
  const tell = () => {
    // The body's height, not the document's: that is at least the frame's, and would never shrink.
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== last) parent.postMessage(heightMessage(height), host);
    last = height;
  };
  const observer = new ResizeObserver(tell);
  const follow = () => {
    // At once, because a frame that is not in sight is not drawn, and what is not drawn is not observed.
    last = 0;
    tell();
    observer.observe(document.body);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !isGreeting(data)) return;
    const asked = themeIn(data);
    if (asked !== undefined) wear(asked);
    // A host that is no web origin, such as a file, cannot be named. The message still goes to its window alone.
    host = origin === 'null' ? '*' : origin;
    // A host that follows the height needs no scroll bar, not even for the moment that it is behind.
    document.documentElement.toggleAttribute('data-followed', true);
    // Half a page has no height worth telling.
    onceParsed(follow);
  });
  parent.postMessage(greeting(), '*');
}

/**
 * On paper, a host's page shows the frame as it stands there, and the embed's own record would be cut or leave pages
 * blank. Only an embed that prints itself, or is no embed, uses the rules for paper; otherwise those for paper and those
 * for screens change places for the time of printing.
 */
function printAsSeen(): void {
  if (parent === window) return;
  let isOwn = false;
  let undo: (() => void) | undefined;
  const { print } = window;
  window.print = () => {
    isOwn = true;
    print.call(window);
  };
  addEventListener('beforeprint', () => {
    if (isOwn || undo) return;
    swapMedia();
    // Backgrounds are rarely printed.
    document.documentElement.setAttribute('data-theme', 'light');
    undo = () => {
      swapMedia();
      turn();
    };
  });
  addEventListener('afterprint', () => {
    isOwn = false;
    undo?.();
    undo = undefined;
  });
}

function swapMedia(): void {
  for (const sheet of document.styleSheets) {
    try {
      for (const { media } of mediaRules(sheet.cssRules)) {
        media.mediaText = media.mediaText.replace(/\b(print|screen)\b/g, (medium) =>
          medium === 'print' ? 'screen' : 'print',
        );
      }
    } catch {
      // In a sandbox without an origin, no sheet of a file can be read.
    }
  }
}

function* mediaRules(rules: CSSRuleList): Generator<CSSMediaRule> {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) yield rule;
    if (rule instanceof CSSGroupingRule) yield* mediaRules(rule.cssRules);
  }
}

/** Links leave the embed open and lead to a new tab; those within the page and to a telephone do not. */
function keepOpen(): void {
  addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element && target.closest('a');
      if (!link) return;
      const stays =
        link.protocol === 'tel:' || link.href.split('#')[0] === location.href.split('#')[0];
      link.target = stays ? '_self' : '_blank';
      link.relList.add('noopener');
    },
    { capture: true },
  );
}
