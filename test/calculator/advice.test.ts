import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  advise,
  answerTo,
  assess,
  nextQuestion,
  type Question,
  withAnswer,
} from '../../src/calculator/index.ts';
import { answerFor, answersInScope, anyAnswers } from './arbitraries.ts';
import { changedNotice, notice, person } from './support.ts';

const advised = (differently: Record<string, unknown>) => advise(notice, person(differently));
const changes = (differently: Record<string, unknown>) =>
  advised(differently).changes.map(({ rule, by, on }) => [rule, by, ...(on ? [on] : [])]);

describe('the changes that together suffice', () => {
  test('name the day from which time has mended it', () => {
    expect(changes({ heldSince: '2024-03-01' })).toEqual([['qualification', 'time', '2028-03-01']]);
    expect(changes({ misconductOn: '2025-09-01' })).toEqual([['integrity', 'time', '2028-09-02']]);
  });

  test('are kept apart: what time does, what one can do, what cannot be changed', () => {
    const differently = {
      employer: 'provincialInstitution',
      postApproved: 'no',
      heldTitle: 'none',
      misconductOn: '2025-09-01',
    };
    expect(changes(differently)).toEqual([
      ['qualification', 'person'],
      ['postApproval', 'person'],
      ['integrity', 'time', '2028-09-02'],
    ]);
  });

  test('leave this year’s credits to the person, and an earlier year’s to time', () => {
    const enough = { total: 90, professional: 60 };
    const short = { total: 60, professional: 60 };
    expect(changes({ credits: { 2024: enough, 2025: enough, 2026: short } })).toEqual([
      ['continuingEducation', 'person'],
    ]);
    const both = advised({ credits: { 2024: short, 2025: 'unsure', 2026: short } }).changes;
    expect(both.map(({ by }) => by)).toEqual(['time', 'person']);
    expect(both[0]?.text).toMatch(
      /^2024 年差 30 学时（其中公需 18）。.*2027 年度起就不查这一年。$/,
    );
    expect(both[1]?.text).toMatch(/2025 年.*2026 年再登记 30 学时（其中公需 18）。$/);
  });

  test('ask the person to find out what is unsure', () => {
    expect(changes({ specialty: 'unsure' })).toEqual([['specialty', 'person']]);
  });

  test('are not given to those who are out of scope, have open questions only, or need nothing', () => {
    for (const differently of [{ employer: 'other' }, { misconductOn: undefined }, {}]) {
      expect(changes(differently)).toEqual([]);
      expect(advised(differently).otherWays).toEqual([]);
    }
  });

  test('cover every rule that says no or needs people', () => {
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        const { verdict, findings } = assess(notice, answers);
        fc.pre(['ineligible', 'unlikely', 'review'].includes(verdict));
        const wanting = findings.filter(({ outcome }) => ['unmet', 'review'].includes(outcome));
        const covered = advise(notice, answers).changes.map(({ rule }) => rule);
        expect([...new Set(covered)]).toEqual(wanting.map(({ rule }) => rule));
      }),
    );
  });

  test('say something in Chinese, with no slot left open', () => {
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        for (const { text } of advise(notice, answers).changes) {
          expect(text).toMatch(/[一-鿿]/);
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
        }
      }),
    );
  });
});

describe('other ways', () => {
  test('offer the lower title where it would pass', () => {
    expect(advised({ education: 'master', heldTitle: 'technician' }).otherWays).toContainEqual({
      changed: [{ question: 'target', answer: 'assistantEngineer' }],
      verdict: 'likely',
      asks: 0,
    });
  });

  test.each(['assistantEngineer', 'engineer'])('offer no title to who holds %s', (heldTitle) => {
    const { otherWays } = advised({ education: 'master', heldTitle, heldSince: '2025-06-01' });
    expect(otherWays.flatMap(({ changed }) => changed).map(({ answer }) => answer)).not.toContain(
      'assistantEngineer',
    );
  });

  test('offer the lower title where it would not pass either, but fewer years have to follow', () => {
    const noTitle = { heldTitle: 'none', startedWorkOn: '2026-05-01' };
    expect(advised(noTitle).otherWays).toContainEqual({
      changed: [{ question: 'target', answer: 'assistantEngineer' }],
      verdict: 'unlikely',
      asks: 0,
      sooner: true,
    });
    const lower = advised({ ...noTitle, target: 'assistantEngineer' }).otherWays;
    expect(lower.filter(({ sooner }) => sooner)).toEqual([]);
  });

  test('offer the skilled route where it would pass', () => {
    const skilled = { skillLevel: 'technician', skillSince: '2020-01-01' };
    expect(advised({ heldSince: '2025-06-01', ...skilled }).otherWays).toContainEqual({
      changed: [{ question: 'route', answer: 'skilled' }],
      verdict: 'likely',
      asks: 0,
    });
  });

  test('say how many questions that way may still ask, those included that an answer brings up', () => {
    const way = advised({ heldSince: '2025-06-01' }).otherWays.find(
      ({ changed }) => changed.length === 1 && changed[0]?.answer === 'skilled',
    );
    expect(way).toMatchObject({ verdict: 'incomplete', asks: 2 });
  });

  test('are what assessing them gives, better than now or as good after fewer years, and none that changes more for nothing', () => {
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        const ways = advise(notice, answers).otherWays;
        for (const way of ways) {
          const changed = way.changed.reduce(
            (given, { question, answer }) =>
              withAnswer(given, notice.questions.find(({ id }) => id === question)!, answer),
            answers,
          );
          expect(assess(notice, changed).verdict).toBe(way.verdict);
          expect(way.verdict === assess(notice, answers).verdict).toBe(way.sooner === true);
          const smaller = ways.filter(
            (other) =>
              other !== way &&
              other.verdict === way.verdict &&
              other.changed.every((change) =>
                way.changed.some((own) => JSON.stringify(own) === JSON.stringify(change)),
              ),
          );
          expect(smaller).toEqual([]);
        }
      }),
    );
  });
});

describe('questions that do not matter', () => {
  test('are the open ones once somebody is out of scope', () => {
    const answers = person({ employer: 'other', specialty: 'unsure', misconductOn: 'unsure' });
    expect(advise(notice, answers).noMatter).toEqual(['specialty', 'misconductOn']);
  });

  test('are none where an unsure answer is what holds the verdict up', () => {
    expect(advised({ specialty: 'unsure' }).noMatter).toEqual([]);
  });

  test('are none while there is no verdict', () => {
    for (const answers of [{}, { target: 'engineer' }, person({ education: undefined })]) {
      expect(assess(notice, answers).verdict).toBe('incomplete');
      expect(advise(notice, answers).noMatter).toEqual([]);
    }
  });

  test.each([
    ['as it is', notice],
    [
      'with a value that was checked',
      changedNotice((copy) => {
        const rule = copy.rules.find(({ id }) => id === 'qualification')!;
        rule.tree.verified = { on: '2026-11-26', by: 'maintainer' };
      }),
    ],
  ])('change nothing, whatever is answered to them and to what they bring up: %s', (_, of) => {
    fc.assert(
      fc.property(anyAnswers(3), fc.nat(), (answers, seed) => {
        const { verdict } = assess(of, answers);
        for (const id of advise(of, answers).noMatter) {
          const question = of.questions.find((q) => q.id === id)!;
          expect([undefined, 'unsure']).toContain(answerTo(answers, question));
          const answered = (given: Answers, question: Question) =>
            withAnswer(given, question, fc.sample(answerFor(question), { numRuns: 1, seed })[0]!);
          let given = answered(answers, question);
          expect(assess(of, given).verdict).toBe(verdict);
          for (let next = nextQuestion(of, given); next; next = nextQuestion(of, given)) {
            given = answered(given, next);
          }
          expect(assess(of, given).verdict).toBe(verdict);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the one answer that decides', () => {
  test.each([
    [{ employer: 'government' }, 'employer'],
    [{ employer: 'centralEnterprise', entrusted: 'no' }, 'entrusted'],
    [{ heldSince: '2024-03-01' }, 'heldSince'],
    [{ heldTitle: 'none' }, 'heldTitle'],
    [{ misconductOn: '2025-09-01' }, 'misconductOn'],
    [{ route: 'exceptional' }, 'route'],
  ])('%j: %s', (differently, question) => {
    expect(advised(differently).decidedBy).toBe(question);
  });

  test('is the one year that is short, and none where two are', () => {
    const enough = { total: 90, professional: 60 };
    const short = { total: 89.5, professional: 60 };
    expect(advised({ credits: { 2024: enough, 2025: short, 2026: enough } }).decidedBy).toBe(
      'credits.2025',
    );
    expect(
      advised({ credits: { 2024: short, 2025: short, 2026: enough } }).decidedBy,
    ).toBeUndefined();
  });

  test('is none where two rules say no, nothing does, or questions are open', () => {
    expect(advised({ heldTitle: 'none', specialty: 'other', employer: 'other' }).decidedBy).toBe(
      undefined,
    );
    expect(advised({}).decidedBy).toBe(undefined);
    expect(advised({ misconductOn: undefined }).decidedBy).toBe(undefined);
  });
});
