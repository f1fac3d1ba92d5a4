/** Walks one rule's tree with the answers given, and says what is found where it ends. */
import { addYears } from './dates.ts';
import { answerTo, atAnswer, type RuleModel, type Step } from './model.ts';
import type {
  Amounts,
  Answers,
  Finding,
  IsoDate,
  Outcome,
  OutcomeNode,
  Shortfall,
} from './types.ts';

/** Worst last. `all` of several outcomes is the worst of them (DOMAIN section 4). */
const RANK: Record<Outcome, number> = { met: 0, review: 1, unknown: 2, unmet: 3 };

/** The more serious of two outcomes: unmet, else unknown, else review, else met. */
const worse = (a: Outcome, b: Outcome): Outcome => (RANK[a] >= RANK[b] ? a : b);

/** The leaf to which the answers lead, or the question at which they stop. */
export function arrive(model: RuleModel, answers: Answers): Step {
  let step = model.root;
  while (step.kind === 'ask') {
    const answer = answerTo(answers, step.question);
    if (answer === undefined) return step;
    const next = atAnswer(step.next, answer);
    // Content is validated to cover every value, so this is an answer that never went through parseAnswers.
    if (!next) throw new RangeError(`No branch for ${step.question.id} = ${String(answer)}`);
    step = next;
  }
  return step;
}

/**
 * What is found at a step. Treat it as read-only: where choices alone decide, every walk gets the same object.
 *
 * @param windowCloses the last day of the application window; a ban that ends on it or later still holds
 */
export function find(step: Step, answers: Answers, windowCloses: IsoDate): Finding {
  switch (step.kind) {
    case 'ask':
    case 'outcome':
      return step.finding;

    case 'since': {
      const since = answerTo(answers, step.question) as IsoDate | undefined;
      if (since === undefined) return step.finding;
      const question = step.question.id;
      const { years } = step.node;
      return since <= step.latest
        ? atDate(step, since, 'met')
        : atDate(step, since, 'unmet', {
            kind: 'years',
            question,
            since,
            years,
            reachedOn: addYears(since, years),
          });
    }

    case 'barred': {
      // The question that led here is the one that holds the date.
      const since = answerTo(answers, step.question) as IsoDate;
      const endsOn = addYears(since, step.node.years);
      return windowCloses > endsOn
        ? atDate(step, since, 'met')
        : atDate(step, since, 'unmet', { kind: 'ban', since, endsOn });
    }

    case 'each':
      return eachYear(step, answers);
  }
}

/** The first least amount that a year's numbers do not reach: a year short of the total needs no second reason. */
export function firstShort(step: Extract<Step, { kind: 'each' }>, amounts: Amounts) {
  for (const least of step.node.least) {
    if ((amounts[least.amount] as number) < least.value) return least;
  }
  return undefined;
}

function atDate(
  { finding, question }: Extract<Step, { kind: 'since' | 'barred' }>,
  answer: IsoDate,
  outcome: Outcome,
  shortfall?: Shortfall,
): Finding {
  const path = [...finding.path, { question: question.id, answer }];
  return completed(finding, outcome, path, [], shortfall);
}

function eachYear(step: Extract<Step, { kind: 'each' }>, answers: Answers): Finding {
  const path = [...step.finding.path];
  const open: string[] = [];
  const lacking: Extract<Shortfall, { kind: 'amounts' }>['lacking'] = [];
  let outcome: Outcome = 'met';
  for (const question of step.questions) {
    const answer = answerTo(answers, question);
    if (answer === undefined) {
      open.push(question.id);
      outcome = worse(outcome, 'unknown');
      continue;
    }
    path.push({ question: question.id, answer });
    if (typeof answer === 'string') {
      outcome = worse(outcome, (atAnswer(step.instead, answer) as OutcomeNode).outcome);
      continue;
    }
    const short = firstShort(step, answer);
    if (!short) continue;
    outcome = worse(outcome, short.otherwise);
    if (short.otherwise === 'unmet') {
      const have = answer[short.amount] as number;
      lacking.push({ year: Number(question.part), amount: short.amount, have, need: short.value });
    }
  }
  // Once a year is short, the years still open no longer hold the rule up: nobody needs to be asked for them.
  const stoppedAt = outcome === 'unknown' ? open : [];
  const shortfall: Shortfall | undefined = lacking.length
    ? { kind: 'amounts', lacking }
    : undefined;
  return completed(step.finding, outcome, path, stoppedAt, shortfall);
}

/** Written out field by field: it runs for every assessment, and a spread costs several times as much. */
function completed(
  { rule, standing, verified, cites }: Finding,
  outcome: Outcome,
  path: Finding['path'],
  stoppedAt: string[],
  shortfall: Shortfall | undefined,
): Finding {
  const finding: Finding = { rule, outcome, standing, cites, path, stoppedAt };
  if (verified) finding.verified = verified;
  if (shortfall) finding.shortfall = shortfall;
  return finding;
}
