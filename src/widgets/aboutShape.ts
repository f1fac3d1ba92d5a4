/** What an offline file says of a tool that it holds. */
export interface InFile {
  /** What it is called where it fails. */
  part: string;
  /** HTML: where the same can be read, in the offline file. */
  instead: string;
  /** Which links of ours it opens. */
  opens?: 'answers' | 'plan';
}

/** What the site's own pages and the offline file say of a widget. */
export interface About extends InFile {
  /** Its path below `embed/`, and what a host names it by. */
  id: string;
  /** The path of its full page below the root and below a year, where that is not its id. */
  page?: string;
  /** Whom it is for: units have a part of the menu for themselves. */
  audience: 'everyone' | 'units';
  /** Its page's name, which every link to it bears. */
  title: string;
  /** What it does, after its name in a list. */
  about: string;
  /** The offline file that holds it, by name. */
  offline: 'self-check' | 'roster';
  /** The height, as CSS, that a host page keeps free until the script has a better idea of it; `Embedded` has the same. */
  reserve: string;
}

/** What host pages hold of a widget, so it is little. */
export interface Embedded {
  /** The name that a screen reader announces and that the link to its full page bears. */
  name: string;
  /** As `About` has it. */
  page?: string;
  /**
   * How tall it is when it opens, in CSS pixels: `least` in a wide place, `base + area / width` in a narrower one. Only for
   * the moment before the frame has told its height, so that what stands below hardly moves; a test compares.
   */
  least: number;
  base: number;
  area: number;
}

/** A page with a tool for units. It holds other people's names, so it is a page of the site's own and no embed. */
export interface UnitPage {
  /** Its path below the root. */
  id: string;
  /** Its name, which every link to it bears. */
  title: string;
  /** What it does, after its name in a list. */
  about: string;
  /** In the offline file for units, where it has no entry among the widgets. */
  inFile?: InFile;
}
