/** A year's credits, from one cell or several: 96（专业72）, 90/60/30, or a column for each part. */
import {
  type Amounts,
  type AmountsQuestion,
  type Answer,
  fill,
  parseAnswer,
} from '../calculator/index.ts';
import { plainText } from '../typed/index.ts';
import { type Compiled, cut, normal, PARTS, type Part, unsureOf } from './compiled.ts';
import type { CellProblem } from './types.ts';
import { failedIn } from './values.ts';

/** What is known of one year, as its cells are read one after another. */
export interface Known {
  total?: number;
  professional?: number;
  public?: number;
  /** One of the question's options. */
  option?: string;
  problem?: Pick<CellProblem, 'kind' | 'message'>;
}

const NUMBER = String.raw`\d+(?:\.\d+)?`;

/** What one cell says; undefined where it is empty. */
export function readCredits(
  roster: Compiled,
  meaning: string | undefined,
  part: Part | 'mixed',
  text: string,
): Known | undefined {
  const { credits } = roster;
  const { says } = roster.words;
  const plain = plainText(text);
  if (plain === '') return undefined;
  const failed = failedIn(roster, plain);
  if (failed) return { problem: failed };
  if (meaning !== undefined) return { option: meaning };
  const told = says.creditsUnread;
  const stop = (message: string): Known => ({
    problem: { kind: 'decide', message: fill(message, { text: cut(plain) }) },
  });
  if (credits.decide.has(normal(plain))) return stop(says.creditsWord);
  // Numbers with nothing but a space between them would run together.
  if (/\d\s+\d/.test(plain)) return stop(told);
  const whole = normal(plain).replace(/(\d),(?=\d{3}(?!\d))/g, '$1');
  if (whole.length > 60) return stop(told);
  if (/[≥≤><~～]|以上|不少于|左右|约|\+$/.test(whole)) return stop(says.creditsAtLeast);
  const units = [...credits.units].sort((a, b) => b.length - a.length);
  const unit = `(?:${units.map(quoted).join('|')})?`;
  const single = new RegExp(`^(${NUMBER})${unit}$`).exec(whole);
  if (single) return { [part === 'mixed' ? 'total' : part]: Number(single[1]) };
  if (part !== 'mixed') return stop(told);
  // Three numbers with nothing to name them are taken where the second and the third make up the first.
  const three = new RegExp(`^(${NUMBER})[/、,;|](${NUMBER})[/、,;|](${NUMBER})$`).exec(whole);
  if (three) {
    const [total, professional, rest] = three.slice(1).map(Number) as [number, number, number];
    if (professional + rest === total && professional >= rest)
      return { total, professional, public: rest };
    return stop(told);
  }
  return named(roster, whole, unit) ?? stop(told);
}

/** Numbers with their names: 总96专业72, 96(其中专业72), 专业72公需24. */
function named({ credits }: Compiled, whole: string, unit: string): Known | undefined {
  const kinds = PARTS.flatMap((part) => credits[part].map((word) => ({ part, word })));
  kinds.sort((a, b) => b.word.length - a.word.length);
  const words = kinds.map(({ word }) => quoted(word)).join('|');
  const token = new RegExp(`^[(),;:、/]*(${words})?[:=为]?(${NUMBER})${unit}[(),;:、/]*`);
  const known: Known = {};
  let rest = whole;
  let first = true;
  while (rest !== '') {
    const found = token.exec(rest);
    if (!found) return undefined;
    const part =
      found[1] === undefined ? 'total' : kinds.find(({ word }) => word === found[1])?.part;
    // Only the first number may go without a name.
    if (!part || known[part] !== undefined || (found[1] === undefined && !first)) return undefined;
    known[part] = Number(found[2]);
    rest = rest.slice(found[0].length);
    first = false;
  }
  return known;
}

/** A year's answer from all that its cells say, or why there is none. */
export function creditsAnswer(
  roster: Compiled,
  question: AmountsQuestion,
  parts: Known[],
): { answer?: Answer; problem?: Pick<CellProblem, 'kind' | 'message'> } {
  const { says } = roster.words;
  const known: Known = {};
  const contradict = (): ReturnType<typeof creditsAnswer> => {
    const text = parts
      .flatMap(({ total, professional, public: rest, option }) => [
        total,
        professional,
        rest,
        option,
      ])
      .filter((one) => one !== undefined)
      .join('、');
    return undecided(question, fill(says.creditsContradict, { text }));
  };
  for (const part of parts) {
    if (part.problem?.kind === 'unread') return { problem: part.problem };
    if (part.problem) return undecided(question, part.problem.message);
    for (const key of ['total', 'professional', 'public', 'option'] as const) {
      const value = part[key];
      if (value === undefined) continue;
      if (known[key] !== undefined && known[key] !== value) return contradict();
      Object.assign(known, { [key]: value });
    }
  }
  const { total, professional, public: rest, option } = known;
  const numbers = [total, professional, rest].some((one) => one !== undefined);
  if (option !== undefined) return numbers ? contradict() : parsed(roster, question, option);
  if (!numbers) return {};
  if (total === undefined) return { problem: { kind: 'unread', message: says.creditsNoTotal } };
  if (professional === undefined) {
    return { problem: { kind: 'unread', message: says.creditsNoProfessional } };
  }
  if (rest !== undefined && professional + rest !== total) return contradict();
  const [first, second] = question.amounts;
  const amounts: Amounts = { [first?.id ?? '']: total, [second?.id ?? '']: professional };
  return parsed(roster, question, amounts);
}

function parsed({ notice }: Compiled, question: AmountsQuestion, value: unknown) {
  const read = parseAnswer(notice, question, value);
  return 'answer' in read
    ? { answer: read.answer }
    : { problem: { kind: 'unread' as const, message: read.issue.message } };
}

const undecided = (question: AmountsQuestion, message: string) => ({
  ...unsureOf(question),
  problem: { kind: 'decide' as const, message },
});

const quoted = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
