import { addDays, addYears } from '../dates.ts';
import type {
  AmountsQuestion,
  Answer,
  Answers,
  Asking,
  Assessment,
  Finding,
  IsoDate,
  Notice,
  Outcome,
  Question,
  QuestionId,
} from '../types.ts';
import { assess, earliestYear } from './assess.ts';
import {
  answerTo,
  type CompiledNode,
  type CompiledRule,
  compiled,
  readAnswers,
} from './compiled.ts';
import { arrive, yearOutcome } from './walk.ts';

/** How a rule stands under the assumed next notice. */
export interface OutlookItem {
  rule: string;
  /**
   * holds: already; byTime: waiting brings it in time; toDo: somebody has to do something for it; notByThen: not for that
   * year; ask: nobody here can say, or it was not answered.
   */
  state: 'holds' | 'byTime' | 'toDo' | 'notByThen' | 'ask';
  /** The day on which it holds (byTime), or by which it has to be done (toDo). */
  by?: IsoDate;
  /** Of amounts the year that the item is about; else the first year in which waiting brings it (notByThen). */
  year?: number;
}

/**
 * The next year's notice, assumed to be this one moved on by a year: cutoffs, stages, the years of the amounts asked
 * for. It is an assumption wherever it is shown, and no working day follows from it.
 *
 * @see src/calculator/README.md: Next year
 *
 * @example nextYear(notice).year // 2027
 */
export function nextYear(notice: Notice): Notice {
  const ahead = moved.get(notice);
  if (ahead) return ahead;
  const shift = (date: IsoDate) => addYears(date, 1);
  const dated = <T extends { on: IsoDate }>(one: T): T => ({ ...one, on: shift(one.on) });
  const next: Notice = {
    ...notice,
    id: String(notice.year + 1),
    year: notice.year + 1,
    issuedOn: shift(notice.issuedOn),
    cutoffs: { service: dated(notice.cutoffs.service), evidence: dated(notice.cutoffs.evidence) },
    stages: notice.stages.map((stage) => ({
      ...stage,
      ...(stage.opens && { opens: shift(stage.opens) }),
      closes: shift(stage.closes),
    })) as Notice['stages'],
    questions: notice.questions.map((question): Question => {
      if (question.type === 'date') return { ...question, latest: shift(question.latest) };
      if (question.type !== 'amounts') return question;
      const part = String(Number(question.part) + 1);
      return {
        ...question,
        part,
        id: `${question.key}.${part}`,
        title: question.title.replace(question.part, () => part),
      };
    }),
  };
  moved.set(notice, next);
  return next;
}
const moved = new WeakMap<Notice, Notice>();

/**
 * What a person who applies next year has, gets by waiting, has to do or has to ask, if next year's notice is like this
 * one. Found by assessing the moved notice: answers carry over, and of amounts those of the years still asked for.
 *
 * @param answers as `parseAnswers` returned them
 * @param assessment what `assess` says of them under this notice, where it is known already
 * @returns the items in the rules' order; of a rule on amounts one for each year
 *
 * @example outlook(notice, answers).items[0] // { rule: 'specialty', state: 'holds' }
 */
export function outlook(
  notice: Notice,
  answers: Answers,
  { findings }: Pick<Assessment, 'findings'> = assess(notice, answers),
): { year: number; items: OutlookItem[] } {
  const next = nextYear(notice);
  const model = compiled(next);
  const kept = carriedOver(next, answers);
  const known = readAnswers(model, kept);
  const now = new Map(findings.map((finding) => [finding.rule, finding]));
  const items = assess(next, kept).findings.flatMap((finding): OutlookItem[] => {
    const { rule } = finding;
    const step = arrive(model.rulesById.get(rule) as CompiledRule, known);
    if (step.kind !== 'each')
      return [{ rule, ...stateOf(notice, next, step, finding, now.get(rule)) }];
    return step.years.map(({ question, at }) => {
      const answer = known[at];
      const outcome = answer === undefined ? undefined : yearOutcome(step, answer);
      return { rule, ...yearState(notice, next, question, outcome, step.freeAfter) };
    });
  });
  return { year: next.year, items };
}

/**
 * The answers under another year's notice: of amounts only what it asks for.
 *
 * @example carriedOver(nextYear(notice), { credits: { 2024: 'unsure', 2026: 'unsure' } }) // { credits: { 2026: 'unsure' } }
 */
export function carriedOver(next: Notice, answers: Answers): Answers {
  const years: Record<string, Record<string, Answer>> = {};
  for (const question of next.questions) {
    if (question.type !== 'amounts' || answers[question.key] === undefined) continue;
    const kept = years[question.key] ?? {};
    years[question.key] = kept;
    const answer = answerTo(answers, question);
    if (answer !== undefined) kept[question.part] = answer;
  }
  return { ...answers, ...years };
}

type State = Omit<OutlookItem, 'rule'>;

function stateOf(
  notice: Notice,
  next: Notice,
  step: CompiledNode,
  then: Finding,
  now: Finding | undefined,
): State {
  if (then.outcome === 'review' || then.outcome === 'unknown') return { state: 'ask' };
  if (then.outcome === 'met') {
    // Short under this year's notice and no longer under the next: waiting has brought it.
    const { shortfall } = now ?? {};
    if (shortfall?.kind === 'years') return { state: 'byTime', by: shortfall.reachedOn };
    if (shortfall?.kind === 'ban') return { state: 'byTime', by: addDays(shortfall.endsOn, 1) };
    return { state: 'holds' };
  }
  const year = earliestYear(compiled(notice), [then]);
  if (year !== undefined) return { state: 'notByThen', year };
  const last = compiled(next).questions.get(then.path.at(-1)?.question as QuestionId);
  // What has to be followed by years cannot be had by next year's cutoff.
  const takesYears = step.kind === 'outcome' && step.node.years !== undefined;
  return last?.changes === 'person' && !takesYears
    ? { state: 'toDo', by: next.stages[0].closes }
    : { state: 'notByThen' };
}

/** @param question of a year's amounts, as the next notice asks it */
function yearState(
  notice: Notice,
  next: Notice,
  { id, part }: Asking<AmountsQuestion>,
  outcome: Outcome | undefined,
  freeAfter: number,
): State {
  const year = Number(part);
  if (outcome === 'met') return { state: 'holds', year };
  const isNew = !compiled(notice).questions.has(id);
  if (outcome === undefined ? !isNew : outcome === 'review') return { state: 'ask', year };
  // A year can be completed until it ends, or until somebody applies; whether a past one can, nobody here knows.
  if (year >= next.year) return { state: 'toDo', by: next.stages[0].closes, year };
  return year >= notice.year
    ? { state: 'toDo', by: `${year}-12-31`, year }
    : { state: 'notByThen', year: year + freeAfter };
}
