import type { Answers, Notice } from '../types.ts';
import { type AnswerList, atAnswer, type CompiledNode, compiled, readAnswers } from './compiled.ts';

/**
 * How many screens may still be asked, at the most: an honest "about n left" that shrinks as answers rule questions
 * out, and never grows while answers are only added.
 */
export function screensLeft(notice: Notice, answers: Answers): number {
  const left = new Set<string>();
  const model = compiled(notice);
  const known = readAnswers(model, answers);
  for (const { root, appliesWhen } of model.rules) {
    const answer = appliesWhen && known[appliesWhen.at];
    if (appliesWhen && answer !== undefined && !appliesWhen.is.has(answer as string)) continue;
    for (const screen of longest(root, known)) left.add(screen);
  }
  return left.size;
}

/** The screens on the longest way from here to an outcome that are not answered yet. */
function longest(step: CompiledNode, known: AnswerList): string[] {
  if (step.kind === 'ask') {
    const answer = known[step.at];
    if (answer !== undefined) {
      const next = atAnswer(step.next, answer);
      return next ? longest(next, known) : [];
    }
    const ways = [...new Set(step.next.values())].map((branch) => longest(branch, known));
    const rest = ways.reduce((most, way) => (way.length > most.length ? way : most), []);
    return [step.question.screen, ...rest];
  }
  if (step.kind === 'since') {
    return known[step.at] === undefined ? [step.question.screen] : [];
  }
  if (step.kind === 'each') {
    const open = step.years.filter(({ at }) => known[at] === undefined);
    return [...new Set(open.map(({ question }) => question.screen))];
  }
  return [];
}
