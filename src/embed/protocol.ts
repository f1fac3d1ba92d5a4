/**
 * What passes between a host page and the page embedded in it: a greeting both ways, a theme one way, a height the
 * other, nothing else. Which screen a person is at, what they answered and what came of it never leaves the frame.
 *
 * The frame says that it is there as soon as it begins to load, to whoever its parent is, in a greeting without anything
 * in it. The host greets back, and the frame then knows the host's origin and sends heights to that origin alone. Both
 * ends look at the sender's window and origin before they look at the message.
 */

/**
 * Raised when a message changes in a way that an older end would misread. Hosts pin a script for years, so the frame goes
 * on answering every version that a script was ever published with: one that waits until the frame has loaded and greets
 * without a theme, too.
 */
const VERSION = 1;
const TYPE = 'title-check';

/** No page is taller than this; a larger number is a mistake or malice. In CSS pixels. */
const TALLEST = 100_000;

/** Here I am. */
export const greeting = () => ({ type: TYPE, version: VERSION });

/** Host to frame: here I am, wear this, and tell me your height. */
export const hostGreeting = (theme: string) => ({ ...greeting(), theme });

/** Frame to host: how tall the content is, in CSS pixels. */
export const heightMessage = (height: number) => ({ ...greeting(), height });

/** Whether what another window sent has this protocol's form. It says nothing of who sent it. */
export function isGreeting(data: unknown): boolean {
  const message = data as { type?: unknown; version?: unknown } | null | undefined;
  return message?.type === TYPE && message.version === VERSION;
}

/** The theme that a greeting carries, in words that `readTheme` reads; undefined when it carries none. */
export function themeIn(data: unknown): string | undefined {
  const { theme } = data as { theme?: unknown };
  return isGreeting(data) && typeof theme === 'string' ? theme : undefined;
}

/** The height that a message carries; undefined when it is no such message. */
export function heightIn(data: unknown): number | undefined {
  if (!isGreeting(data)) return undefined;
  const { height } = data as { height?: unknown };
  return typeof height === 'number' && height > 0 && height <= TALLEST ? height : undefined;
}
