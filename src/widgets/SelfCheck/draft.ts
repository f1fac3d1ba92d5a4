/** What stands in the form before it is an answer: text as typed, so that nothing is lost to a mistake. */
import {
  type Answer,
  type DateQuestion,
  type Notice,
  parseAnswer,
  type Question,
} from '../../calculator/index.ts';
import { parseDateText } from '../shared/parseDate.ts';
import { plainText } from '../shared/plainText.ts';

export interface Draft {
  /** The option chosen; `date` or `amounts` when a value is filled in instead. */
  choice?: string | undefined;
  /** A date as typed. */
  text?: string | undefined;
  /** Amounts as typed, by id. */
  amounts?: Record<string, string> | undefined;
}

/** With one option beside it at the most, the date is what is meant until that one is chosen. */
export const isDateMeant = ({ options }: DateQuestion, { choice }: Draft): boolean =>
  choice === 'date' || options.length === 0 || (options.length === 1 && choice === undefined);

export type Checked = { answer: Answer } | { error: string };

export function draftOf(question: Question, answer: Answer | undefined): Draft {
  if (answer === undefined) return {};
  if (typeof answer !== 'string') {
    const entries = Object.entries(answer).map(([id, n]) => [id, String(n)]);
    return { choice: 'amounts', amounts: Object.fromEntries(entries) };
  }
  const isOption = question.options.some(({ value }) => value === answer);
  return isOption ? { choice: answer } : { choice: 'date', text: answer };
}

/** The answer that a draft stands for, or what to say at its field. */
export function check(notice: Notice, question: Question, draft: Draft): Checked {
  const isOption = question.options.some(({ value }) => value === draft.choice);
  if (question.type === 'choice' || isOption) {
    if (!isOption) return { error: '请选择一项。' };
    return result(notice, question, draft.choice);
  }
  if (question.type === 'date') {
    if (!isDateMeant(question, draft)) return { error: '请选择一项。' };
    const text = plainText(draft.text ?? '');
    if (text === '') return { error: '请填日期，例如 2022-12-31。' };
    return result(notice, question, parseDateText(text) ?? text);
  }
  const amounts = question.amounts.map(({ id }) => [id, toNumber(draft.amounts?.[id])]);
  if (amounts.some(([, n]) => n === undefined)) {
    const labels = question.amounts.map(({ label }) => label).join('、');
    return { error: `请填${labels}，没有就填 0；也可以选下面的选项。` };
  }
  return result(notice, question, Object.fromEntries(amounts));
}

function result(notice: Notice, question: Question, value: unknown): Checked {
  const parsed = parseAnswer(notice, question, value);
  return 'issue' in parsed ? { error: parsed.issue.message } : parsed;
}

/** Undefined for nothing typed; what is no number stays text, which no amount accepts. Full-width digits count. */
export function toNumber(text: string | undefined): number | string | undefined {
  const plain = plainText(text ?? '');
  if (plain === '') return undefined;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}
