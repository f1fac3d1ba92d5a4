import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/scripts/process.mjs';

describe('run', () => {
  test.each([0, 3])('gives the exit code %i', async (code) => {
    expect(await run(process.execPath, ['-e', `process.exit(${code})`])).toBe(code);
  });

  test('gives a code from 128 on when a signal ended the program', async () => {
    expect(await run(process.execPath, ['-e', 'process.kill(process.pid)'])).toBe(143);
  });

  test('reports a program that is not there', async () => {
    await expect(run('/no/such/program', [])).rejects.toThrow('ENOENT');
  });

  describe('while a server runs', () => {
    const server = 'console.log("ready"); setInterval(() => {}, 1000)';
    const script = `
      import { run } from '${new URL('../../src/scripts/process.mjs', import.meta.url)}';
      process.exitCode = await run(process.execPath, ['-e', '${server}']);
    `;

    test('passes a signal on, waits for the server to end, and gives its code', async () => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
      await once(child.stdout, 'data');
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([143, null]);
    });

    test('ends it when the shell that npm put in between is gone', async () => {
      const command = `"${process.execPath}" --input-type=module -e "$SCRIPT"; true`;
      const shell = spawn('sh', ['-c', command], { env: { SCRIPT: script } });
      await once(shell.stdout, 'data');
      shell.kill('SIGKILL');
      // Closed only when nobody can write to it any more, the server included.
      await once(shell.stdout, 'close');
    });
  });
});
