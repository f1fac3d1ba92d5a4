/** Every fact is held to its clause: with one of the two changed, the build names the contradiction. */
import { describe, expect, test } from 'vitest';
import { datesIn, factsOf, phonesIn } from '../../src/notices/facts.ts';
import { notice } from './2026/support.ts';
import { lineOf, toldOf } from './mutate.ts';

const NOTICE = 'notices/2026/notice.yaml';
const TEXT = 'notices/2026/text.md';

describe('a fact that its clause does not say', () => {
  test.each([
    ['number: 浙经信人事〔2026〕127号', 'number: 浙经信人事〔2026〕128号', '通知开头没有'],
    ['issuer: 浙江省经济和信息化厅', 'issuer: 浙江省经信厅', '通知开头没有'],
    ['issuedOn: 2026-06-24', 'issuedOn: 2026-06-23', '通知末尾的日期写着 2026-06-24'],
    [
      'service: { on: 2026-12-31',
      'service: { on: 2026-12-30',
      '条款 1.2.2 的日期写着 2026-12-31、2026-07-19，这里是 2026-12-30',
    ],
    ['evidence: { on: 2026-07-19', 'evidence: { on: 2026-07-18', '条款 1.2.2 的日期'],
    ['opens: 2026-06-25', 'opens: 2026-06-26', '条款 4.1 的日期'],
    ['closes: 2026-07-31', 'closes: 2026-07-30', '条款 4.1 的日期'],
    ['workdays: 5', 'workdays: 7', '条款 3.2 里写着 5个工作日，这里是 7 个工作日'],
    ['name: 轻纺 }', 'name: 轻纺工程 }', '条款 1.1 里没有专业“轻纺工程”'],
    ['- 3 年内不得申报职称评审', '- 5 年内不得申报职称评审', '条款 4.2.1 里没有'],
    ['name: 省经信厅人事处', 'name: 省经信厅人事教育处', '条款 5 里没有“省经信厅人事教育处”'],
    [
      '0571-87058121]',
      '0571-87058122]',
      '省经信厅人事处的电话写着 0571-87058121，这里是 0571-87058122',
    ],
    ['0571-88228292, ', '', '条款 5 里还有 0571-88228292'],
  ])('%s as %s is told with its line', async (from, to, says) => {
    const { message, text } = await toldOf({ file: NOTICE, from, to });
    const line = lineOf(text, to || '0571-86070951');
    expect(message).toContain(`content/${NOTICE} 第 ${line} 行`);
    expect(message).toContain(says);
  });

  test('one specialty fewer than the clause counts is told', async () => {
    const { message } = await toldOf({
      file: NOTICE,
      from: '    - { id: energy, name: 能源 }\n',
      to: '',
    });
    expect(message).toContain('条款 1.1 写着 6个专业，这里是 5 个');
  });

  test('a telephone number of another contact is told', async () => {
    const { message } = await toldOf({
      file: NOTICE,
      from: '[0571-87058121]',
      to: '[0571-88228292]',
    });
    expect(message).toContain('省经信厅人事处的电话写着 0571-87058121');
  });

  test('a document’s number that no clause prints is told in documents.yaml', async () => {
    const { message } = await toldOf({
      file: 'documents.yaml',
      from: '〔2022〕77号',
      to: '〔2022〕78号',
    });
    expect(message).toContain('content/documents.yaml');
    expect(message).toContain('条款 2.2 里没有 浙人社发〔2022〕78号');
  });
});

describe('a clause that no longer says a fact', () => {
  test.each([
    ['8 月 16 日', '8 月 18 日', '2026-08-16'],
    ['不少于 5 个工作日', '不少于 15 个工作日', '这里是 5 个工作日'],
    ['86070951', '86070952', '0571-86070951'],
    ['6 个专业', '7 个专业', '这里是 6 个'],
    ['2024-2026', '2023-2025', '没有 2026 年'],
    ['3 年内不得', '5 年内不得', '条款 4.2.1 里没有“3 年内不得申报职称评审”'],
  ])('%s as %s is told at the fact', async (from, to, says) => {
    const { message } = await toldOf({ file: TEXT, from, to });
    expect(message).toContain(says);
  });
});

describe('what cannot be', () => {
  test.each([
    ['year: 2026', 'year: 2027', '要和 id 一致，写 2026'],
    ['revisedOn: 2026-11-26', 'revisedOn: 2026-05-01', '不能早于通知的日期 2026-06-24'],
    ['closes: 2026-08-16', 'closes: 2028-08-16', '要在 2026 年，或者 2027 年'],
    ['service: { on: 2026-12-31', 'service: { on: 2024-12-31', '要在 2026 年，或者 2027 年'],
  ])('%s as %s is told', async (from, to, says) => {
    expect((await toldOf({ file: NOTICE, from, to })).message).toContain(says);
  });

  test('credits of a year after the notice’s own are told', async () => {
    const { message } = await toldOf({
      file: 'notices/2026/questions.yaml',
      from: 'each: [2024, 2025, 2026]',
      to: 'each: [2025, 2026, 2027]',
    });
    expect(message).toContain('不能晚于 2026 年');
  });

  test('a worked day within the week is told', async () => {
    const { message } = await toldOf({
      file: 'calendars/2026.yaml',
      from: 'worked: [2026-01-04',
      to: 'worked: [2026-01-05',
    });
    expect(message).toContain('2026-01-05 不是周末');
  });
});

describe('a fact typed into prose', () => {
  test.each([
    [
      'notices/2026/questions.yaml',
      '通知只受理 {specialties} 个专业',
      '通知只受理 6 个专业',
      '{specialties} 个专业',
    ],
    [
      'notices/2026/questions.yaml',
      '年限从这一天算到 {serviceCutoff}',
      '年限从这一天算到 2026-12-31',
      '{serviceCutoff}',
    ],
    [
      'notices/2026/rules/01-specialty.yaml',
      '在 {specialties} 个专业之内',
      '在 6 个专业之内',
      '{specialties} 个专业',
    ],
    [
      'notices/2026/materials.yaml',
      '算到 {evidenceCutoff}',
      '算到 7 月 19 日',
      '{evidenceCutoff} 或 {windowCloses}',
    ],
    [
      'notices/2026/notice.yaml',
      '不少于 {workdays} 个工作日',
      '不少于 5 个工作日',
      '{workdays} 个工作日',
    ],
    ['wording.yaml', '您 {year} 年度暂不符合', '您 2026 年度暂不符合', '{year} 年度'],
  ])('of %s is told with what to write: %s', async (file, from, to, write) => {
    const { message, text } = await toldOf({ file, from, to });
    expect(message).toContain(`content/${file} 第 ${lineOf(text, to)} 行`);
    expect(message).toContain(write);
  });
});

describe('reading clauses', () => {
  test('gives a date without a year the year before it, and else the notice’s own', () => {
    const text = '自2026年12月25日至1月5日，到7月31日，2027年2月1日止';
    expect(datesIn(text, 2026)).toEqual(['2026-12-25', '2026-01-05', '2026-07-31', '2027-02-01']);
    expect(datesIn('17月31日', 2026)).toEqual([]);
  });

  test('gives a number without an area code the one before it', () => {
    expect(phonesIn('甲：0571-88228292、86070951；乙：010-66668888')).toEqual([
      ...['0571-88228292', '0571-86070951', '010-66668888'],
    ]);
  });

  test('names every fact of this year', () => {
    expect([...factsOf(notice)]).toEqual([
      ['year', '2026'],
      ['number', '浙经信人事〔2026〕127号'],
      ['publicity.workdays', '5'],
      ['specialties.count', '6'],
      ['credits.years', '2024、2025、2026'],
      ['credits.count', '三'],
      ['credits.earlier', '2024、2025'],
      ['credits.last', '2026'],
      ['integrity.years', '3'],
      ['integrity.yearsInWords', '三'],
    ]);
  });
});
