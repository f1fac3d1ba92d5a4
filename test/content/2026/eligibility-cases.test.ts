import { describe, expect, test } from 'vitest';
import { assess, nextQuestion } from '../../../src/calculator/index.ts';
import { forAsking, forBrowser, forSelfCheck } from '../../../src/notices/index.ts';
import { answersOf, calendar, cases, inCases, notice, outcomesOf, parsed } from './support.ts';

/** The outcomes of the rules of which the cases speak. */
const outcomes = (assessment: ReturnType<typeof assess>) =>
  Object.fromEntries(Object.entries(outcomesOf(assessment)).filter(([rule]) => inCases.has(rule)));

describe('assess, on the worked cases', () => {
  test.each(cases('eligibility'))('$name', ({ answers, expect: wanted }) => {
    const assessment = assess(notice, answersOf(answers));
    expect(outcomes(assessment)).toEqual(wanted.outcomes);
    expect(assessment.verdict).toBe(wanted.verdict);
    expect(assessment.missing).toEqual(wanted.missing);
    expect(nextQuestion(notice, answersOf(answers))?.id).toBe(wanted.missing[0]);
    expect(assessment.settled).toBe(wanted.settled);
    expect(assessment.earliestYear).toBe(wanted.earliestYear);
    expect(assessment.earliestYearMadeUp).toBe(wanted.earliestYearMadeUp);
  });

  test('there are cases for every verdict', () => {
    const verdicts = new Set(cases('eligibility').map(({ expect: wanted }) => wanted.verdict));
    expect([...verdicts].sort()).toEqual(Object.keys(notice.wording.verdicts).sort());
  });

  test('every answer of theirs is accepted, and kept as it is', () => {
    for (const { answers } of cases('eligibility')) {
      // A record of years that holds none is no answer.
      const { credits, ...rest } = answers as Record<string, unknown>;
      const given = credits && Object.keys(credits).length > 0 ? { ...rest, credits } : rest;
      expect(parsed(answers)).toEqual(given);
    }
  });

  test('the part of the notice that is sent to the browser decides them all alike', () => {
    const light = forBrowser(notice);
    for (const { answers } of cases('eligibility')) {
      expect(assess(light, parsed(answers, light))).toEqual(assess(notice, parsed(answers)));
    }
  });

  test('and so does the part with which the questions are asked', () => {
    const light = forAsking(forSelfCheck(notice, calendar));
    for (const { answers } of cases('eligibility')) {
      const { findings, ...ours } = assess(light, parsed(answers));
      const { findings: theirs, ...wanted } = assess(notice, parsed(answers));
      expect(ours).toEqual(wanted);
      expect(findings.map(({ outcome }) => outcome)).toEqual(theirs.map(({ outcome }) => outcome));
    }
  });
});
