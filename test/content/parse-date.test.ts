import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDateText } from '../../src/typed/index.ts';
import { toNumber } from '../../src/widgets/SelfCheck/check.ts';
import { dateBetween } from '../calculator/arbitraries.ts';

describe('a date is read', () => {
  test.each([
    '2022-12-31',
    '2022.12.31',
    '2022/12/31',
    '2022年12月31日',
    '2022年12月31号',
    ' 2022 年 12 月 31 日 ',
    '20221231',
    '２０２２－１２－３１',
    '2022。12。31',
    '2022，12，31',
    '2022、12、31',
    '2022·12·31',
    '2022・12・31',
    '2022．12．31',
    '2022−12−31',
    '2022 12 31',
  ])('as it is typed: “%s”', (typed) => {
    expect(parseDateText(typed)).toBe('2022-12-31');
  });

  test.each([
    ['a spreadsheet’s', '2022/12/31 0:00:00'],
    ['a spreadsheet’s in Chinese', '2022/12/31 上午 12:00:00'],
    ['a spreadsheet’s in English', '2022-12-31 12:00:00 AM'],
    ['a program’s', '2022-12-31T00:00'],
    ['a program’s to the millisecond', '2022-12-31T00:00:00.000'],
    ['eight digits with a time', '20221231 00:00'],
    ['a time in words', '2022年12月31日0时0分'],
    ['the end of a sentence', '2022-12-31。'],
    ['in brackets', '（2022.12.31）'],
    ['a text cell', "'2022-12-31"],
    ['this site’s prose', '2022 年 12 月 31 日（周六）'],
    ['this site’s tables', '2022-12-31 周六'],
    ['a byte order mark', '\u{feff}2022-12-31'],
    ['spaces of no width', '2022\u{200b}-12\u{200d}-31\u{2060}'],
    ['marks of direction', '\u{202a}2022-12-31\u{202c}'],
    ['a cell and its line', '2022-12-31\t\r\n'],
  ])('as it is pasted: %s', (_, pasted) => {
    expect(parseDateText(pasted)).toBe('2022-12-31');
  });

  test('with months and days of one digit', () => {
    expect(parseDateText('2026.7.2')).toBe('2026-07-02');
  });

  test('in every mixture of separators, widths, marks, times and punctuation', () => {
    const parts = fc.constantFrom('-', '/', '.', '。', '，', '、', '·', '・', ' ', ' - ', '．');
    const invisible = fc.constantFrom('', '\u{200b}', '\u{feff}', '\u{200e}', '\u{ad}');
    const time = fc.constantFrom('', ' 0:00', ' 00:00:00', 'T08:30', ' 下午 3:05:00');
    const end = fc.constantFrom('', '。', '，', '；', '）', '.', ' ', '。”', '\n');
    const wide = (text: string) =>
      text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    fc.assert(
      fc.property(
        dateBetween('1950-01-01', '2099-12-31'),
        fc.tuple(parts, parts, invisible, invisible, time, end, fc.boolean(), fc.boolean()),
        (date, [first, second, mark, other, clock, tail, isWide, isShort]) => {
          const [year, month, day] = date
            .split('-')
            .map((part) => (isShort ? String(Number(part)) : part));
          const text = `${mark}${year}${first}${month}${other}${second}${day}${clock}${tail}`;
          expect(parseDateText(isWide ? wide(text) : text)).toBe(date);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('no date is read', () => {
  test.each([
    '',
    '7月20日',
    '26-07-20',
    '2026-07',
    '2026-07-20-1',
    '2026-07-201',
    '202671',
    '2026月7年20日',
    '12/31/2026',
    '明天',
    '2026-07-20 至 2026-07-31',
    // In another zone it may be another day.
    '2022-12-30T16:00:00Z',
    '2022-12-31T00:00:00+08:00',
  ])('from “%s”', (typed) => {
    expect(parseDateText(typed)).toBeUndefined();
  });

  test('from a text that is far too long, and at once', () => {
    for (const filler of [' ', '2', '。', '2022-'])
      expect(parseDateText(`2022-12-31${filler.repeat(100_000)}x`)).toBeUndefined();
  });
});

test('numbers lose what nobody sees, too', () => {
  expect(toNumber('\u{feff}９０．５\u{200b} ')).toBe(90.5);
  expect(toNumber('\u{200b}')).toBeUndefined();
});
