import { addDays, addYears } from '../dates.ts';
import type { Finding, IsoDate, Notice } from '../types.ts';
import { compiled, readAnswers } from './compiled.ts';
import { arrive } from './walk.ts';

/**
 * The day from which on somebody may apply whose ban ends within the window: the rule is met, and yet it is too early
 * before that day (DOMAIN section 3, rule 8).
 *
 * @param finding one of `assess(notice, answers).findings`, or the same read back from JSON
 * @returns undefined of every other finding
 *
 * @example metFrom(notice, { rule: 'integrity', outcome: 'met', path: [{ question: 'misconductOn', answer: '2023-07-18' }] }) // '2026-07-19'
 */
export function metFrom(
  notice: Notice,
  { rule: id, outcome, path }: Pick<Finding, 'rule' | 'outcome' | 'path'>,
): IsoDate | undefined {
  const model = compiled(notice);
  const rule = model.rulesById.get(id);
  // Nothing but a date, answered last, can bar.
  if (!rule || outcome !== 'met' || !/^\d{4}-/.test(String(path.at(-1)?.answer))) return undefined;
  // Before a date there are only choices: each question is its own key.
  const given = path.map(({ question, answer }) => [question, answer]);
  const known = readAnswers(model, Object.fromEntries(given));
  const end = arrive(rule, known);
  if (end.kind !== 'barred') return undefined;
  const endsOn = addYears(known[end.at] as IsoDate, end.node.years);
  return endsOn < model.window.opens ? undefined : addDays(endsOn, 1);
}
