/** Inside the frame: takes up the theme that the address carries, and tells the host how tall the content is. */
import { heightMessage, isGreeting } from './protocol.ts';
import { readTheme, themeRules } from './theme.ts';

/**
 * Starts an embedded page, before it is painted. Opened by itself or in a frame of fixed height, the page simply scrolls.
 */
export function startFrame(): void {
  takeTheme();
  followContent();
  keepOpen();
}

/** A constructed sheet, because a style element falls to the page's policy. Browsers without it keep the site's look. */
function takeTheme(): void {
  const theme = readTheme(new URLSearchParams(location.search).get('theme') ?? '');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const turn = () => {
    const isDark = theme.scheme === 'dark' || (theme.scheme === 'auto' && dark.matches);
    document.documentElement.setAttribute('data-theme', isDark ? 'dark' : 'light');
  };
  turn();
  dark.addEventListener('change', turn);
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(themeRules(theme).join(''));
    document.adoptedStyleSheets = [sheet];
  } catch {}
}

/** Once the host has greeted, its window gets the content's height, now and at every change. Nobody else does. */
function followContent(): void {
  let observer: ResizeObserver | undefined;
  addEventListener('message', ({ source, origin, data }) => {
    if (parent === window || source !== parent || !isGreeting(data)) return;
    // A host that is no web origin, such as a file, cannot be named. The message still goes to its window alone.
    const host = origin === 'null' ? '*' : origin;
    // A host that follows the height needs no scroll bar, not even for the moment that it is behind.
    document.documentElement.toggleAttribute('data-followed', true);
    const { body } = document;
    observer?.disconnect();
    observer = new ResizeObserver(() => {
      // The body's height, not the document's: that is at least the frame's, and would never shrink.
      const { height } = body.getBoundingClientRect();
      parent.postMessage(heightMessage(Math.ceil(height)), host);
    });
    observer.observe(body);
  });
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
