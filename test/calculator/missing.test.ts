import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  answerTo,
  assess,
  nextQuestion,
  screensLeft,
  withAnswer,
} from '../../src/calculator/index.ts';
import { people } from '../bench/people.ts';
import { answerFor, answersInScope, anyAnswers } from './arbitraries.ts';
import { assessed, enough, notice } from './support.ts';

const missing = (differently: Record<string, unknown>) => assessed(differently).missing;
const order = notice.questions.map(({ id }) => id);
const oneAnswer = fc
  .constantFrom(...notice.questions)
  .chain((question) => answerFor(question).map((answer) => ({ question, answer })));

describe('missing', () => {
  test('asks lazily: what is asked next depends on what was answered', () => {
    const base = {
      route: undefined,
      education: undefined,
      heldTitle: undefined,
      heldSince: undefined,
    };
    expect(missing({ ...base, target: undefined })).toEqual(['target']);
    expect(missing(base)).toEqual(['route']);
    expect(missing({ ...base, route: 'education' })).toEqual(['education']);
    expect(missing({ ...base, route: 'skilled' })).toEqual(['skillLevel']);
    expect(missing({ ...base, route: 'exceptional' })).toEqual([]);
    const bachelor = { ...base, route: 'education', education: 'bachelor' };
    expect(missing(bachelor)).toEqual(['heldTitle']);
    expect(missing({ ...bachelor, heldTitle: 'assistantEngineer' })).toEqual(['heldSince']);
    expect(missing({ ...bachelor, heldTitle: 'technician' })).toEqual([]);
    expect(missing({ ...bachelor, target: 'assistantEngineer' })).toEqual(['startedWorkOn']);
  });

  test('asks since when only where the level suffices', () => {
    const skilled = { route: 'skilled', skillSince: undefined };
    expect(missing({ ...skilled, skillLevel: 'technician' })).toEqual(['skillSince']);
    expect(missing({ ...skilled, skillLevel: 'seniorWorker' })).toEqual([]);
    const assistant = { ...skilled, target: 'assistantEngineer' };
    expect(missing({ ...assistant, skillLevel: 'seniorWorker' })).toEqual(['skillSince']);
    expect(missing({ ...assistant, skillLevel: 'none' })).toEqual([]);
  });

  test('asks once for what two rules look at', () => {
    expect(missing({ specialty: 'informationTechnology', route: undefined })).toEqual(['route']);
  });

  test('asks central units about the entrustment, and provincial institutions about the post', () => {
    expect(missing({ employer: 'centralEnterprise' })).toEqual(['entrusted']);
    expect(missing({ employer: 'centralInstitution' })).toEqual(['entrusted']);
    expect(missing({ employer: 'provincialInstitution' })).toEqual(['postApproved']);
    expect(missing({ employer: 'provincialEnterprise' })).toEqual([]);
  });

  test('lists each unanswered year', () => {
    expect(missing({ credits: undefined })).toEqual([
      'credits.2024',
      'credits.2025',
      'credits.2026',
    ]);
    expect(missing({ credits: { 2025: enough } })).toEqual(['credits.2024', 'credits.2026']);
    expect(missing({ credits: { 2024: 'unsure' } })).toEqual(['credits.2025', 'credits.2026']);
  });

  test('leaves out the other years once one is short, as the rule is no longer unknown', () => {
    expect(missing({ credits: { 2024: { total: 89.5, professional: 60 } } })).toEqual([]);
  });

  test('is listed whatever the verdict is, but out of scope', () => {
    const open = { credits: undefined };
    expect(missing({ ...open, misconductOn: '2025-01-01' })).toHaveLength(3);
    expect(missing({ ...open, heldSince: '2025-01-01' })).toHaveLength(3);
    expect(missing({ ...open, specialty: 'other' })).toEqual([]);
  });

  test('are unanswered questions of the notice, each once, in its order', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(5), answersInScope(5)), (answers) => {
        const { missing: found, verdict, findings } = assess(notice, answers);
        expect(found).toEqual(order.filter((id) => found.includes(id)));
        for (const question of notice.questions) {
          if (found.includes(question.id)) expect(answerTo(answers, question)).toBeUndefined();
        }
        const unknown = findings.some(({ outcome }) => outcome === 'unknown');
        expect(found.length > 0).toBe(unknown && verdict !== 'outOfScope');
      }),
      { numRuns: 500 },
    );
  });
});

describe('nextQuestion', () => {
  test('is the first that is missing', () => {
    for (const answers of people(notice, 300)) {
      expect(nextQuestion(notice, answers)?.id).toBe(assess(notice, answers).missing[0]);
    }
  });

  test('begins with the level applied for', () => {
    expect(nextQuestion(notice, {})?.id).toBe('target');
  });

  test('leads to an end: whatever one answers, no question comes twice', () => {
    const all = fc.tuple(
      ...notice.questions.map((question) =>
        answerFor(question).map((answer) => [question.id, answer] as const),
      ),
    );
    fc.assert(
      fc.property(all, (drawn) => {
        const given = new Map(drawn);
        const asked: string[] = [];
        let answers: Answers = {};
        for (;;) {
          const question = nextQuestion(notice, answers);
          if (!question) break;
          asked.push(question.id);
          answers = withAnswer(answers, question, given.get(question.id)!);
        }
        expect(new Set(asked).size).toBe(asked.length);
        expect(assess(notice, answers).verdict).not.toBe('incomplete');
      }),
      { numRuns: 300 },
    );
  });
});

describe('screensLeft', () => {
  test('is at least what is really asked, from any point on', () => {
    const all = fc.tuple(
      ...notice.questions.map((question) =>
        answerFor(question).map((answer) => [question.id, answer] as const),
      ),
    );
    fc.assert(
      fc.property(all, (drawn) => {
        const given = new Map(drawn);
        const promised: { left: number; before: number }[] = [];
        const seen = new Set<string>();
        let answers: Answers = {};
        for (;;) {
          const question = nextQuestion(notice, answers);
          if (!question) break;
          if (!seen.has(question.screen)) {
            promised.push({ left: screensLeft(notice, answers), before: seen.size });
          }
          seen.add(question.screen);
          answers = withAnswer(answers, question, given.get(question.id)!);
        }
        for (const { left, before } of promised) {
          expect(left).toBeGreaterThanOrEqual(seen.size - before);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('never grows while answers are only added', () => {
    fc.assert(
      fc.property(anyAnswers(5), oneAnswer, (answers, { question, answer }) => {
        if (answerTo(answers, question) !== undefined) return;
        const before = screensLeft(notice, answers);
        const after = screensLeft(notice, withAnswer(answers, question, answer));
        expect(after).toBeLessThanOrEqual(before);
      }),
      { numRuns: 1000 },
    );
  });

  test('leaves room for whatever is missing, and is nothing when nothing is', () => {
    fc.assert(
      fc.property(anyAnswers(4), (answers) => {
        const { missing: open, verdict } = assess(notice, answers);
        const screens = new Set(
          notice.questions.filter(({ id }) => open.includes(id)).map(({ screen }) => screen),
        );
        const left = screensLeft(notice, answers);
        expect(left).toBeGreaterThanOrEqual(screens.size);
        if (verdict === 'likely' || verdict === 'review') expect(left).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});
