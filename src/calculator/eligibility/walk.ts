/** Walks one rule's tree with the answers given, and says what is found where it ends. */
import { addYears } from '../dates.ts';
import type {
  Amounts,
  Answer,
  Finding,
  IsoDate,
  LeastAmount,
  Outcome,
  Shortfall,
} from '../types.ts';
import { type AnswerList, atAnswer, type CompiledNode, type CompiledRule } from './compiled.ts';

type Each = Extract<CompiledNode, { kind: 'each' }>;

/** The leaf to which the answers lead, or the question at which they stop. */
export function arrive(model: CompiledRule, known: AnswerList): CompiledNode {
  let step = model.root;
  while (step.kind === 'ask') {
    const answer = known[step.at];
    if (answer === undefined) return step;
    const next = atAnswer(step.next, answer);
    // Content is validated to cover every value, so this is an answer that never went through parseAnswers.
    if (!next) throw new RangeError(`No branch ${step.question.id} = ${answer}`);
    step = next;
  }
  return step;
}

/** What is found at a step. Treat it as read-only: where choices alone decide, every walk gets the same object. */
export function find(step: CompiledNode, known: AnswerList): Finding {
  switch (step.kind) {
    case 'ask':
    case 'outcome':
      return step.finding;

    case 'since':
    case 'barred': {
      const since = known[step.at] as IsoDate | undefined;
      if (since === undefined) return step.finding;
      const path = [...step.finding.path, { question: step.question.id, answer: since }];
      return since <= step.latest
        ? completed(step.finding, 'met', path, [], undefined)
        : completed(step.finding, 'unmet', path, [], shortfallOf(step, since));
    }

    case 'each':
      return eachYear(step, known);
  }
}

function shortfallOf(
  { kind, node: { years }, question }: Extract<CompiledNode, { kind: 'since' | 'barred' }>,
  since: IsoDate,
): Shortfall {
  const end = addYears(since, years);
  return kind === 'since'
    ? { kind: 'years', question: question.id, since, years, reachedOn: end }
    : { kind: 'ban', since, endsOn: end };
}

/** How far a year's numbers are from a least amount; nothing or less where they reach it. */
const lacksOf = ({ amount, value, of = amount, less }: LeastAmount, amounts: Amounts): number =>
  value - (amounts[of] as number) + (less ? (amounts[less] as number) : 0);

/** The least amounts that a year's numbers do not reach, and how much each lacks. */
export const shortOf = ({ node }: Each, amounts: Amounts) =>
  node.least
    .map((least) => ({ ...least, lacks: lacksOf(least, amounts) }))
    .filter(({ lacks }) => lacks > 0);

/** What is found of one year's answer. */
export function yearOutcome(step: Each, answer: Answer): Exclude<Outcome, 'unknown'> {
  const instead = atAnswer(step.instead, answer);
  // Content is validated to cover every word, and any other answer holds amounts.
  if (instead) return instead.outcome;
  let outcome: 'met' | 'review' | 'unmet' = 'met';
  for (const least of step.node.least)
    if (outcome !== 'unmet' && lacksOf(least, answer as Amounts) > 0) outcome = least.otherwise;
  return outcome;
}

/** The years combine: unmet, else unknown, else review, else met (README.md: Outcomes). */
function eachYear(step: Each, known: AnswerList): Finding {
  const path = [...step.finding.path];
  const open: string[] = [];
  const lacking: Extract<Shortfall, { kind: 'amounts' }>['lacking'] = [];
  let unmet = false;
  let review = false;
  for (const { question, at } of step.years) {
    const answer = known[at];
    if (answer === undefined) {
      open.push(question.id);
      continue;
    }
    path.push({ question: question.id, answer });
    const outcome = yearOutcome(step, answer);
    review ||= outcome === 'review';
    if (outcome !== 'unmet') continue;
    unmet = true;
    for (const { amount, value, otherwise, lacks } of shortOf(step, answer as Amounts))
      if (otherwise === 'unmet')
        lacking.push({ year: Number(question.part), amount, have: value - lacks, need: value });
  }
  const outcome = unmet ? 'unmet' : open.length ? 'unknown' : review ? 'review' : 'met';
  // Once a year is short, the years still open no longer hold the rule up: nobody needs to be asked for them.
  return completed(
    step.finding,
    outcome,
    path,
    outcome === 'unknown' ? open : [],
    lacking.length ? { kind: 'amounts', lacking } : undefined,
  );
}

/** Written out field by field: it runs for every assessment, and a spread costs several times as much. */
function completed(
  { rule, standing, verified, cites }: Finding,
  outcome: Outcome,
  path: Finding['path'],
  stoppedAt: string[],
  shortfall: Shortfall | undefined,
): Finding {
  const finding: Finding = shortfall
    ? { rule, outcome, standing, cites, path, stoppedAt, shortfall }
    : { rule, outcome, standing, cites, path, stoppedAt };
  if (verified) finding.verified = verified;
  return finding;
}
