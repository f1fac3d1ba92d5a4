import { addDays, addYears, span } from '../dates.ts';
import type { Amounts, Explanation, Finding, IsoDate, Node, Notice, Wording } from '../types.ts';
import {
  type AnswerList,
  atAnswer,
  type CompiledNode,
  type CompiledNotice,
  compiled,
  sourceOf,
} from './compiled.ts';
import { fill, type Slots } from './fill.ts';
import { arrive, exact, shortOf, yearOutcome } from './walk.ts';

/**
 * Puts a finding into Chinese: why it came out as it did, in the person's own figures, and the smallest change that
 * would mend it. The finding's path is replayed through the rule's tree, so the words always belong to the leaf that
 * decided.
 *
 * @param finding one of `assess(notice, answers).findings`, or the same read back from JSON
 * @returns read-only, as the finding is
 *
 * @example explain(notice, assess(notice, { employer: 'other' }).findings[1]).reason.endsWith('。') // true
 */
export function explain(notice: Notice, finding: Finding): Explanation {
  const model = compiled(notice);
  const ready = model.texts.get(finding);
  if (ready) return ready;
  const rule = model.rulesById.get(finding.rule);
  if (!rule) throw new RangeError(`No rule ${finding.rule}`);
  if (finding.outcome === 'unknown') return unanswered(model, finding);
  /** The answers on the finding's path, to walk the tree again. */
  const known: AnswerList = [];
  const slots: Slots = {};
  for (const { question, answer } of finding.path) {
    const at = model.order.indexOf(question);
    known[at] = answer;
    // A date is its own label; amounts are no text of their own.
    if (typeof answer === 'string')
      slots[question] =
        notice.questions[at]?.options.find(({ value }) => value === answer)?.label ?? answer;
  }
  const end = arrive(rule, known);
  slots.by =
    notice.wording.accordingTo[
      finding.verified ? 'verified' : sourceOf(rule.rule, notice.documents)
    ];
  const given = [slots, model.slots];

  switch (end.kind) {
    case 'ask':
      throw new RangeError(`No outcome ${finding.rule}`);
    case 'outcome': {
      // A node without years has no text that names them.
      const text = filled(end.node, { years: end.node.years as number }, given);
      // Where choices alone decide, everybody gets the same finding, and so the same words.
      if (finding === end.finding) model.texts.set(finding, text);
      return text;
    }
    case 'since':
      return since(model, end, known[end.at] as IsoDate, finding, given);
    case 'barred':
      return barred(model, end, known[end.at] as IsoDate, finding, given);
    case 'each':
      return each(model, end, known, finding, given);
  }
}

/**
 * A length of time in words: 3 年 9 个月; 2 个月 15 天; 12 天. Beside years, days are left out unless it is `exact`.
 *
 * @example spanInWords(notice.wording, '2023-04-01', '2027-01-01') // '3 年 9 个月'
 */
export function spanInWords(wording: Wording, from: IsoDate, to: IsoDate, exact = false): string {
  const { months, days } = span(from, to);
  const { spans } = wording;
  const words: string[] = [];
  if (months >= 12) words.push(fill(spans.years, { n: Math.floor(months / 12) }));
  const rest = months % 12;
  if (rest > 0) words.push(fill(spans.months, { n: rest }));
  if ((months < 12 || exact) && (days > 0 || months === 0))
    words.push(fill(spans.days, { n: days }));
  return words.join(' ');
}

function filled({ reason, remedy }: Explanation, own: Slots, given: Slots[]): Explanation {
  const text: Explanation = { reason: fill(reason, own, given) };
  if (remedy !== undefined) text.remedy = fill(remedy, own, given);
  return text;
}

function since(
  { notice }: CompiledNotice<Notice>,
  end: Extract<CompiledNode<Node>, { kind: 'since' }>,
  from: IsoDate,
  finding: Finding,
  given: Slots[],
): Explanation {
  const cutoff = notice.cutoffs.service.on;
  const { wording } = notice;
  // Taking up a post after the cutoff is possible only under another year's notice; it then counts as nothing.
  const start = from < cutoff ? from : cutoff;
  const { shortfall } = finding;
  const isShort = shortfall?.kind === 'years';
  const figures: Slots = {
    years: end.node.years,
    // Beside what is short, days are counted on both sides, or the sum does not add up.
    served: spanInWords(wording, start, cutoff, isShort),
  };
  if (!isShort) return filled(end.node.met, figures, given);
  const { reachedOn } = shortfall;
  figures.reachedOn = reachedOn;
  figures.short = spanInWords(wording, cutoff, reachedOn, true);
  return filled(end.node.unmet, figures, given);
}

function barred(
  model: CompiledNotice<Notice>,
  end: Extract<CompiledNode<Node>, { kind: 'barred' }>,
  from: IsoDate,
  finding: Finding,
  given: Slots[],
): Explanation {
  const { node } = end;
  const endsOn = addYears(from, node.years);
  const figures = { years: node.years, endsOn, allowedFrom: addDays(endsOn, 1) };
  const { met, metInWindow, unmet } = node;
  const text =
    finding.outcome === 'unmet' ? unmet : endsOn >= model.window.opens ? metInWindow : met;
  return filled(text, figures, given);
}

function each(
  model: CompiledNotice<Notice>,
  end: Extract<CompiledNode<Node>, { kind: 'each' }>,
  known: AnswerList,
  finding: Finding,
  given: Slots[],
): Explanation {
  const { notice } = model;
  if (finding.outcome === 'met') return filled(end.node.met, {}, given);
  const reasons: string[] = [];
  const remedies: string[] = [];
  for (const { at, year: eachYear } of end.years) {
    const answer = known[at];
    if (answer === undefined) continue;
    const outcome = yearOutcome(end, answer);
    if (outcome === 'met') continue;
    const instead = atAnswer(end.instead, answer);
    if (instead) {
      const text = filled(instead, { eachYear }, given);
      reasons.push(text.reason);
      if (text.remedy) remedies.push(text.remedy);
      continue;
    }
    // Content is validated to cover every word, and any other answer holds amounts.
    const short = shortOf(end, answer as Amounts);
    const parts = short.filter(({ part }) => part);
    const sum = (of: typeof short) => of.reduce((total, { lacks }) => total + lacks, 0);
    const figures = {
      eachYear,
      // What is missing of the parts may be more than the whole is short of.
      more: exact(Math.max(sum(parts), sum(short) - sum(parts))),
      among: parts.length
        ? fill(notice.wording.among, {
            parts: parts.map(({ part, lacks }) => `${part} ${lacks}`).join('、'),
          })
        : '',
      freeFrom: eachYear + end.freeAfter,
    };
    const around = [figures, ...given];
    let cure: string | undefined;
    for (const { reason, remedy, otherwise, value, lacks } of short) {
      const own = { have: exact(value - lacks), need: value, short: lacks };
      reasons.push(fill(reason, own, around));
      if (otherwise === outcome) {
        const text = eachYear === notice.year ? remedy.thisYear : remedy.earlier;
        cure ??= fill(text, own, around);
      }
    }
    if (cure) remedies.push(cure);
  }
  return {
    reason: reasons.join(''),
    ...(remedies.length && { remedy: remedies.join('') }),
  };
}

function unanswered(model: CompiledNotice<Notice>, finding: Finding): Explanation {
  const titles = finding.stoppedAt.map((id) => model.questions.get(id)?.title ?? id);
  return { reason: fill(model.notice.wording.unanswered, { questions: titles.join('') }) };
}
