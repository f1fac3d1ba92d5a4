import { describe, expect, test } from 'vitest';
import { problems, toldOf } from './mutate.ts';

const file = 'notices/2026/notice.yaml';

describe('the number of the format', () => {
  test('is asked for where there is none', async () => {
    const { message } = await toldOf({ file, from: 'format: 1\n', to: '' });
    expect(problems(message)).toEqual([
      expect.stringContaining('没有写格式的编号。这一年按现在的格式写的，在最前面加一行 format: 1'),
    ]);
  });

  test('in quotation marks is asked for without them', async () => {
    const { message } = await toldOf({ file, from: 'format: 1\n', to: 'format: "1"\n' });
    expect(problems(message)).toEqual([
      expect.stringMatching(/第 \d+ 行 format：格式的编号是一个数，不加引号：format: 1。/),
    ]);
  });

  test('stops a folder of another format before anything else is said of it', async () => {
    const { message } = await toldOf({ file, from: 'format: 1\n', to: 'format: 2\nnew: thing\n' });
    expect(problems(message)).toEqual([
      expect.stringMatching(/notice\.yaml 第 \d+ 行 format：这里的格式是 2，这份代码读的是 1。/),
    ]);
  });
});
