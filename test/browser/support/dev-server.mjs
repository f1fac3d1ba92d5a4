/**
 * The server of `npm run dev`, in the folder where it is started: says its port to the process that forked it, and ends
 * with that process, however it ends.
 */
import { dev } from 'astro';

process.on('disconnect', () => process.exit());
const project = new URL('../../../', import.meta.url);
const server = await dev({
  root: process.cwd(),
  logLevel: 'error',
  devToolbar: { enabled: false },
  server: { host: '127.0.0.1', port: 0 },
  // The packages lie outside the copy that is served.
  vite: { server: { fs: { allow: [project.pathname] } } },
});
process.send?.(server.address.port);
