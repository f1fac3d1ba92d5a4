/** Every fact is held to its clause: with one of the two changed, the build names the contradiction. */
import { describe, expect, test } from 'vitest';
import { datesIn, phonesIn } from '../../src/notices/check/held.ts';
import { factsOf } from '../../src/notices/facts.ts';
import { notice } from '../calculator/support.ts';
import { lineOf, toldOf } from './mutate.ts';

const NOTICE = 'notices/2026/notice.yaml';
const TEXT = 'notices/2026/text.md';

describe('a fact that its clause does not say', () => {
  test.each([
    ['number: 样例〔2026〕1号', 'number: 样例〔2026〕2号', '通知开头没有'],
    ['issuer: 某省样例厅', 'issuer: 某市样例厅', '通知开头没有'],
    ['issuedOn: 2026-06-24', 'issuedOn: 2026-06-23', '通知末尾的日期写着 2026-06-24'],
    [
      'service: { on: 2026-12-31',
      'service: { on: 2026-12-30',
      '条款 1.3 的日期写着 2026-12-31、2026-07-19，这里是 2026-12-30',
    ],
    ['evidence: { on: 2026-07-19', 'evidence: { on: 2026-07-18', '条款 1.3 的日期'],
    ['opens: 2026-06-25', 'opens: 2026-06-26', '条款 3.2 的日期'],
    ['closes: 2026-07-31', 'closes: 2026-07-30', '条款 3.2 的日期'],
    ['workdays: 5', 'workdays: 7', '条款 3.1 里写着 5个工作日，这里是 7 个工作日'],
    ['name: 材料 }', 'name: 材料工程 }', '条款 1.1 里没有专业“材料工程”'],
    ['who: 省属企业和事业单位', 'who: 市属企业和事业单位', '条款 1.2 里没有“市属企业和事业单位”'],
    ['[3 年内不得申报', '[5 年内不得申报', '条款 4.1 里没有'],
    ['name: 人事处', 'name: 人事教育处', '条款 5 里没有“人事教育处”'],
    ['0571-10000009]', '0571-10000008]', '人事处的电话写着 0571-10000009，这里是 0571-10000008'],
    ['0571-10000001, ', '', '条款 5 里还有 0571-10000001'],
  ])('%s as %s is told with its line', async (from, to, says) => {
    const { message, text } = await toldOf({ file: NOTICE, from, to });
    const line = lineOf(text, to || '0571-10000002');
    expect(message).toContain(`content/${NOTICE} 第 ${line} 行`);
    expect(message).toContain(says);
  });

  test('one specialty fewer than the clause counts is told', async () => {
    const { message } = await toldOf({
      file: NOTICE,
      from: '    - { id: energy, name: 能源 }\n',
      to: '',
    });
    expect(message).toContain('条款 1.1 写着 3个专业，这里是 2 个');
  });

  test('a telephone number of another contact is told', async () => {
    const { message } = await toldOf({
      file: NOTICE,
      from: '[0571-10000009]',
      to: '[0571-10000001]',
    });
    expect(message).toContain('人事处的电话写着 0571-10000009');
  });

  test('a document’s number that no clause prints is told in documents.yaml', async () => {
    const { message } = await toldOf({
      file: 'documents.yaml',
      from: '〔2018〕9号',
      to: '〔2018〕8号',
    });
    expect(message).toContain('content/documents.yaml');
    expect(message).toContain('条款 2.2 里没有 样例〔2018〕8号');
  });
});

describe('a clause that no longer says a fact', () => {
  test.each([
    ['8 月 16 日', '8 月 18 日', '2026-08-16'],
    ['不少于 5 个工作日', '不少于 15 个工作日', '这里是 5 个工作日'],
    ['10000002', '10000003', '0571-10000002'],
    ['3 个专业', '4 个专业', '这里是 3 个'],
    ['2024-2026', '2023-2025', '没有 2026 年'],
    ['3 年内不得', '5 年内不得', '条款 4.1 里没有“3 年内不得申报”'],
  ])('%s as %s is told at the fact', async (from, to, says) => {
    const { message } = await toldOf({ file: TEXT, from, to });
    expect(message).toContain(says);
  });
});

describe('what cannot be', () => {
  test.each([
    ['year: 2026', 'year: 2027', '要和 id 一致，写 2026'],
    ['revisedOn: 2026-07-01', 'revisedOn: 2026-05-01', '不能早于通知的日期 2026-06-24'],
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
  const { summary } = notice.wording.verdicts.ineligible;

  test.each([
    [
      'notices/2026/questions.yaml',
      '只受理 {specialties} 个专业',
      '只受理 3 个专业',
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
      '在 3 个专业之内',
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
    ['wording.yaml', summary, summary.replace('{year}', '2026'), '{year} 年度'],
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

  test('names every fact of a notice', () => {
    expect([...factsOf(notice)]).toEqual([
      ['year', '2026'],
      ['number', '样例〔2026〕1号'],
      ['publicity.workdays', '5'],
      ['specialties.count', '3'],
      ['credits.years', '2024、2025、2026'],
      ['credits.count', '三'],
      ['credits.earlier', '2024、2025'],
      ['credits.last', '2026'],
      ['integrity.years', '3'],
      ['integrity.yearsInWords', '三'],
    ]);
  });
});
