import { describe, expect, test } from 'vitest';
import { assess } from '../../src/calculator/index.ts';
import { forBrowser } from '../../src/notices/index.ts';
import { cases, notice, outcomesOf, parsed } from './support.ts';

describe('assess, on the worked cases', () => {
  test.each(cases('eligibility'))('$name', ({ answers, expect: wanted }) => {
    const assessment = assess(notice, parsed(answers));
    expect(outcomesOf(assessment)).toEqual(wanted.outcomes);
    expect(assessment.verdict).toBe(wanted.verdict);
    expect(assessment.missing).toEqual(wanted.missing);
    expect(assessment.settled).toBe(wanted.settled);
    expect(assessment.earliestYear).toBe(wanted.earliestYear);
    expect(assessment.earliestYearMadeUp).toBe(wanted.earliestYearMadeUp);
  });

  test('there are cases for every verdict', () => {
    const verdicts = new Set(cases('eligibility').map(({ expect: wanted }) => wanted.verdict));
    expect([...verdicts].sort()).toEqual(Object.keys(notice.wording.verdicts).sort());
  });

  test('the part of the notice that is sent to the browser decides them all alike', () => {
    const light = forBrowser(notice);
    for (const { answers } of cases('eligibility')) {
      expect(assess(light, parsed(answers, light))).toEqual(assess(notice, parsed(answers)));
    }
  });
});

describe('assess', () => {
  test('leaves the answers as they were', () => {
    for (const { answers } of cases('eligibility')) {
      const given = parsed(answers);
      const before = structuredClone(given);
      assess(notice, given);
      expect(given).toEqual(before);
    }
  });

  test('gives plain data that survives JSON', () => {
    for (const { answers } of cases('eligibility')) {
      const assessment = assess(notice, parsed(answers));
      expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
    }
  });

  test('names in each finding the rule, where the notice says so, and which answers it used', () => {
    for (const { answers } of cases('eligibility')) {
      const given = parsed(answers);
      for (const { rule, cites, path } of assess(notice, given).findings) {
        expect(notice.rules.map(({ id }) => id)).toContain(rule);
        expect(cites.length).toBeGreaterThan(0);
        for (const { question, answer } of path) {
          const [key = '', year = ''] = question.split('.');
          const held = given[key];
          expect(answer).toEqual(typeof held === 'object' ? held[year] : held);
        }
      }
    }
  });

  test('throws rather than decides on an answer that was never parsed', () => {
    expect(() => assess(notice, { target: 'boss' })).toThrow(RangeError);
  });
});
