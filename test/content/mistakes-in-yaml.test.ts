import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadNotice } from '../../src/notices/index.ts';
import { nearest } from '../../src/shapes/index.ts';
import { notice } from '../calculator/support.ts';
import { SAMPLE } from '../notices/index.ts';
import { lineOf, messageOf, problems, toldOf, withCopy } from './mutate.ts';

const file = 'notices/2026/rules/05-postApproval.yaml';

test('content saved with the line ends of Windows reads as the same', async () => {
  const read = await withCopy(
    (folder) => {
      for (const name of globSync('**/*.{yaml,md,mdx}', { cwd: folder })) {
        const path = join(folder, name);
        writeFileSync(path, readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'));
      }
    },
    async (content) => ({
      said: await messageOf(content),
      notice: await loadNotice(SAMPLE, content),
    }),
  );
  expect(read).toEqual({ said: '', notice });
});

describe('YAML that cannot be read', () => {
  test.each([
    [
      'a tab',
      'asks: 事业单位的岗位有没有核定。',
      '\tasks: 事业单位的岗位有没有核定。',
      '制表符（Tab）。改用空格',
    ],
    [
      'a full-width colon',
      'asks: 事业单位的岗位有没有核定。',
      'asks：事业单位的岗位有没有核定。',
      '“asks: ”',
    ],
    [
      'two colons',
      'reason: 您的岗位已经核定。',
      'reason: 提示: 您的岗位已经核定。',
      '一行里有两个“: ”',
    ],
    [
      'a key twice',
      'asks: 事业单位的岗位有没有核定。',
      'title: 又一次\nasks: 事业单位的岗位有没有核定。',
      '写了两次',
    ],
    ['an open quotation', '- is: "yes"', '- is: "yes', '引号'],
  ])(
    'because of %s is told in Chinese, with its line and what to write',
    async (_, from, to, says) => {
      const { message, text } = await toldOf({ file, from, to });
      const [told, ...more] = problems(message);
      expect(more).toEqual([]);
      expect(told).toContain(`content/${file} 第 `);
      expect(told).toContain(says);
      expect(told).not.toMatch(/[a-z]{4,} [a-z]{2,} [a-z]{3,}/);
      if (!from.startsWith('- is')) {
        expect(told).toContain(`第 ${lineOf(text, to.split('\n')[0] ?? '')} 行`);
      }
    },
  );

  test('because of an alias without its anchor is told with the one that was meant', async () => {
    const file = 'notices/2026/rules/03-qualification.yaml';
    const { message, text } = await toldOf({
      file,
      from: '- *skillLevelUnsure',
      to: '- *skilLevelUnsure',
    });
    expect(problems(message)).toEqual([
      `content/${file} 第 ${lineOf(text, '*skilLevelUnsure')} 行 *skilLevelUnsure 前面没有 &skilLevelUnsure。是不是 *skillLevelUnsure？先在前面写 &skilLevelUnsure，后面才能用 *skilLevelUnsure。`,
    ]);
  });
});

test('names that stand for more and more of each other are told, and not unfolded', async () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
  for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf', 'hg'])
    bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
  const { message, text } = await toldOf({
    file,
    from: 'asks: 事业单位的岗位有没有核定。',
    to: `asks: 事业单位的岗位有没有核定。\n${bomb.join('\n')}`,
  });
  expect(problems(message)).toEqual([
    `content/${file} 第 ${lineOf(text, 'h: &h')} 行 用 * 重复的太多，一层套一层。把其中一些直接写出来。`,
  ]);
});

describe('a misspelt key', () => {
  test('is told once, with the one that was meant', async () => {
    const { message } = await toldOf({
      file: 'notices/2026/notice.yaml',
      from: 'issuer: ',
      to: 'isuer: ',
    });
    expect(problems(message)).toHaveLength(1);
    expect(message).toContain('没有“isuer”这一项。是不是 issuer？');
  });

  test('that is near none is told with what there is', async () => {
    const { message } = await toldOf({
      file: 'notices/2026/notice.yaml',
      from: 'publicity: {',
      to: 'publicity: { colour: red,',
    });
    expect(message).toContain('没有“colour”这一项。可以写：workdays、stage、clause。');
  });
});

describe('a rule that has never been reviewed', () => {
  test('is not said to rest on changed words', async () => {
    const { message } = await toldOf({
      file: 'notices/2026/rules/01-specialty.yaml',
      from: `clauses: "${notice.rules[0]?.reviewed.clauses}"`,
      to: 'clauses: "0"',
    });
    expect(message).toContain('还没有对照 1.1、2.1 复核过。复核规则 specialty 后');
    expect(message).not.toContain('变了');
  });
});

describe('nearest', () => {
  test('finds what was meant, and nothing where nothing is near', () => {
    expect(nearest('isuer', ['title', 'issuer'])).toBe('issuer');
    expect(nearest('Title', ['title', 'issuer'])).toBe('title');
    expect(nearest('colour', ['title', 'issuer'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});
