/** The lines of HTML that a host page takes over. */
import { WIDGETS } from '../widgets/about.ts';
import { PERMISSIONS, SANDBOX } from './element.ts';
import { EMBEDDED, placeOf, type Widget } from './widgets.ts';

export interface Choice {
  /** The site's root, with a slash at its end. */
  root: string;
  widget: Widget;
  /** A notice's year; empty, the widget moves on with the notices. */
  year: string;
  /** Whose days the timeline shows first; empty, the applicant's. */
  view: string;
  /** The day of the employer's posting, or empty. */
  postedOn: string;
  /** As `writeTheme` gives it. */
  theme: string;
  /** The script whose content never changes: its path below the root, and its SRI hash. */
  pinned: { path: string; integrity: string };
}

/**
 * One line for the script that is kept up to date, one for the script that never changes, one without a script.
 *
 * @example snippets({ root: 'https://example.com/', widget: 'self-check', year: '', view: '', postedOn: '', theme: '', pinned: { path: 'embed/v1.js', integrity: 'sha384-x' } }).element.endsWith('<script src="https://example.com/embed.js" async></script>') // true
 */
export function snippets({ root, widget, year, view, postedOn, theme, pinned }: Choice) {
  const { path, page, fragment } = placeOf({ widget, notice: year, view, postedOn });
  const link = `<a href="${root}${escaped(page + fragment)}">${EMBEDDED[widget].name}</a>`;
  const reserve = WIDGETS.find(({ id }) => id === widget)?.reserve;
  const isTimed = widget === 'timeline';
  const attributes = Object.entries({
    widget,
    notice: year,
    view: isTimed ? view : '',
    'posted-on': isTimed ? postedOn : '',
    theme,
    style: `display:block;min-height:${reserve}`,
  })
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
  const element = `<title-check ${attributes}>${link}</title-check>`;
  const query = theme && `?theme=${encodeURIComponent(theme)}`;
  return {
    element: `${element}\n<script src="${root}embed.js" async></script>`,
    pinned: `${element}\n<script src="${root}${pinned.path}" integrity="${pinned.integrity}" crossorigin="anonymous" async></script>`,
    iframe: `<iframe src="${root}embed/${escaped(path + query + fragment)}" title="${EMBEDDED[widget].name}" width="100%" height="700" frameborder="0" loading="lazy" sandbox="${SANDBOX}" allow="${PERMISSIONS}"></iframe>\n<p>${link}</p>`,
  };
}

/** A fragment holds ampersands. */
const escaped = (address: string): string => address.replaceAll('&', '&amp;');
