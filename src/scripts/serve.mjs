import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from './process.mjs';

/** @param {string} port */
export async function ensureFree(port) {
  if (await answers(port)) {
    throw new UserError(
      `端口 ${port} 已被别的程序占用。请先停止那个程序，或用环境变量 PORT 换一个端口，例如：PORT=4322 npm start`,
    );
  }
}

/**
 * Says the site's address as soon as a browser would get an answer there.
 *
 * @param {URL} address
 */
export async function announce(address) {
  // Not worth staying alive for: when the server fails to start, this process ends with it.
  while (!(await answers(address.port))) await wait(100, undefined, { ref: false });
  console.log(`\n网站已经可以打开：${address}（按 Ctrl+C 停止）\n`);
}

/**
 * Asks as a browser does, over both IPv4 and IPv6: binding the port ourselves would miss
 * a program that listens on only one of them.
 *
 * @param {string} port
 * @returns {Promise<boolean>}
 */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: 'localhost', port: Number(port), autoSelectFamily: true });
    socket.on('error', () => resolve(false));
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
