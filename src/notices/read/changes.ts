/** Reads what has changed for readers. */
import { WRITTEN, type WrittenChange } from '../../shapes/index.ts';
import { ContentError, type Problem, type Say } from '../problem.ts';
import { readYaml } from './files.ts';

export type Change = WrittenChange;

/** Of a notice, what has to be told of. */
interface Told {
  id: string;
  revision: number;
  version: string;
}

/**
 * The changes, newest first.
 *
 * @param notices all that are held: a revision that nobody tells readers of stops the build
 * @throws ContentError listing every mistake with file, line, field and what to write
 *
 * @example (await loadChanges([], content)).length > 0 // true
 */
export async function loadChanges(notices: Told[], content: URL): Promise<Change[]> {
  const { data, file } = await readYaml(WRITTEN.changes, 'changes.yaml', content);
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ file: file.name, path, message });
  data.forEach(({ id, on }, index) => {
    if (data.findIndex((one) => one.id === id) < index) {
      say([index, 'id'], `前面已经有“${id}”，换一个编号。`);
    }
    const before = data[index - 1];
    if (before && before.on < on) say([index, 'on'], '新的写在前面，这一条比前一条新。');
  });
  for (const { revision, version } of notices) {
    if (revision > 1 && !data.some((one) => one.version === version)) {
      say([], `通知改到了 ${version} 版。加一条，写 version: "${version}"，告诉大家改了什么。`);
    }
  }
  if (problems.length) throw new ContentError(problems, [file]);
  return data;
}
