import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** All files below a folder, hidden ones such as `.well-known/security.txt` too, by their path in it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
