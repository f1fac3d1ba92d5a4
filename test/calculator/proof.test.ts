/** What is proved by trying everything, or by properties over random answers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answer,
  type Answers,
  addDays,
  answerTo,
  assess,
  type FullNotice,
  isRealDate,
  type Outcome,
  type Question,
  type ReviewedRule,
  type Standing,
  type Verdict,
  withAnswer,
} from '../../src/calculator/index.ts';
import { answerFor, answersInScope, anyAnswers } from './arbitraries.ts';
import { changedNotice, notice, person } from './support.ts';

/** From the worst to the best. */
const RANK: Verdict[] = ['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely'];
const rank = (answers: Answers, of: FullNotice = notice) =>
  RANK.indexOf(assess(of, answers).verdict);
const question = (id: string): Question => notice.questions.find((q) => q.id === id)!;

describe('the product of all rule outcomes', () => {
  const OUTCOMES: Outcome[] = ['met', 'unmet', 'review', 'unknown'];
  const KINDS: { scope: boolean; standing: Standing; verified: boolean }[] = [
    { scope: true, standing: 'notice', verified: false },
    { scope: true, standing: 'reference', verified: false },
    { scope: false, standing: 'notice', verified: false },
    { scope: false, standing: 'reference', verified: true },
    { scope: false, standing: 'reference', verified: false },
    { scope: false, standing: 'manual', verified: false },
  ];
  const id = (index: number) => `rule${index}`;
  /** A notice of six rules, one of each kind, each with one question whose answer is its outcome. */
  const made = changedNotice((copy) => {
    const [question] = copy.questions;
    const [rule] = copy.rules;
    if (!question || !rule) throw new Error('The notice is empty');
    const options = OUTCOMES.slice(0, 3).map((value) => ({ value, label: value }));
    copy.questions = KINDS.map((_, index) => ({
      ...question,
      type: 'choice',
      id: id(index),
      screen: id(index),
      options,
    }));
    copy.rules = KINDS.map(
      ({ verified, ...kind }, index): ReviewedRule => ({
        ...rule,
        ...kind,
        id: id(index),
        tree: {
          ask: id(index),
          ...(verified && { verified: { on: '2026-11-23', by: 'maintainer' } }),
          branches: options.map(({ value }) => ({
            is: [value],
            outcome: value as Exclude<Outcome, 'unknown'>,
            reason: value,
          })),
        },
      }),
    );
  });

  /** src/calculator/README.md, "Verdict", written once more in the plainest way. */
  function expected(outcomes: Outcome[]): { verdict: Verdict; settled: boolean } {
    const any = (wanted: Outcome, of: (index: number) => boolean = () => true) =>
      outcomes.some((outcome, index) => outcome === wanted && of(index));
    const scope = (index: number) => index < 2;
    const firm = (index: number) => index === 0 || index === 2 || index === 3;
    if (any('unmet', scope)) return { verdict: 'outOfScope', settled: true };
    if (any('unmet', firm)) return { verdict: 'ineligible', settled: !any('unknown', scope) };
    if (any('unmet')) {
      return { verdict: 'unlikely', settled: !any('unknown', scope) && !any('unknown', firm) };
    }
    if (any('unknown')) return { verdict: 'incomplete', settled: false };
    if (any('review')) return { verdict: 'review', settled: true };
    return { verdict: 'likely', settled: true };
  }

  test('gives the verdict of the table, and says rightly whether it is settled', () => {
    const total = OUTCOMES.length ** KINDS.length;
    for (let n = 0; n < total; n += 1) {
      const outcomes = KINDS.map((_, index) => OUTCOMES[Math.floor(n / 4 ** index) % 4] as Outcome);
      const answers: Answers = {};
      outcomes.forEach((outcome, index) => {
        if (outcome !== 'unknown') answers[id(index)] = outcome;
      });
      const { verdict, settled, missing } = assess(made, answers);
      const open = outcomes.flatMap((outcome, index) => (outcome === 'unknown' ? id(index) : []));
      expect({ outcomes, verdict, settled, missing }).toEqual({
        outcomes,
        ...expected(outcomes),
        missing: verdict === 'outOfScope' ? [] : open,
      });
    }
  });
});

describe('a better record never makes things worse', () => {
  const dates = ['heldSince', 'startedWorkOn', 'skillSince', 'misconductOn'];

  test.each(dates)('when %s lies earlier', (id) => {
    fc.assert(
      fc.property(answersInScope(1), fc.integer({ min: 1, max: 3000 }), (answers, days) => {
        const date = answers[id];
        fc.pre(typeof date === 'string' && isRealDate(date) && date > '1960');
        const earlier = { ...answers, [id]: addDays(date as string, -days) };
        expect(rank(earlier)).toBeGreaterThanOrEqual(rank(answers));
      }),
    );
  });

  test('when a year has more credits', () => {
    fc.assert(
      fc.property(
        answersInScope(1),
        fc.constantFrom('2024', '2025', '2026'),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (answers, year, total, professional) => {
          const now = answerTo(answers, question(`credits.${year}`));
          fc.pre(typeof now === 'object');
          const had = now as { total: number; professional: number };
          const more: Answer = {
            total: had.total + total + professional,
            professional: had.professional + professional,
          };
          const better = withAnswer(answers, question(`credits.${year}`), more);
          expect(rank(better)).toBeGreaterThanOrEqual(rank(answers));
        },
      ),
    );
  });

  test('when the service cutoff is later', () => {
    const later = [1, 30, 400, 1500].map((days) =>
      changedNotice((copy) => {
        copy.cutoffs.service.on = addDays(copy.cutoffs.service.on, days);
      }),
    );
    fc.assert(
      fc.property(answersInScope(1), fc.constantFrom(...later), (answers, of) => {
        expect(rank(answers, of)).toBeGreaterThanOrEqual(rank(answers));
      }),
    );
  });
});

describe('unanswered questions', () => {
  test('never leave a good verdict', () => {
    fc.assert(
      fc.property(anyAnswers(3), (answers) => {
        const { verdict, missing } = assess(notice, answers);
        if (missing.length) expect(['likely', 'review']).not.toContain(verdict);
      }),
    );
    const whole = person();
    for (const { id } of notice.questions) {
      const { [id.split('.')[0]!]: _, ...rest } = whole;
      const asked = Object.keys(rest).length < Object.keys(whole).length;
      expect(assess(notice, rest).verdict === 'likely').toBe(!asked);
    }
  });

  test('that are not missing change nothing when answered', () => {
    fc.assert(
      fc.property(anyAnswers(5), fc.nat(), (answers, pick) => {
        const { verdict, missing } = assess(notice, answers);
        const idle = notice.questions.filter(
          (q) => answerTo(answers, q) === undefined && !missing.includes(q.id),
        );
        fc.pre(idle.length > 0);
        const chosen = idle[pick % idle.length]!;
        const [answer] = fc.sample(answerFor(chosen), { numRuns: 1, seed: pick });
        const { verdict: after } = assess(notice, withAnswer(answers, chosen, answer!));
        expect(after).toBe(verdict);
      }),
    );
  });
});
