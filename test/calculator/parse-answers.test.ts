import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswer, parseAnswers, withAnswer } from '../../src/calculator/index.ts';
import { anyAnswers } from './arbitraries.ts';
import { enough, notice, parsed } from './support.ts';

/** The fields that are refused; none when the input is accepted. */
function refused(input: unknown): string[] {
  const result = parseAnswers(notice, input);
  return 'issues' in result ? result.issues.map(({ field }) => field) : [];
}
const question = (id: string) => notice.questions.find((q) => q.id === id)!;

describe('parseAnswers', () => {
  test('accepts whatever the questions allow', () => {
    fc.assert(
      fc.property(anyAnswers(), (answers) => {
        expect(parsed(answers)).toEqual(answers);
      }),
    );
  });

  test('accepts no answers at all', () => {
    expect(parsed({})).toEqual({});
  });

  test('returns fresh answers that share nothing with the input', () => {
    const input = { target: 'engineer', credits: { 2024: { ...enough } } };
    const answers = parsed(input);
    input.target = 'assistantEngineer';
    input.credits[2024].total = 0;
    expect(answers).toEqual({ target: 'engineer', credits: { 2024: enough } });
  });

  test('keeps an answer to a question that does not apply', () => {
    const answers = { employer: 'provincialEnterprise', entrusted: 'no', postApproved: 'no' };
    expect(parsed(answers)).toEqual(answers);
  });

  test('takes undefined for not answered yet', () => {
    const input = { target: undefined, credits: { 2024: undefined, 2025: 'unsure' } };
    expect(parsed(input)).toEqual({ credits: { 2025: 'unsure' } });
    expect(parsed({ credits: undefined })).toEqual({});
  });

  test('takes unsure for an answer', () => {
    expect(parsed({ specialty: 'unsure', misconductOn: 'unsure' })).toEqual({
      specialty: 'unsure',
      misconductOn: 'unsure',
    });
  });

  test('tells of every wrong field at once', () => {
    const input = { target: 'boss', heldSince: '2023-02-29', credits: { 2025: 'maybe' } };
    expect(refused(input).sort()).toEqual(['credits.2025', 'heldSince', 'target']);
  });

  test('refuses an option of another question', () => {
    expect(refused({ employer: 'engineer' })).toEqual(['employer']);
    expect(refused({ heldSince: 'none' })).toEqual(['heldSince']);
  });

  test('does not take the name of an inherited property for an option', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(refused({ target: name })).toEqual(['target']);
      expect(refused({ credits: { 2024: name } })).toEqual(['credits.2024']);
    }
  });

  test.each([
    ['white space around it', ' engineer'],
    ['another case', 'Engineer'],
    ['a String object', Object('engineer')],
    ['a list of it', ['engineer']],
    ['an object that turns into it', { toString: () => 'engineer' }],
    ['true', true],
    ['a symbol', Symbol('engineer')],
    ['a big number', 10n],
    ['a function', () => 'engineer'],
    ['null', null],
  ])('never coerces: %s is no option', (_, value) => {
    expect(refused({ target: value })).toEqual(['target']);
  });

  test.each([
    '2023-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-00-10',
    '2023-01-00',
    '2023-1-1',
    '2023/01/01',
    '2023-01-01T00:00:00Z',
    '2023-01-01\n',
    '+02023-01-01',
    '２０２３-01-01',
    '',
  ])('%j is no date', (text) => {
    expect(refused({ heldSince: text })).toEqual(['heldSince']);
    expect(refused({ misconductOn: text })).toEqual(['misconductOn']);
  });

  test('accepts the first and the last date allowed, and 29 February of a leap year', () => {
    for (const date of ['1950-01-01', '2026-12-31', '2024-02-29', '2000-02-29']) {
      expect(parsed({ heldSince: date })).toEqual({ heldSince: date });
    }
  });

  test('refuses a Date object, whatever day it means', () => {
    expect(refused({ heldSince: new Date('2023-01-01') })).toEqual(['heldSince']);
  });

  test.each([
    [{ total: Number.NaN, professional: 0 }],
    [{ total: Number.POSITIVE_INFINITY, professional: 0 }],
    [{ total: 90, professional: Number.NEGATIVE_INFINITY }],
    [{ total: -0.5, professional: 0 }],
    [{ total: 90, professional: -1 }],
    [{ total: 2000.5, professional: 0 }],
    [{ total: 90.1, professional: 60 }],
    [{ total: 90, professional: 60.25 }],
    [{ total: 60, professional: 60.5 }],
    [{ total: 90 }],
    [{ professional: 60 }],
    [{}],
    [{ total: 90, professional: 60, public: 18 }],
    [{ total: '90', professional: '60' }],
    [{ total: null, professional: 60 }],
    [[90, 60]],
    ['90~60'],
    [90],
    [true],
  ])('refuses %j as credits', (credits) => {
    expect(refused({ credits: { 2024: credits } })).toEqual(['credits.2024']);
  });

  test('refuses big integers as credits', () => {
    expect(refused({ credits: { 2024: { total: 90n, professional: 60 } } })).toEqual([
      'credits.2024',
    ]);
  });

  test('accepts the least and the most credits', () => {
    const credits = {
      2024: { total: 0, professional: 0 },
      2025: { total: 2000, professional: 2000 },
      2026: { total: 0.5, professional: 0.5 },
    };
    expect(parsed({ credits })).toEqual({ credits });
  });

  test('takes -0 for 0, so that it survives JSON and links', () => {
    const answers = parsed({ credits: { 2024: { total: -0, professional: -0 } } });
    expect(answers).toStrictEqual({ credits: { 2024: { total: 0, professional: 0 } } });
  });

  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 1],
    ['NaN', Number.NaN],
    ['a string', 'target=engineer'],
    ['a list', [{ target: 'engineer' }]],
    ['an empty list', []],
    ['a function', () => ({})],
    ['a symbol', Symbol('answers')],
  ])('refuses %s for the answers as a whole', (_, input) => {
    expect(parseAnswers(notice, input)).toHaveProperty('issues');
  });

  test.each([['unsure'], [null], [90], [[]], [[enough, enough, enough]]])(
    'refuses %j for the years as a whole',
    (credits) => {
      expect(refused({ credits })).toEqual(['credits']);
    },
  );

  test('refuses a year by its dotted name', () => {
    expect(refused({ 'credits.2024': enough })).toEqual(['credits.2024']);
  });

  test.each([
    ['after', { credits: { 2024: enough }, 'credits.2024': enough }],
    ['before', { 'credits.2024': enough, credits: { 2024: enough } }],
  ])('refuses a dotted name also %s the record that it names', (_, input) => {
    expect(refused(input)).toEqual(['credits.2024']);
  });
});

describe('parseAnswers, on hostile input', () => {
  test('refuses an own __proto__ as any unknown key, and pollutes nothing', () => {
    const hostile = [
      '{"__proto__":{"target":"engineer"}}',
      '{"__proto__":"engineer"}',
      '{"constructor":{"prototype":{"polluted":true}}}',
      '{"credits":{"__proto__":{"total":90,"professional":60}}}',
      '{"credits":{"2024":{"__proto__":90,"professional":60}}}',
      '{"credits":{"2024":{"total":90,"__proto__":60}}}',
    ];
    for (const text of hostile) expect(refused(JSON.parse(text))).toHaveLength(1);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(({} as Record<string, unknown>).target).toBeUndefined();
  });

  test('does not read what is inherited', () => {
    expect(parsed(Object.create({ target: 'engineer' }))).toEqual({});
    expect(refused({ credits: { 2024: Object.create(enough) } })).toEqual(['credits.2024']);
  });

  test('reads a record without a prototype', () => {
    const input = Object.assign(Object.create(null), { target: 'engineer' });
    expect(parsed(input)).toEqual({ target: 'engineer' });
  });

  test('returns plain records for class instances', () => {
    class Form {
      target = 'engineer';
      credits = new Years();
    }
    class Years {
      2024 = new Credits();
    }
    class Credits {
      total = 90;
      professional = 60;
    }
    expect(parsed(new Form())).toStrictEqual({ target: 'engineer', credits: { 2024: enough } });
  });

  test('names the field of a getter that throws, and still reads the others', () => {
    const input = {
      target: 'boss',
      get education(): string {
        throw new Error('no');
      },
    };
    expect(refused(input).sort()).toEqual(['education', 'target']);
    expect(
      refused({
        credits: {
          get 2024() {
            throw new Error('no');
          },
        },
      }),
    ).toEqual(['credits.2024']);
  });

  test('reads each value once, so that a getter cannot pass with one value and stay with another', () => {
    let reads = 0;
    const input = {
      get target() {
        reads += 1;
        return reads === 1 ? 'engineer' : '<script>';
      },
    };
    expect(parsed(input)).toEqual({ target: 'engineer' });
    expect(reads).toBe(1);

    let total = 0;
    const year = {
      get total() {
        total += 90;
        return total;
      },
      professional: 60,
    };
    expect(parsed({ credits: { 2024: year } })).toEqual({ credits: { 2024: enough } });
  });

  test.each<keyof ProxyHandler<object>>(['ownKeys', 'getOwnPropertyDescriptor', 'get', 'has'])(
    'does not throw for a proxy whose %s does',
    (trap) => {
      const thrower = () =>
        new Proxy(
          { 2024: enough, total: 90, professional: 60, target: 'engineer' },
          {
            [trap]: () => {
              throw new Error('no');
            },
          },
        );
      const inputs = [thrower(), { credits: thrower() }, { credits: { 2024: thrower() } }];
      for (const input of inputs) expect(() => parseAnswers(notice, input)).not.toThrow();
    },
  );

  test('does not throw for a revoked proxy', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const inputs = [proxy, { target: proxy }, { credits: proxy }, { credits: { 2024: proxy } }];
    for (const input of inputs) expect(parseAnswers(notice, input)).toHaveProperty('issues');
  });

  test('does not follow a record that holds itself', () => {
    const input: Record<string, unknown> = { target: 'engineer' };
    input.credits = input;
    expect(refused(input)).toEqual(['credits.target', 'credits.credits']);
  });

  test('answers huge strings with short messages', () => {
    const huge = 'x'.repeat(5_000_000);
    for (const input of [{ target: huge }, { heldSince: huge }, { [huge]: 1 }, huge]) {
      const result = parseAnswers(notice, input);
      const issues = 'issues' in result ? result.issues : [];
      expect(issues).toHaveLength(1);
      expect(issues[0]!.message.length).toBeLessThan(100);
    }
  });

  test('answers a huge number of keys', () => {
    const input = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`key${n}`, n]));
    expect(refused(input)).toHaveLength(100_000);
    expect(refused({ credits: input })).toHaveLength(100_000);
  });

  test('never throws, and what it accepts it accepts again unchanged', () => {
    const keys = ['target', 'heldSince', 'credits', 'misconductOn', '__proto__', 'constructor'];
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      fc.constantFrom('engineer', 'none', '2024-02-29', null, undefined, enough, { 2024: enough }),
    );
    const input = fc.oneof(
      fc.dictionary(fc.oneof(fc.constantFrom(...keys), fc.string()), value),
      fc.anything({ withBigInt: true, withSparseArray: true, withTypedArray: true }),
    );
    fc.assert(
      fc.property(input, (given) => {
        const result = parseAnswers(notice, given);
        if ('issues' in result) {
          expect(result.issues.length).toBeGreaterThan(0);
          for (const { message } of result.issues) expect(message).toMatch(/\p{Script=Han}/u);
        } else {
          expect(parseAnswers(notice, result.answers)).toEqual(result);
        }
      }),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('parseAnswer', () => {
  test('checks one field as it is left', () => {
    expect(parseAnswer(notice, question('target'), 'engineer')).toEqual({ answer: 'engineer' });
    expect(parseAnswer(notice, question('credits.2025'), enough)).toEqual({ answer: enough });
  });

  test('says what is allowed', () => {
    const message = (id: string, value: unknown) => {
      const result = parseAnswer(notice, question(id), value);
      return 'issue' in result ? result.issue.message : '';
    };
    expect(message('heldSince', '2027-01-01')).toBe('日期要在 1950-01-01 到 2026-12-31 之间。');
    expect(message('credits.2024', { total: 2001, professional: 0 })).toBe(
      '总学时要在 0 到 2000 之间。',
    );
    expect(message('credits.2024', { total: 90.25, professional: 0 })).toBe(
      '总学时应是 0.5 的倍数。',
    );
    expect(message('credits.2024', { total: 60, professional: 61 })).toMatch(/不能超过总学时/);
    expect(message('target', 'boss')).toBe('没有这个选项，请重新选择。');
  });
});

describe('withAnswer', () => {
  test('adds an answer and leaves the answers given as they were', () => {
    const before = parsed({ target: 'engineer', credits: { 2024: enough } });
    const copy = structuredClone(before);
    const after = withAnswer(before, question('credits.2025'), 'unsure');
    expect(after).toEqual({ target: 'engineer', credits: { 2024: enough, 2025: 'unsure' } });
    expect(withAnswer(before, question('target'), 'assistantEngineer').target).toBe(
      'assistantEngineer',
    );
    expect(before).toEqual(copy);
  });
});
