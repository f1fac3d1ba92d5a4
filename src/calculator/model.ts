/**
 * What is derived once from a notice. Each rule's tree is unfolded by value, so that a step knows the whole way that
 * led to it: where nothing but choices decides, the finding stands there ready made. Kept beside the notice in a
 * WeakMap, so that callers only ever handle the plain notice.
 */
import { latestStart } from './dates.ts';
import type {
  AmountsQuestion,
  Answer,
  Answers,
  BarredNode,
  Cite,
  EachNode,
  Finding,
  IsoDate,
  Node,
  Notice,
  Outcome,
  OutcomeNode,
  Question,
  QuestionId,
  Rule,
  SinceNode,
  Text,
  Verified,
} from './types.ts';

/** The finding as it would be if the walk ended here: each walk gives its outcome and completes its path. */
interface Here {
  finding: Finding;
}

export type Step =
  | (Here & { kind: 'ask'; question: Question; next: Map<string, Step> })
  | (Here & { kind: 'outcome'; node: OutcomeNode })
  | (Here & { kind: 'since'; node: SinceNode; question: Question; latest: IsoDate })
  | (Here & { kind: 'barred'; node: BarredNode; question: Question })
  | (Here & {
      kind: 'each';
      node: EachNode;
      questions: AmountsQuestion[];
      instead: Map<string, OutcomeNode>;
    });

export interface RuleModel {
  rule: Rule;
  /** Being unmet on the notice's own word is possible: an open rule of this kind leaves `unlikely` unsettled. */
  decides: boolean;
  appliesWhen: { question: Question; is: Set<string> } | undefined;
  root: Step;
}

export interface Model {
  notice: Notice;
  questions: Map<QuestionId, Question>;
  /** The ids of the questions, in the notice's order. */
  order: QuestionId[];
  rules: RuleModel[];
  rulesById: Map<string, RuleModel>;
  /** The words of findings that stand ready made, once somebody has asked for them. */
  texts: WeakMap<Finding, Text>;
  window: { opens: IsoDate; closes: IsoDate };
  /** The first year of the credits asked for; undefined when none are. */
  firstYear: number | undefined;
}

const models = new WeakMap<Notice, Model>();

export function modelOf(notice: Notice): Model {
  let model = models.get(notice);
  if (!model) {
    model = derive(notice);
    models.set(notice, model);
  }
  return model;
}

/** The person's answer to a question, or undefined when there is none yet. */
export function answerTo(answers: Answers, question: Question): Answer | undefined {
  if (question.type !== 'amounts') return answers[question.id] as string | undefined;
  const years = answers[question.key] as Record<string, Answer> | undefined;
  return years?.[question.part];
}

/** What an answer leads to: what stands for that value, or for a date what stands for any `date`. */
export function atAnswer<T>(next: Map<string, T>, answer: Answer): T | undefined {
  return typeof answer === 'string' ? (next.get(answer) ?? next.get('date')) : undefined;
}

function derive(notice: Notice): Model {
  const questions = new Map(notice.questions.map((question) => [question.id, question]));
  const ask = (id: QuestionId): Question => {
    const question = questions.get(id);
    if (!question) throw new Error(`No question ${id} in notice ${notice.id}`);
    return question;
  };
  const stage = notice.stages[0];
  if (!stage?.opens) throw new Error(`Notice ${notice.id} has no application window`);

  const rules = notice.rules.map((rule): RuleModel => {
    let decides = false;

    const unfold = (
      node: Node,
      path: Finding['path'],
      cites: Cite[],
      verified: Verified | undefined,
    ): Step => {
      cites = node.cites ?? cites;
      verified = node.verified ?? verified;
      const here = (outcome: Outcome, stoppedAt: QuestionId[] = []): Finding => ({
        rule: rule.id,
        outcome,
        standing: verified ? 'notice' : rule.standing,
        ...(verified && { verified }),
        cites,
        path,
        stoppedAt,
      });

      if ('ask' in node) {
        const question = ask(node.ask);
        const next = new Map<string, Step>();
        for (const branch of node.branches) {
          for (const answer of branch.is) {
            // A date is the answer itself, not the word for it: the step that uses it adds it to the path.
            const further = answer === 'date' ? path : [...path, { question: question.id, answer }];
            next.set(answer, unfold(branch, further, cites, verified));
          }
        }
        return { kind: 'ask', question, next, finding: here('unknown', [question.id]) };
      }

      if (here('unmet').standing === 'notice' && canBeUnmet(node)) decides = true;
      if ('outcome' in node) return { kind: 'outcome', node, finding: here(node.outcome) };
      if ('since' in node) {
        const question = ask(node.since);
        const latest = latestStart(notice.cutoffs.service.on, node.years);
        return { kind: 'since', node, question, latest, finding: here('unknown', [question.id]) };
      }
      if ('barred' in node) {
        return { kind: 'barred', node, question: ask(node.barred), finding: here('unknown') };
      }
      return {
        kind: 'each',
        node,
        questions: notice.questions.filter(
          (question): question is AmountsQuestion =>
            question.type === 'amounts' && question.key === node.each,
        ),
        instead: new Map(node.branches.flatMap((leaf) => leaf.is.map((is) => [is, leaf]))),
        finding: here('unknown'),
      };
    };

    const root = unfold(rule.tree, [], rule.cites, undefined);
    const when = rule.appliesWhen;
    return {
      rule,
      root,
      decides,
      appliesWhen: when && { question: ask(when.question), is: new Set(when.is) },
    };
  });

  const years = notice.questions.flatMap((q) => (q.type === 'amounts' ? [Number(q.part)] : []));
  return {
    notice,
    questions,
    order: [...questions.keys()],
    rules,
    rulesById: new Map(rules.map((model) => [model.rule.id, model])),
    texts: new WeakMap(),
    window: { opens: stage.opens, closes: stage.closes },
    firstYear: years.length ? Math.min(...years) : undefined,
  };
}

function canBeUnmet(node: Exclude<Node, { ask: string }>): boolean {
  if ('outcome' in node) return node.outcome === 'unmet';
  return 'each' in node ? node.least.some((least) => least.otherwise === 'unmet') : true;
}
