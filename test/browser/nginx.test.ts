import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../../src/scripts/files.ts';
import { contentType, headerRules, headersFor } from '../../src/site/hosting/policy.ts';
import { startNginx } from '../support/nginx.ts';

let folder: string;
let dist: string;
let plain: Awaited<ReturnType<typeof startNginx>>;
let withBrotli: Awaited<ReturnType<typeof startNginx>>;
const agent = new Agent({ keepAlive: true, maxSockets: 4 });

beforeAll(async () => {
  // The built site, with files beside and inside it that nobody may see.
  folder = mkdtempSync(join(tmpdir(), 'served-'));
  dist = join(folder, 'site');
  cpSync('dist', dist, { recursive: true, preserveTimestamps: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(dist, '.env'), 'secret');
  mkdirSync(join(dist, '.git'));
  writeFileSync(join(dist, '.git/config'), 'secret');
  mkdirSync(join(dist, '.well-known'));
  writeFileSync(join(dist, '.well-known/security.txt'), 'Contact: tel:0571-88228292');
  plain = await startNginx({ dist });
  withBrotli = await startNginx({ dist, brotli: true });
});
afterAll(async () => {
  agent.destroy();
  await Promise.all([plain.stop(), withBrotli.stop()]);
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for a path as it is written: fetch would tidy up `..` before sending it. */
function get(
  path: string,
  headers: Record<string, string> = {},
  { server = plain, method = 'GET' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: server.port, path, method, headers, agent };
    request(options, async (response) => {
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part);
      const { statusCode: status, headers } = response;
      resolve({ status, headers, body: Buffer.concat(parts) });
    })
      .on('error', reject)
      .end();
  });
}

const rules = headerRules('*');
const names = rules.map(({ name }) => name.toLowerCase());
/** What the site's rules govern, of all that a server says. */
const governed = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
const expected = (file: string) =>
  Object.fromEntries(
    Object.entries(headersFor(file, rules)).map(([name, value]) => [name.toLowerCase(), value]),
  );
const files = filesBelow('dist').filter((file) => !/\.(br|gz)$|^_headers$/.test(file));
const overHttps = { 'x-forwarded-proto': 'https' };

describe('every file', () => {
  test('comes whole, with its type and the headers of the table', async () => {
    expect(files.length).toBeGreaterThan(80);
    for (const file of files) {
      const { status, headers, body } = await get(`/${encodeURI(file)}`, overHttps);
      expect(status, file).toBe(200);
      expect(headers['content-type'], file).toBe(contentType(file));
      expect(governed(headers), file).toEqual(expected(file));
      expect(body.equals(readFileSync(join('dist', file))), file).toBe(true);
    }
  });

  test('has a known type', () => {
    const unknown = files.filter((file) => contentType(file) === 'application/octet-stream');
    expect(unknown).toEqual([]);
  });

  test.each([
    ['/', 'index.html'],
    ['/2026/notice/', '2026/notice/index.html'],
    ['/embed/2026/timeline/', 'embed/2026/timeline/index.html'],
  ])('is found at its address: %s', async (path, file) => {
    const { status, headers, body } = await get(path, overHttps);
    expect(status).toBe(200);
    expect(governed(headers)).toEqual(expected(file));
    expect(body.equals(readFileSync(join('dist', file)))).toBe(true);
  });

  test('over plain HTTP promises nothing about HTTPS', async () => {
    const { headers } = await get('/');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('cross-origin-opener-policy');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('is not shown with the server’s version', async () => {
    expect((await get('/')).headers.server).toBe('nginx');
  });
});

describe('compressed copies', () => {
  const decoders: Record<string, (body: Buffer) => Buffer> = {
    br: brotliDecompressSync,
    gzip: gunzipSync,
  };

  test.each([
    ['plain', 'gzip', 'gzip'],
    ['plain', 'gzip, deflate, br, zstd', 'gzip'],
    ['plain', 'br', undefined],
    ['withBrotli', 'gzip, deflate, br, zstd', 'br'],
    ['withBrotli', 'gzip', 'gzip'],
    ['withBrotli', 'identity', undefined],
  ])('from the server %s for “%s” come as %s', async (name, accepted, encoding) => {
    const server = name === 'plain' ? plain : withBrotli;
    for (const path of ['/2026/notice/', '/404.html', '/2026/calendar.ics', '/embed.js']) {
      const file = join('dist', path.endsWith('/') ? `${path}index.html` : path);
      const { status, headers, body } = await get(
        path,
        { 'accept-encoding': accepted },
        { server },
      );
      expect(status).toBe(200);
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers['content-type']).toBe(contentType(file));
      expect(headers['last-modified']).toBe(statSync(file).mtime.toUTCString());
      const text = encoding ? decoders[encoding]!(body) : body;
      expect(text.equals(readFileSync(file))).toBe(true);
    }
  });

  test('are no addresses of their own', async () => {
    for (const path of ['/index.html.gz', '/index.html.br', '/embed.js.gz', '/%69ndex.html.br']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe('what is not there', () => {
  test.each(['/none/', '/2026/none', '/_astro/none.js', '/embed/none/', '/none.ics'])(
    'is answered with the site’s own page: %s',
    async (path) => {
      const { status, headers, body } = await get(path, overHttps);
      expect(status).toBe(404);
      expect(body.equals(readFileSync('dist/404.html'))).toBe(true);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(governed(headers)).toEqual(expected('404.html'));
    },
  );

  test('is compressed as well', async () => {
    const { headers, body } = await get('/none/', { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).equals(readFileSync('dist/404.html'))).toBe(true);
  });

  test.each(['/_astro/', '/api/', '/embed/2026/'])('is the list of %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body.equals(readFileSync('dist/404.html'))).toBe(true);
  });
});

describe('conditional and partial requests', () => {
  const path = '/2026/notice/';

  test.each([{}, { 'accept-encoding': 'gzip' }, { 'accept-encoding': 'br' }])(
    'spare what has not changed (%j)',
    async (accepted) => {
      const server = withBrotli;
      const first = await get(path, accepted, { server });
      const { etag = '', 'last-modified': modified = '' } = first.headers;
      expect(etag).toMatch(/^"[^"]+"$/);
      for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
        const { status, headers, body } = await get(
          path,
          { ...accepted, ...condition },
          { server },
        );
        expect(status).toBe(304);
        expect(body).toHaveLength(0);
        expect(headers['cache-control']).toBe('public, max-age=300');
      }
    },
  );

  test('send what has changed', async () => {
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    const before = { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
    expect((await get(path, before)).status).toBe(200);
  });

  test('tell the encodings apart', async () => {
    const accepted = ['identity', 'gzip', 'br'];
    const tags = await Promise.all(
      accepted.map(async (encoding) => {
        const answer = await get(path, { 'accept-encoding': encoding }, { server: withBrotli });
        return answer.headers.etag;
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('give the part that was asked for', async () => {
    const whole = readFileSync(join('dist', path, 'index.html'));
    const { status, headers, body } = await get(path, { range: 'bytes=100-199' });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes 100-199/${whole.length}`);
    expect(body.equals(whole.subarray(100, 200))).toBe(true);
  });

  test('give the whole where the part is of an older version, and refuse what lies beyond the end', async () => {
    const range = 'bytes=100-199';
    expect((await get(path, { range, 'if-range': '"other"' })).status).toBe(200);
    expect((await get(path, { range: 'bytes=99999999-' })).status).toBe(416);
  });
});

describe('addresses', () => {
  test('of a folder gain their slash, wherever the server is reached', async () => {
    const { status, headers } = await get('/2026/notice', { host: 'guide.example' });
    expect(status).toBe(301);
    expect(headers.location).toBe('/2026/notice/');
  });

  test.each([
    '/.env',
    '/.git/config',
    '/%2eenv',
    '/%2Egit/config',
    '/2026/../.env',
    '/../secret.txt',
    '/2026/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/2026/..%2f..%2fsecret.txt',
    '/2026/%2e%2e/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/../site/index.html',
    '//../secret.txt',
    '/index.html%00.txt',
    '/index.html/',
    '/_headers',
    '/%5fheaders',
    '/2026/..;/secret.txt',
  ])('that try %s get nothing', async (path) => {
    const { status, body } = await get(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('secret');
    if (status === 404) expect(body.equals(readFileSync('dist/404.html'))).toBe(true);
  });

  test('of the well-known kind are served', async () => {
    expect((await get('/.well-known/security.txt')).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE'])('take no %s', async (method) => {
    expect((await get('/', {}, { method })).status).toBe(405);
  });

  test('answer HEAD without a body', async () => {
    const { status, headers, body } = await get('/', overHttps, { method: 'HEAD' });
    expect(status).toBe(200);
    expect(governed(headers)).toEqual(expected('index.html'));
    expect(body).toHaveLength(0);
  });
});
