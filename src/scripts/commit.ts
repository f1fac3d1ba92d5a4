import { execFileSync } from 'node:child_process';
import { UserError } from './process.mjs';

/**
 * When the version that is being built was committed: the one time that is the same wherever and whenever it is built.
 *
 * @throws in Chinese, where neither git nor SOURCE_DATE_EPOCH tells it
 */
export function commitTime(): Date {
  const told = process.env.SOURCE_DATE_EPOCH ?? git('log', '-1', '--format=%ct');
  const seconds = Number(told);
  if (!told || !Number.isInteger(seconds)) {
    throw new UserError(
      '不知道这一版是什么时候的。请在 git 仓库里运行，或者用环境变量 SOURCE_DATE_EPOCH 给出秒数。',
    );
  }
  return new Date(seconds * 1000);
}

/** What git prints; empty where there is no git or no repository. */
export function git(...args: string[]): string {
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
