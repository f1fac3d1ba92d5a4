import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type FileProblem,
  findColumns,
  type RosterFile,
  readRoster,
  readRows,
  screen,
} from '../../src/roster/index.ts';
import { sample, template } from '../../src/roster/template.ts';
import { notice, sheetIn } from './support.ts';

const file = (name: string): { name: string; bytes: Uint8Array } => ({
  name,
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, 'files', name))),
});
const inFile = (name: string, bytes: Uint8Array | string) => ({
  name,
  bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes,
});
const open = async (given: RosterFile) => {
  const sheet = sheetIn(await readRoster(notice, given));
  const mapping = findColumns(notice, sheet);
  return { sheet, mapping, rows: readRows(notice, sheet, mapping) };
};
const problemOf = async (given: RosterFile): Promise<FileProblem | undefined> => {
  const result = await readRoster(notice, given);
  return 'problem' in result ? result.problem : undefined;
};

describe('a unit’s table, saved by LibreOffice', () => {
  const NAMES = ['unit.xlsx', 'unit-utf8.csv', 'unit-gb18030.csv', 'unit-tabs.csv'];

  test.each(NAMES)('is read from %s with its people, their answers and its marks', async (name) => {
    const { sheet, mapping, rows } = await open(file(name));
    expect(mapping.header).toEqual([2, 3]);
    expect(rows.map((row) => row.name)).toEqual(['人员甲', '人员乙', '人员丙']);
    expect(rows[0]?.answers).toMatchObject({
      target: 'engineer',
      specialty: 'mechatronics',
      education: 'bachelor',
      heldTitle: 'assistantEngineer',
      heldSince: '2021-06-30',
      credits: {
        2024: { total: 96, professional: 72 },
        2025: { total: 96, professional: 72 },
      },
    });
    // A number without its professional part decides nothing.
    expect(rows[0]?.answers).not.toHaveProperty('credits.2026');
    expect(rows[1]?.answers).toMatchObject({
      education: 'master',
      heldSince: '2024-07-31',
      credits: { 2025: { total: 90, professional: 60 }, 2026: 'unsure' },
    });
    expect(rows[2]?.answers).toMatchObject({ specialty: 'unsure', heldSince: '2022-06-30' });
    expect(JSON.stringify(sheet)).not.toMatch(/33010019\d{10}|13800138000/);
    expect(sheet.notRead.map(({ title }) => title)).toContain('身份证号');
  });

  test('keeps long digits as they are, and names the hidden column', async () => {
    const { sheet } = await open(file('unit.xlsx'));
    const cells = sheet.rows.find(({ at }) => at === 4)?.cells;
    expect(cells?.[13]).toBe('202133010000123456');
    expect(sheet.hiddenColumns).toEqual([13]);
  });

  test('says the department of a merged cell for each of its rows', async () => {
    const { rows } = await open(file('unit.xlsx'));
    expect(rows.map(({ department }) => department)).toEqual(['研发部', '研发部', '质量部']);
  });

  test('counts days from 1904 where the file does', async () => {
    const { sheet, rows } = await open(file('unit-1904.xlsx'));
    expect(sheet.from1904).toBe(true);
    expect(rows[0]?.answers.heldSince).toBe('2021-06-30');
  });

  test('is refused as .xls, and the message says what to do', async () => {
    const problem = await problemOf(file('unit.xls'));
    expect(problem?.code).toBe('oldXls');
    expect(problem?.message).toContain('.xlsx');
  });
});

describe('the sample and the template', () => {
  const verdicts = async (given: RosterFile) => {
    const { rows } = await open(given);
    return screen(notice, rows).map(({ verdict }) => verdict);
  };
  const all = Object.keys(notice.wording.verdicts).sort();

  test('show every verdict, as .xlsx and as .csv', async () => {
    for (const kind of ['xlsx', 'csv'] as const) {
      expect((await verdicts(await sample(notice, kind))).sort()).toEqual(all);
    }
  });

  test.each(['sample.xlsx', 'sample-utf8.csv', 'sample-gb18030.csv'])(
    'still do after LibreOffice saved them as %s',
    async (name) => expect((await verdicts(file(name))).sort()).toEqual(all),
  );

  test('ask for every question, with lists to choose from that say what is understood', async () => {
    const [xlsx, csv] = [await template(notice, 'xlsx'), await template(notice, 'csv')];
    const sheets = unzipSync(xlsx.bytes);
    const xml = new TextDecoder().decode(sheets['xl/worksheets/sheet1.xml']);
    expect(xml).toContain('&quot;工程师,助理工程师&quot;');
    const text = new TextDecoder().decode(csv.bytes).trim();
    expect(text).not.toContain('身份证');
    const { mapping } = await open({ text: `${text}\r\n人员,部` });
    expect(mapping.missing).toEqual([]);
  });

  test('keep their lists when LibreOffice saves the template', () => {
    const sheets = unzipSync(file('template.xlsx').bytes);
    expect(new TextDecoder().decode(sheets['xl/worksheets/sheet1.xml'])).toMatch(
      /<dataValidation [^>]*type="list"/,
    );
  });
});

describe('what cannot be read is said', () => {
  const unit = file('unit.xlsx').bytes;
  const encrypted = new Uint8Array(4096);
  encrypted.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  encrypted.set(
    [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    1024,
  );
  const rowsOf = (count: number) => `姓名,学历\n${'人员,本科\n'.repeat(count)}`;

  test.each<[string, RosterFile, string]>([
    ['an empty file', inFile('a.csv', ''), 'empty'],
    ['nothing pasted', { text: ' \n\t\n' }, 'empty'],
    ['headers alone', { text: '姓名\t学历\n' }, 'onlyHeader'],
    ['a sentence', { text: '请把今年想报工程师的人发给我，周五前。谢谢。' }, 'noTable'],
    [
      'sentences',
      { text: '各位好。\n今年的申报开始了，请看通知，有意的找我。\n谢谢。' },
      'noTable',
    ],
    ['one person without headers', { text: '甲\t工程师\t某公司' }, 'noTable'],
    ['a password', inFile('a.xlsx', encrypted), 'password'],
    ['a password that LibreOffice set', file('locked.xlsx'), 'password'],
    [
      'a picture',
      inFile('a.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])),
      'picture',
    ],
    ['a PDF', inFile('a.csv', '%PDF-1.7\n'), 'picture'],
    ['a web page called .xls', inFile('a.xls', '<html><table></table></html>'), 'notATable'],
    [
      'another zip',
      inFile('a.xlsx', zipSync({ 'word/document.xml': strToU8('<a/>') })),
      'notATable',
    ],
    ['half a file', inFile('a.xlsx', unit.slice(0, unit.length / 2)), 'damaged'],
    ['200 MB', inFile('a.xlsx', new Uint8Array(200 * 1024 * 1024)), 'tooLarge'],
    ['a million rows', inFile('a.csv', rowsOf(1_000_000)), 'tooManyRows'],
    ['bytes that are no text', inFile('a.csv', new Uint8Array(64)), 'notATable'],
  ])('%s', async (_, given, code) => {
    const problem = await problemOf(given);
    expect(problem?.code).toBe(code);
    expect(problem?.message).not.toMatch(/[{}]/);
  });

  test('a quotation mark without its pair, with its row', async () => {
    const problem = await problemOf({ text: '姓名,学历\n甲,本科\n乙,"大专\n丙,本科' });
    expect(problem).toMatchObject({ code: 'unclosedQuote', row: 3 });
    expect(problem?.message).toContain('第 3 行');
  });

  test.each([
    ['without quotation marks', '', 'longCell'],
    ['between quotation marks', '"', 'longCell'],
    ['whose quotation mark has no pair', '" ', 'unclosedQuote'],
  ])('a cell without an end in sight, %s', async (_, quote, code) => {
    const [begin, end] = quote === '" ' ? ['"', ''] : [quote, quote];
    const text = `姓名,学历\n甲,本科\n乙,${begin}${'长'.repeat(1_300_000)}${end}\n丙,本科`;
    expect(await problemOf({ text })).toMatchObject({ code, row: 3 });
  });

  test('a row that is too wide, with its row', async () => {
    const problem = await problemOf({ text: `姓名,学历\n甲,本科\n${'x,'.repeat(400)}y` });
    expect(problem).toMatchObject({ code: 'tooManyColumns', row: 3 });
  });

  test('a workbook that unpacks to gigabytes', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') });
    // The size that the directory claims, in its last record.
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    const directory = view.getUint32(bomb.length - 6, true);
    view.setUint32(directory + 24, 2_000_000_000, true);
    expect((await problemOf(inFile('a.xlsx', bomb)))?.code).toBe('tooLarge');
  });

  test('a job that was ended', async () => {
    const controller = new AbortController();
    controller.abort();
    const result = await readRoster(notice, { text: rowsOf(10) }, { signal: controller.signal });
    expect(result).toMatchObject({ problem: { code: 'cancelled' } });
  });

  test('every part of a workbook cut short, without a throw', async () => {
    for (let length = 4; length < unit.length; length += 97) {
      const problem = await problemOf(inFile('a.xlsx', unit.slice(0, length)));
      expect(['damaged', 'notATable', 'unreadable', 'unclosedQuote']).toContain(
        problem?.code ?? 'damaged',
      );
      expect(problem).toBeDefined();
    }
  });
});
