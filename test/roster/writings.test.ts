/** Text as programs save it, and cells as people leave them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  exportRoster,
  findColumns,
  readRoster,
  screen,
} from '../../src/roster/index.ts';
import { privateNumberIn } from '../../src/typed/index.ts';
import { notice, readOne, readText, sheetIn } from './support.ts';

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const units = [...`\ufeff${text}`].flatMap((sign) =>
    Array.from({ length: sign.length }, (_, at) => sign.charCodeAt(at)),
  );
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [at, unit] of units.entries()) view.setUint16(at * 2, unit, !isBig);
  return bytes;
};
const namesOf = async (bytes: Uint8Array) => {
  const sheet = sheetIn(await readRoster(notice, { name: '名单.txt', bytes }));
  return sheet.rows.map(({ at, cells }) => [at, ...cells]);
};
const TABLE = [
  [1, '姓名', '学历'],
  [2, '甲😀', '本科'],
];

describe('a file of text', () => {
  test.each([
    ['as Excel saves “Unicode text”', utf16('姓名\t学历\r\n甲😀\t本科\r\n', false)],
    ['in UTF-16 the other way round', utf16('姓名\t学历\r\n甲😀\t本科\r\n', true)],
    ['with lines ended as old computers did', new TextEncoder().encode('姓名,学历\r甲😀,本科\r')],
    [
      'with a mark and lines ended in two ways',
      new TextEncoder().encode('\ufeff姓名,学历\r\n甲😀,本科\n'),
    ],
    ['that names what separates', new TextEncoder().encode('sep=;\r\n姓名;学历\r\n甲😀;本科')],
  ])('%s is read', async (name, bytes) => {
    const moved = name.startsWith('that names') ? 1 : 0;
    expect(await namesOf(bytes)).toEqual(
      TABLE.map(([at, ...rest]) => [Number(at) + moved, ...rest]),
    );
  });

  test('with line ends, separators and quotation marks in cells keeps them', async () => {
    const { sheet, rows } = await readText(
      '姓名,备注,学历\r\n甲,"第一行\r\n第二行, ""引""",本科\r\n乙,,大专',
    );
    expect(sheet.rows[1]?.cells).toEqual(['甲', '第一行\n第二行, "引"', '本科']);
    expect(rows.map(({ at, name }) => [at, name])).toEqual([
      [2, '甲'],
      [3, '乙'],
    ]);
  });

  test('comes back cell by cell from what is taken away, whatever stands in them', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '=1+1',
        '-1',
        '@x',
        '００１',
        '007',
        '1e5',
        '"',
        ',',
        'a\nb',
        "'",
        '\t=x',
        '__proto__',
      ),
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 22 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (cells) => {
        const quoted = cells.map((one) => `甲,本科,"${one.replaceAll('"', '""')}"`);
        const { sheet, mapping, rows } = await readText(`姓名,学历,备注\n${quoted.join('\n')}`);
        const input = { sheet, mapping, rows: screen(notice, rows), on: '2026-07-01' };
        const own = (of: typeof sheet): Cell[][] =>
          of.rows.slice(1).map((row) => [0, 1, 2].map((at) => row.cells[at] ?? ''));
        const back = sheetIn(await readRoster(notice, await exportRoster(notice, input, 'xlsx')));
        // What XML cannot hold is nothing that anybody wrote.
        const held = own(sheet).map((row) => row.map((one) => String(one).replace(UNHELD, '')));
        expect(own(back)).toEqual(held);
        expect(findColumns(notice, back).columns[0]?.as).toBe('name');
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
const UNHELD = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

describe('a number of digits alone', () => {
  test('is private or not as it is with a mark before it that nobody sees', () => {
    const digits = fc.oneof(
      fc.stringMatching(/^[0-9]{9,24}$/),
      fc.stringMatching(/^(?:0{0,2}86)?1[3-9][0-9]{9}(?:1[3-9][0-9]{9})?$/),
      fc.stringMatching(/^[0-9]{0,8}[1-9][0-9]{5}19[0-9]{2}0[1-9]1[0-9][0-9]{4}[0-9]{0,8}$/),
      fc.stringMatching(/^[1-9][0-9]{7}0[1-9]1[0-9][0-9]{3}(?:1[3-9][0-9]{9})?$/),
    );
    fc.assert(
      fc.property(digits, (text) => {
        expect(privateNumberIn(text)).toBe(privateNumberIn(`\u200b${text}`));
      }),
      { numRuns: 3000, seed: 11 },
    );
  });
});

describe('what nobody sees in a cell', () => {
  test('changes no header, value or name, and is no content', async () => {
    const { mapping, rows } = await readText(
      '姓\u200b名\t\u00a0学历\u00a0\t部门\n甲\u200b\t\u00a0本\u200d科\ufeff\t一部\n\u200b\t\u00a0\t\u2060',
    );
    expect(mapping.columns.map(({ as }) => as)).toEqual(['name', 'education', 'department']);
    expect(rows.map(({ answers, problems }) => [answers, problems])).toEqual([
      [{ education: 'bachelor' }, []],
    ]);
  });
});

describe('a value that could mean several things', () => {
  test.each([
    ['2024年学时', '95/70', 'decide', 'unsure'],
    ['2024年学时', '96(72)', 'decide', 'unsure'],
    ['2024年学时', '总96专72', 'decide', 'unsure'],
    ['2024年学时', '#REF!', 'unread', undefined],
    ['资格取得时间', '22.7', 'unread', undefined],
    ['资格取得时间', '2022-02-30', 'unread', undefined],
    ['资格取得时间', "'44742x", 'unread', undefined],
    ['职称', '初级', 'decide', 'unsure'],
    ['职称', '一级', 'unread', undefined],
    ['职业技能等级', '初级', 'unread', undefined],
    ['学历', '{text}{accepted}', 'unread', undefined],
    ['2024年学时', '{text}', 'decide', 'unsure'],
  ])(
    'under %s, %s, is marked %s with what would be understood',
    async (header, value, kind, is) => {
      const { answers, problems } = await readOne(header, value);
      const [answer] = Object.values(answers);
      expect(typeof answer === 'object' ? Object.values(answer)[0] : answer).toBe(is);
      expect(problems).toMatchObject([{ kind, text: value }]);
      const told = problems[0]?.message ?? '';
      expect(told).toMatch(/可以写|请写|请填|例如|没有/);
      expect(told.includes(value) || value === '2022-02-30' || value === '初级').toBe(true);
    },
  );

  test.each([
    ['2024年学时', "'９６（专业７２）", { credits: { 2024: { total: 96, professional: 72 } } }],
    ['资格取得时间', '2022年7月', { heldSince: '2022-07-31' }],
    ['资格取得时间', "'2022.07", { heldSince: '2022-07-31' }],
    ['职业技能等级', '一级', { skillLevel: 'seniorTechnician' }],
    ['职称', '助\u00a0工', { heldTitle: 'assistantEngineer' }],
  ])('under %s, %s means one', async (header, value, answers) => {
    const row = await readOne(header, value);
    expect([row.answers, row.problems]).toEqual([answers, []]);
  });
});

test('what is taken away tells what is gone, in which column single cells are, and what no column said', async () => {
  const forAll = { employer: 'provincialEnterprise' };
  const { sheet, mapping, rows } = await readText(
    '姓名\t学历\t身份证号\t备注\n甲\t本科\t330106199001011234\t13800138000\n乙\t本科\t\t好\n丙\t本科\t\t好',
    forAll,
  );
  const input = { sheet, mapping, rows: screen(notice, rows), forAll, on: '2026-07-01' };
  const back = await readRoster(notice, await exportRoster(notice, input, 'xlsx'));
  if ('problem' in back) throw new Error(back.problem.message);
  const notes = back.sheets[1]?.rows.flatMap(({ cells }) => cells.map(String)).join('\n');
  expect(notes).toMatch(/没有读取、所以这里也没有的列：身份证号。/);
  expect(notes).toMatch(/“备注”列有 1 格写着电话，没有读取/);
  expect(notes).toMatch(/统一选的，不是表里写的：单位性质＝/);
});
