/** What is said, word for word, where something cannot be used. */
import { describe, expect, test } from 'vitest';
import {
  assess,
  deadlineOf,
  explain,
  fill,
  isWorkday,
  parseAnswers,
  planTimeline,
} from '../../src/calculator/index.ts';
import { calendar, changedNotice, enough, notice, person } from './support.ts';

const { problems } = notice.wording;
const titleOf = (id: string) => notice.questions.find((question) => question.id === id)?.title;
const title = titleOf('credits.2024');
const issues = (input: unknown, of = notice) => {
  const result = parseAnswers(of, input);
  return 'issues' in result ? result.issues : [];
};

describe('an input', () => {
  test.each([5, 'target', null, undefined, ['target']])('that is %j has no field', (input) => {
    expect(issues(input)).toEqual([{ field: '', message: problems.notAnObject }]);
  });

  test.each([
    new Map([['target', 'engineer']]),
    new Set(['target']),
    new Date(0),
    /target/,
    [],
    new Error('no'),
  ])('that is %o is no record, although it is an object', (input) => {
    expect(issues(input)).toEqual([{ field: '', message: problems.notAnObject }]);
  });

  test('whose years are no record is named as a whole', () => {
    for (const credits of [5, 'unsure', null, [enough], new Map([['2024', enough]])]) {
      expect(issues({ credits })).toEqual([{ field: 'credits', message: problems.notAnObject }]);
    }
  });

  test('that throws when read is named, in whole or in part', () => {
    const hostile = (key: string) =>
      Object.defineProperty({}, key, {
        enumerable: true,
        get() {
          throw new Error('no');
        },
      });
    const target = `“${titleOf('target')}”${problems.unreadable}`;
    expect(issues(hostile('target'))).toEqual([{ field: 'target', message: target }]);
    expect(issues(hostile('credits'))).toEqual([
      { field: 'credits', message: problems.unreadable },
    ]);
    expect(issues({ credits: hostile('2024') })).toEqual([
      { field: 'credits.2024', message: `“${title}”${problems.unreadable}` },
    ]);
  });

  test('without the years’ numbers hears which are meant', () => {
    const problem = problems.notAmounts.replace('{labels}', '总学时、其中专业科目');
    const message = `“${title}”${problem}`;
    expect(issues({ credits: { 2024: 90 } })).toEqual([{ field: 'credits.2024', message }]);
    expect(issues({ credits: { 2024: { total: 90 } } })).toEqual([
      { field: 'credits.2024', message },
    ]);
  });

  test('with more of a part than of the whole hears of which whole', () => {
    const three = changedNotice((copy) => {
      for (const question of copy.questions) {
        if (question.type !== 'amounts') continue;
        question.amounts.unshift({ id: 'papers', label: '论文', least: 0, most: 9, step: 1 });
      }
    });
    const given = { papers: 1, total: 10, professional: 20 };
    const [issue] = issues({ credits: { 2024: given } }, three);
    const problem = problems.amountExceeds
      .replace('{label}', '其中专业科目')
      .replace('{other}', '总学时');
    expect(issue?.message).toBe(`“${title}”${problem}`);
  });
});

describe('an error names', () => {
  test('the date that does not exist', () => {
    expect(() => isWorkday(calendar, '2026-02-30')).toThrow('2026-02-30');
    expect(() => planTimeline(notice, calendar, { today: '2026-02-30' })).toThrow('2026-02-30');
  });

  test('the question and the answer that has no branch', () => {
    const answers = { ...person(), target: 'professor' };
    expect(() => assess(notice, answers)).toThrow('target = professor');
  });

  test('the rule that the notice does not have', () => {
    const finding = { ...assess(notice, person()).findings[0]!, rule: 'height' };
    expect(() => explain(notice, finding)).toThrow('height');
  });

  test('the rule whose finding ends at no outcome', () => {
    const [finding] = assess(notice, person()).findings;
    expect(() => explain(notice, { ...finding!, path: [] })).toThrow(finding!.rule);
  });

  test('the question that a rule asks and the notice does not have', () => {
    const lacking = changedNotice((copy) => {
      copy.questions = copy.questions.filter(({ id }) => id !== 'entrusted');
    });
    expect(() => assess(lacking, {})).toThrow('entrusted');
  });

  test('the stage that is lacking', () => {
    const none = changedNotice((copy) => {
      copy.stages.splice(0);
    });
    expect(() => deadlineOf(none)).toThrow(`no stage ${notice.publicity.stage}`);
    expect(() => planTimeline(none, calendar, { today: '2026-07-01' })).toThrow('no stage');
  });
});

test('a slot without a value stays, so that the mistake shows', () => {
  expect(fill('一{b}二{c}', { b: 1 })).toBe('一1二{c}');
});
