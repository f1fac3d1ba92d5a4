/** The lines of HTML that a host page takes over. */
import { PERMISSIONS, SANDBOX, WIDGETS, type Widget } from './element.ts';

export interface Choice {
  /** The site's root, with a slash at its end. */
  root: string;
  widget: Widget;
  /** A notice's year; empty, the widget moves on with the notices. */
  year: string;
  /** As `writeTheme` gives it. */
  theme: string;
  /** The script whose content never changes: its path below the root, and its SRI hash. */
  pinned: { path: string; integrity: string };
}

/** One line for the script that is kept up to date, one for the script that never changes, one without a script. */
export function snippets({ root, widget, year, theme, pinned }: Choice) {
  const path = `${year ? `${year}/` : ''}${widget}/`;
  const link = `<a href="${root}${path}">${WIDGETS[widget]}</a>`;
  const attributes = `widget="${widget}"${year ? ` notice="${year}"` : ''}${theme && ` theme="${theme}"`}`;
  const element = `<title-check ${attributes}>${link}</title-check>`;
  const query = theme && `?theme=${encodeURIComponent(theme)}`;
  return {
    element: `${element}\n<script src="${root}embed.js" async></script>`,
    pinned: `${element}\n<script src="${root}${pinned.path}" integrity="${pinned.integrity}" crossorigin="anonymous" async></script>`,
    iframe: `<iframe src="${root}embed/${path}${query}" title="${WIDGETS[widget]}" width="100%" height="700" frameborder="0" loading="lazy" sandbox="${SANDBOX}" allow="${PERMISSIONS}"></iframe>\n<p>${link}</p>`,
  };
}
