import type { Answer, Answers, Material, Materials } from '../types.ts';

/**
 * What a person has to have ready: what everyone needs, and what these answers or these extras bring with them.
 *
 * @param extras ids of the extras that the person said apply
 *
 * @example materialsFor({ extras: [], items: [] }, answers, new Set()) // []
 */
export function materialsFor(
  { items }: Materials,
  answers: Answers,
  extras: ReadonlySet<string>,
): Material[] {
  return items.filter(({ when, extra }) => {
    if (extra !== undefined && !extras.has(extra)) return false;
    if (when === undefined) return true;
    const given = valuesOf(answers[when.question]);
    return when.is.some((is) => given.includes(is));
  });
}

/** What was answered: one value, or one a year. */
function valuesOf(answer: Answers[string] | undefined): (Answer | undefined)[] {
  return typeof answer === 'object' ? Object.values(answer) : [answer];
}
