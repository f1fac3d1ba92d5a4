/**
 * The notice's rules in a form that any rule engine can express: choices and comparisons, nested. What can be worked
 * out beforehand is, so that each engine only has to decide.
 */
import { latestStart } from '../../src/calculator/dates.ts';
import {
  type Answers,
  addDays,
  answerTo,
  type DerivedAmount,
  type IsoDate,
  type Node,
  type Notice,
  type Outcome,
  type Verdict,
} from '../../src/calculator/index.ts';

/** How a rule comes out; `refused` is an unmet that the notice itself states. */
export type Label = 'met' | 'review' | 'unknown' | 'unmet' | 'refused';

/**
 * What is looked at: `path` in the answers, `fact` in the flat facts made of them. Facts are for engines that read no
 * nested answers, cannot tell a missing one, or compare numbers faster than dates.
 */
interface At {
  path: string;
  fact: string;
}
/** `date` and `amounts` stand for any answer that is no option. Where no case fits, the outcome is unknown. */
export type Choice = At & { kind: 'choice'; cases: { is: string[]; to: Decision }[] };
/** Unknown unless there is an answer. */
export type Given = At & { kind: 'given'; to: Decision };
/** `limit` is for answers, `number` the same for facts. */
export type Below = At & {
  kind: 'below';
  /** What has to be taken away first, where the number is a derived one; facts hold the difference. */
  less?: string | undefined;
  limit: IsoDate | number;
  number: number;
  yes: Decision;
  no: Decision;
};
export type Decision = Label | Choice | Given | Below;

/** One rule, or of a rule that looks at several years one of them. */
export interface Part {
  rule: string;
  scope: boolean;
  decision: Decision;
}

export type Facts = Record<string, string | number>;

/** Stands for no answer where a fact is a word; where it is a number, 0 does. */
export const ABSENT = 'absent';
/** Cases that are no option. */
export const NO_OPTION = ['date', 'amounts'];

/** 2026-07-19 as 20260719. */
const numberOf = (date: IsoDate): number => Number(date.replaceAll('-', ''));
/** `credits.2024` as `credits2024`: in some engines a dot means something. */
const flat = (question: string): string => question.replace('.', '');

export function partsOf(notice: Notice): Part[] {
  const { closes } = notice.stages[0];
  const dated = (question: string) => ({ path: question, fact: `${question}On` });
  /** Long enough ago when the date lies before `limit`. */
  const before = (question: string, latest: IsoDate, unmet: Label): Below => {
    const limit = addDays(latest, 1);
    return {
      kind: 'below',
      ...dated(question),
      limit,
      number: numberOf(limit),
      yes: 'met',
      no: unmet,
    };
  };

  return notice.rules.flatMap(({ id, scope = false, standing, appliesWhen, tree }): Part[] => {
    const plain = (node: Node, verified: boolean, part: string): Decision => {
      verified ||= node.verified !== undefined;
      const unmet: Label = verified || standing === 'notice' ? 'refused' : 'unmet';
      const label = (outcome: Outcome): Label => (outcome === 'unmet' ? unmet : outcome);
      if ('outcome' in node) return label(node.outcome);
      if ('since' in node) {
        const latest = latestStart(notice.cutoffs.service.on, node.years);
        return { kind: 'given', ...dated(node.since), to: before(node.since, latest, unmet) };
      }
      if ('barred' in node) {
        return before(node.barred, latestStart(addDays(closes, -1), node.years), unmet);
      }
      if ('ask' in node) {
        const cases = node.branches.map((branch) => ({
          is: branch.is,
          to: plain(branch, verified, part),
        }));
        return { kind: 'choice', path: node.ask, fact: node.ask, cases };
      }
      const path = `${node.each}.${part}`;
      const derived = derivedOf(notice, node.each);
      const least = node.least.reduceRight<Decision>((no, { amount, value, otherwise }) => {
        const { of = amount, less } = derived.find(({ id }) => id === amount) ?? {};
        return {
          kind: 'below',
          path: `${path}.${of}`,
          fact: flat(path) + amount,
          ...(less && { less: `${path}.${less}` }),
          limit: value,
          number: value,
          yes: label(otherwise),
          no,
        };
      }, 'met');
      const cases = node.branches.map(({ is, outcome }) => ({ is, to: label(outcome) }));
      return {
        kind: 'choice',
        path,
        fact: flat(path),
        cases: [...cases, { is: ['amounts'], to: least }],
      };
    };

    const years = notice.questions.flatMap((question) =>
      'each' in tree && question.type === 'amounts' && question.key === tree.each
        ? question.part
        : [],
    );
    return (years.length ? years : ['']).map((part) => {
      const decision = plain(tree, false, part);
      if (!appliesWhen) return { rule: id, scope, decision };
      const { question, is } = appliesWhen;
      const options = notice.questions.find((asked) => asked.id === question)?.options ?? [];
      const others = options.map(({ value }) => value).filter((value) => !is.includes(value));
      const cases = [
        { is: others, to: 'met' as const },
        { is, to: decision },
      ];
      return {
        rule: id,
        scope,
        decision: { kind: 'choice', path: question, fact: question, cases },
      };
    });
  });
}

function derivedOf(notice: Notice, key: string): DerivedAmount[] {
  const found = notice.questions.find((one) => one.type === 'amounts' && one.key === key);
  return found?.type === 'amounts' ? (found.derived ?? []) : [];
}

/** Answers as facts: every fact there, dates as numbers that compare as the dates do. */
export function factsOf(notice: Notice, answers: Answers): Facts {
  const facts: Facts = {};
  for (const question of notice.questions) {
    const answer = answerTo(answers, question);
    const fact = flat(question.id);
    const isOption = question.options.some(({ value }) => value === answer);
    if (answer === undefined) facts[fact] = ABSENT;
    else if (isOption) facts[fact] = answer as string;
    else facts[fact] = question.type;
    if (question.type === 'date') {
      const isDate = typeof answer === 'string' && !isOption;
      facts[`${fact}On`] = isDate ? numberOf(answer) : 0;
    } else if (question.type === 'amounts') {
      const numbers = typeof answer === 'object' ? answer : {};
      for (const { id } of question.amounts) facts[fact + id] = numbers[id] ?? 0;
      for (const { id, of, less } of question.derived ?? [])
        facts[fact + id] = (numbers[of] ?? 0) - (numbers[less] ?? 0);
    }
  }
  return facts;
}

const RANK: Record<Label, number> = { met: 0, review: 1, unknown: 2, unmet: 3, refused: 4 };
const VERDICTS: Verdict[] = [
  'likely',
  'review',
  'incomplete',
  'unlikely',
  'ineligible',
  'outOfScope',
];

/** The verdict that follows from the labels of all parts, in their order. */
export function verdictOf(parts: Part[], labels: Label[]): Verdict {
  let worst = 0;
  for (let index = 0; index < labels.length; index += 1) {
    const own = RANK[labels[index] as Label];
    const rank = own >= 3 && parts[index]?.scope ? 5 : own;
    if (rank > worst) worst = rank;
  }
  return VERDICTS[worst] as Verdict;
}

/** The labels as outcomes of whole rules. */
export function outcomesOf(parts: Part[], labels: Label[]): Record<string, Outcome> {
  const worst: Record<string, Label> = {};
  parts.forEach(({ rule }, index) => {
    const label = labels[index] as Label;
    const sofar = worst[rule];
    if (!sofar || RANK[label] > RANK[sofar]) worst[rule] = label;
  });
  return Object.fromEntries(
    Object.entries(worst).map(([rule, label]) => [rule, label === 'refused' ? 'unmet' : label]),
  );
}
