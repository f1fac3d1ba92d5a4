/** The same invented people every time, drawn from a notice's own questions. */

import {
  type Answer,
  type Answers,
  addDays,
  daysBetween,
  type EachNode,
  type Node,
  type Notice,
  parseAnswers,
  type Question,
} from '../../src/calculator/index.ts';

/** How likely a question is to be left unanswered; half of the people answer everything. */
const UNANSWERED = [0, 0, 0.1, 0.4];
/** How likely a choice is the first option, which is usually the one that leads furthest. */
const FIRST = [0.9, 0.7, 0.3, 0];

/** A small generator of numbers from 0 to 1 (mulberry32): the same ones for the same seed, on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` people, complete and partial, good and bad; their answers as `parseAnswers` returns them. */
export function people(notice: Notice, count: number, seed = 2026): Answers[] {
  const chance = seeded(seed);
  const figures = figuresOf(notice);
  const below = (n: number) => Math.floor(chance() * n);
  const pick = <T>(list: T[]): T => list[below(list.length)] as T;

  const draw = (question: Question, first: number): Answer => {
    const options = question.options.map(({ value }) => value);
    if (options[0] !== undefined && question.type !== 'amounts' && chance() < first) {
      return options[0];
    }
    if (question.type === 'choice') return pick(options);
    if (options.length && chance() < 0.1) return pick(options);
    if (question.type === 'date') {
      // Mostly the last years, where the rules' boundaries lie.
      const span = chance() < 0.1 ? daysBetween(question.earliest, question.latest) : 3650;
      return addDays(question.latest, -below(span));
    }
    const amounts: Record<string, number> = {};
    for (const { id, least, most, step, within } of question.amounts) {
      const figure = figures.get(id) ?? most;
      const near = figure + (chance() < first ? below(20) : below(60) - 50) * step;
      const whole = within === undefined ? most : (amounts[within] ?? most);
      amounts[id] = Math.max(least, Math.min(near, whole));
    }
    return amounts;
  };

  return Array.from({ length: count }, () => {
    const unanswered = pick(UNANSWERED);
    const first = pick(FIRST);
    const input: Record<string, Answer | Record<string, Answer>> = {};
    for (const question of notice.questions) {
      if (chance() < unanswered) continue;
      const answer = draw(question, first);
      if (question.type !== 'amounts') input[question.id] = answer;
      else {
        const years = (input[question.key] ?? {}) as Record<string, Answer>;
        input[question.key] = { ...years, [question.part]: answer };
      }
    }
    const parsed = parseAnswers(notice, input);
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    return parsed.answers;
  });
}

/** The least amounts that the rules ask for, by amount: people's numbers lie near them. */
function figuresOf(notice: Notice): Map<string, number> {
  const each = (node: Node): EachNode[] => {
    if ('ask' in node) return node.branches.flatMap(each);
    return 'each' in node ? [node] : [];
  };
  const least = notice.rules.flatMap(({ tree }) => each(tree)).flatMap((node) => node.least);
  return new Map(least.map(({ amount, value }) => [amount, value]));
}
