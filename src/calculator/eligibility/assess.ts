import { addYears } from '../dates.ts';
import type { Answers, Assessment, Finding, Notice, Question, Verdict } from '../types.ts';
import { type AnswerList, type CompiledNotice, compiled, readAnswers } from './compiled.ts';
import { arrive, find } from './walk.ts';

/**
 * Decides every rule that applies and the verdict that follows.
 *
 * Never looks at a clock: the result is the same on every day and in every time zone.
 *
 * @param answers as `parseAnswers` returned them; unparsed input may throw a RangeError
 * @see src/calculator/README.md: Outcomes, Verdict, Missing, Earliest year
 */
export function assess(notice: Notice, answers: Answers): Assessment {
  const model = compiled(notice);
  const known = readAnswers(model, answers);
  const findings: Finding[] = [];
  const open = { scope: false, byNotice: false, any: false };
  const unmet = { scope: false, byNotice: false, any: false };
  const stopped: string[] = [];
  let review = false;

  for (const ruleModel of model.rules) {
    const { rule, appliesWhen } = ruleModel;
    let unknown = false;
    /** Where the rule stops; what may still come of it lies beyond. */
    let step = ruleModel.root;
    if (appliesWhen) {
      const answer = known[appliesWhen.at];
      // Not known yet whether the rule applies: no finding, but what it may still say is open.
      if (answer === undefined) unknown = true;
      else if (!appliesWhen.is.has(answer as string)) continue;
    }
    if (!unknown) {
      step = arrive(ruleModel, known);
      const finding = find(step, known);
      findings.push(finding);
      if (finding.outcome === 'unmet') {
        unmet.any = true;
        unmet.scope ||= rule.scope === true;
        unmet.byNotice ||= finding.standing === 'notice';
      }
      review ||= finding.outcome === 'review';
      unknown = finding.outcome === 'unknown';
      if (unknown) {
        open.any = true;
        stopped.push(...finding.stoppedAt);
      }
    }
    if (unknown) {
      open.scope ||= rule.scope === true && step.canBeUnmet;
      open.byNotice ||= step.canBeUnmetByNotice;
    }
  }

  const verdict: Verdict = unmet.scope
    ? 'outOfScope'
    : unmet.byNotice
      ? 'ineligible'
      : unmet.any
        ? 'unlikely'
        : open.any
          ? 'incomplete'
          : review
            ? 'review'
            : 'likely';

  const assessment: Assessment = {
    verdict,
    settled:
      verdict === 'ineligible'
        ? !open.scope
        : verdict === 'unlikely'
          ? !(open.scope || open.byNotice)
          : verdict !== 'incomplete',
    findings,
    missing: verdict === 'outOfScope' ? [] : inOrder(model, known, stopped),
  };
  if (verdict === 'ineligible' || verdict === 'unlikely') {
    const year = earliestYear(model, findings, false);
    if (year !== undefined) {
      assessment.earliestYear = year;
      const madeUp = earliestYear(model, findings, true) as number;
      if (madeUp < year) assessment.earliestYearMadeUp = madeUp;
    }
  }
  return assessment;
}

/** The question to ask next, or undefined when nothing is missing. */
export function nextQuestion(notice: Notice, answers: Answers): Question | undefined {
  return compiled(notice).questions.get(assess(notice, answers).missing[0] as string);
}

/** Each once, in the order of the notice's questions. A walk stops only at what has no answer yet. */
function inOrder({ order }: CompiledNotice, known: AnswerList, ids: string[]): string[] {
  return ids.length < 2
    ? ids
    : order.filter((id, at) => known[at] === undefined && ids.includes(id));
}

/**
 * The first later year in which time alone has mended every unmet rule, if a year's notice keeps this year's rules
 * and calendar. Undefined when something else must be mended too.
 *
 * @param madeUp what is short of the notice's own year is completed while that year lasts
 */
export function earliestYear(
  model: CompiledNotice,
  findings: Finding[],
  madeUp: boolean,
): number | undefined {
  const { year, cutoffs } = model.notice;
  let earliest = year + 1;
  for (const { outcome, shortfall } of findings) {
    if (outcome !== 'unmet') continue;
    if (!shortfall) return undefined;
    if (shortfall.kind === 'amounts') {
      // The first year asked for must come after the last short one.
      for (const lack of shortfall.lacking) {
        if (madeUp && lack.year === year) continue;
        earliest = Math.max(earliest, lack.year + 1 + year - model.firstYear);
      }
      continue;
    }
    // A ban must have ended before the window's last day; years may be complete on the cutoff itself.
    const ban = shortfall.kind === 'ban';
    const on = ban ? shortfall.endsOn : shortfall.reachedOn;
    const own = Number(on.slice(0, 4));
    const cutoff = addYears(ban ? model.window.closes : cutoffs.service.on, own - year);
    const inTime = ban ? on < cutoff : on <= cutoff;
    earliest = Math.max(earliest, inTime ? own : own + 1);
  }
  return earliest;
}
