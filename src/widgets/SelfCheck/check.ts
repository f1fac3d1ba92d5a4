/** What was typed as an answer, or what is wrong with it. Options need no such reading, and no first question has more. */
import {
  type Answer,
  type Asking,
  type AskingNotice,
  type AskingQuestion,
  type DateQuestion,
  fill,
  parseAnswer,
} from '../../calculator/index.ts';
import { parseDateText, parseLastDay, plainText } from '../../typed/index.ts';
import { type Draft, isDateMeant, isOption } from './draft.ts';

export type Checked = { answer: Answer } | { error: string };

/** The answer that a draft stands for, or what to say at its field. */
export function check(notice: AskingNotice, question: AskingQuestion, draft: Draft): Checked {
  const { asking } = notice.wording;
  if (isOption(question, draft.choice)) return { answer: draft.choice };
  if (question.type === 'choice') return { error: '请选择一项。' };
  if (question.type === 'date') {
    if (!isDateMeant(question, draft)) return { error: '请选择一项。' };
    const text = plainText(draft.text ?? '');
    const date = readDate(question, text);
    if (date) return result(notice, question, date);
    if (question.mayLackDay) return { error: asking.noDateNorMonth };
    return text === '' ? { error: asking.noDate } : result(notice, question, text);
  }
  const amounts = question.amounts.map(({ id }) => [id, toNumber(draft.amounts?.[id])]);
  if (amounts.some(([, n]) => n === undefined)) {
    const labels = question.amounts.map(({ label }) => label).join('、');
    return { error: fill(asking.noAmounts, { labels }) };
  }
  return result(notice, question, Object.fromEntries(amounts));
}

function result(notice: AskingNotice, question: AskingQuestion, value: unknown): Checked {
  const parsed = parseAnswer(notice, question, value);
  return 'issue' in parsed ? { error: parsed.issue.message } : parsed;
}

/** The date meant by a text; where the day may be left out, the last that it can be. */
export const readDate = ({ mayLackDay }: Asking<DateQuestion>, text: string): string | undefined =>
  mayLackDay ? parseLastDay(text) : parseDateText(text);

/** Undefined for nothing typed; what is no number stays text, which no amount accepts. Full-width digits count. */
export function toNumber(text: string | undefined): number | string | undefined {
  const plain = plainText(text ?? '');
  if (plain === '') return undefined;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}
