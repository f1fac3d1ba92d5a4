/**
 * Made-up notices for what this year's does not show: other years asked for, words that fail a year, decimals, ways of
 * equal length. Each is put together from the few kinds of question and node that there are.
 */
import type {
  AmountField,
  AmountsQuestion,
  Branch,
  ChoiceQuestion,
  DateQuestion,
  EachNode,
  FullNotice,
  LeastAmount,
  Node,
  OutcomeNode,
  ReviewedRule,
} from '../../src/calculator/index.ts';
import { changedNotice } from './support.ts';

/** The real notice's dates and words with other questions and rules. */
export function madeUp(
  questions: FullNotice['questions'],
  rules: ReviewedRule[],
  change: (copy: FullNotice) => void = () => undefined,
): FullNotice {
  return changedNotice((copy) => {
    copy.questions = questions;
    copy.rules = rules;
    copy.materials = { extras: [], items: [] };
    change(copy);
  });
}

const base = (id: string) => ({
  id,
  screen: id,
  section: '',
  title: `${id}？`,
  why: '',
  clause: '0',
});

export const choice = (
  id: string,
  values: string[],
  more: Partial<ChoiceQuestion> = {},
): ChoiceQuestion => ({
  ...base(id),
  type: 'choice',
  changes: 'never',
  options: values.map((value) => ({ value, label: value })),
  ...more,
});

export const date = (id: string, more: Partial<DateQuestion> = {}): DateQuestion => ({
  ...base(id),
  type: 'date',
  changes: 'time',
  options: [],
  earliest: '1950-01-01',
  latest: '2026-12-31',
  ...more,
});

/** A question for each year; `words` are the answers that are no numbers. */
export const amounts = (
  key: string,
  years: number[],
  fields: (Pick<AmountField, 'id'> & Partial<AmountField>)[],
  words: string[] = [],
  derived?: AmountsQuestion['derived'],
): AmountsQuestion[] =>
  years.map((year) => ({
    ...base(key),
    type: 'amounts',
    id: `${key}.${year}`,
    key,
    part: String(year),
    changes: 'person',
    options: words.map((value) => ({ value, label: value })),
    amounts: fields.map((field) => ({ label: field.id, least: 0, most: 100, step: 1, ...field })),
    ...(derived && { derived }),
  }));

export const rule = (id: string, tree: Node, more: Partial<ReviewedRule> = {}): ReviewedRule => ({
  id,
  title: id,
  asks: '',
  standing: 'notice',
  cites: [],
  reviewed: { on: '2026-11-27', clauses: '' },
  tree,
  ...more,
});

type Leaf = OutcomeNode['outcome'];
/** A leaf; its reason names it, and where it is not met so does its remedy. */
export const leaf = (outcome: Leaf, reason: string = outcome): OutcomeNode => ({
  outcome,
  reason: `${reason}。`,
  ...(outcome !== 'met' && { remedy: `${reason}的办法。` }),
});

/** `{ yes: …, no: … }` as branches; a key may name several values: `yes no`. */
export const ask = (question: string, branches: Record<string, Node | Leaf>): Node => ({
  ask: question,
  branches: Object.entries(branches).map(
    ([is, node]) =>
      ({ is: is.split(' '), ...(typeof node === 'string' ? leaf(node) : node) }) as Branch,
  ),
});

export const since = (question: string, years: number): Node => ({
  since: question,
  years,
  met: { reason: '满了。' },
  unmet: { reason: '差 {short}。', remedy: '到 {reachedOn}。' },
});

export const barred = (question: string, years: number): Node => ({
  barred: question,
  years,
  met: { reason: '过了。' },
  metInWindow: { reason: '{allowedFrom} 起。' },
  unmet: { reason: '到 {endsOn}。', remedy: '{allowedFrom} 起。' },
});

export const least = (
  amount: string,
  value: number,
  otherwise: LeastAmount['otherwise'] = 'unmet',
  more: Partial<LeastAmount> = {},
): LeastAmount => ({
  amount,
  value,
  otherwise,
  reason: '{eachYear} 年{have}/{need}差{short}。',
  remedy: {
    thisYear: '{eachYear} 年再要 {more}。',
    earlier: '{eachYear} 年的到 {freeFrom} 年不查。',
  },
  ...more,
});

export const each = (
  key: string,
  of: LeastAmount[],
  words: Record<string, Leaf | OutcomeNode> = {},
): EachNode => ({
  each: key,
  least: of,
  branches: Object.entries(words).map(([is, node]) => ({
    is: [is],
    ...(typeof node === 'string' ? leaf(node, `{eachYear} 年${is}`) : node),
  })),
  met: { reason: '够。' },
});
