/** The 2026 rules once more as plain code: for invented people both must find the same. */
import { expect, test } from 'vitest';
import { assess } from '../../../src/calculator/index.ts';
import { decide } from '../../bench/hand-written.ts';
import { inCases, invented, notice, outcomesOf } from './support.ts';

test('code written by hand comes to the same outcomes and verdicts', () => {
  const seen = new Set<string>();
  for (const answers of invented(3000)) {
    const assessment = assess(notice, answers);
    const { verdict, outcomes } = decide(answers);
    const found = Object.entries(outcomesOf(assessment)).filter(([rule]) => inCases.has(rule));
    expect({ answers, verdict: assessment.verdict, ...Object.fromEntries(found) }).toEqual({
      answers,
      verdict,
      ...outcomes,
    });
    seen.add(verdict);
  }
  expect([...seen].sort()).toEqual(Object.keys(notice.wording.verdicts).sort());
});
