import { addDays, addYears, span } from '../dates.ts';
import type { Explanation, Finding, IsoDate, Node, Notice, Wording } from '../types.ts';
import {
  type AnswerList,
  atAnswer,
  type CompiledNode,
  type CompiledNotice,
  compiled,
  sourceOf,
} from './compiled.ts';
import { fill } from './fill.ts';
import { arrive, exact, shortOf, yearOutcome } from './walk.ts';

type Slots = Record<string, string | number>;

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
  const known = replayed(model, finding);
  const end = arrive(rule, known);
  const by =
    notice.wording.accordingTo[
      finding.verified ? 'verified' : sourceOf(rule.rule, notice.documents)
    ];
  const { cutoffs, year } = notice;
  const slots = {
    year,
    serviceCutoff: cutoffs.service.on,
    evidenceCutoff: cutoffs.evidence.on,
    windowOpens: model.window.opens,
    windowCloses: model.window.closes,
    ...labels(model, finding),
    by,
  };

  switch (end.kind) {
    case 'ask':
      throw new RangeError(`No outcome ${finding.rule}`);
    case 'outcome': {
      // A node without years has no text that names them.
      const text = filled(end.node, { ...slots, years: end.node.years as number });
      // Where choices alone decide, everybody gets the same finding, and so the same words.
      if (finding === end.finding) model.texts.set(finding, text);
      return text;
    }
    case 'since':
      return since(notice, end, known[end.at] as IsoDate, finding, slots);
    case 'barred':
      return barred(model, end, known[end.at] as IsoDate, finding, slots);
    case 'each':
      return each(model, end, known, finding, slots);
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

function filled(text: Explanation, slots: Slots): Explanation {
  const reason = fill(text.reason, slots);
  return text.remedy === undefined ? { reason } : { reason, remedy: fill(text.remedy, slots) };
}

function since(
  notice: Notice,
  end: Extract<CompiledNode<Node>, { kind: 'since' }>,
  from: IsoDate,
  finding: Finding,
  slots: Slots,
): Explanation {
  const cutoff = notice.cutoffs.service.on;
  const { wording } = notice;
  // Taking up a post after the cutoff is possible only under another year's notice; it then counts as nothing.
  const start = from < cutoff ? from : cutoff;
  const { shortfall } = finding;
  const isShort = shortfall?.kind === 'years';
  const figures: Slots = {
    ...slots,
    years: end.node.years,
    // Beside what is short, days are counted on both sides, or the sum does not add up.
    served: spanInWords(wording, start, cutoff, isShort),
  };
  if (!isShort) return filled(end.node.met, figures);
  const { reachedOn } = shortfall;
  return filled(end.node.unmet, {
    ...figures,
    reachedOn,
    short: spanInWords(wording, cutoff, reachedOn, true),
  });
}

function barred(
  model: CompiledNotice<Notice>,
  end: Extract<CompiledNode<Node>, { kind: 'barred' }>,
  from: IsoDate,
  finding: Finding,
  slots: Slots,
): Explanation {
  const { node } = end;
  const endsOn = addYears(from, node.years);
  const figures = { ...slots, years: node.years, endsOn, allowedFrom: addDays(endsOn, 1) };
  if (finding.outcome === 'unmet') return filled(node.unmet, figures);
  return filled(endsOn >= model.window.opens ? node.metInWindow : node.met, figures);
}

function each(
  model: CompiledNotice<Notice>,
  end: Extract<CompiledNode<Node>, { kind: 'each' }>,
  known: AnswerList,
  finding: Finding,
  slots: Slots,
): Explanation {
  const reasons: string[] = [];
  const remedies: string[] = [];
  for (const { question, at } of end.years) {
    const answer = known[at];
    if (answer === undefined) continue;
    const outcome = yearOutcome(end, answer);
    if (outcome === 'met') continue;
    const eachYear = Number(question.part);
    const instead = atAnswer(end.instead, answer);
    if (instead) {
      const text = filled(instead, { ...slots, eachYear });
      reasons.push(text.reason);
      if (text.remedy) remedies.push(text.remedy);
      continue;
    }
    const short = shortOf(end, answer);
    const parts = short.filter(({ part }) => part);
    const sum = (of: typeof short) => of.reduce((total, { lacks }) => total + lacks, 0);
    const figures = {
      ...slots,
      eachYear,
      // What is missing of the parts may be more than the whole is short of.
      more: exact(Math.max(sum(parts), sum(short) - sum(parts))),
      among: parts.length
        ? fill(model.notice.wording.among, {
            parts: parts.map(({ part, lacks }) => `${part} ${lacks}`).join('、'),
          })
        : '',
      freeFrom: eachYear + end.freeAfter,
    };
    let cure: string | undefined;
    for (const { reason, remedy, otherwise, value, lacks } of short) {
      const own = { ...figures, have: exact(value - lacks), need: value, short: lacks };
      reasons.push(fill(reason, own));
      if (otherwise === outcome)
        cure ??= fill(eachYear === model.notice.year ? remedy.thisYear : remedy.earlier, own);
    }
    if (cure) remedies.push(cure);
  }
  if (finding.outcome === 'met') return filled(end.node.met, slots);
  return {
    reason: reasons.join(''),
    ...(remedies.length && { remedy: remedies.join('') }),
  };
}

function unanswered(model: CompiledNotice<Notice>, finding: Finding): Explanation {
  const titles = finding.stoppedAt.map((id) => model.questions.get(id)?.title ?? id);
  return { reason: fill(model.notice.wording.unanswered, { questions: titles.join('') }) };
}

function labels(model: CompiledNotice<Notice>, finding: Finding): Slots {
  const slots: Slots = {};
  for (const { question, answer } of finding.path) {
    const option = model.questions.get(question)?.options.find(({ value }) => value === answer);
    // A date is its own label; amounts are no text of their own.
    if (typeof answer === 'string') slots[question] = option?.label ?? answer;
  }
  return slots;
}

/** The answers on the finding's path, to walk the tree again. */
function replayed({ order }: CompiledNotice, { path }: Finding): AnswerList {
  const known: AnswerList = [];
  for (const { question, answer } of path) known[order.indexOf(question)] = answer;
  return known;
}
