/** Whether a verdict is settled, on notices of which nobody knows anything: each is put together at random. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Answer,
  type Answers,
  assess,
  type FullNotice,
  type Node,
  type Question,
  type ReviewedRule,
  type Verdict,
  withAnswer,
} from '../../src/calculator/index.ts';
import { amounts, ask, barred, choice, date, each, least, madeUp, rule, since } from './made-up.ts';

const CHOICES = ['one', 'two', 'three'];
const leaf = fc.constantFrom('met', 'unmet', 'review') as fc.Arbitrary<'met' | 'unmet' | 'review'>;
/** Limits within which the rule's own day lies, or beyond which it lies. */
const days = fc.constantFrom('2018-01-01', '2022-12-31', '2025-01-01');
const most = fc.constantFrom(5, 20);
/** Ends at once, at a date or at amounts, or asks further; other rules may ask the same. */
const { tree } = fc.letrec<{ tree: Node | 'met' | 'unmet' | 'review' }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    leaf,
    fc
      .record({ kind: fc.constantFrom(since, barred), years: fc.constantFrom(1, 4) })
      .map(({ kind, years }) => ask('when', { date: kind('when', years), unsure: 'review' })),
    fc
      .constantFrom('unmet' as const, 'review' as const)
      .chain((otherwise) =>
        fc
          .constantFrom('unmet' as const, 'review' as const, 'met' as const)
          .map((word) =>
            each(
              'points',
              [
                least('all', 10, otherwise),
                least('rest', 3, otherwise, { of: 'all', less: 'part' }),
              ],
              { word },
            ),
          ),
      ),
    fc
      .tuple(fc.constantFrom(...CHOICES), tie('tree'), tie('tree'))
      .map(([id, yes, no]) => ask(id, { yes, no } as never)),
  ),
})) as unknown as { tree: fc.Arbitrary<Node | 'met' | 'unmet' | 'review'> };

/** What is asked already is not asked again, and branches to which nobody comes are none: content is held to that. */
function pruned(node: Node, known: Record<string, string>): Node {
  if (!('ask' in node)) return node;
  const { ask: id, branches } = node;
  const taken = branches.find(({ is }) => known[id] !== undefined && is.includes(known[id]));
  if (taken) return pruned(taken, known);
  const [first, ...more] = branches.map(({ is, ...branch }) => ({
    ...pruned(branch as Node, { ...known, [id]: is[0] as string }),
    is,
  }));
  return { ask: id, branches: first ? [first, ...more] : [] } as Node;
}

const notices: fc.Arbitrary<FullNotice> = fc
  .tuple(
    fc.array(
      fc.record({
        tree: tree.map((one) => (typeof one === 'string' ? ask('one', { 'yes no': one }) : one)),
        scope: fc.boolean(),
        standing: fc.constantFrom('notice' as const, 'reference' as const),
        depends: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    fc.record({
      earliest: days,
      latest: days,
      most,
    }),
  )
  .filter(([, { earliest, latest }]) => earliest <= latest)
  .map(([rules, { earliest, latest, most }]) =>
    madeUp(
      [
        ...CHOICES.map((id) => choice(id, ['yes', 'no'])),
        date('when', { earliest, latest, options: [{ value: 'unsure', label: 'unsure' }] }),
        ...amounts(
          'points',
          [2025, 2026],
          [
            { id: 'all', most },
            { id: 'part', most, within: 'all' },
          ],
          ['word'],
        ),
      ],
      rules.map(({ tree, scope, standing, depends }, index): ReviewedRule => {
        // As content has to: on what an earlier rule begins with.
        const before = rules.slice(0, index).map((one) => one.tree);
        const when = before.find((one) => 'ask' in one && CHOICES.includes(one.ask));
        const applies = depends && when && 'ask' in when ? when.ask : undefined;
        return rule(`rule${index}`, pruned(tree, applies ? { [applies]: 'yes' } : {}), {
          standing,
          ...(scope && { scope }),
          ...(applies && { appliesWhen: { question: applies, is: ['yes'] } }),
        });
      }),
    ),
  );

/** Every option, and all that limits and figures set apart. */
function answersTo(question: Question): Answer[] {
  const options = question.options.map(({ value }) => value);
  if (question.type === 'date')
    return [
      ...options,
      ...new Set([question.earliest, '2022-12-31', '2023-01-01', '2025-12-31', question.latest]),
    ].filter(
      (day) => options.includes(day) || (question.earliest <= day && day <= question.latest),
    );
  if (question.type !== 'amounts') return options;
  const [all] = question.amounts;
  if (!all) throw new Error(question.id);
  return [
    ...options,
    ...[all.least, 9, 10, 12, all.most]
      .filter((whole) => all.least <= whole && whole <= all.most)
      .flatMap((whole) =>
        [0, whole - 3, whole - 2, whole]
          .filter((part) => part >= 0)
          .map((part) => ({ all: whole, part })),
      ),
  ];
}

function reachable(of: FullNotice, answers: Answers, found: Set<Verdict>): Set<Verdict> {
  const { verdict, missing } = assess(of, answers);
  const next = of.questions.find(({ id }) => id === missing[0]);
  if (!next) return found.add(verdict);
  for (const answer of answersTo(next)) {
    if (found.size > 1) break;
    reachable(of, withAnswer(answers, next, answer), found);
  }
  return found;
}

test('is said exactly once no answers to what is missing lead to another verdict', () => {
  const seen = { settled: 0, open: 0 };
  const given = fc.array(fc.option(fc.nat(), { nil: undefined, freq: 2 }), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(notices, given, (of, picks) => {
      const answers = of.questions.reduce<Answers>((so, question, index) => {
        const pick = picks[index];
        const all = answersTo(question);
        return pick === undefined ? so : withAnswer(so, question, all[pick % all.length] as Answer);
      }, {});
      const { verdict, settled, missing } = assess(of, answers);
      if (verdict === 'incomplete' || missing.length === 0) {
        expect(settled).toBe(verdict !== 'incomplete');
        return;
      }
      const verdicts = reachable(of, answers, new Set());
      expect({ answers, settled, verdicts: [...verdicts] }).toEqual({
        answers,
        settled: verdicts.size === 1 && verdicts.has(verdict),
        verdicts: [...verdicts],
      });
      seen[settled ? 'settled' : 'open'] += 1;
    }),
    { numRuns: 3000 },
  );
  expect(seen.settled).toBeGreaterThan(30);
  expect(seen.open).toBeGreaterThan(30);
});
