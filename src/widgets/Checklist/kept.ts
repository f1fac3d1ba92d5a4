/** Progress kept on this device, only because somebody asked for it; written like a file and read like one. */
import { readOwnFile } from '../shared/ownFile.ts';
import type { List } from './lists.ts';
import { kindOf, type Progress, progressText, readProgress } from './state.ts';

/** What is kept; undefined where there is nothing, nothing of use, or no storage to look into. */
export function readKept(list: List, year: number): Progress | undefined {
  try {
    const text = localStorage.getItem(kindOf(list, year));
    const opened = text === null ? undefined : readOwnFile(kindOf(list, year), text);
    return opened && 'data' in opened ? readProgress(list, opened.data).progress : undefined;
  } catch {
    return undefined;
  }
}

/** @returns whether it could be kept: a browser may refuse, or be full */
export function keep(list: List, year: number, progress: Progress): boolean {
  try {
    localStorage.setItem(kindOf(list, year), progressText(list, year, progress));
    return true;
  } catch {
    return false;
  }
}

/** @returns whether nothing is kept any more */
export function forget(list: List, year: number): boolean {
  try {
    localStorage.removeItem(kindOf(list, year));
    return true;
  } catch {
    return false;
  }
}
