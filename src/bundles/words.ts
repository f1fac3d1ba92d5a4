/**
 * Words of `content/wording.yaml` as modules, so that each comes with the code that says it, and what is loaded later
 * brings its own:
 *
 *     import words from 'virtual:words/timeline/office';
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { loadWidgetWords } from '../notices/index.ts';

const PREFIX = 'virtual:words/';

/** The Vite plugin that serves them, from the `content/` of the root it runs in. */
export function words(): Plugin {
  let content: URL;
  let held: Promise<Record<string, Record<string, object>>> | undefined;
  return {
    name: 'bundles:words',
    configResolved: ({ root }) => {
      content = new URL('content/', pathToFileURL(`${root}/`));
    },
    resolveId: (source) => (source.startsWith(PREFIX) ? `\0${source}` : null),
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      this.addWatchFile(fileURLToPath(new URL('wording.yaml', content)));
      held ??= loadWidgetWords(content);
      const words = await held;
      const [widget = '', part = ''] = id.slice(PREFIX.length + 1).split('/');
      const texts = words[widget]?.[part];
      if (!texts) throw new Error(`wording.yaml has no ${widget}.${part}.`);
      return `export default ${JSON.stringify(texts)};`;
    },
    watchChange: () => {
      held = undefined;
    },
  };
}
