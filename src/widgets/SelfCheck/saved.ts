/**
 * Answers kept on this device, only because the person asked for it. They are written like a link and read like one:
 * whatever stands in the storage may be an older version's or somebody else's.
 */
import {
  type Answers,
  type AskingNotice,
  decodeAnswers,
  encodeAnswers,
  type IsoDate,
  isRealDate,
} from '../../calculator/index.ts';
import type { OpenedLink } from './openedLink.ts';

/** The number is that of the form in which they are written. */
const keyOf = (notice: AskingNotice) => `self-check.1.${notice.id}`;

export interface Saved {
  /** The day in Shanghai on which they were kept. */
  on: IsoDate;
  link: OpenedLink;
}

/** What is kept; undefined when there is nothing, nothing that can be used, or no storage to look into. */
export function readSaved(notice: AskingNotice): Saved | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(notice)) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { on, answers: text } = kept as Record<string, unknown>;
    if (typeof on !== 'string' || !isRealDate(on) || typeof text !== 'string') return undefined;
    const link = decodeAnswers(notice, text);
    if (Object.keys(link.answers).length === 0) return undefined;
    return { on, link: { ...link, saved: true } };
  } catch {
    return undefined;
  }
}

/** @returns whether it could be kept: a browser may refuse, or be full */
export function save(notice: AskingNotice, answers: Answers, on: IsoDate): boolean {
  try {
    const kept = JSON.stringify({ on, answers: encodeAnswers(notice, answers) });
    localStorage.setItem(keyOf(notice), kept);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether nothing is kept any more */
export function forget(notice: AskingNotice): boolean {
  try {
    localStorage.removeItem(keyOf(notice));
    return true;
  } catch {
    return false;
  }
}
