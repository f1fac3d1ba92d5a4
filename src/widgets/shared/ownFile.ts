/**
 * What a tool for units keeps in a file, and only because somebody asked for it. Whatever a file holds may be an older
 * version's or somebody else's: it is read part by part, and what is not understood is counted, never taken.
 */

/** Far beyond what any of these tools writes. */
const LARGEST = 2_000_000;

export type Opened = { data: Record<string, unknown> } | { problem: 'notOurs' | 'tooLarge' };

/** @param kind which tool's it is, and in which form */
export const ownFileText = (kind: string, data: object): string =>
  `${JSON.stringify({ kind, ...data }, undefined, 1)}\n`;

/** Reads a file that somebody chose. Never throws. */
export async function openOwnFile(kind: string, file: Blob): Promise<Opened> {
  if (file.size > LARGEST) return { problem: 'tooLarge' };
  try {
    return readOwnFile(kind, await file.text());
  } catch {
    return { problem: 'notOurs' };
  }
}

/** Never throws. */
export function readOwnFile(kind: string, text: string): Opened {
  try {
    const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return isObject(data) && data.kind === kind ? { data } : { problem: 'notOurs' };
  } catch {
    return { problem: 'notOurs' };
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text on one line, without what nobody sees, no longer than fits. */
export const line = (text: string, longest = 100): string =>
  [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longest).join('');

/** A text of several lines, otherwise the same. */
export const lines = (text: string, longest = 1000): string =>
  [
    ...text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n]+/gu, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('');
