import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import { ABSENT, type Decision, type Facts, type Label, type Part } from '../decisions.ts';

/** `met` needs no rule: it is what is left. */
const TOLD: Label[] = ['review', 'unknown', 'unmet', 'refused'];

/** When a decision ends at `label`; undefined when it never does. */
function conditionFor(label: Label, decision: Decision): NestedCondition | true | undefined {
  if (typeof decision === 'string') return decision === label ? true : undefined;
  const { fact } = decision;
  const ways: NestedCondition[] = [];
  const add = (test: NestedCondition, to: Decision) => {
    const rest = conditionFor(label, to);
    if (rest) ways.push(rest === true ? test : { all: [test, rest] });
  };
  switch (decision.kind) {
    case 'given':
      add({ fact, operator: 'greaterThan', value: 0 }, decision.to);
      add({ fact, operator: 'equal', value: 0 }, 'unknown');
      break;
    case 'below':
      add({ fact, operator: 'lessThan', value: decision.number }, decision.yes);
      add({ fact, operator: 'greaterThanInclusive', value: decision.number }, decision.no);
      break;
    case 'choice':
      for (const { is, to } of decision.cases) {
        const value = is.length === 1 ? is[0] : is;
        add({ fact, operator: is.length === 1 ? 'equal' : 'in', value }, to);
      }
      add({ fact, operator: 'equal', value: ABSENT }, 'unknown');
  }
  return ways.length > 1 ? { any: ways } : ways[0];
}

/** json-rules-engine: one of its rules for each way in which a part can come out, told apart by the event's type. */
export function jsonRules(parts: Part[]): (facts: Facts) => Promise<Label[]> {
  const engine = new Engine();
  parts.forEach(({ decision }, index) => {
    for (const type of TOLD) {
      const condition = conditionFor(type, decision);
      if (!condition || condition === true) continue;
      const conditions = (
        'any' in condition || 'all' in condition ? condition : { all: [condition] }
      ) as TopLevelCondition;
      engine.addRule({ conditions, event: { type, params: { index } } });
    }
  });
  return async (facts) => {
    const labels = parts.map((): Label => 'met');
    const { events } = await engine.run(facts);
    for (const { type, params } of events) labels[params?.index] = type as Label;
    return labels;
  };
}
