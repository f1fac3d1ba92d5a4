import type { Answers, Finding } from '../../../calculator/index.ts';

/** A question that people ask, whose answer is on the page of all questions. */
export interface AskedQuestion {
  /** Its anchor there. */
  id: string;
  question: string;
  /** Of which rules it is asked. */
  rules: string[];
  /** Who asks it: by question of the self-check, the answers to it. Absent where anybody does. */
  asker?: Record<string, string[]>;
}

/** Whether somebody has to mend what was found, or to ask. */
export const isOpen = ({ outcome }: Finding): boolean =>
  outcome === 'unmet' || outcome === 'review';

/**
 * What people with such answers ask about what was found, each once: rule by rule, what not everybody asks first.
 *
 * @param findings those that are open
 */
export const askedOf = (
  asked: AskedQuestion[],
  findings: Finding[],
  answers: Answers,
): AskedQuestion[] => [
  ...new Set(
    findings.flatMap(({ rule }) => {
      const own = asked.filter(
        ({ rules, asker = {} }) =>
          rules.includes(rule) &&
          Object.entries(asker).every(([id, values]) => values.includes(String(answers[id]))),
      );
      return [...own.filter(({ asker }) => asker), ...own.filter(({ asker }) => !asker)];
    }),
  ),
];
