/** What has to hold of every rule of a notice, whichever rules there are. */
import { describe, expect, test } from 'vitest';
import {
  type AmountsQuestion,
  type Answer,
  type Answers,
  addDays,
  addYears,
  answerTo,
  assess,
  explain,
  type Finding,
  type FullNotice,
  type IsoDate,
  type Node,
  type Notice,
  type Question,
  withAnswer,
} from '../../src/calculator/index.ts';

const asked = (notice: Notice, id: string): Question =>
  notice.questions.find((question) => question.id === id)!;

/** Every way through a tree: one set of answers for each leaf, and for each side of each figure. */
function waysThrough(notice: Notice, node: Node, answers: Answers = {}): Answers[] {
  const find = (id: string) => asked(notice, id);
  if ('outcome' in node) return [answers];
  if ('ask' in node) {
    const question = find(node.ask);
    const given = answerTo(answers, question);
    return node.branches.flatMap((branch) =>
      branch.is
        .map((value) => (value === 'date' ? '2024-03-01' : value))
        .filter((value) => given === undefined || given === value)
        .flatMap((value) => waysThrough(notice, branch, withAnswer(answers, question, value))),
    );
  }
  const daysFrom = (id: string, days: IsoDate[]) =>
    ['2000-01-01', ...days].map((day) => withAnswer(answers, find(id), day));
  if ('since' in node) {
    const { on } = notice.cutoffs.service;
    const last = addYears(on, -node.years);
    return daysFrom(node.since, [last, addDays(last, 1), addDays(on, -334), on]);
  }
  if ('barred' in node) {
    const [{ opens, closes }] = notice.stages;
    return daysFrom(
      node.barred,
      [opens ?? closes, closes].flatMap((day) => {
        const began = addYears(day, -node.years);
        return [addDays(began, -1), began];
      }),
    );
  }
  const years = notice.questions.filter(
    (question): question is AmountsQuestion =>
      question.type === 'amounts' && question.key === node.each,
  );
  return years.flatMap((one) => {
    const leastOf = (id: string) => node.least.find(({ amount }) => amount === id)?.value;
    const enough = Object.fromEntries(one.amounts.map(({ id, most }) => [id, leastOf(id) ?? most]));
    const short = one.amounts.map(({ id, step }) => ({ ...enough, [id]: enough[id]! - step }));
    const none = Object.fromEntries(one.amounts.map(({ id }) => [id, 0]));
    const values: Answer[] = [enough, ...short, none, ...node.branches.flatMap(({ is }) => is)];
    return values.map((value) =>
      years.reduce(
        (all, question) => withAnswer(all, question, question === one ? value : enough),
        answers,
      ),
    );
  });
}

/** A reason, and a remedy where there is one, without a slot left open or a value that is missing. */
export function expectClean(notice: Notice, finding: Finding): void {
  const { reason, remedy } = explain(notice, finding);
  for (const text of [reason, remedy ?? '…']) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/[{}]|undefined|NaN|null|Invalid|\[object/);
    expect(text).not.toMatch(/(?<!\d)-\d/);
  }
  expect(reason).toMatch(/[。？]$/);
}

export function describeEveryRule(notice: FullNotice): void {
  for (const { id, tree } of notice.rules) {
    describe(`every leaf of ${id}`, () => {
      const ways = waysThrough(notice, tree);
      const findings = ways.map((answers) => ({
        answers,
        finding: assess(notice, answers).findings.find(({ rule }) => rule === id)!,
      }));

      test('is reached, and gives a reason without a slot left open', () => {
        expect(ways.length).toBeGreaterThan(1);
        for (const { finding } of findings) {
          expect(finding.outcome).not.toBe('unknown');
          expectClean(notice, finding);
        }
      });

      test('gives a remedy where it does not say yes', () => {
        for (const { answers, finding } of findings) {
          if (finding.outcome === 'met') continue;
          expect({ answers, ...explain(notice, finding) }).toHaveProperty('remedy');
        }
      });

      test('cites words that stand in the notice', () => {
        for (const { finding } of findings) {
          for (const { clause, label, quote } of finding.cites) {
            const found = notice.clauses.find((one) => one.id === clause)!;
            expect(label).toBe(found.label);
            const strip = (text: string) => text.replace(/[\s*<>]/g, '');
            expect(strip(found.paragraphs.join(''))).toContain(strip(quote));
          }
        }
      });
    });
  }

  test.each(notice.rules)('$id has no branch that no answers reach', (rule) => {
    const seen = new Set<Node>();
    const endOf = (node: Node, answers: Answers): Node => {
      if (!('ask' in node)) return node;
      const answer = answerTo(answers, asked(notice, node.ask)) as string;
      const next =
        node.branches.find(({ is }) => is.includes(answer)) ??
        node.branches.find(({ is }) => is.includes('date'))!;
      return endOf(next, answers);
    };
    const walk = (node: Node, answers: Answers) => {
      const finding = assess(notice, answers).findings.find((f) => f.rule === rule.id);
      if (!finding) throw new Error(`${rule.id} does not apply to ${JSON.stringify(answers)}`);
      if (!('ask' in node)) {
        // A question asked twice has one answer, so not every way down the tree can be gone.
        if (endOf(rule.tree, answers) === node) seen.add(node);
        if ('outcome' in node) expect(finding.outcome).toBe(node.outcome);
        return;
      }
      for (const branch of node.branches) {
        for (const value of branch.is) {
          const answer = value === 'date' ? '2020-01-01' : value;
          walk(branch, withAnswer(answers, asked(notice, node.ask), answer));
        }
      }
    };
    const count = (node: Node): number =>
      'ask' in node ? node.branches.reduce((sum, branch) => sum + count(branch), 0) : 1;
    const when = rule.appliesWhen;
    const start = when ? { [when.question]: when.is[0]! } : {};
    walk(rule.tree, start);
    // Branches shared in the content are one object each time they stand there.
    const distinct = (node: Node): Set<Node> =>
      'ask' in node ? new Set(node.branches.flatMap((b) => [...distinct(b)])) : new Set([node]);
    expect(seen).toEqual(distinct(rule.tree));
    expect(count(rule.tree)).toBeGreaterThan(0);
  });
}
