import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadReference } from '../../../src/notices/index.ts';
import { notice } from './support.ts';

/** What people ask, as they ask it, and on whose word it can be answered. */
const cases: { id: string; asked: string; answered: string[] }[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/questions.json'), 'utf8'),
);
const { answers, terms } = await loadReference(notice);
const questions = answers.flatMap((group) => group.questions);
const find = (id: string) => questions.find((one) => one.id === id);

describe('the questions that people ask', () => {
  test('are all there, and no other', () => {
    expect(cases).toHaveLength(80);
    expect(questions.map(({ id }) => id).toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
  });

  test.each(cases)('$asked', ({ id, answered }) => {
    const standings = find(id)?.answer.map(({ standing }) => standing);
    expect(standings).toEqual(expect.arrayContaining(answered));
  });
});

describe.each(questions)('“$question”', ({ question, answer, ask, bring, words, elsewhere }) => {
  test('rests on a clause, a rule or a document, or says whom to ask with what', () => {
    const rests = answer.some(
      ({ standing, clauses, documents }) =>
        (standing === 'notice' || standing === 'reference') &&
        clauses.length + documents.length > 0,
    );
    expect(rests || (ask.length > 0 && Boolean(bring))).toBe(true);
  });

  test('has its facts filled in, ends its sentences and raises its voice nowhere', () => {
    const texts = [question, elsewhere ?? '。', ...answer.map(({ says }) => says)];
    for (const text of texts) {
      expect(text).not.toMatch(/[{}!！]/);
      expect(text).toMatch(/[。？：]$/);
    }
    expect(question).toMatch(/？$/);
  });

  test('is found by other words than its own', () => {
    expect(words.some((word) => !question.includes(word))).toBe(true);
  });
});

test('what rests on reference values says which', () => {
  const parts = questions.flatMap(({ answer }) => answer);
  const reference = parts.filter(({ standing }) => standing === 'reference');
  expect(reference.length).toBeGreaterThan(15);
  for (const { says, documents } of reference) {
    expect(documents.length > 0 || /按(国家标准|省里的办法)/.test(says)).toBe(true);
  }
});

test('the figures are those of the rules and the notice', () => {
  const says = (id: string) =>
    find(id)
      ?.answer.map((part) => part.says)
      .join('');
  expect(says('bachelor')).toContain('满 4 年');
  expect(says('master')).toContain('再满 2 年');
  expect(says('perYear')).toContain('总学时不少于 90');
  expect(says('publicityDays')).toContain('不少于 5 个工作日');
  expect(says('falsified')).toContain('3 年内');
  expect(says('evidenceUntil')).toContain('2026-07-19');
});

describe('the glossary', () => {
  test.each([
    ...['受理点', '中评委', '归口', '公示', '破格', '参公', '评聘结合', '学时证明', '公需科目'],
  ])('explains %s', (term) => {
    expect(terms.map((one) => one.term)).toContain(term);
  });

  test('gives no word two meanings', () => {
    const words = terms.flatMap(({ term, also }) => [term, ...also]);
    expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([]);
  });
});
