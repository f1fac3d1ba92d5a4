/** Walks one rule's tree with the answers given, and says what is found where it ends. */
import { addYears } from '../dates.ts';
import type {
  Amounts,
  Answer,
  AskingNode,
  AskingRule,
  DateQuestion,
  Finding,
  IsoDate,
  LeastAmount,
  Node,
  Outcome,
  Shortfall,
  WithoutWords,
} from '../types.ts';
import { type AnswerList, atAnswer, type CompiledNode, type CompiledRule } from './compiled.ts';

type Short = Extract<Shortfall, { kind: 'amounts' }>;
type Lacking = Short['lacking'][number];
type Each<N extends AskingNode = AskingNode> = Extract<CompiledNode<N>, { kind: 'each' }>;

/** The leaf to which the answers lead, or the question at which they stop. */
export function arrive<R extends AskingRule>(
  model: CompiledRule<R>,
  known: AnswerList,
): CompiledNode<R['tree']> {
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
      const path = step.finding.path.slice();
      path.push({ question: step.question.id, answer: since });
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
export const lackOf = (
  { amount, value, of = amount, less }: WithoutWords<LeastAmount>,
  amounts: Amounts,
): number => value - (amounts[of] as number) + (less ? (amounts[less] as number) : 0);
/** More than decimals are off when they are added: 9.1 less 7.3 is 1.8, and not a little less. */
const TINY = 1e-6;
/** Decimals as people add them. */
export const exact = (n: number): number => Math.round(n * 1e6) / 1e6;

/** The least amounts that a year's numbers do not reach, and how much each lacks. */
export const shortOf = ({ node }: Each<Node>, amounts: Amounts) =>
  node.least
    .map((least) => ({ ...least, lacks: exact(lackOf(least, amounts)) }))
    .filter(({ lacks }) => lacks > 0);

/**
 * What is found of one year's answer.
 *
 * @param lacking takes, of that `year`, the amounts that make it unmet
 */
export function yearOutcome(
  step: Each,
  answer: Answer,
  year = 0,
  lacking?: Lacking[],
): Exclude<Outcome, 'unknown'> {
  const instead = atAnswer(step.instead, answer);
  // Content is validated to cover every word, and any other answer holds amounts.
  if (instead) return instead.outcome;
  let outcome: 'met' | 'review' | 'unmet' = 'met';
  for (const least of step.node.least) {
    const { amount, value: need, otherwise } = least;
    const lacks = lackOf(least, answer as Amounts);
    if (lacks <= TINY) continue;
    if (otherwise === 'unmet') lacking?.push({ year, amount, have: exact(need - lacks), need });
    if (outcome !== 'unmet') outcome = otherwise;
  }
  return outcome;
}

/** The years combine: unmet, else unknown, else review, else met (DOMAIN section 4). */
function eachYear(step: Each, known: AnswerList): Finding {
  const path = step.finding.path.slice();
  const open: string[] = [];
  const lacking: Lacking[] = [];
  const inYears: Short['inYears'] = [];
  let outcome: Outcome = 'met';
  for (const { question, at, year } of step.years) {
    const answer = known[at];
    if (answer === undefined) {
      open.push(question.id);
      continue;
    }
    path.push({ question: question.id, answer });
    const own = yearOutcome(step, answer, year, lacking);
    if (own !== 'met') outcome = own;
    if (own === 'unmet') inYears.push({ year, freeFrom: year + step.freeAfter });
  }
  // Once a year is short, the years still open no longer hold the rule up: nobody needs to be asked for them.
  return inYears[0]
    ? completed(step.finding, 'unmet', path, [], { kind: 'amounts', inYears, lacking })
    : completed(step.finding, open[0] ? 'unknown' : outcome, path, open, undefined);
}

/**
 * Whether a rule may still end unmet, whatever is answered to what is open; where only that counts, on the notice's own
 * word. A least amount is thought to be one that can be missed.
 */
export function canBeUnmet(step: CompiledNode, known: AnswerList, byNotice: boolean): boolean {
  if (step.kind === 'ask') {
    const answer = known[step.at];
    const next = answer === undefined ? [...step.next.values()] : [atAnswer(step.next, answer)];
    return next.some((way) => way && canBeUnmet(way, known, byNotice));
  }
  const { outcome, standing } = find(step, known);
  if (byNotice && standing !== 'notice') return false;
  if (outcome !== 'unknown') return outcome === 'unmet';
  if (step.kind !== 'each') {
    const { question, latest } = step as Extract<CompiledNode, { kind: 'since' | 'barred' }>;
    return (question as DateQuestion).latest > latest;
  }
  const ends: { outcome?: Outcome; otherwise?: Outcome }[] = [
    ...step.node.branches,
    ...step.node.least,
  ];
  return ends.some((end) => (end.outcome ?? end.otherwise) === 'unmet');
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
  if (shortfall) finding.shortfall = shortfall;
  if (verified) finding.verified = verified;
  return finding;
}
