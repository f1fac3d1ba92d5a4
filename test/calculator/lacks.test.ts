import { describe, expect, test } from 'vitest';
import { type AmountsQuestion, lacksIn, type Node } from '../../src/calculator/index.ts';
import { changedNotice, notice } from './support.ts';

const question = notice.questions.find((one) => one.type === 'amounts') as AmountsQuestion;
const nameOf = (id: string) => {
  const all = [...question.amounts, ...(question.derived ?? [])];
  const { name, label } = all.find((one) => one.id === id)!;
  return name ?? label;
};
const lacks = (amounts: Record<string, number>, of = notice) => lacksIn(of, question, amounts);

describe('what a year’s numbers lack', () => {
  test('is named in the order of the rule, with by how much', () => {
    expect(lacks({ total: 70, professional: 55 })).toEqual([
      { name: nameOf('total'), short: 20 },
      { name: nameOf('professional'), short: 5 },
      { name: nameOf('public'), short: 3 },
    ]);
  });

  test('is counted as people count decimals', () => {
    expect(lacks({ total: 89.9, professional: 60 })).toEqual([
      { name: nameOf('total'), short: 0.1 },
    ]);
  });

  test('is nothing where all is reached, to the number', () => {
    expect(lacks({ total: 90, professional: 60 })).toEqual([]);
    expect(lacks({ total: 96, professional: 72 })).toEqual([]);
  });

  test('is said of what is typed, and of nothing that needs more', () => {
    expect(lacks({ total: 80 })).toEqual([{ name: nameOf('total'), short: 10 }]);
    expect(lacks({ professional: 10 })).toEqual([{ name: nameOf('professional'), short: 50 }]);
    expect(lacks({})).toBeUndefined();
  });

  test('has the short name of an amount where it has one, the label or the id where not', () => {
    const named = (amounts: AmountsQuestion['amounts']) =>
      lacksIn(notice, { ...question, amounts, derived: undefined }, { total: 80 })?.[0]?.name;
    const [total] = question.amounts;
    expect(named([{ ...total!, name: '总数', label: '总学时数' }])).toBe('总数');
    expect(named([{ ...total!, name: undefined, label: '总学时数' }])).toBe('总学时数');
    expect(named([])).toBe('total');
    const bare = lacksIn(
      notice,
      { ...question, derived: undefined },
      { total: 70, professional: 55 },
    );
    expect(bare?.map(({ name }) => name).at(-1)).toBe('public');
  });

  test('is found below a question, too, and only of the amounts that were typed', () => {
    const below = changedNotice((copy) => {
      const rule = copy.rules.find(({ tree }) => 'each' in tree)!;
      const met: Node = { outcome: 'met', reason: '够了。' };
      rule.tree = {
        ask: 'target',
        branches: [
          { is: ['engineer'], ...rule.tree },
          { is: ['assistantEngineer'], ...met },
        ],
      };
    });
    expect(lacks({ total: 80 }, below)).toEqual([{ name: nameOf('total'), short: 10 }]);
    expect(lacksIn(below, { ...question, key: 'other' }, { total: 80 })).toBeUndefined();
  });
});
