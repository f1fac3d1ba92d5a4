/** What tests ask of a notice: a person to whom every rule says yes, and what is found when something is different. */
import {
  type Answer,
  type Answers,
  type Assessment,
  answerTo,
  assess,
  type Finding,
  type FullNotice,
  type Node,
  type Notice,
  type Outcome,
  parseAnswers,
  type Question,
  type Rule,
  withAnswer,
} from '../../src/calculator/index.ts';

/** The input as answers; a test that hands in something invalid fails. */
export function parsedFor(notice: Notice, input: unknown): Answers {
  const result = parseAnswers(notice, input);
  if ('answers' in result) return result.answers;
  throw new Error(`Not valid: ${JSON.stringify(result.issues)}`);
}

export const outcomesOf = ({ findings }: Assessment): Record<string, Outcome> =>
  Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]));

/** @param fulfilsAll answers of someone to whom every rule says yes */
export function assessing(notice: FullNotice, fulfilsAll: Record<string, unknown>) {
  const parsed = (input: unknown, of: Notice = notice): Answers => parsedFor(of, input);
  /** Parsed answers of that person, with what a test says differently; undefined takes an answer away. */
  const person = (differently: Record<string, unknown> = {}): Answers =>
    parsed({ ...fulfilsAll, ...differently });
  const assessed = (differently: Record<string, unknown> = {}): Assessment =>
    assess(notice, person(differently));
  return {
    parsed,
    person,
    assessed,
    /** What one rule finds about that person; undefined where the rule does not apply. */
    findingOf: (rule: string, differently: Record<string, unknown> = {}): Finding | undefined =>
      assessed(differently).findings.find((finding) => finding.rule === rule),
    /** A copy of the notice that a test may change, as next year's content might. */
    changedNotice(change: (copy: FullNotice) => void): FullNotice {
      const copy = structuredClone(notice);
      change(copy);
      return copy;
    },
  };
}

/**
 * The answers, and beside them what makes these rules say yes: for rules of which a test knows nothing, because they
 * came after it. Where they cannot be met, nothing is added.
 */
export function meeting(notice: Notice, rules: readonly Rule[], answers: Answers = {}): Answers {
  return rules.reduce((given, { tree, appliesWhen }) => {
    const applies = appliesWhen && given[appliesWhen.question];
    if (typeof applies === 'string' && !appliesWhen?.is.includes(applies)) return given;
    return met(notice, tree, given) ?? given;
  }, answers);
}

/** The answers with which the tree says yes; undefined where those given rule it out. */
function met(notice: Notice, node: Node, given: Answers): Answers | undefined {
  const asked = (id: string): Question => notice.questions.find((question) => question.id === id)!;
  const first = <T>(list: T[], of: (one: T) => Answers | undefined) => {
    for (const one of list) {
      const found = of(one);
      if (found) return found;
    }
    return;
  };
  if ('outcome' in node) return node.outcome === 'met' ? given : undefined;
  if ('ask' in node) {
    const question = asked(node.ask);
    const answer = answerTo(given, question);
    return first(node.branches, (branch) => {
      // The day is for the node below to choose.
      if (branch.is.includes('date')) return met(notice, branch, given);
      return first(branch.is, (value) =>
        answer === undefined || answer === value
          ? met(notice, branch, withAnswer(given, question, value))
          : undefined,
      );
    });
  }
  if ('each' in node) {
    return notice.questions
      .filter((question) => question.type === 'amounts' && question.key === node.each)
      .reduce<Answers | undefined>((so, question) => {
        if (!so || answerTo(so, question) !== undefined) return so;
        const yes = node.branches.find(({ outcome }) => outcome === 'met')?.is[0];
        return yes === undefined ? undefined : withAnswer(so, question, yes);
      }, given);
  }
  const question = asked('since' in node ? node.since : node.barred);
  const answer: Answer | undefined = answerTo(given, question);
  if (answer !== undefined) return given;
  return question.type === 'date' ? withAnswer(given, question, question.earliest) : undefined;
}
