import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureFree } from '../../src/scripts/serve.mjs';

describe('ensureFree', () => {
  let server: Server;
  let port: string;
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  afterEach(() => {
    server.close();
  });

  test('names the taken port and how to choose another', async () => {
    await expect(ensureFree(port)).rejects.toThrow(`端口 ${port} 已被别的程序占用`);
    await expect(ensureFree(port)).rejects.toThrow('PORT=');
  });

  test('is content with a free port', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(ensureFree(port)).resolves.toBeUndefined();
  });
});
