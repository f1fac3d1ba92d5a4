/** A checklist as the widget gets it: plain text, with links to where each item is said. */

/** Whose word an item is: the notice's, another document's, nobody's, this site's, or how others do it. */
export type Mark = 'notice' | 'reference' | 'manual' | 'ours' | 'elsewhere';

export interface List {
  /** An actor of the notice: whoever uses it. */
  role: string;
  title: string;
  /** The notice's number, and the version of what this site makes of it. */
  number: string;
  version: string;
  groups: Group[];
}

export interface Group {
  id: string;
  title: string;
  /** Once for every person, or once for all of them. */
  each: boolean;
  items: Item[];
}

export interface Item {
  /** Unique in its list, and stable: saved files know it by this. */
  id: string;
  says: string;
  mark: Mark;
  sources: { label: string; href: string }[];
}

/** What to call where an item is said: beside the mark of the notice itself its clause needs no “通知” again. */
export const sourceName = (mark: Mark, label: string): string =>
  mark === 'notice' ? label.replace(/^通知 /, '') : label;
