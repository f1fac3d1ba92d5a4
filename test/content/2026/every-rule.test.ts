import { describe, expect, test } from 'vitest';
import { assess, isDecisive } from '../../../src/calculator/index.ts';
import { describeEveryRule } from '../../support/everyRule.ts';
import { answersOf, cases, inCases, notice } from './support.ts';

describeEveryRule(notice);

describe('every rule of the worked cases', () => {
  const told = cases('eligibility').map(({ answers }) => answersOf(answers));

  test.each([...inCases])('%s is decisive in one of them', (rule) => {
    const decides = told.some((answers) => {
      const assessment = assess(notice, answers);
      const deciding = assessment.findings.filter((f) => isDecisive(notice, assessment, f));
      return deciding.length === 1 && deciding[0]?.rule === rule;
    });
    expect(decides).toBe(true);
  });
});
