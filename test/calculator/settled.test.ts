import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, type Answers, assess, withAnswer } from '../../src/calculator/index.ts';
import { answerFor, answersInScope, anyAnswers } from './arbitraries.ts';
import { assessed, changedNotice, enough, notice, person } from './support.ts';

const settled = (differently: Record<string, unknown>) => {
  const { verdict, settled: is } = assessed(differently);
  return [verdict, is];
};
const banned = { misconductOn: '2025-01-01' };
const tooShort = { heldSince: '2025-01-01' };

/** The verdicts that answers to the missing questions lead to; of dates and amounts the extremes stand for all. */
function reachable(answers: Answers, found = new Set<string>()): Set<string> {
  const { verdict, settled: is, missing } = assess(notice, answers);
  if (is || missing.length === 0) return found.add(verdict);
  // One that changes the verdict is enough, and the scope's questions do so first.
  const question = notice.questions.find(({ id }) => id === missing[0])!;
  const samples: Answer[] = [
    ...question.options.map(({ value }) => value),
    ...(question.type === 'date' ? [question.earliest, question.latest] : []),
    ...(question.type === 'amounts' ? [{ total: 0, professional: 0 }] : []),
  ];
  for (const sample of samples) {
    if (found.size > 1) return found;
    reachable(withAnswer(answers, question, sample), found);
  }
  return found;
}

describe('settled', () => {
  test('is true once out of scope, whatever is open', () => {
    expect(settled({ specialty: 'other', employer: undefined, misconductOn: undefined })).toEqual([
      'outOfScope',
      true,
    ]);
  });

  test('is true for review and likely', () => {
    expect(settled({})).toEqual(['likely', true]);
    expect(settled({ route: 'exceptional' })).toEqual(['review', true]);
  });

  test('is never true while incomplete', () => {
    expect(settled({ credits: undefined })).toEqual(['incomplete', false]);
  });

  test.each(['specialty', 'employer'])(
    'of someone ineligible waits for the scope rule %s',
    (question) => {
      expect(settled({ ...banned, [question]: undefined })).toEqual(['ineligible', false]);
    },
  );

  test('of someone ineligible waits for the entrustment of a central unit', () => {
    expect(settled({ ...banned, employer: 'centralEnterprise' })).toEqual(['ineligible', false]);
  });

  test('of someone ineligible waits for no other rule', () => {
    const open = { route: undefined, credits: undefined };
    expect(settled({ ...banned, ...open })).toEqual(['ineligible', true]);
    const institution = { employer: 'provincialInstitution', ...open };
    expect(settled({ ...banned, ...institution })).toEqual(['ineligible', true]);
  });

  test.each(['specialty', 'employer', 'misconductOn'])(
    'of someone unlikely waits for %s',
    (question) => {
      expect(settled({ ...tooShort, [question]: undefined })).toEqual(['unlikely', false]);
    },
  );

  test('of someone unlikely in an institution waits for the approval of the post', () => {
    const institution = { ...tooShort, employer: 'provincialInstitution' };
    expect(settled(institution)).toEqual(['unlikely', false]);
    expect(settled({ ...institution, postApproved: 'yes' })).toEqual(['unlikely', true]);
    expect(settled({ ...institution, postApproved: 'unsure' })).toEqual(['unlikely', true]);
  });

  test('waits for a rule of which it is not known yet whether it applies', () => {
    // In the real notice the same unanswered question also leaves a scope rule open.
    const copy = changedNotice(({ rules }) => {
      const employer = rules.find(({ id }) => id === 'employer')!;
      employer.scope = false;
      employer.standing = 'reference';
    });
    const of = (employer: string | undefined) =>
      assess(copy, person({ ...tooShort, employer, postApproved: 'no' }));
    expect(of(undefined)).toMatchObject({ verdict: 'unlikely', settled: false });
    expect(of('provincialEnterprise')).toMatchObject({ verdict: 'unlikely', settled: true });
    expect(of('provincialInstitution')).toMatchObject({ verdict: 'ineligible', settled: true });
  });

  test('of someone unlikely waits for no other national value', () => {
    expect(settled({ ...tooShort, credits: undefined })).toEqual(['unlikely', true]);
    const short = { credits: { 2024: { total: 0, professional: 0 }, 2025: enough } };
    expect(settled({ ...short, route: undefined })).toEqual(['unlikely', true]);
  });

  test('means that no answer to the missing questions changes the verdict', () => {
    let settledEarly = 0;
    const complete = fc.tuple(
      ...notice.questions.map((question) =>
        answerFor(question).map((answer) => ({ question, answer })),
      ),
    );
    const someAnswers = fc.oneof(anyAnswers(3), answersInScope(3));
    fc.assert(
      fc.property(someAnswers, complete, (given, rest) => {
        let answers: Answers = given;
        const { verdict, settled: is, missing } = assess(notice, answers);
        if (!is) return;
        if (missing.length) settledEarly += 1;
        for (let open = missing; open.length; open = assess(notice, answers).missing) {
          const next = rest.find(({ question }) => question.id === open[0])!;
          answers = withAnswer(answers, next.question, next.answer);
          expect(assess(notice, answers)).toMatchObject({ verdict, settled: true });
        }
      }),
      { numRuns: 1500 },
    );
    // Otherwise the draws would prove nothing.
    expect(settledEarly).toBeGreaterThan(20);
  });

  test('is not said late: while it is not, some answers to what is missing change the verdict', () => {
    let open = 0;
    fc.assert(
      fc.property(fc.oneof(anyAnswers(3), answersInScope(3)), (given) => {
        const { verdict, settled: is } = assess(notice, given);
        fc.pre(!is && verdict !== 'incomplete');
        open += 1;
        expect(reachable(given)).not.toEqual(new Set([verdict]));
      }),
      { numRuns: 400 },
    );
    expect(open).toBeGreaterThan(50);
  });

  test('does not wait for a rule that can only be met or looked at by people', () => {
    // In this specialty every route but the skilled one is for people to decide.
    const byRoute = { specialty: 'informationTechnology', route: undefined };
    expect(settled({ ...banned, ...byRoute })).toEqual(['ineligible', true]);
    expect(settled({ ...byRoute, credits: { 2024: { total: 0, professional: 0 } } })).toEqual([
      'unlikely',
      true,
    ]);
  });

  test('out of scope stays so whichever unanswered question is answered', () => {
    const given = anyAnswers(5).filter((a) => assess(notice, a).verdict === 'outOfScope');
    const one = fc
      .constantFrom(...notice.questions)
      .chain((question) => answerFor(question).map((answer) => ({ question, answer })));
    fc.assert(
      fc.property(given, one, (answers, { question, answer }) => {
        const key = question.type === 'amounts' ? question.key : question.id;
        if (key in answers) return;
        const after = assess(notice, withAnswer(answers, question, answer));
        expect(after).toMatchObject({ verdict: 'outOfScope', settled: true });
      }),
      { numRuns: 300 },
    );
  });
});
