import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

interface HostPage {
  /** The whole page, from its doctype on. */
  html: string;
  headers?: Record<string, string>;
}

/**
 * Serves pages of another site, on an origin of its own, until the test ends.
 *
 * @param pages by path
 * @returns the origin
 */
export async function serveHost(pages: Record<string, HostPage>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...page?.headers,
    });
    response.end(page?.html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // By this name it is another site than the pages on 127.0.0.1, with a process of its own, not only another origin.
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
