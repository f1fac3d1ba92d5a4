/** What a door's functions show in their comments of how they are called. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '../../src');

export interface Example {
  /** As the door exports it. */
  name: string;
  /** The file that holds it. */
  file: string;
  call: string;
  /** What it gives; empty where it only does something. */
  value: string;
}

/** The names of the functions that a door exports. */
export const functionsOf = (door: object): string[] =>
  Object.entries(door).flatMap(([name, one]) =>
    typeof one === 'function' && !String(one).startsWith('class') ? [name] : [],
  );

/**
 * The example in a function's comment.
 *
 * @param folders below `src`, where the function may be written
 * @param own its name where it is written, if the door gives it another
 * @throws where there is no function, no comment or no example of a call of it
 */
export function exampleOf(name: string, folders: string[], own = name): Example {
  const found = new RegExp(`^export (?:async )?(?:function|const) ${own}\\b`, 'm');
  for (const folder of folders) {
    for (const path of globSync('**/*.ts', { cwd: join(SOURCE, folder) })) {
      const file = join(SOURCE, folder, path);
      const text = readFileSync(file, 'utf8');
      const at = text.search(found);
      if (at < 0) continue;
      const comment = text.slice(text.lastIndexOf('/**', at), at);
      const [, line = ''] = /^ \* @example (.+)$/m.exec(comment) ?? [];
      const [, call = line, value = ''] = /^(.+) \/\/ (.+)$/.exec(line) ?? [];
      if (!new RegExp(`\\b${name}\\(`).test(call))
        throw new Error(`${file}: ${own} does not show how ${name} is called`);
      return { name, file, call, value };
    }
  }
  throw new Error(`${own} is not written in ${folders.join(', ')}`);
}

/** Runs an expression as a reader would type it, with these names at hand. */
export const runWith = async (given: object, expression: string): Promise<unknown> =>
  new Function(...Object.keys(given), `return (async () => (${expression}))()`)(
    ...Object.values(given),
  );
