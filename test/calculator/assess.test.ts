/** What holds of every assessment. */
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/calculator/index.ts';
import { people } from '../bench/people.ts';
import { notice } from './support.ts';

const everyone = people(notice, 300);

describe('assess', () => {
  test('leaves the answers as they were', () => {
    for (const given of everyone) {
      const before = structuredClone(given);
      assess(notice, given);
      expect(given).toEqual(before);
    }
  });

  test('gives plain data that survives JSON', () => {
    for (const answers of everyone) {
      const assessment = assess(notice, answers);
      expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
    }
  });

  test('names in each finding the rule, where the notice says so, and which answers it used', () => {
    for (const given of everyone) {
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
