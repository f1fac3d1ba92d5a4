import { describe, expect, test } from 'vitest';
import { type Answers, assess } from '../../../src/calculator/index.ts';
import { forAsked, loadReference } from '../../../src/notices/index.ts';
import { askedOf, isOpen } from '../../../src/widgets/shared/result/asked.ts';
import { notice } from './support.ts';

const asked = forAsked((await loadReference(notice)).answers);
const shown = (answers: Answers) =>
  askedOf(asked, assess(notice, answers).findings.filter(isOpen), answers).map(({ id }) => id);

const SHORT: Answers = {
  target: 'engineer',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2024-05-01',
};

describe('what a result shows of the questions that people ask', () => {
  test('is about what the person answered, and about no other person', () => {
    expect(shown(SHORT)).toEqual(['bachelor', 'countedFrom', 'unbroken']);
    expect(shown({ ...SHORT, education: 'college' })).toEqual([
      'college',
      'countedFrom',
      'unbroken',
    ]);
    expect(shown({ ...SHORT, heldTitle: 'none' })).toEqual([
      'bachelor',
      'noAssistant',
      'otherSeries',
    ]);
    expect(shown({ ...SHORT, education: 'secondaryVocational' })[0]).toBe('vocational');
    expect(shown({ target: 'engineer', route: 'exceptional' })).toEqual(['exceptional']);
  });

  test('is nothing where all holds', () => {
    expect(shown({ specialty: 'energy', inService: 'yes' })).toEqual([]);
  });

  test('comes rule by rule, each once', () => {
    const all = shown({ employer: 'centralEnterprise', entrusted: 'no', inService: 'no' });
    expect(all).toEqual([
      'centralUnit',
      'entrustment',
      'retired',
      'nearRetirement',
      'changingEmployer',
    ]);
  });

  test('reaches somebody: every question of a rule comes with some answers', () => {
    const possible = notice.questions.flatMap(({ id, options }) =>
      options.map(({ value }) => [id, value]),
    );
    for (const { id, asker = {} } of asked) {
      for (const [question, values] of Object.entries(asker)) {
        for (const value of values) expect(possible, id).toContainEqual([question, value]);
      }
    }
    expect(new Set(asked.flatMap(({ rules }) => rules))).toEqual(
      new Set(notice.rules.map(({ id }) => id)),
    );
  });
});
