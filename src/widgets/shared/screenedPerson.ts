/** Somebody whom the roster check has read, as a publicity names them. */
import words from 'virtual:words/units/handover';
import { type Answers, type AskingNotice, answerTo } from '../../calculator/index.ts';
import type { Person } from './handover.ts';

interface Screened {
  name: string;
  department: string;
  answers: Answers;
  /** In the list's own words: dates without their day, schooling. */
  asWritten?: Record<string, string>;
}

const WAYS: Record<string, string> = {
  education: words.wayUsual,
  skilled: words.waySkilled,
  exceptional: words.wayExceptional,
};

/** What the question names by all that counts as it. */
const SCHOOLING: Record<string, string> = { bachelor: words.bachelor, college: words.college };

/** What is not known, or was answered with 不清楚, is left for the unit to fill in. */
export function personOf(
  notice: Pick<AskingNotice, 'questions'>,
  { name, department, answers, asWritten }: Screened,
): Partial<Person> {
  const labelOf = (id: string): string => {
    const question = notice.questions.find((one) => one.id === id);
    const answer = question && answerTo(answers, question);
    if (!question || answer === 'unsure' || answer === 'other') return '';
    return question.options.find(({ value }) => value === answer)?.label ?? '';
  };
  const { route, education, heldTitle, heldSince } = answers;
  const hasTitle = typeof heldTitle === 'string' && !['none', 'unsure'].includes(heldTitle);
  return {
    ...{ name, department },
    ...{ target: labelOf('target'), specialty: labelOf('specialty') },
    way: WAYS[String(route)] ?? '',
    education:
      (education !== 'unsure' && asWritten?.education) ||
      (SCHOOLING[String(education)] ?? labelOf('education')),
    ...(hasTitle && { heldTitle: labelOf('heldTitle') }),
    // A day that nobody wrote is not posted.
    ...(hasTitle &&
      typeof heldSince === 'string' &&
      heldSince !== 'unsure' && { heldSince: asWritten?.heldSince ?? heldSince }),
  };
}
