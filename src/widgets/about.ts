/**
 * The widgets that stand on pages of their own, in other people's sites and in the offline file. Each is named here once;
 * the sidebar, the embeds and the offline file loop over the list.
 */

import type { About, UnitPage } from './aboutShape.ts';
import * as checklist from './Checklist/about.ts';
import * as publicity from './Publicity/about.ts';
import * as selfCheck from './SelfCheck/about.ts';
import * as timeline from './Timeline/about.ts';

export const WIDGETS: readonly About[] = [selfCheck.about, timeline.about];

export const EMBEDDED = {
  [selfCheck.ID]: selfCheck.embedded,
  [timeline.ID]: timeline.embedded,
};
export type WidgetId = keyof typeof EMBEDDED;

/** The tools for units, in the order in which a unit comes to them. */
export const UNIT_PAGES: readonly UnitPage[] =
  // A call that is known to do nothing else is left out of the scripts that embed, which a spread is not.
  /* @__PURE__ */ ([] as UnitPage[]).concat(publicity.pages, checklist.pages);
