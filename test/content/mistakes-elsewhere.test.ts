import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notice } from '../calculator/support.ts';
import { lineOf, messageOf, problems, testMistakes, toldOf, withCopy } from './mutate.ts';

describe('loadNotice, when a file is missing,', () => {
  test.each([
    'notices/2026/notice.yaml',
    'notices/2026/questions.yaml',
    'notices/2026/text.md',
    'documents.yaml',
    'wording.yaml',
  ])('says so of %s', async (file) => {
    const message = await withCopy((folder) => rmSync(join(folder, file)), messageOf);
    expect(problems(message)).toEqual([`content/${file} 没有这个文件，请补上。`]);
  });
});

describe('a file with the other ending of YAML', () => {
  test.each(['notices/2026/glossary', 'calendars/2026'])('%s is not passed over', async (name) => {
    const message = await withCopy((folder) => {
      renameSync(join(folder, `${name}.yaml`), join(folder, `${name}.yml`));
    }, messageOf);
    const end = name.slice(name.lastIndexOf('/') + 1);
    expect(problems(message)).toContain(
      `content/${name}.yml 文件名要以 .yaml 结尾，不然不会读。改名为 ${end}.yaml。`,
    );
  });
});

describe('loadNotice, when in notice.yaml', () => {
  test('the day of the last change is still to come, says so', async () => {
    const file = 'notices/2026/notice.yaml';
    const { message } = await toldOf({
      file,
      from: 'revisedOn: 2026-07-01',
      to: 'revisedOn: 9026-07-01',
    });
    expect(message).toMatch(/notice\.yaml 第 \d+ 行 revisedOn：9026-07-01 还没有到。/);
  });
});

describe('loadNotice, when in documents.yaml', () => {
  const file = 'documents.yaml';

  testMistakes([
    {
      name: 'an address is incomplete',
      file,
      from: 'url: http://platform.example/',
      to: 'url: platform.example',
      field: '6.url',
      on: 'url: platform.example',
      says: /^要写完整网址/,
    },
  ]);

  test('a document that the notice names is missing, says so', async () => {
    const { message } = await toldOf({ file, from: '- id: platform', to: '- id: website' });
    expect(message).toContain('notice.yaml');
    expect(message).toContain('content/documents.yaml 里没有 platform，请先在那里写上');
  });

  test('a document stands twice, says so', async () => {
    const again = '- id: creditRules\n  kind: system\n  title: 另一份细则\n  usedFor: 重复';
    const { message, text } = await toldOf({
      file,
      from: '- id: platform',
      to: `${again}\n\n- id: platform`,
    });
    expect(message).toContain(`content/${file} 第 ${lineOf(text, again)} 行`);
    expect(message).toContain('写了两次');
  });
});

describe('loadNotice, when in wording.yaml', () => {
  const { wording } = notice;
  const file = 'wording.yaml';

  test('a verdict has no words, says which', async () => {
    const { message } = await toldOf({ file, from: '  likely:\n', to: '  likly:\n' });
    expect(message).toContain(`content/${file}`);
    expect(message).toContain('likely');
    expect(message).toMatch(/\p{Script=Han}/u);
  });

  test('a message is missing, says which', async () => {
    const { message } = await toldOf({
      file,
      from: `  notADate: ${wording.problems.notADate}\n`,
      to: '',
    });
    expect(message).toContain('problems.notADate');
  });

  test.each([
    ['verdicts.ineligible.summary', wording.verdicts.ineligible.summary, '{year}', '{yaer}'],
    ['unanswered', wording.unanswered, '{questions}', '{question}'],
    ['problems.amountExceeds', wording.problems.amountExceeds, '{other}', '{whole}'],
  ])('a slot of %s is mistyped, says so', async (field, from, slot, mistyped) => {
    const to = from.replace(slot, mistyped);
    const { message, text } = await toldOf({ file, from, to });
    expect(message).toContain(`content/${file} 第 ${lineOf(text, to)} 行 ${field}：`);
  });
});

describe('loadNotice, when in text.md', () => {
  const file = 'notices/2026/text.md';

  test('a clause stands twice, gives its line', async () => {
    const { message, text } = await toldOf({ file, from: '## 2.2 ', to: '## 2.1 ' });
    const line = lineOf(text, '## 2.1 二（二）');
    expect(message).toContain(`content/${file} 第 ${line} 行`);
    expect(message).toContain('条款 2.1 出现了两次');
  });

  test('a heading has no name, says how to write it', async () => {
    const { message, text } = await toldOf({ file, from: '## 5 五', to: '## 5' });
    expect(message).toContain(`content/${file} 第 ${text.split('\n').indexOf('## 5') + 1} 行`);
    expect(message).toContain('编号、空格、名称');
  });

  test('there is text before the first heading, says so', async () => {
    const { message } = await toldOf({ file, from: '## 0 开头', to: '前言\n\n## 0 开头' });
    expect(message).toContain(`content/${file} 第 1 行`);
    expect(message).toContain('第一个条款标题之前');
  });

  test('a clause is empty, names it', async () => {
    const { message } = await toldOf({ file, from: '## 5 五', to: '## 4.3 四（三）\n\n## 5 五' });
    expect(message).toContain('条款 4.3 没有文字');
  });
});

describe('loadNotice, when the folder has another name', () => {
  test('is not found under the year asked for', async () => {
    const rename = (folder: string) =>
      renameSync(join(folder, 'notices/2026'), join(folder, 'notices/2027'));
    expect(await withCopy(rename, messageOf)).toContain('content/notices/2026/');
  });
});

describe('loadCalendar, when in a year’s schedule', () => {
  const file = 'calendars/2026.yaml';

  test.each([
    ['a day off is in another year', 'from: 2026-01-01', 'from: 2025-12-31', 'off.0.from'],
    ['a worked day is in another year', '2026-10-10]', '2027-10-10]', 'worked.5'],
    ['a holiday ends before it begins', 'to: 2026-10-07', 'to: 2026-09-30', 'off.6.to'],
    ['a day does not exist', 'to: 2026-09-27', 'to: 2026-09-31', 'off.5.to'],
    ['the document is unknown', 'document: holidays2026', 'document: holidays', 'document'],
    ['the year is not that of the file', 'year: 2026\n', 'year: 2027\n', 'year'],
    ['a field is missing', 'worked:', 'workday:', 'worked'],
  ])('%s, says so with line and field', async (_, from, to, field) => {
    const { message, text } = await toldOf({ file, from, to });
    const told = problems(message).find((one) => one.includes(` ${field}：`)) ?? message;
    expect(told).toMatch(/：.*\p{Script=Han}.*。?$/u);
    const line = field === 'worked' ? lineOf(text, 'year:') : lineOf(text, to);
    expect(told).toContain(`content/${file} 第 ${line} 行`);
  });
});
