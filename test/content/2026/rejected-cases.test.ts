import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../../src/calculator/index.ts';
import { cases, notice } from './support.ts';

describe('parseAnswers, on the rejected cases', () => {
  test.each(cases('rejected'))('$input is refused at $field', ({ field, input }) => {
    const result = parseAnswers(notice, input);
    expect(result).not.toHaveProperty('answers');
    const issues = 'issues' in result ? result.issues : [];
    expect(issues.map((issue) => issue.field)).toEqual([field]);
    expect(issues[0]?.message).toMatch(/\p{Script=Han}/u);
    expect(issues[0]?.message).not.toMatch(/[{}]/);
  });
});
