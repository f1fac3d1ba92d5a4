/** Workbooks as programs write them, one trait each, and files that are out to do harm. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/calculator/index.ts';
import {
  exportRoster,
  findColumns,
  type RosterRow,
  readRoster,
  readRows,
  type Sheet,
  screen,
} from '../../src/roster/index.ts';
import { readXlsx } from '../../src/roster/read/xlsx.ts';
import { xlsxOf } from '../../src/roster/write/xlsx.ts';
import { notice, sheetIn } from './support.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface Book {
  /** What stands in the sheet, from the rows on. */
  rows: string;
  shared?: string;
  /** Of the cells, by their place. */
  formats?: string[];
  from1904?: boolean;
  before?: string;
  after?: string;
}

function partsOf({ rows, shared = '', formats = [], from1904, before = '', after = '' }: Book) {
  const own = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}${relation(3, 'styles', 'styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  };
}
const zipped = (parts: Record<string, string>) => ({
  name: 'a.xlsx',
  bytes: zipSync(Object.fromEntries(Object.entries(parts).map(([at, xml]) => [at, strToU8(xml)]))),
});
const text = (place: string, value: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const headers = (...titles: string[]) =>
  `<row r="1">${titles.map((title, at) => text(`${String.fromCharCode(65 + at)}1`, title)).join('')}</row>`;

const sheetOf = async (book: Book): Promise<Sheet> =>
  sheetIn(await readRoster(notice, zipped(partsOf(book))));
const rowsOf = (sheet: Sheet): RosterRow[] => readRows(notice, sheet, findColumns(notice, sheet));

describe('a workbook', () => {
  test('with letters in several looks, and readings above them, gives the texts', async () => {
    const shared =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">大学</t></r><r><t>本科</t></r><rPh sb="0" eb="1"><t>ダイ</t></rPh></si>';
    const { rows } = await sheetOf({
      shared,
      rows: `${headers('姓名', '学历', '部门')}<row r="2">${text('A2', '甲')}<c r="B2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>研</t></r><r><t>发部</t></r></is></c></row>`,
    });
    expect(rows[1]?.cells).toEqual(['甲', '大学本科', '研发部']);
  });

  test('with formulas, shared ones too, gives what they came to', async () => {
    const sheet = await sheetOf({
      rows: `${headers('姓名', '2024年总学时', '2024年专业学时')}
        <row r="2">${text('A2', '甲')}<c r="B2"><f t="shared" ref="B2:B3" si="0">SUM(D2:E2)</f><v>90.000000000000014</v></c><c r="C2"><f>60</f><v>60</v></c></row>
        <row r="3"><c r="A3" t="str"><f>"乙"&amp;""</f><v>乙</v></c><c r="B3"><f t="shared" si="0"/><v>96</v></c><c r="C3"><v>72</v></c></row>`,
    });
    expect(rowsOf(sheet).map(({ name, answers }) => [name, answers.credits])).toEqual([
      ['甲', { 2024: { total: 90, professional: 60 } }],
      ['乙', { 2024: { total: 96, professional: 72 } }],
    ]);
  });

  test('with cells in error marks them, and answers nothing of them', async () => {
    const sheet = await sheetOf({
      rows: `${headers('姓名', '学历', '资格取得时间', '2024年学时')}<row r="2">${text('A2', '甲')}<c r="B2" t="e"><f>X</f><v>#N/A</v></c><c r="C2" t="e"><v>#VALUE!</v></c><c r="D2" t="e"><v>#REF!</v></c></row>`,
    });
    const [row] = rowsOf(sheet);
    expect(row?.problems.map(({ text }) => text)).toEqual(['#N/A', '#VALUE!', '#REF!']);
    expect(row?.answers).toEqual({});
  });

  test.each([
    [false, 44742],
    [true, 43280],
  ])('counting days from 1904 (%s) gives days by their formats', async (from1904, day) => {
    const sheet = await sheetOf({
      from1904,
      formats: ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;', '[$-804]yyyy/m/d;@', '0.00'],
      rows: `${headers('姓名', '取得时间', '备注', '编号')}<row r="2">${text('A2', '甲')}<c r="B2" s="1"><v>${day}</v></c><c r="C2" s="2"><v>${day}.75</v></c><c r="D2" s="3"><v>${day}</v></c></row>
      <row r="3">${text('A3', '乙')}<c r="B3"><v>${day}</v></c></row>`,
    });
    expect(sheet.rows[1]?.cells).toEqual(['甲', '2022-06-30', '2022-06-30', day]);
    // Without its format it is a number, and read as the days that it counts.
    expect(rowsOf(sheet).map(({ answers }) => answers.heldSince)).toEqual([
      '2022-06-30',
      '2022-06-30',
    ]);
  });

  test('with rows numbered alike, out of order or beyond all sheets loses nobody', async () => {
    const one = (number: string, name: string) => `<row r="${number}">${text('A', name)}</row>`;
    const sheet = await sheetOf({
      rows: `${headers('姓名', '学历')}${one('5', '甲')}${one('5', '乙')}${one('3', '丙')}${one('1e300', '丁')}${one('-2', '戊')}${one('x', '己')}`,
    });
    const rows = rowsOf(sheet);
    expect(rows.map(({ name }) => name).sort()).toEqual([...'甲乙丙丁戊己'].sort());
    expect(new Set(sheet.rows.map(({ at }) => at)).size).toBe(sheet.rows.length);
    const mapping = findColumns(notice, sheet);
    const input = { sheet, mapping, rows: screen(notice, rows), on: '2026-07-01' };
    const again = sheetIn(await readRoster(notice, await exportRoster(notice, input, 'xlsx')));
    expect(again.rows.slice(1).map(({ cells }) => cells[0])).toEqual(rows.map(({ name }) => name));
  });

  test('says a merged cell for each of its rows, and reads what is hidden', async () => {
    const sheet = await sheetOf({
      before: '<cols><col min="3" max="3" hidden="1"/></cols>',
      rows: `${headers('部门', '姓名', '学历')}<row r="2">${text('A2', '一部')}${text('B2', '甲')}${text('C2', '本科')}</row><row r="3" hidden="1">${text('B3', '乙')}${text('C3', '大专')}</row>`,
      after: '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A9:XFD1048576"/></mergeCells>',
    });
    expect(rowsOf(sheet)).toMatchObject([
      { name: '甲', department: '一部', answers: { education: 'bachelor' } },
      { name: '乙', department: '一部', answers: { education: 'college' } },
    ]);
    expect(sheet.hiddenColumns).toEqual([2]);
    expect(sheet.hiddenRows).toEqual([3]);
  });

  test('that unpacks to more than it claims is refused once it does', async () => {
    const most = 3_000_000;
    const { bytes } = zipped({
      ...partsOf({ rows: '' }),
      'xl/worksheets/sheet1.xml': ' '.repeat(most + 1),
    });
    const read = () => readXlsx(bytes, { step: async () => {} }, most);
    await expect(read()).rejects.toMatchObject({ code: 'tooLarge' });
    // Each size stands before a file and in the list at the end.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let changed = 0;
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) !== most + 1) continue;
      view.setUint32(at, 100, true);
      changed += 1;
    }
    expect(changed).toBe(2);
    await expect(read()).rejects.toMatchObject({ code: 'tooLarge' });
  });

  test('gives back a cell too long for .xlsx in the .csv, and says of the other that it is cut', async () => {
    const long = '长'.repeat(40_000);
    const sheet = sheetIn(await readRoster(notice, { text: `姓名\t备注\n甲\t${long}\n乙\t短` }));
    const mapping = findColumns(notice, sheet);
    const input = {
      ...{ sheet, mapping, on: '2026-07-01' },
      rows: screen(notice, readRows(notice, sheet, mapping)),
    };
    const taken = async (kind: 'xlsx' | 'csv') => {
      const result = await readRoster(notice, await exportRoster(notice, input, kind));
      return 'sheets' in result ? result.sheets : [];
    };
    const [csv] = await taken('csv');
    expect(csv?.rows[1]?.cells[1]).toBe(long);
    const [xlsx, notes] = await taken('xlsx');
    expect(String(xlsx?.rows[1]?.cells[1]).length).toBe(32_767);
    expect(JSON.stringify(notes?.rows)).toContain('第 2 行');
  });
});

describe('a workbook with anything anywhere', () => {
  test('is read or refused, and gives numbered rows of texts and numbers', async () => {
    const good = unzipSync(
      await xlsxOf([
        {
          name: '名单',
          rows: [
            ['姓名', '学历', '取得时间', '2024年学时'],
            ['甲', '本科', '2020.6', '96（专业72）'],
            ['乙', '大专', 44742, 96],
          ],
        },
      ]),
    );
    const names = Object.keys(good);
    const spoil = fc.record({
      file: fc.nat(names.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      cut: fc.nat(60),
      put: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          ...['<', '>', '"', '&#0;', '&#x110000;', '&lol;', '<![CDATA[', ']]>', '<!--', '</row>'],
          ...['<row r="2">', '<c r="__proto__1">', '<c r="ZZZZ9">', ' t="s"', ' r="99999999999"'],
          ...[
            '<v>1e999</v>',
            '<v>-1</v>',
            '<x:row/>',
            '<!DOCTYPE a [<!ENTITY lol "x">]>',
            '\u0000',
          ],
        ),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(spoil, { minLength: 1, maxLength: 3 }), async (all) => {
        const parts = { ...good };
        for (const { file, at, cut, put } of all) {
          const name = names[file] as string;
          const xml = strFromU8(parts[name] as Uint8Array);
          const from = Math.floor(at * xml.length);
          parts[name] = strToU8(xml.slice(0, from) + put + xml.slice(from + cut));
        }
        const result = await readRoster(notice, { name: 'a.xlsx', bytes: zipSync(parts) });
        if ('problem' in result) {
          expect(result.problem.code).not.toBe('noMemory');
          expect(result.problem.message).not.toMatch(/[{}]/);
          return;
        }
        for (const sheet of result.sheets) {
          const numbers = sheet.rows.map(({ at }) => at);
          expect(numbers.every((at) => Number.isInteger(at) && at > 0)).toBe(true);
          expect(new Set(numbers).size).toBe(numbers.length);
          for (const { cells } of sheet.rows) {
            for (const cell of cells)
              expect(typeof cell === 'string' || Number.isFinite(cell)).toBe(true);
          }
          const rows = screen(notice, rowsOf(sheet));
          for (const { answers } of rows) {
            expect(parseAnswers(notice, answers)).toEqual({ answers });
          }
        }
      }),
      { numRuns: 250, seed: 1904 },
    );
  });
});
