import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

interface Options {
  /** Changes each page on its way. */
  change?: (html: string) => string;
  /** Answers some requests in place of the folder, and says whether it did. */
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** Serves a folder as a plain web server would: index.html for a folder, 404.html for what is not there. */
export async function serveFolder(folder: string, { change, answer }: Options = {}) {
  const server = createServer(async (request, response) => {
    if (answer?.(request, response)) return;
    const path = pathOf(request.url ?? '/');
    const found = path === undefined ? undefined : await findFile(join(folder, path));
    const file = found ?? (await findFile(join(folder, '404.html')));
    response.writeHead(found ? 200 : 404, {
      'content-type': TYPES[extname(file ?? '')] ?? 'application/octet-stream',
      // As the site's header policy has it: without this no other site may check a script's hash.
      'access-control-allow-origin': '*',
    });
    if (file?.endsWith('.html') && change) response.end(change(await readFile(file, 'utf8')));
    else if (file) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Normalised while absolute, so that none leads out of the folder; nothing for an address that is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
  } catch {
    return undefined;
  }
}

/** The file at a path, or the index of the folder there. */
async function findFile(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined);
  if (entry?.isDirectory()) return findFile(join(path, 'index.html'));
  return entry?.isFile() ? path : undefined;
}
