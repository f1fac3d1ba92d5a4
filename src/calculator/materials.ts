import type { Answers, Material, Materials } from './types.ts';

/**
 * What a person has to have ready: what everyone needs, and what these answers or these extras bring with them.
 *
 * @param extras ids of the extras that the person said apply
 */
export function materialsFor(
  { items }: Materials,
  answers: Answers,
  extras: ReadonlySet<string>,
): Material[] {
  return items.filter(({ when, extra }) => {
    if (extra !== undefined && !extras.has(extra)) return false;
    return (
      when === undefined || valuesOf(answers[when.question]).some((is) => when.is.includes(is))
    );
  });
}

/** The options chosen: one, or one a year; amounts are none. */
function valuesOf(answer: Answers[string] | undefined): string[] {
  const all = typeof answer === 'object' ? Object.values(answer) : [answer];
  return all.filter((one) => typeof one === 'string');
}
