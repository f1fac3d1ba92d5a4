/** What can be embedded, and where it stands. Host pages hold all of it, so it is small. */

import { EMBEDDED, type WidgetId } from '../widgets/about.ts';

export { EMBEDDED };

export type Widget = WidgetId;

const IDS = Object.keys(EMBEDDED) as Widget[];

/** Whose days the timeline may show first, by the names that a notice has for them. */
export const VIEWS = ['applicant', 'employer', 'office'] as const;

/** What a host asks for. Whatever cannot be read is as if nothing was said. */
export interface Asked {
  widget?: string | null;
  /** A notice's year; without one, the current notice. */
  notice?: string | null;
  /** One of `VIEWS`. */
  view?: string | null;
  /** The day on which the employer posts its publicity, such as `2026-07-20`. */
  postedOn?: string | null;
}

interface Place {
  widget: Widget;
  /** Below `embed/`. */
  path: string;
  /** Of the full page, below the root. */
  page: string;
  fragment: string;
}

/**
 * @returns the widget, where it stands, and the fragment that sets the timeline: a plan
 *   as src/plan/planLink.ts reads it, which a test holds
 *
 * @example placeOf({ widget: 'timeline', notice: '2026', view: 'employer' }).path // '2026/timeline/'
 */
export function placeOf({ widget, notice, view, postedOn }: Asked): Place {
  const shown = IDS.find((one) => one === widget) || 'self-check';
  const year = matching(/^\d{4}$/, notice);
  const plan = [
    ['role', VIEWS.find((one) => one === view)],
    ['post', matching(/^\d{4}-\d\d-\d\d$/, postedOn)],
  ]
    .map(([key, value]) => value && `&${key}=${value}`)
    .join('');
  const below = year && `${year}/`;
  return {
    widget: shown,
    path: `${below}${shown}/`,
    page: `${below}${EMBEDDED[shown].page || shown}/`,
    fragment: shown === 'timeline' && plan ? `#plan=${plan}` : '',
  };
}

const matching = (form: RegExp, text?: string | null): string =>
  text && form.test(text) ? text : '';

/** How tall a widget is before its frame has told, in CSS pixels. */
export function usualHeight(widget: Widget, width: number): number {
  const { least, base, area } = EMBEDDED[widget];
  return Math.max(least, base + area / width);
}
