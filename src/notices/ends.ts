/** Where a rule leads those who answer in some way: for texts that say so in words, with its figures. */
import type { Cite, FullNotice, Node, Rule, Verified } from '../calculator/index.ts';
import { sourceOf } from '../calculator/index.ts';
import { leastOf } from './facts.ts';

export interface End {
  /** The node at which the answers end; one that asks where they do not reach further. */
  node: Node;
  cites: Cite[];
  verified?: Verified | undefined;
  /** The questions that were answered on the way. */
  asked: string[];
}

/** @param when values by question, `date` for any date; a value without a branch ends the walk where it is asked for */
export function endOf({ tree, cites }: Rule, when: Record<string, string>): End {
  let end: End = { node: tree, cites: tree.cites ?? cites, verified: tree.verified, asked: [] };
  for (;;) {
    const { node, asked } = end;
    if (!('ask' in node)) return end;
    const next = node.branches.find(({ is }) => is.includes(when[node.ask] ?? ''));
    if (!next) return end;
    end = {
      node: next,
      cites: next.cites ?? end.cites,
      verified: next.verified ?? end.verified,
      asked: [...asked, node.ask],
    };
  }
}

/** What a text may name of where a rule ends, and on whose word: {by}, {years}, or the least amounts by their ids. */
export function slotsAt(
  { wording, documents }: Pick<FullNotice, 'wording' | 'documents'>,
  rule: Rule,
  { node, verified }: End,
): Record<string, string> {
  return {
    by: wording.accordingTo[verified ? 'verified' : sourceOf(rule, documents)],
    ...('years' in node && node.years !== undefined && { years: String(node.years) }),
    ...('least' in node && leastOf(node.least)),
  };
}
