/**
 * What is derived once from a notice. Each rule's tree is unfolded by value, so that a step knows the whole way that
 * led to it: where nothing but choices decides, the finding stands there ready made. Kept beside the notice in a
 * WeakMap, so that callers only ever handle the plain notice.
 */
import { addDays, latestStart } from '../dates.ts';
import type {
  AmountsQuestion,
  Answer,
  Answers,
  Asking,
  AskingNode,
  AskingNotice,
  AskingQuestion,
  AskingRule,
  Cite,
  DocumentName,
  Explanation,
  Finding,
  IsoDate,
  Notice,
  Outcome,
  QuestionId,
  Rule,
  Source,
  Verified,
} from '../types.ts';
import type { Slots } from './fill.ts';

interface Here {
  /** The finding as it would be if the walk ended here: each walk gives its outcome and completes its path. */
  finding: Finding;
}
/** A question and its place in the notice's order, at which its answer stands among the `AnswerList`. */
export interface Asked<Q = AskingQuestion> {
  question: Q;
  at: number;
}

/** With the words of the tree that it was made of, where that has any. */
export type CompiledNode<N extends AskingNode = AskingNode> =
  | (Here &
      Asked & {
        kind: 'ask';
        node: Extract<N, { ask: unknown }>;
        next: Map<string, CompiledNode<N>>;
      })
  | (Here & { kind: 'outcome'; node: Extract<N, { outcome: unknown }> })
  /** Met by a date up to `latest`. */
  | (Here & Asked & { kind: 'since'; node: Extract<N, { since: unknown }>; latest: IsoDate })
  | (Here & Asked & { kind: 'barred'; node: Extract<N, { barred: unknown }>; latest: IsoDate })
  | (Here & {
      kind: 'each';
      node: Extract<N, { each: unknown }>;
      years: Place[];
      /** So many years after a year comes the first notice that no longer asks for it. */
      freeAfter: number;
      instead: Map<string, Extract<N, { outcome: unknown }>>;
    });

/** The answers by their questions' places; undefined where there is none yet. */
export type AnswerList = (Answer | undefined)[];
type Years = Record<string, Answer>;

/** What is asked of one year; as a number its name is found several times as quickly. */
interface Place extends Asked<Asking<AmountsQuestion>> {
  year: number;
}

export interface CompiledRule<R extends AskingRule = AskingRule> {
  rule: R;
  appliesWhen: { at: number; is: Set<string> } | undefined;
  root: CompiledNode<R['tree']>;
}

export interface CompiledNotice<N extends AskingNotice = AskingNotice> {
  notice: N;
  questions: Map<QuestionId, N['questions'][number]>;
  /** The ids of the questions, in the notice's order. */
  order: QuestionId[];
  /** No answers yet. */
  blank: AnswerList;
  /** Where an answer's key stands among the `AnswerList`; for what is given by year, where each year stands. */
  places: Map<string, number | Place[]>;
  rules: CompiledRule<N['rules'][number]>[];
  rulesById: Map<string, CompiledRule<N['rules'][number]>>;
  /** The words of findings that stand ready made, once somebody has asked for them. */
  texts: WeakMap<Finding, Explanation>;
  window: { opens: IsoDate; closes: IsoDate };
  /** What any text may name of the notice. */
  slots: Slots;
}

const kept = new WeakMap<AskingNotice, CompiledNotice>();

/** What is made of a notice holds the notice's own parts, with their words or without. */
export function compiled(notice: Notice): CompiledNotice<Notice>;
export function compiled(notice: AskingNotice): CompiledNotice;
export function compiled(notice: AskingNotice): CompiledNotice {
  let model = kept.get(notice);
  if (!model) {
    model = derive(notice);
    kept.set(notice, model);
  }
  return model;
}

/**
 * The person's answer to a question, or undefined when there is none yet.
 *
 * @example answerTo({ target: 'engineer' }, notice.questions[0]) // 'engineer'
 */
export function answerTo(answers: Answers, question: AskingQuestion): Answer | undefined {
  if (question.type !== 'amounts') return answers[question.id] as string | undefined;
  const years = answers[question.key] as Years | undefined;
  return years?.[question.part];
}

/** Reads the answers once, so that no step of any tree has to look them up by name again. */
export function readAnswers({ blank, places }: CompiledNotice, answers: Answers): AnswerList {
  const found = blank.slice();
  // Twice as quick as asking for each by name: people's answers come in hundreds of shapes.
  for (const key in answers) {
    const place = places.get(key);
    const value = answers[key];
    if (typeof place === 'number') found[place] = value as string;
    else if (place && value)
      for (const { year, at } of place) found[at] = (value as Record<number, Answer>)[year];
  }
  return found;
}

/** What an answer leads to: what stands for that value, or for a date what stands for any `date`. */
export function atAnswer<T>(next: Map<string, T>, answer: Answer): T | undefined {
  return typeof answer === 'string' ? (next.get(answer) ?? next.get('date')) : undefined;
}

function derive(notice: AskingNotice): CompiledNotice {
  const questions = new Map(notice.questions.map((question) => [question.id, question]));
  const order = [...questions.keys()];
  const ask = (id: QuestionId): Asked => {
    const question = questions.get(id);
    if (!question) throw new RangeError(`No question ${id}`);
    return { question, at: order.indexOf(id) };
  };
  // Content is validated to say when the first stage opens.
  const window = notice.stages[0] as CompiledNotice['window'];

  const places: CompiledNotice['places'] = new Map();
  notice.questions.forEach((question, at) => {
    if (question.type !== 'amounts') places.set(question.id, at);
    else {
      const years = (places.get(question.key) as Place[] | undefined) ?? [];
      places.set(question.key, [...years, { question, at, year: Number(question.part) }]);
    }
  });

  const rules = notice.rules.map((rule): CompiledRule => {
    const unfold = (
      node: AskingNode,
      path: Finding['path'],
      cites: Cite[] = [],
      verified: Verified | undefined,
    ): CompiledNode => {
      cites = node.cites ?? cites;
      verified = node.verified ?? verified;
      const standing = verified ? 'notice' : rule.standing;
      const here = (outcome: Outcome, stoppedAt: QuestionId[] = []): Finding => ({
        rule: rule.id,
        outcome,
        standing,
        ...(verified && { verified }),
        cites,
        path,
        stoppedAt,
      });

      if ('ask' in node) {
        const asked = ask(node.ask);
        const { id } = asked.question;
        const next = new Map<string, CompiledNode>();
        for (const branch of node.branches) {
          for (const answer of branch.is) {
            // A date is the answer itself, not the word for it: the step that uses it adds it to the path.
            const further = answer === 'date' ? path : [...path, { question: id, answer }];
            next.set(answer, unfold(branch, further, cites, verified));
          }
        }
        return { kind: 'ask', node, ...asked, next, finding: here('unknown', [id]) };
      }

      if ('outcome' in node) return { kind: 'outcome', node, finding: here(node.outcome) };
      if ('since' in node) {
        const latest = latestStart(notice.cutoffs.service.on, node.years);
        return {
          kind: 'since',
          node,
          ...ask(node.since),
          latest,
          finding: here('unknown', [node.since]),
        };
      }
      if ('barred' in node) {
        // A ban that ends on the window's last day or later still holds.
        const latest = latestStart(addDays(window.closes, -1), node.years);
        const finding = here('unknown');
        return { kind: 'barred', node, ...ask(node.barred), latest, finding };
      }
      const years = places.get(node.each) as Place[];
      return {
        kind: 'each',
        node,
        years,
        freeAfter: notice.year + 1 - Math.min(...years.map(({ year }) => year)),
        instead: new Map(node.branches.flatMap((leaf) => leaf.is.map((is) => [is, leaf]))),
        finding: here('unknown'),
      };
    };

    const root = unfold(rule.tree, [], rule.cites, undefined);
    const when = rule.appliesWhen;
    return {
      rule,
      root,
      appliesWhen: when && { at: ask(when.question).at, is: new Set(when.is) },
    };
  });

  return {
    notice,
    questions,
    order,
    blank: order.map(() => undefined),
    places,
    rules,
    rulesById: new Map(rules.map((model) => [model.rule.id, model])),
    texts: new WeakMap(),
    window,
    slots: {
      year: notice.year,
      serviceCutoff: notice.cutoffs.service.on,
      evidenceCutoff: notice.cutoffs.evidence.on,
      windowOpens: window.opens,
      windowCloses: window.closes,
    },
  };
}

/**
 * On whose word a rule's values rest, where nobody has checked them against the original.
 *
 * @example sourceOf({ standing: 'reference', basis: ['a'] }, [{ id: 'a', kind: 'provincial' }]) // 'provincial'
 */
export function sourceOf(
  { standing, basis = [] }: Pick<Rule, 'standing' | 'basis'>,
  documents: Pick<DocumentName, 'id' | 'kind'>[],
): Source {
  if (standing !== 'reference') return standing;
  const taken = documents.find(({ id }) => id === basis[0]);
  return taken?.kind === 'provincial' ? 'provincial' : 'national';
}
