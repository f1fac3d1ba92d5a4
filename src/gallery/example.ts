import type { IsoDate } from '../calculator/index.ts';

/** One state of a widget, as data. */
export interface Example {
  /** Unique, and stable: tests name an example by it, and the gallery's address does. */
  id: string;
  name: string;
  widget: 'selfCheck' | 'timeline' | 'publicity' | 'checklist' | 'roster';
  /** Under the site's base, with the fragment that brings the state about as far as a link can. */
  path: string;
  /** What a person does then. */
  steps: Action[];
  /** The day on which it is looked at; until its end the notice's first stage is open in most. */
  today: IsoDate;
  /** What stands there once the example is ready, as a selector. */
  ready: string;
  /** What can be read in the widget then. */
  says?: string;
  /** Whether it is worth printing. */
  print?: true;
}

/** Names are what a person reads or a screen reader says; their beginning is enough. */
export type Action =
  /** A button, or the line that opens a closed part. */
  | { press: string }
  /** An option, by its label. */
  | { choose: string }
  /** A field, by its id, its `name` or its `aria-label`. */
  | { type: string; into: string };
