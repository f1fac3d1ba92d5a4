/**
 * What may still come of answers that are not given yet. Every way on is walked, with one answer for all that do the
 * same, so that "whatever is answered" and "at the most" are exact; nothing is known about any rule here.
 */
import { addDays } from '../dates.ts';
import type {
  AmountField,
  Amounts,
  AmountsQuestion,
  Answer,
  Asking,
  AskingQuestion,
  LeastAmount,
  QuestionId,
  Verdict,
  WithoutWords,
} from '../types.ts';
import {
  type AnswerList,
  atAnswer,
  type CompiledNode,
  type CompiledNotice,
  type CompiledRule,
} from './compiled.ts';
import { arrive, exact, find, yearOutcome } from './walk.ts';

/** From the worst to the best: of several rules the worst is the verdict. */
export const RANK: Verdict[] = [
  'outOfScope',
  'ineligible',
  'unlikely',
  'incomplete',
  'review',
  'likely',
];

/** Rules that share questions or screens, so that ways through them can only be walked together. */
export interface Group {
  rules: CompiledRule[];
  nodes: CompiledNode[];
  /** By the question's place, one answer for all that do the same. */
  answers: Map<number, Answer[]>;
}

/** One way to answer all that a group's rules still ask. */
export interface Way {
  /** The places of the questions, in the order in which they are asked. */
  asked: number[];
  /** What it comes to, as a place in RANK. */
  rank: number;
}

const grouped = new WeakMap<CompiledNotice, Group[]>();

/** All rules, in groups that have nothing to do with each other. */
export function groupsOf(model: CompiledNotice): Group[] {
  let groups = grouped.get(model);
  if (!groups) {
    groups = group(model);
    grouped.set(model, groups);
  }
  return groups;
}

function group(model: CompiledNotice): Group[] {
  let groups: (Group & { names: string[] })[] = [];
  for (const rule of model.rules) {
    const nodes = below(rule.root);
    const places = [...nodes.flatMap(placesOf), ...(rule.appliesWhen ? [rule.appliesWhen.at] : [])];
    const names = places.flatMap((at) => {
      const { id, screen } = questionAt(model, at);
      return [`question ${id}`, `screen ${screen}`];
    });
    const shares = (one: { names: string[] }) => one.names.some((name) => names.includes(name));
    const others = groups.filter(shares);
    groups = [
      ...groups.filter((one) => !shares(one)),
      {
        rules: [...others.flatMap((one) => one.rules), rule],
        nodes: [...others.flatMap((one) => one.nodes), ...nodes],
        names: [...others.flatMap((one) => one.names), ...names],
        answers: new Map(),
      },
    ];
  }
  return groups;
}

/** One rule by itself. */
export const groupOf = (rule: CompiledRule): Group => ({
  rules: [rule],
  nodes: below(rule.root),
  answers: new Map(),
});

/** Every way on from what is answered: what has no answer may be answered in any way. */
export function waysOn(model: CompiledNotice, group: Group, known: AnswerList): Way[] {
  const ways: Way[] = [];
  const now = known.slice();
  const asked: number[] = [];
  const walk = () => {
    let rank = RANK.length - 1;
    let next = Number.POSITIVE_INFINITY;
    for (const compiledRule of group.rules) {
      const { appliesWhen, rule } = compiledRule;
      if (appliesWhen && !appliesWhen.is.has(now[appliesWhen.at] as string)) continue;
      const { outcome, standing, stoppedAt } = find(arrive(compiledRule, now), now);
      for (const id of stoppedAt) next = Math.min(next, model.order.indexOf(id));
      if (outcome === 'unmet')
        rank = Math.min(rank, rule.scope ? 0 : standing === 'notice' ? 1 : 2);
      // What is open is walked on from, or does not matter any more.
      else if (outcome === 'review') rank = Math.min(rank, RANK.indexOf('review'));
    }
    // Out of scope nobody is asked for more.
    if (rank === 0 || next === Number.POSITIVE_INFINITY) {
      ways.push({ asked: asked.slice(), rank });
      return;
    }
    asked.push(next);
    for (const answer of answersAt(model, group, next)) {
      now[next] = answer;
      walk();
    }
    now[next] = undefined;
    asked.pop();
  };
  walk();
  return ways;
}

function answersAt(model: CompiledNotice, group: Group, at: number): Answer[] {
  let answers = group.answers.get(at);
  if (!answers) {
    answers = differing(questionAt(model, at), at, group);
    group.answers.set(at, answers);
  }
  return answers;
}

/** One answer for all that do the same wherever a rule looks at it. */
function differing(question: AskingQuestion, at: number, { rules, nodes }: Group): Answer[] {
  const uses = nodes.filter((node) => placesOf(node).includes(at));
  const does = (answer: Answer) => [
    ...rules.map(
      ({ appliesWhen }) => appliesWhen?.at === at && appliesWhen.is.has(answer as string),
    ),
    ...uses.map((node) => {
      if (node.kind === 'ask') {
        const next = atAnswer(node.next, answer)?.node;
        return node.node.branches.findIndex((branch) => Object.is(branch, next));
      }
      if (node.kind === 'each') return yearOutcome(node, answer);
      return node.kind === 'outcome' || (answer as string) <= node.latest;
    }),
  ];
  const found = new Map<string, Answer>();
  for (const answer of enough(question, uses)) {
    const key = does(answer).join();
    if (!found.has(key)) found.set(key, answer);
  }
  return [...found.values()];
}

/** Answers enough that every other one does the same as one of them. */
function enough(question: AskingQuestion, uses: CompiledNode[]): Answer[] {
  const options = question.options.map(({ value }) => value);
  if (question.type === 'choice') return options;
  if (question.type === 'date') {
    const { earliest, latest } = question;
    const days = uses.flatMap((node) =>
      node.kind === 'since' || node.kind === 'barred' ? [node.latest, addDays(node.latest, 1)] : [],
    );
    const within = days.filter((day) => earliest < day && day < latest);
    return [...options, earliest, ...within, latest];
  }
  return [
    ...options,
    ...numbers(
      question,
      uses.flatMap((node) => (node.kind === 'each' ? node.node.least : [])),
    ),
  ];
}

/**
 * Numbers for every combination of least amounts that can be reached or missed together. Where one exists at all, it
 * also exists with every number as great as its limits allow: its own most, just less than a least amount, or what
 * another such number leaves to it.
 */
function numbers(
  { amounts }: Asking<AmountsQuestion>,
  least: WithoutWords<LeastAmount>[],
): Amounts[] {
  const greatest = new Map(amounts.map(({ id, most }) => [id, new Set([most])]));
  const add = (id: string, values: number[]) => {
    const { least, most, step } = amounts.find((amount) => amount.id === id) as AmountField;
    for (const value of values) {
      const even = exact(Math.floor(exact(value / step)) * step);
      if (even >= least && even <= most) greatest.get(id)?.add(even);
    }
  };
  const all = (id: string) => [...(greatest.get(id) as Set<number>)];
  for (const { id, step } of amounts) {
    const own = least.filter(({ amount, less }) => amount === id && !less);
    add(
      id,
      own.map(({ value }) => justBelow(value, step)),
    );
  }
  for (const _ of amounts) {
    for (const { value, of, less } of least) {
      if (!of || !less) continue;
      const { step } = amounts.find(({ id }) => id === of) as AmountField;
      add(
        of,
        all(less).map((part) => part + justBelow(value, step)),
      );
      add(
        less,
        all(of).map((whole) => whole - value),
      );
    }
    for (const { id, within } of amounts) if (within) add(id, all(within));
  }
  let found: Amounts[] = [{}];
  for (const { id, least, within } of amounts)
    found = found.flatMap((one) =>
      [...new Set([least, ...all(id)])]
        .filter((value) => within === undefined || value <= (one[within] as number))
        .map((value) => ({ ...one, [id]: value })),
    );
  return found;
}

/** The greatest multiple of `step` that does not reach `value`. */
const justBelow = (value: number, step: number) =>
  exact((Math.ceil(exact(value / step)) - 1) * step);

const questionAt = ({ questions, order }: CompiledNotice, at: number) =>
  questions.get(order[at] as QuestionId) as AskingQuestion;

const below = (node: CompiledNode): CompiledNode[] =>
  node.kind === 'ask' ? [node, ...[...node.next.values()].flatMap(below)] : [node];

/** The places of the questions that a node looks at. */
function placesOf(node: CompiledNode): number[] {
  if (node.kind === 'outcome') return [];
  return node.kind === 'each' ? node.years.map(({ at }) => at) : [node.at];
}
