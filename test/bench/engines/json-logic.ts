import { LogicEngine } from 'json-logic-engine';
import type { Answers } from '../../../src/calculator/index.ts';
import { type Decision, type Facts, type Label, NO_OPTION, type Part } from '../decisions.ts';

/** JsonLogic reads answers as they are; facts laid out flat for it beforehand are quicker to read. */
type Reads = 'path' | 'fact';

/** A rule as JsonLogic: a chain of `if`. */
function logicOf(decision: Decision, reads: Reads): unknown {
  if (typeof decision === 'string') return decision;
  const read = { var: decision[reads] };
  const missing = { '===': [read, reads === 'path' ? null : 0] };
  switch (decision.kind) {
    case 'given':
      return { if: [missing, 'unknown', logicOf(decision.to, reads)] };
    case 'below': {
      const limit = reads === 'path' ? decision.limit : decision.number;
      const { yes, no, less } = decision;
      const number = less && reads === 'path' ? { '-': [read, { var: less }] } : read;
      return { if: [{ '<': [number, limit] }, logicOf(yes, reads), logicOf(no, reads)] };
    }
    case 'choice': {
      const chain: unknown[] = [];
      let rest: unknown = 'unknown';
      for (const { is, to } of decision.cases) {
        const then = logicOf(to, reads);
        if (reads === 'path' && NO_OPTION.includes(is[0] ?? '')) {
          rest = { if: [missing, 'unknown', then] };
        } else chain.push(is.length === 1 ? { '===': [read, is[0]] } : { in: [read, is] }, then);
      }
      return { if: [...chain, rest] };
    }
  }
}

/** json-logic-engine as it interprets, with the execution plan that it keeps for rules it has seen. */
export function interpreted(parts: Part[]): (answers: Answers) => Label[] {
  const engine = new LogicEngine();
  const logic = parts.map(({ decision }) => logicOf(decision, 'path'));
  return (answers) => engine.run(logic, answers);
}

/** The same compiled to JavaScript, which a strict content security policy forbids. */
export function compiled(parts: Part[], reads: Reads): (data: Answers | Facts) => Label[] {
  const built = new LogicEngine().build(parts.map(({ decision }) => logicOf(decision, reads)));
  return (data) => built(data);
}
