/**
 * Rosters in the shapes that units have them in, from the file to each person's result. What is expected follows from the
 * rules by hand (four years with a bachelor's degree, two with a master's, to the last day of the notice's year; 90 credits
 * a year, 60 of them professional, 18 others), not from what the program says.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  exportRoster,
  findColumns,
  type RosterFile,
  readRoster,
  readRows,
  screen,
} from '../../src/roster/index.ts';
import { notice, sheetIn } from './support.ts';

async function checked(file: RosterFile) {
  const sheet = sheetIn(await readRoster(notice, file));
  const mapping = findColumns(notice, sheet);
  return { sheet, mapping, rows: screen(notice, readRows(notice, sheet, mapping)) };
}

/** Each person's row, name and result, and what was marked at which question. */
const told = ({ rows }: Awaited<ReturnType<typeof checked>>) =>
  rows.map(({ at, name, verdict, problems }) => [
    at,
    name,
    verdict,
    problems.map(({ question, kind }) => `${question} ${kind}`).join(),
  ]);

interface Look {
  merged: string[];
  hidden?: number;
}
/** A workbook as Excel writes it: numbers for days, `{ day }`, by the style 1. */
function workbook(rows: (Cell | { day: number })[][], { merged, hidden }: Look): RosterFile {
  const letter = (at: number) => String.fromCharCode(65 + at);
  const cellOf = (cell: Cell | { day: number }, place: string) => {
    if (typeof cell === 'object') return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    return cell && `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  };
  const xml = rows.map((cells, at) => {
    const own = cells.map((cell, index) => cellOf(cell, `${letter(index)}${at + 1}`));
    return `<row r="${at + 1}">${own.join('')}</row>`;
  });
  const cols =
    hidden === undefined
      ? ''
      : `<cols><col min="${hidden + 1}" max="${hidden + 1}" hidden="1"/></cols>`;
  const refs = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const parts: Record<string, string> = {
    '_rels/.rels':
      '<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml':
      '<workbook><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml':
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/worksheets/sheet1.xml': `<worksheet>${cols}<sheetData>${xml.join('')}</sheetData><mergeCells>${refs}</mergeCells></worksheet>`,
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
  return { name: '名单.xlsx', bytes };
}

const inCsv = (rows: string[][]): RosterFile => ({
  name: '名单.csv',
  bytes: strToU8(`\ufeff${rows.map((row) => row.join(',')).join('\r\n')}`),
});

test('one row of headers', async () => {
  const HEAD =
    '姓名,部门,申报职称,申报专业,单位性质,现岗位,在职状态,申报方式,学历,现职称,取得时间,技能等级,发证日期,2024年学时,2025年学时,2026年学时,诚信记录';
  const usual = {
    ...{ target: '工程师', specialty: '机电制造', employer: '省属国企', work: '工程技术岗' },
    ...{ inService: '在职', route: '正常申报', education: '大学本科', title: '助理工程师' },
    ...{ since: '2020-06-30', skill: '', skillSince: '' },
    ...{ y2024: '96（专业72）', y2025: '96（专业72）', y2026: '96（专业72）', misconduct: '无' },
  };
  const people: Partial<typeof usual>[] = [
    {},
    { since: '2023-06-30' },
    { inService: '返聘' },
    { education: '博士', y2025: '达标' },
    {
      ...{ route: '高技能人才', work: '技能岗', title: '无', since: '' },
      ...{ skill: '技师（二级）', skillSince: '2022.05' },
    },
    { y2026: '' },
    { misconduct: '2024-05-06' },
  ];
  const rows = people.map((own, at) => [
    `人员${at + 1}`,
    '技术部',
    ...Object.values({ ...usual, ...own }),
  ]);
  expect(told(await checked(inCsv([HEAD.split(','), ...rows])))).toEqual([
    [2, '人员1', 'likely', ''],
    // Four years only in 2027.
    [3, '人员2', 'unlikely', ''],
    [4, '人员3', 'outOfScope', ''],
    // A doctor needs no years; a word is no number of credits.
    [5, '人员4', 'review', 'credits.2025 decide'],
    [6, '人员5', 'likely', ''],
    [7, '人员6', 'incomplete', ''],
    // Three years from then, past the last day of applying.
    [8, '人员7', 'ineligible', ''],
  ]);
});

test('a merged title above the headers, days as days, a department over several rows', async () => {
  const HEAD =
    '序号,部门,姓名,拟申报专业技术职务,拟评专业,单位类别,是否核岗,岗位性质,人员关系,申报类型,最高学历,现任专业技术职务,资格取得时间,从事本专业时间,2024年学时,2025年学时,2026年学时,有无处分';
  const CREDITS = ['90/60/30', '90/60/30', '90/60/30', '无'];
  // 2024-12-31: two years on the very last day.
  const lastDay = { day: 45657 };
  const file = workbook(
    [
      ['2026年工程师申报人员汇总表'],
      HEAD.split(','),
      [
        ...[1, '研发部', '人员甲', '工程师', '石化', '省属事业', '是', '工程技术岗'],
        ...['在编在岗', '晋升', '硕士研究生', '助理工程师', lastDay, '', ...CREDITS],
      ],
      [
        ...[2, '', '人员乙', '工程师', '石化工程', '省属事业', '否', '工程技术岗'],
        ...['在编在岗', '晋升', '硕士研究生', '助理工程师', lastDay, '', ...CREDITS],
      ],
      [
        ...[3, '质量部', '人员丙', '工程师', '石化工程', '省属事业', '是', '工程技术岗'],
        ...['劳务派遣', '晋升', '硕士研究生', '助理工程师', lastDay, '', ...CREDITS],
      ],
      [
        ...[4, '质量部', '人员丁', '助理工程师', '石化工程', '省属事业', '是', '工程技术岗'],
        ...['在编在岗', '晋升', '大学本科', '无', '', '2025.07', ...CREDITS],
      ],
      ['合计', 4],
      ['填报人：', '', '审核人：'],
    ],
    { merged: ['A1:R1', 'B3:B4'] },
  );
  const result = await checked(file);
  expect(result.mapping.header).toEqual([2]);
  expect(told(result)).toEqual([
    [3, '人员甲', 'likely', 'specialty check'],
    [4, '人员乙', 'ineligible', ''],
    [5, '人员丙', 'review', 'inService decide'],
    [6, '人员丁', 'likely', ''],
  ]);
  expect(result.rows.map(({ department }) => department)).toEqual([
    ...['研发部', '研发部', '质量部', '质量部'],
  ]);
  expect(result.rows[0]?.answers.heldSince).toBe('2024-12-31');
});

test('two rows of headers, with each year’s credits in two columns', async () => {
  const UPPER =
    '姓名,科室,申报资格,现从事专业,单位性质,现岗位做什么,是否在职,申报途径,学历,现有职称,取得时间,2024年学时,,2025年学时,,2026年学时,,失信';
  const LOWER = ',,,,,,,,,,,合计,专业,合计,专业,合计,专业,';
  const person = (name: string, credits: Cell[]) => [
    ...[name, '一科', '工程师', '能源', '省属企业', '工程技术', '是', '正常', '专科', '助工'],
    ...['2021', ...credits, '否'],
  ];
  const whole = [...'ABCDEFGHIJK', 'R'].map((column) => `${column}2:${column}3`);
  const file = workbook(
    [
      ['申报人员学时统计'],
      UPPER.split(','),
      LOWER.split(','),
      person('人员甲', [90, 60, 90.5, 60, 120, 100]),
      person('人员乙', [90, 60, 88, 60, 90, 60]),
      person('人员丙', [90, 60, 90, 80, 90, 60]),
      person('人员丁', [90, 60, 90, 60, 90, '']),
    ],
    { merged: ['A1:R1', ...whole, 'L2:M2', 'N2:O2', 'P2:Q2'], hidden: 1 },
  );
  const result = await checked(file);
  expect(result.mapping.header).toEqual([2, 3]);
  expect(result.sheet.hiddenColumns).toEqual([1]);
  expect(told(result)).toEqual([
    [4, '人员甲', 'likely', ''],
    [5, '人员乙', 'unlikely', ''],
    // Ten hours beside the professional ones: whether that is enough is for people to say.
    [6, '人员丙', 'review', ''],
    [7, '人员丁', 'incomplete', 'credits.2026 unread'],
  ]);
});

test.each(['footers-semicolons.csv', 'footers-tabs.csv'])(
  'in GB18030 with a title, a total and who signed: %s',
  async (name) => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'files', name)));
    const result = await checked({ name, bytes });
    expect(told(result)).toEqual([
      [3, '张 三', 'likely', 'specialty check'],
      [4, '人员乙', 'outOfScope', ''],
      [5, '人员丙', 'review', ''],
      [6, '人员丁', 'incomplete', 'target decide,specialty check'],
    ]);
    expect(result.rows[0]?.department).toBe('研发部 一组');
    expect(result.rows[0]?.answers.heldSince).toBe('2021-06-30');
  },
);

describe('pasted from a spreadsheet, with columns that nobody needs and some that nobody may read', () => {
  const HEAD =
    '姓名,申报职称,申报专业,身份证号,手机,单位性质,岗位性质,在职情况,申报类别,最高学历,学位,现职称,取得时间,2024年学时,2025年学时,2026年学时,诚信情况,备注';
  const person = (name: string, own: Record<number, string> = {}) => {
    const cells = [
      ...[name, '工程师', '信息技术', '330100199001010011', '13800138000', '省属企业'],
      ...['工程技术管理岗', '在岗', '正常', '硕士研究生', '硕士', '助工', '44742'],
      ...['96（专业72）', '96 (专业 72)', '９６（专业７２）', '良好', '=1+1'],
    ];
    for (const [at, text] of Object.entries(own)) cells[Number(at)] = text;
    return cells.join('\t');
  };
  const text = [
    HEAD.replaceAll(',', '\t'),
    person('人员甲'),
    person('人员乙', { 9: '大学本科' }),
    person('人员丙', { 11: '经济师' }),
    person('人员丁', { 12: '22.6' }),
    person('人员戊', { 2: '会计' }),
  ].join('\n');

  test('gives each person’s result, with what has to be looked at', async () => {
    const result = await checked({ text });
    expect(told(result)).toEqual([
      [2, '人员甲', 'likely', ''],
      [3, '人员乙', 'review', 'education decide'],
      [4, '人员丙', 'review', 'heldTitle decide'],
      [5, '人员丁', 'incomplete', 'heldSince unread'],
      [6, '人员戊', 'review', 'specialty decide'],
    ]);
    // A day as spreadsheets count them.
    expect(result.rows[0]?.answers.heldSince).toBe('2022-06-30');
  });

  test('reads neither identity numbers nor telephones, and gives the other columns back', async () => {
    const { sheet, mapping, rows } = await checked({ text });
    expect(JSON.stringify([sheet, rows])).not.toMatch(/330100|13800138000/);
    expect(sheet.notRead.map(({ title }) => title)).toEqual(['身份证号', '手机']);
    const file = await exportRoster(notice, { sheet, mapping, rows, on: '2026-07-01' }, 'csv');
    const out = new TextDecoder().decode(file.bytes);
    expect(out).toContain('备注');
    expect(out).not.toMatch(/330100|13800138000|身份证号/);
  });
});
