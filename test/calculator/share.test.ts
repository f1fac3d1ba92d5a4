import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, decodeAnswers, encodeAnswers } from '../../src/calculator/index.ts';
import { people } from '../bench/people.ts';
import { anyAnswers } from './arbitraries.ts';
import { notice, parsed, person } from './support.ts';

const dropped = (text: string) => decodeAnswers(notice, text).dropped.map(({ field }) => field);
const answers = (text: string) => decodeAnswers(notice, text).answers;

describe('encodeAnswers', () => {
  test('writes the version, the verdict, and each answer by name', () => {
    expect(
      encodeAnswers(notice, person({ credits: { 2024: { total: 90, professional: 60.5 } } })),
    ).toBe(
      'v=2026.2~9&r=incomplete~continuingEducation.unknown&target=engineer&specialty=energy&employer=provincialEnterprise' +
        '&route=education&education=bachelor' +
        '&heldTitle=assistantEngineer&heldSince=2020-05-01&misconductOn=none&credits.2024=90~60.5&end=1',
    );
  });

  test('writes nothing that a link or a chat program would break', () => {
    for (const answers of people(notice, 300)) {
      expect(encodeAnswers(notice, answers)).toMatch(/^[\w.=&~-]+$/);
    }
  });
});

describe('decodeAnswers', () => {
  test('reads back what encodeAnswers wrote, with version and result, and drops nothing', () => {
    fc.assert(
      fc.property(anyAnswers(), (given) => {
        const { verdict, findings } = assess(notice, given);
        expect(decodeAnswers(notice, encodeAnswers(notice, given))).toEqual({
          answers: given,
          dropped: [],
          version: notice.version,
          verdict,
          told: findings
            .filter(({ outcome }) => outcome !== 'met')
            .map(({ rule, outcome }) => `${rule}.${outcome}`),
        });
      }),
      { numRuns: 500 },
    );
  });

  test('does not mind the leading #', () => {
    expect(answers('#target=engineer')).toEqual({ target: 'engineer' });
  });

  test('takes an empty fragment for no answers', () => {
    for (const text of ['', '#', '&&', '#&']) {
      expect(decodeAnswers(notice, text)).toEqual({ answers: {}, dropped: [] });
    }
  });

  test('undoes percent-encoding, as chat programs add it', () => {
    expect(answers('credits%2E2024=90%7E60&target=%65ngineer')).toEqual({
      target: 'engineer',
      credits: { 2024: { total: 90, professional: 60 } },
    });
  });

  test('keeps what is right and says what was dropped', () => {
    const { answers: kept, dropped: lost } = decodeAnswers(
      notice,
      'target=engineer&education=wizard&nickname=x&heldSince=2023-02-29&specialty=energy',
    );
    expect(kept).toEqual({ target: 'engineer', specialty: 'energy' });
    expect(lost.map(({ field }) => field)).toEqual(['education', 'nickname', 'heldSince']);
    for (const { message } of lost) expect(message).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    'education=%',
    'education=%E4%B8',
    'education=%zz',
    'education',
    'education=',
    'education=bachelor%00',
    'education=bachelor=',
    '%E4%B8=bachelor',
    '=bachelor',
    '__proto__=x',
    'constructor=x',
    'credits=90~60',
    'credits.2023=90~60',
    'credits.__proto__=90~60',
  ])('drops %j alone', (pair) => {
    for (const text of [`${pair}&target=engineer`, `target=engineer&${pair}`]) {
      expect(answers(text)).toStrictEqual({ target: 'engineer' });
      expect(dropped(text)).toHaveLength(1);
    }
  });

  test.each([
    '90',
    '90~',
    '~60',
    '~',
    '90~60~1',
    '90~60~',
    '1e3~1',
    '0x5a~60',
    '-1~0',
    '+90~60',
    ' 90~60',
    '90.25~60',
    '90.~60',
    '.5~0',
    '20000~60',
    '2001~60',
    '60~90',
    'NaN~NaN',
    'Infinity~0',
    '９０~６０',
    '[object Object]',
  ])('drops the amounts %j', (amounts) => {
    const text = `target=engineer&credits.2024=${encodeURIComponent(amounts)}`;
    expect(answers(text)).toEqual({ target: 'engineer' });
    expect(dropped(text)).toEqual(['credits.2024']);
  });

  test('uses the first of repeated answers, and says so', () => {
    const text = 'target=engineer&target=assistantEngineer';
    expect(answers(text)).toEqual({ target: 'engineer' });
    expect(dropped(text)).toEqual(['target']);
    expect(decodeAnswers(notice, text).dropped[0]!.message).toContain('两次');
  });

  test('pollutes no prototype', () => {
    decodeAnswers(
      notice,
      '__proto__=x&__proto__.a=1&constructor.prototype=1&credits.__proto__=1~1',
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('does not read a fragment longer than any of ours', () => {
    const { answers: kept, dropped: lost } = decodeAnswers(
      notice,
      `target=engineer&${'x'.repeat(1e6)}`,
    );
    expect(kept).toEqual({});
    expect(lost).toHaveLength(1);
    expect(lost[0]!.message).toContain('太长');
  });

  test('gives version and result only in a form that makes sense', () => {
    const carried = (text: string) => {
      const { version, verdict, told } = decodeAnswers(notice, text);
      return { version, verdict, told };
    };
    expect(carried('v=2025.3&r=review')).toEqual({
      version: '2025.3',
      verdict: 'review',
      told: [],
    });
    // A rule of other years may be one that there is no longer.
    expect(carried('r=unlikely~gone.unmet~integrity.review~scope.unknown')).toEqual({
      verdict: 'unlikely',
      told: ['gone.unmet', 'integrity.review', 'scope.unknown'],
    });
    for (const odd of [
      '',
      'scope',
      'scope.met',
      'scope.',
      '.unmet',
      'scope.unmet.review',
      '<b>.unmet',
    ]) {
      expect(carried(`r=likely~${encodeURIComponent(odd)}~work.unmet`).told).toEqual([
        'work.unmet',
      ]);
    }
    expect(carried(`r=likely~${'x'.repeat(41)}.unmet`).told).toEqual([]);
    expect(carried('r=wonderful~work.unmet')).toEqual({});
    expect(carried('r=constructor')).toEqual({});
    expect(carried('r=__proto__')).toEqual({});
    expect(carried('r=fine&v=')).toEqual({});
    expect(carried(`v=${'1'.repeat(100)}`)).toEqual({});
    expect(carried('v=%3Cscript%3E')).toEqual({});
    expect(carried('v=%&r=%')).toEqual({});
  });

  test('says nothing of version or result where the link does not', () => {
    const result = decodeAnswers(notice, 'target=engineer');
    expect(result).not.toHaveProperty('version');
    expect(result).not.toHaveProperty('verdict');
    expect(result).not.toHaveProperty('told');
  });

  test('never throws, and what it keeps is valid', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'target',
        'engineer',
        'credits.2024',
        '90~60',
        '~',
        '=',
        '&',
        '%',
        '%E4',
        '#',
        'v',
        'r',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { answers: kept, dropped: lost } = decodeAnswers(notice, pieces.join(''));
        expect(parsed(kept)).toEqual(kept);
        for (const { message } of lost) expect(message).toMatch(/\p{Script=Han}/u);
      }),
      { numRuns: 1000 },
    );
  });
});
