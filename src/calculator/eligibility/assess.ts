import { addYears } from '../dates.ts';
import type {
  Answers,
  AskingNotice,
  AskingQuestion,
  AskingRule,
  Assessment,
  Finding,
  Notice,
  Question,
  Verdict,
} from '../types.ts';
import { type CompiledNode, type CompiledNotice, compiled, readAnswers } from './compiled.ts';
import { arrive, canBeUnmet, find } from './walk.ts';

/**
 * Decides every rule that applies and the verdict that follows.
 *
 * Never looks at a clock: the result is the same on every day and in every time zone.
 *
 * @param answers as `parseAnswers` returned them; unparsed input may throw a RangeError
 * @see src/calculator/README.md: Outcomes, Verdict, Missing, Earliest year
 *
 * @example assess(notice, { employer: 'other' }).verdict // 'outOfScope'
 */
export function assess(notice: AskingNotice, answers: Answers): Assessment {
  const model = compiled(notice);
  const known = readAnswers(model, answers);
  const findings: Finding[] = [];
  const stopped: string[] = [];
  const unsettled: [AskingRule, CompiledNode][] = [];
  let open = false;
  let unmetScope = false;
  let unmetByNotice = false;
  let unmet = false;
  let review = false;

  for (const compiledRule of model.rules) {
    const { rule, appliesWhen } = compiledRule;
    const when = appliesWhen && known[appliesWhen.at];
    if (when !== undefined && !appliesWhen?.is.has(when as string)) continue;
    const node = arrive(compiledRule, known);
    const finding = find(node, known);
    const { outcome } = finding;
    // Not known yet whether the rule applies: no finding, but what it may still say is open.
    const pending = appliesWhen && when === undefined;
    if (!pending) {
      findings.push(finding);
      if (outcome === 'unknown') {
        open = true;
        stopped.push(...finding.stoppedAt);
      } else if (outcome === 'review') review = true;
      else if (outcome === 'unmet') {
        unmet = true;
        unmetScope ||= rule.scope === true;
        unmetByNotice ||= finding.standing === 'notice';
      }
    }
    if (pending || outcome === 'unknown') unsettled.push([rule, node]);
  }

  const verdict: Verdict = unmetScope
    ? 'outOfScope'
    : unmetByNotice
      ? 'ineligible'
      : unmet
        ? 'unlikely'
        : open
          ? 'incomplete'
          : review
            ? 'review'
            : 'likely';

  const assessment: Assessment = {
    verdict,
    settled:
      unmetScope ||
      (unmet
        ? !unsettled.some(
            ([{ scope }, node]) =>
              (scope || !unmetByNotice) && canBeUnmet(node, known, scope !== true),
          )
        : !open),
    findings,
    // Each once, in the order of the notice's questions.
    missing: unmetScope
      ? []
      : stopped[1]
        ? model.order.filter((id, at) => known[at] === undefined && stopped.includes(id))
        : stopped,
  };
  if (unmet && !unmetScope) {
    const year = earliestYear(model, findings);
    if (year !== undefined) {
      assessment.earliestYear = year;
      const madeUp = year > notice.year + 1 && earliestYear(model, findings, true);
      if (madeUp && madeUp < year) assessment.earliestYearMadeUp = madeUp;
    }
  }
  return assessment;
}

/**
 * The question to ask next, or undefined when nothing is missing.
 *
 * @example nextQuestion(notice, {})?.id // 'target'
 */
export function nextQuestion(notice: Notice, answers: Answers): Question | undefined;
export function nextQuestion(notice: AskingNotice, answers: Answers): AskingQuestion | undefined;
export function nextQuestion(notice: AskingNotice, answers: Answers): AskingQuestion | undefined {
  return compiled(notice).questions.get(assess(notice, answers).missing[0] as string);
}

/**
 * The first later year in which time alone has mended every unmet rule, if a year's notice keeps this year's rules
 * and calendar. Undefined when something else must be mended too.
 *
 * @param madeUp what is short of the notice's own year is completed while that year lasts
 */
export function earliestYear(
  { notice: { year, cutoffs }, window }: CompiledNotice,
  findings: Finding[],
  madeUp?: boolean,
): number | undefined {
  let earliest = year + 1;
  for (const { outcome, shortfall } of findings) {
    if (outcome !== 'unmet') continue;
    if (!shortfall) return undefined;
    if (shortfall.kind === 'amounts') {
      for (const short of shortfall.inYears)
        if (!madeUp || short.year !== year) earliest = Math.max(earliest, short.freeFrom);
      continue;
    }
    // A ban must have ended before the window's last day; years may be complete on the cutoff itself.
    const ban = shortfall.kind === 'ban';
    const on = ban ? shortfall.endsOn : shortfall.reachedOn;
    const limit = ban ? window.closes : cutoffs.service.on;
    // Counted from the limit's own year, which may be another than the notice's.
    const years = Number(on.slice(0, 4)) - Number(limit.slice(0, 4));
    const then = addYears(limit, years);
    const inTime = ban ? on < then : on <= then;
    earliest = Math.max(earliest, year + (inTime ? years : years + 1));
  }
  return earliest;
}
