import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A failure that the person can mend: its message, in Chinese, is all they need to see. */
export class UserError extends Error {}

/**
 * Runs a program in the foreground.
 *
 * Signals are passed on instead of ending this process, so that the child is never left behind
 * and its exit code is the one that counts. npm passes a signal to the shell between us and no further:
 * then all we notice is another parent.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @returns {Promise<number>} the exit code; 128 + the signal's number where a signal ended it, as in a shell
 */
export function run(program, args, stdio = 'inherit') {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio });
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || passOn('SIGTERM'), 500);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      clearInterval(watch);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * Runs the npm that called us, under the given Node: npm picks package versions by the Node it runs on.
 *
 * @param {string} node
 * @param {string[]} args
 */
export function runNpm(node, args) {
  const npm = process.env.npm_execpath;
  if (!npm?.endsWith('npm-cli.js')) throw new UserError('请用 npm 运行，例如：npm start');
  return run(node, [npm, ...args, '--no-audit', '--no-fund']);
}
