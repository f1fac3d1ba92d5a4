/** Everything that is compared, over the same people. */
import {
  type Answers,
  assess,
  explain,
  type Notice,
  type Verdict,
} from '../../../src/calculator/index.ts';
import { type Facts, factsOf, partsOf, verdictOf } from '../decisions.ts';
import { decide } from '../hand-written.ts';
import { compiled, interpreted } from './json-logic.ts';
import { jsonRules } from './json-rules.ts';
import { publicodes, situationOf } from './publicodes.ts';

export interface Contender {
  name: string;
  /** Decides about the person of that number. What it reads was prepared beforehand. */
  decide: (index: number) => Verdict | Promise<Verdict>;
  /** So slow that a sample of the people must do when it is timed. */
  slow?: boolean;
  /** What a browser would have to load, as an entry module. */
  bundle?: string;
}

const DOOR = '../../../src/calculator/index.ts';
const JSON_LOGIC = `export { LogicEngine } from 'json-logic-engine'`;

/** Ours first, then ours explained. */
export function contendersFor(notice: Notice, all: Answers[]): Contender[] {
  const parts = partsOf(notice);
  const facts = all.map((answers) => factsOf(notice, answers));
  const situations = facts.map(situationOf);

  const compiledPaths = compiled(parts, 'path');
  const compiledFacts = compiled(parts, 'fact');
  const interpretedPaths = interpreted(parts);
  const byRules = jsonRules(parts);
  const byPublicodes = publicodes(parts, facts[0] as Facts);

  return [
    {
      name: 'ours, with findings',
      decide: (index) => assess(notice, all[index] as Answers).verdict,
      bundle: `export { assess } from '${DOOR}'`,
    },
    {
      name: 'ours, every finding explained',
      decide: (index) => {
        const { verdict, findings } = assess(notice, all[index] as Answers);
        for (const finding of findings) {
          if (!explain(notice, finding).reason) throw new Error(`No reason for ${finding.rule}`);
        }
        return verdict;
      },
      bundle: `export { assess, explain } from '${DOOR}'`,
    },
    { name: 'hand-written', decide: (index) => decide(all[index] as Answers).verdict },
    {
      name: 'json-logic-engine, compiled',
      decide: (index) => verdictOf(parts, compiledPaths(all[index] as Answers)),
      bundle: JSON_LOGIC,
    },
    {
      name: 'json-logic-engine, compiled, facts laid out',
      decide: (index) => verdictOf(parts, compiledFacts(facts[index] as Facts)),
      bundle: JSON_LOGIC,
    },
    {
      name: 'json-logic-engine, interpreted',
      decide: (index) => verdictOf(parts, interpretedPaths(all[index] as Answers)),
      bundle: JSON_LOGIC,
    },
    {
      name: 'json-rules-engine',
      decide: async (index) => verdictOf(parts, await byRules(facts[index] as Facts)),
      slow: true,
      bundle: `export { Engine } from 'json-rules-engine'`,
    },
    {
      name: 'publicodes',
      decide: (index) => verdictOf(parts, byPublicodes(situations[index] ?? {})),
      slow: true,
      bundle: `export { default } from 'publicodes'`,
    },
  ];
}
