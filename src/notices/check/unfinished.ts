/** Finds what somebody has begun and still has to look at: `npm run new` marks it, and whoever has done it takes the mark away. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError, type Problem } from '../problem.ts';
import { readText } from '../read/files.ts';

/** Stands before what is still to be done, in a comment or in place of a text. */
export const TO_DO = '待改：';

/**
 * Looks through all that a year is made of.
 *
 * @throws ContentError naming each place that still bears the mark
 */
export async function checkFinished(id: string, content: URL): Promise<void> {
  const names = ['documents.yaml'];
  for (const folder of [`notices/${id}/`, `docs/${id}/`]) {
    const entries = await readdir(new URL(folder, content), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !/\.(yaml|mdx?)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name).replaceAll('\\', '/');
      names.push(path.slice(path.lastIndexOf(`/${folder}`) + 1));
    }
  }
  const problems: Problem[] = [];
  for (const name of names.sort()) {
    const text = await readText(new URL(name, content)).catch(() => '');
    const file = `content/${name}`;
    text.split('\n').forEach((line, index) => {
      const at = line.indexOf(TO_DO);
      if (at < 0) return;
      const what = line.slice(at).replace(/\s*(-->|\*\/\}|["']|\})\s*$/, '');
      problems.push({ file, path: [], line: index + 1, message: what });
    });
  }
  if (problems.length) throw new ContentError(problems, []);
}
