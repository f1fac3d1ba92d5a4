/**
 * What a test of the floor can do in any browser: everything else is done by scripts in the page, so that the same
 * journey runs in all of them, and a driver is a few lines.
 */
export interface Tab {
  /** Opens an address as a page of its own, and waits for nothing. */
  open: (address: string) => Promise<void>;
  /** Makes the page that wide and high. */
  resize: (width: number, height: number) => Promise<void>;
  /** Gives what an expression in the page comes to, once that has come. */
  evaluate: (expression: string) => Promise<unknown>;
  /** Presses the mouse's button at a place of the page, as a person would. */
  pressAt: (x: number, y: number) => Promise<void>;
  /** Types on the keyboard, a line's end being Enter. */
  type: (text: string) => Promise<void>;
  close: () => Promise<void>;
}

/** A browser that this machine has, or does not have. */
export interface Driver {
  name: string;
  /** Undefined where the machine has no such browser. */
  start: (() => Promise<Tab>) | undefined;
}
