/** The values that wait for a check against an original, each with the answers for which it holds. */
import type { Node, Notice, Rule } from '../../calculator/index.ts';
import { decisionTable, type Table } from './decision-table.ts';

export interface Value {
  when: string[];
  value: string;
}

/** Those of a rule whose values come from a published base, less what has been verified. */
export function valuesToVerify(notice: Notice, { standing, tree }: Rule): Value[] {
  if (standing !== 'reference') return [];
  return collect(tree, decisionTable(notice, tree), []);

  function collect(node: Node, { rows }: Table, when: string[]): Value[] {
    if (node.verified) return [];
    if ('ask' in node) {
      // The table has a row for each branch, in the same order.
      return node.branches.flatMap((branch, index) => {
        const row = rows[index];
        if (!row) return [];
        const further = [...when, row.when];
        return collect(branch, row.next ?? { rows: [row] }, further);
      });
    }
    // What is left to people has no value to check.
    if ('outcome' in node) {
      return node.outcome === 'review'
        ? []
        : [{ when, value: notice.wording.outcomes[node.outcome] }];
    }
    // A `since` and the amounts of an `each` begin their tables with the row that says what is enough.
    return [{ when, value: rows[0]?.when ?? '' }];
  }
}
