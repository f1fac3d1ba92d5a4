/** What `npm run bench` compares really is the same question: the same people get the same verdicts from all. */
import { expect, test } from 'vitest';
import { contendersFor } from '../../bench/contenders.ts';
import { invented, notice } from './support.ts';

const all = invented(300);
const [ours, ...others] = contendersFor(notice, all);

test.each(others)('$name decides as we do', async ({ decide }) => {
  for (const index of all.keys()) {
    expect({ answers: all[index], verdict: await decide(index) }).toEqual({
      answers: all[index],
      verdict: await ours?.decide(index),
    });
  }
});
