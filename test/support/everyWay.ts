/** "At the most" and "whatever you answer", held against every completion of a notice's answers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compiled, readAnswers } from '../../src/calculator/eligibility/compiled.ts';
import { groupsOf, RANK, waysOn } from '../../src/calculator/eligibility/ways.ts';
import {
  type Answer,
  type Answers,
  answerTo,
  assess,
  type FullNotice,
  nextQuestion,
  type Question,
  screensLeft,
  type Verdict,
  withAnswer,
} from '../../src/calculator/index.ts';

/** Every option, and of dates and amounts more than enough; written without knowledge of how the code chooses. */
const ALL: Record<Question['type'], (question: Question) => Answer[]> = {
  choice: () => [],
  date: (question) =>
    question.type === 'date'
      ? [question.earliest, '2021-01-01', '2022-12-31', '2023-12-31', '2024-12-31', question.latest]
      : [],
  amounts: () =>
    [
      [0, 0],
      [89, 60],
      [90, 59],
      [90, 60],
      [90, 80],
      [2000, 2000],
    ].map(([total = 0, professional = 0]) => ({ total, professional })),
};
const answersTo = (question: Question): Answer[] => [
  ...question.options.map(({ value }) => value),
  ...ALL[question.type](question),
];

/** All that can come of answers: how many screens are asked, and which verdicts there are in the end. */
export function completions(
  of: FullNotice,
  answers: Answers,
): { screens: number; verdicts: Set<Verdict> } {
  const verdicts = new Set<Verdict>();
  let screens = 0;
  const walk = (given: Answers, seen: Set<string>) => {
    const question = nextQuestion(of, given);
    if (!question) {
      verdicts.add(assess(of, given).verdict);
      screens = Math.max(screens, seen.size);
      return;
    }
    for (const answer of answersTo(question))
      walk(withAnswer(given, question, answer), new Set([...seen, question.screen]));
  };
  walk(answers, new Set());
  return { screens, verdicts };
}

/**
 * What holds of any notice's own questions.
 *
 * @param most somebody who is asked as many screens as anybody is, and how many
 */
export function describeWays(
  notice: FullNotice,
  someAnswers: (unanswered: number) => fc.Arbitrary<Answers>,
  most: { answers: Answers; screens: number },
): void {
  test('asks just as many screens of some as are said at the most, and of none more', () => {
    const counts = new Set<number>();
    fc.assert(
      fc.property(someAnswers(2), (answers) => {
        const open = notice.questions.filter((q) => answerTo(answers, q) === undefined);
        // Credits are one screen and three questions; each multiplies the ways.
        fc.pre(new Set(open.map(({ screen }) => screen)).size <= 4 && open.length <= 5);
        const left = screensLeft(notice, answers);
        expect({ answers, left }).toEqual({ answers, left: completions(notice, answers).screens });
        counts.add(left);
      }),
      { numRuns: 150 },
    );
    expect(counts.size).toBeGreaterThan(3);
  });

  test('asks of one what is said at the most before the first answer, and never more of anybody', () => {
    const walk = (full: Answers) => {
      let given: Answers = {};
      const seen = new Set<string>();
      for (let next = nextQuestion(notice, given); next; next = nextQuestion(notice, given)) {
        seen.add(next.screen);
        given = withAnswer(given, next, answerTo(full, next)!);
      }
      return seen.size;
    };
    expect(walk(most.answers)).toBe(most.screens);
    expect(screensLeft(notice, {})).toBe(most.screens);
    fc.assert(
      fc.property(someAnswers(0), (full) => {
        expect(walk(full)).toBeLessThanOrEqual(most.screens);
      }),
      { numRuns: 2000 },
    );
  });

  test('never asks for more after an answer than before', () => {
    fc.assert(
      fc.property(someAnswers(0), (full) => {
        let given: Answers = {};
        let left = screensLeft(notice, given);
        for (let next = nextQuestion(notice, given); next; next = nextQuestion(notice, given)) {
          given = withAnswer(given, next, answerTo(full, next)!);
          const now = screensLeft(notice, given);
          expect(now).toBeLessThanOrEqual(left);
          left = now;
        }
        expect(left).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  test('has one verdict in the end exactly where it is said to be settled', () => {
    const model = compiled(notice);
    const seen = { settled: 0, open: 0 };
    fc.assert(
      fc.property(someAnswers(3), (answers) => {
        const { verdict, settled, missing } = assess(notice, answers);
        fc.pre(verdict !== 'incomplete' && missing.length > 0);
        const ranks = groupsOf(model).map((group) =>
          waysOn(model, group, readAnswers(model, answers)).map(({ rank }) => rank),
        );
        const worst = Math.min(...ranks.flat());
        const best = Math.min(...ranks.map((of) => Math.max(...of)));
        expect({ answers, settled }).toEqual({ answers, settled: worst === best });
        seen[settled ? 'settled' : 'open'] += 1;
        if (settled) expect(RANK[worst]).toBe(verdict);
      }),
      { numRuns: 600 },
    );
    expect(seen.settled).toBeGreaterThan(20);
    expect(seen.open).toBeGreaterThan(20);
  });
}
