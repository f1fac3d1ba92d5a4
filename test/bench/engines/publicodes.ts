import Engine, { type ASTNode, type RawPublicodes, type Situation } from 'publicodes';
import type { Decision, Facts, Label, Part } from '../decisions.ts';

/** A decision as the language's own `variations`: when (si) … then (alors) …, otherwise (sinon) …. */
function ruleOf(decision: Decision): string | Record<string, unknown> {
  if (typeof decision === 'string') return `'${decision}'`;
  const { fact } = decision;
  const choose = (si: unknown, alors: Decision, sinon: Decision) => ({
    variations: [{ si, alors: ruleOf(alors) }, { sinon: ruleOf(sinon) }],
  });
  switch (decision.kind) {
    case 'given':
      return choose(`${fact} = 0`, 'unknown', decision.to);
    case 'below':
      return choose(`${fact} < ${decision.number}`, decision.yes, decision.no);
    case 'choice': {
      const cases = decision.cases.map(({ is, to }) => {
        const tests = is.map((value) => `${fact} = '${value}'`);
        const si = tests.length === 1 ? tests[0] : { 'une de ces conditions': tests };
        return { si, alors: ruleOf(to) };
      });
      return { variations: [...cases, { sinon: "'unknown'" }] };
    }
  }
}

/** Facts as publicodes takes them, made before the clock runs: ready nodes spare it parsing every value. */
export function situationOf(facts: Facts): Situation<string> {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => [
      fact,
      {
        nodeKind: 'constant',
        type: typeof value === 'number' ? 'number' : 'string',
        nodeValue: value,
        isNullable: false,
        missingVariables: {},
      } as unknown as ASTNode,
    ]),
  );
}

/** publicodes: one rule a part, evaluated in the situation of one person. */
export function publicodes(parts: Part[], example: Facts): (s: Situation<string>) => Label[] {
  const rules: RawPublicodes<string> = {};
  for (const [fact, value] of Object.entries(example)) {
    rules[fact] = { valeur: typeof value === 'number' ? value : `'${value}'` };
  }
  const names = parts.map((_, index) => `part${index}`);
  parts.forEach(({ decision }, index) => {
    rules[`part${index}`] = { valeur: ruleOf(decision) as string };
  });
  const engine = new Engine(rules);
  return (situation) => {
    engine.setSituation(situation);
    return names.map((name) => engine.evaluate(name).nodeValue as Label);
  };
}
