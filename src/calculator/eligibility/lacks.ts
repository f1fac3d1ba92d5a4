/** How far a year's numbers are from what is asked for, said while they are typed. */
import type {
  Amounts,
  AmountsQuestion,
  Asking,
  AskingNode,
  AskingNotice,
  LeastAmount,
  WithoutWords,
} from '../types.ts';
import { exact, lackOf } from './walk.ts';

export interface Lack {
  /** What is short, 专业 or 总学时. */
  name: string;
  /** By how much. */
  short: number;
}

/**
 * The least amounts that a year's numbers do not reach. Those that need a number which is not there yet are left out.
 *
 * @returns undefined where no number can be compared, or no rule asks for any
 * @example lacksIn(notice, notice.questions.at(-1), { total: 89.5 })[0].short // 0.5
 */
export function lacksIn(
  { rules }: AskingNotice,
  question: Asking<AmountsQuestion>,
  amounts: Partial<Amounts>,
): Lack[] | undefined {
  const named = [...question.amounts, ...(question.derived ?? [])];
  const known = rules
    .flatMap(({ tree }) => leastIn(tree, question.key))
    .map((least) => ({ amount: least.amount, short: exact(lackOf(least, amounts as Amounts)) }))
    .filter(({ short }) => !Number.isNaN(short));
  if (known.length === 0) return undefined;
  return known
    .filter(({ short }) => short > 0)
    .map(({ amount, short }) => {
      const { name, label = amount } = named.find(({ id }) => id === amount) ?? {};
      return { name: name ?? label, short };
    });
}

function leastIn(node: AskingNode, key: string): WithoutWords<LeastAmount>[] {
  if ('ask' in node) return node.branches.flatMap((branch) => leastIn(branch, key));
  return 'each' in node && node.each === key ? node.least : [];
}
