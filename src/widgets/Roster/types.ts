/** What the parts of the roster's page give each other. */
import type { Answers, PrepareWording, SelfCheckNotice } from '../../calculator/index.ts';
import type {
  Mapping,
  RosterFile,
  RosterNotice,
  RosterWork,
  ScreenedRow,
  SheetView,
  Summary,
} from '../../roster/index.ts';
import type { Person, Receiver } from '../shared/handover.ts';
import type { Links } from '../shared/result/links.ts';
import type { Filter, Order } from './list.ts';

/** What screening and its result need, as `/2026/employers/roster/data.json` holds it. */
export interface RosterData {
  notice: SelfCheckNotice & RosterNotice;
  prepare: PrepareWording;
}

/** What works on a roster, and what its result points to. */
export interface Tools {
  data: RosterData;
  links: Links;
  work: RosterWork;
  /** The site's base path; in a file that has left the site, the site's whole address or nothing. */
  base: string;
  /** Where the document holds the other tools for units: gives people to one of them. */
  onGive?: ((receiver: Receiver, people: Person[]) => void) | undefined;
}

/** What was pasted or opened. Each time an object of its own. */
export interface Given {
  roster: RosterFile;
  /** Made-up people, whom nobody loses. */
  isSample?: boolean;
}

/** A roster that was read. */
export interface Read {
  name: string;
  sheets: SheetView[];
  /** Which of them, by its place. */
  at: number;
  mapping: Mapping;
  forAll: Answers;
}

/** How a result is looked at. */
export interface View {
  filter: Filter;
  order: Order;
  /** The row that is open, by its number. */
  open?: number | undefined;
  /** The row that the table comes back to. */
  active?: number | undefined;
}

/** A roster that was screened. */
export interface Screened {
  read: Read;
  next: boolean;
  rows: ScreenedRow[];
  summary: Summary;
}
