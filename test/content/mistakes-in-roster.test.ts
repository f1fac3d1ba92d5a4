import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadNotice, loadRosterWords, noticeIds } from '../../src/notices/index.ts';
import { type Mistake, saidAt, withRealCopy } from './mutate.ts';

const FILE = 'roster.yaml';
const REAL = readFileSync(join(import.meta.dirname, '../../content', FILE), 'utf8');
const held = await Promise.all((await noticeIds()).map((id) => loadNotice(id)));
const notice = held.at(-1)!;

/** What is said of these words beside the real notice; empty where nothing is. */
const messageOf = (text: string): Promise<string> =>
  withRealCopy(
    (folder) => writeFileSync(join(folder, FILE), text),
    async (content) => {
      try {
        await loadRosterWords(notice, held, content);
        return '';
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ContentError') throw error;
        return error.message;
      }
    },
  );

const MISTAKES: Mistake[] = [
  {
    name: 'a column that answers no question',
    from: 'question: target',
    to: 'question: targett',
    field: 'columns.2.question',
    on: 'targett',
    says: /没有 targett。是不是 target？/,
  },
  {
    name: 'a way of writing that means no option',
    from: 'is: mechatronics,',
    to: 'is: mechatronic,',
    field: 'columns.3.values.0.is',
    on: 'is: mechatronic,',
    says: /没有 mechatronic。是不是 mechatronics？/,
  },
  {
    name: 'a way of writing that means two things',
    from: '助工, 助理级, 助理,',
    to: '中　工, 助理级, 助理,',
    field: 'columns.2.values.1.words',
    on: '中　工',
    says: /“中　工”写了两次，意思不同/,
  },
  {
    name: 'an option’s own name that means another one',
    from: 'words: [能源工程, 能源动力]',
    to: 'words: [材料, 能源动力]',
    field: 'columns.3.values.2.words',
    on: '材料, 能源动力',
    says: /“材料”是选项 materials 的名字/,
  },
  {
    name: 'a header of two columns',
    from: 'headers: [姓名, 申报人,',
    to: 'headers: [姓名, 部门,',
    field: 'columns.1.headers',
    on: 'headers: [部门',
    says: /“部门”已经是 name 的表头/,
  },
  {
    name: 'two columns of one name',
    from: '- id: department',
    to: '- id: name # again',
    field: 'columns.1.id',
    on: 'id: name # again',
    says: /name 写了两次/,
  },
  {
    name: 'an answer for what is not understood that there is not',
    from: 'otherwise: unsure',
    to: 'otherwise: unsuer',
    field: 'columns.3.otherwise',
    on: 'unsuer',
    says: /没有 unsuer。是不是 unsure？/,
  },
  {
    name: 'a column in whose stead another counts that there is not',
    from: 'insteadOf: [education, degree]',
    to: 'insteadOf: [education, degrees]',
    field: 'columns.14.insteadOf',
    on: 'degrees',
    says: /没有 degrees。是不是 degree？/,
  },
  {
    name: 'a date of a column that there is not',
    from: 'column: heldTitle, as: heldSince',
    to: 'column: heldTitle, as: heldSinc',
    field: 'when.of.1.as',
    on: 'heldSinc,',
    says: /没有 heldSinc。是不是 heldSince？/,
  },
  {
    name: 'a date alone of a column that there is not',
    from: '{ as: skillSince, headers',
    to: '{ as: skilSince, headers',
    field: 'when.alone.1.as',
    on: 'skilSince',
    says: /没有 skilSince。是不是 skillSince？/,
  },
  {
    name: 'a header of a date that is a column’s already',
    from: 'headers: [取得时间, 取得日期',
    to: 'headers: [职称取得时间, 取得日期',
    field: 'when.headers.0',
    on: 'headers: [职称取得时间',
    says: /“职称取得时间”已经是 heldSince 的表头/,
  },
  {
    name: 'credits that answer no question',
    from: 'question: credits',
    to: 'question: credit',
    field: 'credits.question',
    on: 'question: credit',
    says: /没有 credit。是不是 credits？/,
  },
  {
    name: 'a text that names what it is not given',
    from: '第 {row} 行的列数太多',
    to: '第 {line} 行的列数太多',
    field: 'files.tooManyColumns',
    on: '{line}',
    says: /不能用 \{line\}，可以用：most、row/,
  },
  {
    name: 'a column without a header',
    from: 'headers: [是否破格, 破格, 是否破格申报]',
    to: 'headers: []',
    field: 'columns.10.headers',
    on: 'headers: []',
    says: /至少写一种表头/,
  },
];

test.each(MISTAKES)('$name: says so with line, field and cure', async (mistake) => {
  expect(REAL).toContain(mistake.from);
  const text = REAL.replace(mistake.from, () => mistake.to);
  expect(saidAt({ message: await messageOf(text), text }, FILE, mistake)).toMatch(mistake.says);
});

test('the words as they are hold', async () => {
  expect(await messageOf(REAL)).toBe('');
});
