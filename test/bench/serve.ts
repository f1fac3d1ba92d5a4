import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { contentType } from '../../src/site/hosting/policy.ts';

/** The built site. */
export const DIST = join(import.meta.dirname, '../../dist');

/** Serves the built site as it should be served: with the brotli that the build has made. */
export async function serve(): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    const found = existsSync(file);
    const packed = found && existsSync(`${file}.br`);
    response.writeHead(found ? 200 : 404, {
      'content-type': contentType(file),
      ...(packed && { 'content-encoding': 'br' }),
    });
    if (found) createReadStream(packed ? `${file}.br` : file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://localhost:${port}`, close };
}
