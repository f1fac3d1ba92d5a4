import { answerTo, atAnswer, modelOf, type Step } from './model.ts';
import type { Answers, Notice } from './types.ts';

/**
 * How many screens may still be asked, at the most: an honest "about n left" that shrinks as answers rule questions
 * out, and never grows while answers are only added.
 */
export function screensLeft(notice: Notice, answers: Answers): number {
  const left = new Set<string>();
  for (const { root, appliesWhen } of modelOf(notice).rules) {
    const given = appliesWhen && answerTo(answers, appliesWhen.question);
    if (appliesWhen && given !== undefined && !appliesWhen.is.has(given as string)) continue;
    for (const screen of longest(root, answers)) left.add(screen);
  }
  return left.size;
}

/** The screens on the longest way from here to an outcome that are not answered yet. */
function longest(step: Step, answers: Answers): string[] {
  if (step.kind === 'ask') {
    const answer = answerTo(answers, step.question);
    if (answer !== undefined) {
      const next = atAnswer(step.next, answer);
      return next ? longest(next, answers) : [];
    }
    const ways = [...new Set(step.next.values())].map((branch) => longest(branch, answers));
    const rest = ways.reduce((most, way) => (way.length > most.length ? way : most), []);
    return [step.question.screen, ...rest];
  }
  if (step.kind === 'since') {
    return answerTo(answers, step.question) === undefined ? [step.question.screen] : [];
  }
  if (step.kind === 'each') {
    const open = step.questions.filter((question) => answerTo(answers, question) === undefined);
    return [...new Set(open.map((question) => question.screen))];
  }
  return [];
}
