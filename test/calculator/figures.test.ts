/** Numbers as people write them: decimals count as decimals, and a link carries any number that a question takes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assess,
  decodeAnswers,
  encodeAnswers,
  explain,
  parseAnswers,
} from '../../src/calculator/index.ts';
import { amounts, each, least, madeUp, rule } from './made-up.ts';

describe('steps of a tenth', () => {
  const of = madeUp(
    amounts(
      'credits',
      [2026],
      [
        { id: 'total', step: 0.1 },
        { id: 'part', step: 0.1, within: 'total' },
      ],
      [],
      [{ id: 'rest', label: '其余', of: 'total', less: 'part' }],
    ),
    [
      rule(
        'credits',
        each('credits', [
          least('total', 9),
          least('part', 7.3, 'unmet', { part: '部分' }),
          least('rest', 1.8, 'review', { of: 'total', less: 'part', part: '其余' }),
        ]),
      ),
    ],
  );
  const given = (total: number, part: number) => ({ credits: { 2026: { total, part } } });
  const finding = (total: number, part: number) => assess(of, given(total, part)).findings[0]!;

  test('take every number of tenths that there is', () => {
    for (let tenths = 0; tenths <= 1000; tenths += 1) {
      const answers = given(tenths / 10, 0);
      expect(parseAnswers(of, answers)).toEqual({ answers });
    }
  });

  test.each([0.05, 0.31, 0.30001, 12.345, 0.1 + 0.2])('refuse %d', (total) => {
    expect(parseAnswers(of, given(total, 0))).toHaveProperty('issues');
  });

  test('leave as much as people reckon: 9.1 less 7.3 is 1.8', () => {
    expect(9.1 - 7.3).toBeLessThan(1.8);
    expect(finding(9.1, 7.3).outcome).toBe('met');
    expect(finding(9.1, 7.4).outcome).toBe('review');
  });

  test('are short by numbers that can be read', () => {
    const { reason, remedy } = explain(of, finding(8.7, 7.2));
    expect(reason).toBe('2026 年8.7/9差0.3。2026 年7.2/7.3差0.1。2026 年1.5/1.8差0.3。');
    // A tenth and three tenths, which are more than the whole is short of.
    expect(remedy).toBe('2026 年再要 0.4。');
    expect(finding(8.7, 7.2).shortfall).toEqual({
      kind: 'amounts',
      inYears: [{ year: 2026, freeFrom: 2027 }],
      lacking: [
        { year: 2026, amount: 'total', have: 8.7, need: 9 },
        { year: 2026, amount: 'part', have: 7.2, need: 7.3 },
      ],
    });
  });
});

test('halves are taken as before, and quarters refused', () => {
  const of = madeUp(amounts('credits', [2026], [{ id: 'hours', step: 0.5, most: 2000 }]), [
    rule('credits', each('credits', [least('hours', 10)])),
  ]);
  const taken = (hours: number) => 'answers' in parseAnswers(of, { credits: { 2026: { hours } } });
  expect([0, 0.5, 90, 1999.5, 2000].map(taken)).toEqual([true, true, true, true, true]);
  expect([0.25, 89.75, 1e-9, 2000.5, -0.5].map(taken)).toEqual(Array(5).fill(false));
});

describe('a link', () => {
  const of = madeUp(
    amounts(
      'money',
      [2025, 2026],
      [
        { id: 'gain', least: -9_999_999.99, most: 99_999_999.9999, step: 0.0001 },
        { id: 'spent', least: -5, most: 1e15, step: 1 },
      ],
    ),
    [rule('money', each('money', [least('gain', 0)]))],
  );

  test('carries negative amounts, amounts of any length and every decimal', () => {
    const money = {
      2025: { gain: -1_234_567.89, spent: 1e15 },
      2026: { gain: 12_345_678.9012, spent: -5 },
    };
    const text = encodeAnswers(of, { money });
    expect(text).toContain('money.2025=-1234567.89~1000000000000000');
    expect(decodeAnswers(of, `#${text}`)).toMatchObject({ answers: { money }, dropped: [] });
  });

  test('carries whatever is accepted', () => {
    const gain = fc
      .integer({ min: -99_999_999_900, max: 999_999_999_999 })
      .map((n) => Math.round(n / 10) / 1000);
    fc.assert(
      fc.property(gain, fc.integer({ min: -5, max: 1e15 }), (gain, spent) => {
        const parsed = parseAnswers(of, { money: { 2026: { gain, spent } } });
        fc.pre('answers' in parsed);
        const { answers } = parsed as { answers: object };
        expect(decodeAnswers(of, encodeAnswers(of, { ...answers })).answers).toEqual(answers);
      }),
    );
  });

  test.each(['1e3~1', '--1~1', '1.~1', '.5~1', '+1~1', '0x10~1', '1-~1', '9'.repeat(400), '∞~1'])(
    'is not taken for numbers: %s',
    (text) => {
      expect(decodeAnswers(of, `money.2026=${text}`)).toMatchObject({ answers: {} });
    },
  );
});
