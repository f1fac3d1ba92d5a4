/**
 * The made-up notice on which mechanisms are tested, so that a change of this year's content fails no test of a
 * mechanism. Its content lies in `sample/`, written as the real one is; words that all years share are the real ones.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its folder under `notices/`. The year is one whose working days are known. */
export const SAMPLE = '2026';

/** A content folder of one's own with the made-up notice in it. The caller removes it. */
export function copySample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  cpSync(join(import.meta.dirname, 'sample'), folder, { recursive: true });
  cpSync(join(import.meta.dirname, '../../content/wording.yaml'), join(folder, 'wording.yaml'));
  return folder;
}

/** Reads something from the made-up content. */
export async function fromSample<T>(read: (content: URL) => Promise<T>): Promise<T> {
  const folder = copySample();
  try {
    return await read(pathToFileURL(`${folder}/`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
