import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { copySite, plainEnvironment } from '../../support/build-site.ts';

/**
 * Serves the site as `npm run dev` does, from a copy: a second server in one folder is refused, and the first may be
 * somebody's own.
 */
export async function serveDev(): Promise<{
  origin: string;
  /** The copy of `content/` that is served. */
  content: string;
  close: () => Promise<void>;
}> {
  const { root, remove } = copySite();
  const server = fork(join(import.meta.dirname, 'dev-server.mjs'), {
    cwd: root,
    // Asking for a newer version would leave this machine.
    env: { ...plainEnvironment(), ASTRO_DISABLE_UPDATE_CHECK: 'true' },
    execArgv: [],
  });
  const ended = once(server, 'exit').then(remove);
  const [port] = await Promise.race([
    once(server, 'message'),
    ended.then(() => {
      throw new Error('The development server ended before it served anything.');
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    content: join(root, 'content'),
    close: () => {
      server.kill();
      return ended;
    },
  };
}
