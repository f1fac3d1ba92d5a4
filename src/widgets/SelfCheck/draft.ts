/** What stands in the form before it is an answer: text as typed, so that nothing is lost to a mistake. */
import type { Answer, Asking, AskingQuestion, DateQuestion } from '../../calculator/index.ts';

export interface Draft {
  /** The option chosen; `date` or `amounts` when a value is filled in instead. */
  choice?: string | undefined;
  /** A date as typed. */
  text?: string | undefined;
  /** Amounts as typed, by id. */
  amounts?: Record<string, string> | undefined;
}

/** With one option beside it at the most, the date is what is meant until that one is chosen. */
export const isDateMeant = ({ options }: Asking<DateQuestion>, { choice }: Draft): boolean =>
  choice === 'date' || options.length === 0 || (options.length === 1 && choice === undefined);

export function draftOf(question: AskingQuestion, answer: Answer | undefined): Draft {
  if (answer === undefined) return {};
  if (typeof answer !== 'string') {
    const entries = Object.entries(answer).map(([id, n]) => [id, String(n)]);
    return { choice: 'amounts', amounts: Object.fromEntries(entries) };
  }
  return isOption(question, answer) ? { choice: answer } : { choice: 'date', text: answer };
}

export const isOption = (
  { options }: AskingQuestion,
  choice: string | undefined,
): choice is string => options.some(({ value }) => value === choice);
