/** "At the most" and "whatever you answer" are exact: on the sample notice, on made-up ones, and on random ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compiled, readAnswers } from '../../src/calculator/eligibility/compiled.ts';
import { groupsOf, RANK, waysOn } from '../../src/calculator/eligibility/ways.ts';
import {
  type Answers,
  addDays,
  advise,
  answerTo,
  assess,
  type Node,
  type Notice,
  screensLeft,
  type Verdict,
  withAnswer,
} from '../../src/calculator/index.ts';
import { completions, describeWays } from '../support/everyWay.ts';
import { answersInScope, anyAnswers } from './arbitraries.ts';
import {
  amounts,
  ask,
  barred,
  choice,
  date,
  each,
  leaf,
  least,
  madeUp,
  rule,
  since,
} from './made-up.ts';
import { notice, person } from './support.ts';

/** What may come of a notice of which nothing is answered. */
const verdictsOf = (of: Notice) => {
  const model = compiled(of);
  const ways = groupsOf(model).flatMap((group) => waysOn(model, group, readAnswers(model, {})));
  return new Set(ways.map(({ rank }) => RANK[rank]));
};

describe('the sample notice', () => {
  const someAnswers = (unanswered: number) =>
    fc.oneof(anyAnswers(unanswered), answersInScope(unanswered));
  describeWays(notice, someAnswers, {
    answers: person({ employer: 'centralEnterprise', entrusted: 'yes' }),
    screens: 10,
  });
});

describe('ways of equal length', () => {
  test('count the one that another rule does not ask for anyway', () => {
    const of = madeUp(
      [choice('first', ['a', 'b']), choice('second', ['yes']), choice('third', ['yes'])],
      [
        rule(
          'one',
          ask('first', { a: ask('second', { yes: 'met' }), b: ask('third', { yes: 'met' }) }),
        ),
        rule('two', ask('second', { yes: 'met' })),
      ],
    );
    expect(screensLeft(of, {})).toBe(3);
    expect(completions(of, {}).screens).toBe(3);
    expect(screensLeft(of, { first: 'a' })).toBe(1);
    expect(screensLeft(of, { first: 'b' })).toBe(2);
  });

  test('count once where both stand on one screen', () => {
    const of = madeUp(
      [
        choice('first', ['a', 'b']),
        choice('second', ['yes'], { screen: 'shared' }),
        choice('third', ['yes'], { screen: 'shared' }),
      ],
      [
        rule('one', ask('first', { 'a b': ask('second', { yes: 'met' }) })),
        rule('two', ask('third', { yes: 'met' })),
      ],
    );
    expect(screensLeft(of, {})).toBe(2);
  });
});

test('answers that lead the same way count apart where a rule applies to one of them only', () => {
  const of = madeUp(
    [choice('unit', ['a', 'b']), choice('more', ['yes', 'no'])],
    [
      rule('one', ask('unit', { 'a b': 'met' })),
      rule('two', ask('more', { yes: 'met', no: 'unmet' }), {
        appliesWhen: { question: 'unit', is: ['b'] },
      }),
    ],
  );
  expect(screensLeft(of, {})).toBe(2);
  expect(verdictsOf(of)).toEqual(new Set(['likely', 'ineligible']));
});

describe('a way that leads out of scope', () => {
  const permit = ask('permit', { 'yes no': 'unmet' });
  const of = (order: string[]) =>
    madeUp(
      order.map((id) => choice(id, id === 'unit' ? ['in', 'out'] : ['yes', 'no'])),
      [
        rule('scope', ask('unit', { in: 'met', out: permit }), { scope: true }),
        rule('other', ask('other', { yes: 'met', no: 'unmet' })),
        rule('last', ask('last', { yes: 'met', no: 'unmet' })),
      ],
    );

  test.each([
    // Everybody else has been asked before the permit, which is then one more.
    [['unit', 'other', 'last', 'permit'], 4],
    // Who is asked for the permit is asked nothing after it.
    [['unit', 'permit', 'other', 'last'], 3],
    [['unit', 'other', 'permit', 'last'], 3],
    [['other', 'last', 'unit', 'permit'], 4],
  ])('counts what is asked before it: %j', (order, left) => {
    expect(completions(of(order), {}).screens).toBe(left);
    expect(screensLeft(of(order), {})).toBe(left);
  });
});

describe('whatever is answered', () => {
  test('is said of two questions only where it holds for both together', () => {
    // Each is for people to decide only because of the other.
    const of = madeUp(
      [choice('one', ['yes', 'unsure']), choice('two', ['yes', 'unsure'])],
      [
        rule('one', ask('one', { yes: 'met', unsure: 'review' })),
        rule('two', ask('two', { yes: 'met', unsure: 'review' })),
      ],
    );
    const answers = { one: 'unsure', two: 'unsure' };
    expect(assess(of, answers).verdict).toBe('review');
    expect(advise(of, answers).noMatter).toEqual(['one']);
  });

  test('is not said of amounts that are good only between their extremes', () => {
    // Nothing at all is too little, and as much as can be has nothing left beside its part.
    const derived = [{ id: 'rest', label: '其余', of: 'total', less: 'part' }];
    const of = madeUp(
      [
        ...amounts(
          'credits',
          [2026],
          [{ id: 'total' }, { id: 'part', within: 'total' }],
          ['unsure'],
          derived,
        ),
        choice('one', ['unsure']),
      ],
      [
        rule(
          'credits',
          each(
            'credits',
            [
              least('total', 60, 'review'),
              least('part', 30, 'review'),
              least('rest', 20, 'review', { of: 'total', less: 'part' }),
            ],
            { unsure: 'review' },
          ),
        ),
      ],
    );
    const answers = { credits: { 2026: 'unsure' } };
    expect(assess(of, { credits: { 2026: { total: 60, part: 40 } } }).verdict).toBe('likely');
    expect(advise(of, answers).noMatter).toEqual([]);
    expect(advise(of, answers).decidedBy).toBe('credits.2026');
  });

  test('finds every combination of least amounts that can be reached and missed together', () => {
    const bound = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const fate = fc.constantFrom('unmet' as const, 'review' as const);
    const one = fc.record({
      ...{ total: bound, part: bound, rest: bound, a: fate, b: fate, c: fate },
      // A part may be capped below the whole.
      most: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(one, fc.constantFrom(1, 0.5), ({ total, part, rest, a, b, c, most }, step) => {
        const fields = [
          { id: 'total', most: 8, step },
          { id: 'part', most, step, within: 'total' },
        ];
        const tree = each('credits', [
          ...(total === undefined ? [] : [least('total', total, a)]),
          ...(part === undefined ? [] : [least('part', part, b)]),
          ...(rest === undefined ? [] : [least('rest', rest, c, { of: 'total', less: 'part' })]),
        ]);
        const of = madeUp(amounts('credits', [2026], fields), [rule('credits', tree)]);
        const found = new Set<Verdict>();
        for (let whole = 0; whole <= 8; whole += step)
          for (let within = 0; within <= Math.min(whole, most); within += step)
            found.add(assess(of, { credits: { 2026: { total: whole, part: within } } }).verdict);
        expect(verdictsOf(of)).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });

  test('finds every day on which rules differ that look at the same date', () => {
    const years = fc.integer({ min: 1, max: 12 });
    const standing = fc.constantFrom('notice' as const, 'reference' as const);
    const day = fc.integer({ min: 2010, max: 2026 });
    // A ban is looked at only once it is asked whether there was one.
    const kind = fc.constantFrom(since, (start: string, years: number) =>
      ask(start, { date: barred(start, years) }),
    );
    fc.assert(
      fc.property(
        fc.tuple(years, years),
        fc.tuple(standing, standing),
        fc.tuple(kind, kind),
        day,
        day,
        (n, by, kinds, a, b) => {
          const [earliest, latest] = [`${Math.min(a, b)}-06-01`, `${Math.max(a, b)}-06-30`];
          const of = madeUp(
            [date('start', { earliest, latest })],
            n.map((years, at) => rule(`r${at}`, kinds[at]!('start', years), { standing: by[at]! })),
          );
          const found = new Set<Verdict>();
          // Rules part where a year ends, or a day before applications close.
          for (let start = earliest; start <= latest; start = addDays(start, 30))
            found.add(assess(of, { start }).verdict);
          expect(verdictsOf(of)).toEqual(found);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('and decidedBy look only at answers that are used', () => {
    // What stands on a way that was not taken is as good as not answered.
    fc.assert(
      fc.property(fc.oneof(anyAnswers(1), answersInScope(1)), (answers) => {
        const { findings } = assess(notice, answers);
        const used = new Set(findings.flatMap(({ path }) => path.map(({ question }) => question)));
        let only: Answers = {};
        for (const question of notice.questions) {
          const answer = answerTo(answers, question);
          if (answer !== undefined && used.has(question.id))
            only = withAnswer(only, question, answer);
        }
        const { decidedBy } = advise(notice, answers);
        expect(advise(notice, only).decidedBy).toBe(decidedBy);
        if (decidedBy) expect(used).toContain(decidedBy);
      }),
      { numRuns: 300 },
    );
  });

  test('names the one answer that decides two rules', () => {
    const of = madeUp(
      [choice('unit', ['a', 'b'])],
      [
        rule('one', ask('unit', { a: 'met', b: 'unmet' })),
        rule('two', ask('unit', { a: 'met', b: 'unmet' })),
      ],
    );
    expect(advise(of, { unit: 'b' }).decidedBy).toBe('unit');
  });
});

describe('random notices', () => {
  const IDS = ['q0', 'q1', 'q2', 'q3', 'q4'];
  const VALUES = ['a', 'b', 'unsure'];
  const outcome = fc.constantFrom('met' as const, 'unmet' as const, 'review' as const);
  const { tree } = fc.letrec<{ tree: Node; inner: Node }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2 },
      outcome.map((one) => leaf(one)),
      tie('inner'),
    ),
    inner: fc
      .tuple(fc.constantFrom(...IDS), tie('tree'), tie('tree'), tie('tree'))
      .map(([id, a, b, unsure]) => ask(id, { a, b, unsure })),
  }));
  const rooted = fc
    .tuple(fc.constantFrom(...IDS), tree, tree, tree)
    .map(([id, a, b, unsure]) => ask(id, { a, b, unsure }));
  const oneRule = fc.record({
    tree: rooted,
    scope: fc.boolean(),
    standing: fc.constantFrom('notice' as const, 'reference' as const),
    only: fc.option(fc.subarray(VALUES, { minLength: 1, maxLength: 2 })),
  });
  const screens = fc.tuple(...IDS.map((id) => fc.constantFrom(id, 'shared')));
  const random = fc
    .tuple(fc.array(oneRule, { minLength: 2, maxLength: 4 }), screens)
    .map(([rules, on]) =>
      madeUp(
        IDS.map((id, index) => choice(id, VALUES, { screen: on[index]! })),
        rules.map(({ only, ...one }, index) => {
          const first = rules[0]!.tree;
          // A rule may depend only on what an earlier one asks first.
          const when = index > 0 && only && 'ask' in first && { question: first.ask, is: only };
          return rule(`r${index}`, one.tree, {
            scope: one.scope,
            standing: one.standing,
            ...(when && { appliesWhen: when }),
          });
        }),
      ),
    );
  const some = fc
    .tuple(...IDS.map(() => fc.constantFrom(undefined, undefined, ...VALUES)))
    .map(
      (drawn): Answers =>
        Object.fromEntries(IDS.flatMap((id, i) => (drawn[i] ? [[id, drawn[i] as string]] : []))),
    );

  test('ask just as many screens at the most as are said', () => {
    fc.assert(
      fc.property(random, some, (of, answers) => {
        expect(screensLeft(of, answers)).toBe(completions(of, answers).screens);
      }),
      { numRuns: 2000 },
    );
  });

  test('have one verdict where it is said to be settled', () => {
    fc.assert(
      fc.property(random, some, (of, answers) => {
        const { settled, verdict } = assess(of, answers);
        fc.pre(settled);
        expect(completions(of, answers).verdicts).toEqual(new Set([verdict]));
      }),
      { numRuns: 1000 },
    );
  });

  test('keep their verdict whatever is answered to all that are said not to matter, and to no one more', () => {
    const seen = { some: 0, more: 0 };
    fc.assert(
      fc.property(random, some, (of, answers) => {
        const { verdict, findings } = assess(of, answers);
        const { noMatter } = advise(of, answers);
        const without = (ids: string[]) =>
          Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)));
        const kept = completions(of, without(noMatter)).verdicts;
        if (verdict === 'incomplete') expect(noMatter).toEqual([]);
        else if (noMatter.length) {
          expect(kept).toEqual(new Set([verdict]));
          seen.some += 1;
        }
        const used = findings.flatMap(({ path }) => path.map(({ question }) => question));
        for (const id of used) {
          if (answers[id] !== 'unsure' || noMatter.includes(id) || verdict === 'incomplete')
            continue;
          expect(completions(of, without([...noMatter, id])).verdicts).not.toEqual(
            new Set([verdict]),
          );
          seen.more += 1;
        }
      }),
      { numRuns: 1500 },
    );
    expect(seen.some).toBeGreaterThan(50);
    expect(seen.more).toBeGreaterThan(50);
  });
});
