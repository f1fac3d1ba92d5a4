/**
 * The widgets that stand on pages of their own, in other people's sites and in the offline files. Each is named here once;
 * the sidebar, the embeds and the offline files loop over the list.
 */

import type { About, UnitPage } from './aboutShape.ts';
import * as checklist from './Checklist/about.ts';
import * as publicity from './Publicity/about.ts';
import * as roster from './Roster/about.ts';
import * as selfCheck from './SelfCheck/about.ts';
import * as timeline from './Timeline/about.ts';

export const WIDGETS: readonly About[] = [selfCheck.about, timeline.about, roster.about];

/** The path of a widget's full page, below the root and below a year. */
export const pageOf = ({ id, page = id }: Pick<About, 'id' | 'page'>): string => page;

/** The pages that stand twice, below a year and without one; the year's is the one to be found. */
export const PAGES_OF_YEAR: readonly string[] = /* @__PURE__ */ WIDGETS.map(pageOf);

export const EMBEDDED = {
  [selfCheck.ID]: selfCheck.embedded,
  [timeline.ID]: timeline.embedded,
  [roster.ID]: roster.embedded,
};
export type WidgetId = keyof typeof EMBEDDED;

/** The tools for units, in the order in which a unit comes to them. */
export const UNIT_PAGES: readonly UnitPage[] =
  // A call that is known to do nothing else is left out of the scripts that embed, which a spread is not.
  /* @__PURE__ */ [roster.unitPage].concat(publicity.pages, checklist.pages);
