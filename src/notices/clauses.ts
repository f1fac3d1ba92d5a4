import type { FullNotice, Node, Rule } from '../calculator/index.ts';

/**
 * Every node of a tree, each before those below it.
 *
 * @example nodesOf(notice.rules[0].tree)[0] === notice.rules[0].tree // true
 */
export function nodesOf(node: Node): Node[] {
  return [node, ...('branches' in node ? node.branches.flatMap(nodesOf) : [])];
}

/**
 * The ids of the clauses on which a rule rests: those that it cites, then those that fix the days it counts to.
 *
 * @example clausesBehind(notice, notice.rules[0])[0] // '1.1'
 */
export function clausesBehind(
  { cutoffs, stages }: Pick<FullNotice, 'cutoffs' | 'stages'>,
  { cites, tree }: Pick<Rule, 'cites' | 'tree'>,
): string[] {
  const nodes = nodesOf(tree);
  const cited = [...cites, ...nodes.flatMap((node) => node.cites ?? [])];
  const days = nodes.flatMap((node) => {
    if ('since' in node) return cutoffs.service.clause;
    return 'barred' in node ? stages[0].clause : [];
  });
  return [...new Set([...cited.map(({ clause }) => clause), ...days])];
}
