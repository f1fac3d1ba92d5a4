/** Small tables in which a header or a row can be taken for another. */
import { describe, expect, test } from 'vitest';
import { mapByHand, readRows, unreadColumns } from '../../src/roster/index.ts';
import type { Headed, SheetView } from '../../src/roster/types.ts';
import { jobsFor } from '../../src/roster/work.ts';
import { notice, readText } from './support.ts';

const table = (rows: string[]) => rows.map((row) => row.replaceAll('|', '\t')).join('\n');
/** What the first person's cells answer. */
const answersOf = async (...rows: string[]) => (await readText(table(rows))).rows[0]?.answers;

describe('a header that says when and not of what', () => {
  test.each([
    [
      'belongs to what stands to its left, twice',
      ['姓名|学历|取得时间|现职称|取得时间', '甲|本科|2015-07-01|助工|2022-06-30'],
      { education: 'bachelor', heldTitle: 'assistantEngineer', heldSince: '2022-06-30' },
    ],
    [
      'is of the skill where that stands to its left',
      ['姓名|技能等级|取得时间|现职称|取得时间', '甲|技师|2019-07-01|助工|2022-06-30'],
      {
        ...{ skillLevel: 'technician', skillSince: '2019-07-01' },
        ...{ heldTitle: 'assistantEngineer', heldSince: '2022-06-30' },
      },
    ],
    [
      'is of the group above it',
      ['姓名|学历||现职称|', '|学历|取得时间|名称|取得时间', '甲|本科|2015-07-01|助工|2022-06-30'],
      { education: 'bachelor', heldTitle: 'assistantEngineer', heldSince: '2022-06-30' },
    ],
    [
      'may have a certificate’s number between',
      [
        '姓名|学历|毕业院校|取得时间|现职称|证书编号|取得时间',
        '甲|本科|某校|2015-07-01|助工|A1|2022-06-30',
      ],
      { education: 'bachelor', heldTitle: 'assistantEngineer', heldSince: '2022-06-30' },
    ],
    [
      'is not taken where nothing tells',
      ['姓名|学历|现职称|部门|取得时间', '甲|本科|助工|一部|2022-06-30'],
      { education: 'bachelor', heldTitle: 'assistantEngineer' },
    ],
    [
      'is not taken of schooling alone',
      ['姓名|学历|取得时间', '甲|本科|2022-06-30'],
      { education: 'bachelor' },
    ],
    [
      'is of a skill where it is a certificate’s day beside one',
      ['姓名|技能等级|发证日期', '甲|技师|2019-07-01'],
      { skillLevel: 'technician', skillSince: '2019-07-01' },
    ],
  ])('%s', async (_, rows, answers) => {
    expect(await answersOf(...rows)).toEqual(answers);
  });

  test('can be said by hand', async () => {
    const { mapping } = await readText(
      table(['姓名|学历|现职称|部门|取得时间', '甲|本科|助工|一部|2022']),
    );
    expect(mapping.columns[4]).toMatchObject({ title: '取得时间', how: 'none' });
    expect(mapping.missing).toContain('heldSince');
  });
});

describe('several columns on schooling', () => {
  test.each([
    ['the first schooling does not count', '第一学历|学历', '大专|本科', 'bachelor', []],
    ['nor does it alone', '第一学历|部门', '大专|一部', undefined, []],
    ['two that say the same are fine', '学历|学历', '本科|大学本科', 'bachelor', []],
    ['two that differ are for people to decide', '学历|学历', '大专|本科', 'unsure', ['decide']],
    ['under whatever name', '学历|最高学历', '大专|本科', 'unsure', ['decide']],
  ])('%s', async (_, header, cells, education, kinds) => {
    const { rows } = await readText(table([`姓名|${header}`, `甲|${cells}`]));
    expect([rows[0]?.answers.education, rows[0]?.problems.map(({ kind }) => kind)]).toEqual([
      education,
      kinds,
    ]);
  });

  test('nothing of a first schooling’s group is taken', async () => {
    expect(
      await answersOf('姓名|第一学历||最高学历|', '|学历|学位|学历|学位', '甲|大专|无|本科|学士'),
    ).toEqual({ education: 'bachelor' });
  });
});

describe('rows and titles', () => {
  test('a row with a name is a person, whatever its first cell says', async () => {
    const { rows } = await readText(
      table([
        ...['岗位|姓名|学历', '负责人|甲|本科', '审核人|乙|本科', '说明|丙|本科', '合计|3'],
        ...['负责人：|丁', '审核人|审批人：', '说明'],
      ]),
    );
    expect(rows.map(({ name }) => name)).toEqual(['甲', '乙', '丙']);
  });

  test('a title in one cell is no header, whatever empty cells stand beside it', async () => {
    const { mapping, rows } = await readText(
      table(['2026年申报人员学历情况表||', '姓名|学历|现职称', '甲|本科|助工']),
    );
    expect([mapping.header, rows.length]).toEqual([[2], 1]);
    expect(mapping.columns.map(({ title }) => title)).toEqual(['姓名', '学历', '现职称']);
  });
});

describe('headers that are chosen by hand', () => {
  test('bring no private column back', async () => {
    const jobs = jobsFor(notice);
    const filler = Array.from({ length: 31 }, (_, at) => `第 ${at} 条|x|y|z`);
    const rows = [...filler, '姓名|学历|家庭住址|开户行', '甲|本科|某路 1 号|某银行'];
    const read = await jobs.read({ text: table(rows) }, {});
    const [sheet] = (read as { done: SheetView[] }).done;
    const { done } = (await jobs.columns(sheet!.id, [32])) as { done: Headed };
    expect(done.notRead).toMatchObject([
      { column: 2, title: '家庭住址', what: '住址' },
      { column: 3, title: '开户行', what: '银行卡' },
    ]);
    expect(done.mapping.columns.map(({ title }) => title)).toEqual(['姓名', '学历']);
    expect(JSON.stringify(done)).not.toContain('某路');
    const file = await jobs.export(
      { sheet: sheet!.id, mapping: done.mapping, kind: 'csv', on: '2026-07-01' },
      {},
    );
    const { bytes } = (file as { done: { bytes: Uint8Array } }).done;
    expect(new TextDecoder().decode(bytes)).not.toMatch(/某路|某银行/);
  });

  test.each([
    ...['138-0013-8000', '330106-19900101-1234', '330106900101123', '138/0013/8000'],
    ...['0571-88888888', '党员，电话 0571－8888888', '(010)88888888'],
  ])('nor is %s ever read in remarks', async (text) => {
    const { sheet } = await readText(
      table(['姓名|学历|备注', `甲|本科|${text}`, '乙|本科|好', '丙|本科|好']),
    );
    expect(JSON.stringify(sheet)).not.toContain(text);
    expect(sheet.notRead).toMatchObject([{ column: 2, cells: 1 }]);
  });

  test.each(['20190571-88888888', '2021-0571-88888888', '057188888888', '2012-06-30'])(
    '%s is no telephone',
    async (text) => {
      const { sheet } = await readText(table(['姓名|学历|备注', `甲|本科|${text}`]));
      expect(sheet.rows[1]?.cells[2]).toBe(text);
    },
  );
});

test('a cell whose private number was taken out says so, and nothing of other ways to write it', async () => {
  const { rows } = await readText(table(['姓名|学历', '甲|13800138000', '乙|本科', '丙|本科']));
  expect(rows[0]?.answers).toEqual({});
  expect(rows[0]?.problems).toMatchObject([{ kind: 'unread', question: 'education' }]);
  expect(rows[0]?.problems[0]?.message).toMatch(/^这一格有电话，没有读取/);
});

test('a sign that makes a text of a name is none of the name', async () => {
  const { rows } = await readText(table(['姓名|部门', "'甲|‘一部", "乙'丙|二部"]));
  expect(rows.map(({ name, department }) => [name, department])).toEqual([
    ['甲', '一部'],
    ["乙'丙", '二部'],
  ]);
});

describe('a part of amounts without a year', () => {
  const asOf = async (...rows: string[]) => (await readText(table(rows))).mapping.columns;

  test('is of the year to its left, under a group and without one', async () => {
    const wanted = [
      'name',
      'credits.2024.total',
      'credits.2024.professional',
      'credits.2025.total',
      'credits.2025.professional',
      'credits.2025.public',
    ];
    const grouped = await asOf(
      '姓名|继续教育学时||||',
      '|2024年总学时|其中专业|2025年总学时|其中专业|公需',
      '甲|90|60|96|72|24',
    );
    expect(grouped.map(({ as }) => as)).toEqual(wanted);
    const alone = await asOf(
      '姓名|2024年总学时|其中专业|2025年总学时|其中专业|公需',
      '甲|90|60|96|72|24',
    );
    expect(alone.map(({ as }) => as)).toEqual(wanted);
  });

  test('is of none where something else stands between, or where it would be there twice', async () => {
    const between = await asOf('姓名|2024年总学时|备注|其中专业', '甲|90|好|60');
    expect(between.at(-1)?.as).toBeUndefined();
    const twice = await asOf('姓名|2024年专业学时|其中专业', '甲|60|60');
    expect(twice.map(({ as }) => as)).toEqual(['name', 'credits.2024.professional', undefined]);
  });
});

describe('a column of which nothing is understood', () => {
  const seen = async (...rows: string[]) => {
    const read = await jobsFor(notice).read({ text: table(rows) }, {});
    const [sheet] = (read as { done: SheetView[] }).done;
    return unreadColumns(notice, sheet!, sheet!.mapping);
  };

  test('is told, so that it can be answered for everybody', async () => {
    expect(await seen('姓名|现岗位|学历', '甲|电工|本科', '乙|化验|大专')).toEqual([1]);
  });

  test('is not one in which a cell is understood or nothing stands, nor one without choices', async () => {
    expect(await seen('姓名|现岗位|学历', '甲|电工|本科', '乙|工程技术|大专')).toEqual([]);
    expect(await seen('姓名|现岗位|学历', '甲||本科', '乙||大专')).toEqual([]);
    expect(await seen('姓名|取得时间|2026年学时', '甲|某天|很多')).toEqual([]);
  });
});

describe('what a spreadsheet could not work out', () => {
  test.each(['#DIV/0!', '#N/A', '#REF!', '#NAME?', '#VALUE!', 'Err:502'])(
    '%s is no name, and is told at its cell',
    async (error) => {
      const { rows } = await readText(
        table(['姓名|部门|学历', `${error}|一部|本科`, '乙|二部|本科']),
      );
      expect(rows).toMatchObject([
        { name: '', department: '一部', answers: { education: 'bachelor' } },
        { name: '乙', problems: [] },
      ]);
      expect(rows[0]?.problems).toMatchObject([
        {
          ...{ column: 0, title: '姓名', text: error, kind: 'unread' },
          message: expect.stringContaining('没有算出来'),
        },
      ]);
    },
  );

  test.each(['部门', '学历', '申报专业', '取得资格时间', '2025年学时'])(
    'under %s it answers nothing',
    async (header) => {
      const { rows } = await readText(table([`姓名|${header}`, '甲|#REF!']));
      expect(rows[0]).toMatchObject({ name: '甲', department: '' });
      expect(rows[0]?.answers).toEqual({});
      expect(rows[0]?.problems).toMatchObject([
        { column: 1, kind: 'unread', message: expect.stringContaining('#REF!') },
      ]);
    },
  );

  test('makes nobody of rows that hold nothing else, below a list', async () => {
    const { rows } = await readText(table(['姓名|学历', '甲|本科', '#N/A|#N/A', '#DIV/0!|']));
    expect(rows.map(({ name }) => name)).toEqual(['甲']);
  });
});

describe('a column that only counts the rows', () => {
  test.each(['序号', '编号', '序', 'No.', 'NO', '行号', '序 号', '＃'])(
    '%s is known for that, and nothing is asked about it',
    async (header) => {
      const { mapping, rows } = await readText(table([`${header}|姓名|学历`, '1|甲|本科']));
      expect(mapping.columns[0]).toEqual({
        ...{ index: 0, title: header.replace(/\s+/g, ' '), how: 'header' },
        note: expect.stringContaining('只是编号'),
      });
      expect(rows.map(({ name }) => name)).toEqual(['甲']);
    },
  );

  test('makes no people of rows that hold nothing else', async () => {
    const { rows } = await readText(
      table(['序号|姓名|学历', '1|甲|本科', '2||', '3||', '|乙|大专']),
    );
    expect(rows.map(({ name }) => name)).toEqual(['甲', '乙']);
  });

  test('tells a header from a title, and stays what its certificate needs it for', async () => {
    const { mapping } = await readText(table(['名单', '制表', '序号|姓名|备注', '1|甲|无']));
    expect(mapping.header).toEqual([3]);
    const { rows } = await readText(
      table(['姓名|学历|现职称|编号|取得时间', '甲|本科|助工|A1|2022-06-30']),
    );
    expect(rows[0]?.answers.heldSince).toBe('2022-06-30');
  });

  test('can stand for names by hand', async () => {
    const { sheet, mapping } = await readText(table(['编号|学历', 'A1|本科']));
    const byHand = mapByHand(notice, mapping, 0, 'name');
    expect(byHand.columns[0]).toEqual({ index: 0, title: '编号', as: 'name', how: 'hand' });
    expect(readRows(notice, sheet, byHand)[0]?.name).toBe('A1');
  });
});
