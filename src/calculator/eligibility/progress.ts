import type { Answers, AskingNotice } from '../types.ts';
import { assess } from './assess.ts';
import { compiled, readAnswers } from './compiled.ts';
import { groupsOf, type Way, waysOn } from './ways.ts';

/**
 * How many screens may still be asked, at the most: some answers need just so many and none need more. It shrinks as
 * answers rule questions out, and never grows while answers are only added.
 *
 * @example screensLeft(notice, answers) // 0
 */
export function screensLeft(notice: AskingNotice, answers: Answers): number {
  if (assess(notice, answers).verdict === 'outOfScope') return 0;
  const model = compiled(notice);
  const known = readAnswers(model, answers);
  const groups = groupsOf(model).map((group) => waysOn(model, group, known));
  const screens = (asked: number[]) =>
    new Set(asked.map((at) => model.questions.get(model.order[at] as string)?.screen)).size;
  /** The most that a group asks before the question at a place, of those who do not leave the scope before it. */
  const most = (ways: Way[], before: number) =>
    Math.max(
      ...ways.map(({ asked, rank }) => {
        const end = asked.findIndex((at) => at >= before);
        if (end < 0) return rank > 0 ? screens(asked) : Number.NEGATIVE_INFINITY;
        return screens(asked.slice(0, end));
      }),
    );
  const sum = (of: Way[][], before: number) =>
    of.reduce((total, ways) => total + most(ways, before), 0);
  const everything = Number.POSITIVE_INFINITY;
  // Who leaves the scope is asked nothing that would come later. It matters only where that is a group's longest way.
  const leaving = groups.flatMap((ways) => {
    const longest = most(ways, everything);
    const longer = ways.filter(({ asked, rank }) => rank === 0 && screens(asked) > longest);
    return longer.map(({ asked }) => {
      const others = groups.filter((other) => other !== ways);
      return screens(asked) + sum(others, Math.max(...asked));
    });
  });
  return Math.max(sum(groups, everything), ...leaving);
}
