/** What only the reference pages show of a notice: worked examples, and what nobody here knows. */
import {
  type Answers,
  assess,
  explain,
  type FullNotice,
  parseAnswers,
} from '../calculator/index.ts';
import type { Problem } from './problem.ts';

export interface Reference {
  examples: Example[];
  openPoints: OpenPoint[];
}

/** A person's answers, as far as one rule asks for them. What comes out is never written down. */
export interface Example {
  rule: string;
  name: string;
  answers: Answers;
}

/** Something that has to be asked, because no document held here says it. */
export interface OpenPoint {
  point: string;
  /** The rule that it bears on. */
  rule?: string | undefined;
  /** The clause that leaves it open. */
  clause?: string | undefined;
  about?: string | undefined;
  /** Whom to ask, in this order: ids of actors or contacts. */
  ask: string[];
}

/** As the files hold them. */
export interface WrittenExample {
  name: string;
  answers: unknown;
  outcome: 'met' | 'unmet' | 'review' | 'doesNotApply';
}
export interface WrittenPoint extends Omit<OpenPoint, 'rule' | 'ask'> {
  ask?: string[] | undefined;
}

/** Who answers a point that names nobody. */
const ASK: string[] = ['office'];

type Say = (path: Problem['path'], message: string) => void;

/** A rule's examples with their answers parsed. `say` hears of each that is no good or comes out otherwise. */
export function parseExamples(
  notice: FullNotice,
  rule: string,
  written: WrittenExample[],
  say: Say,
): Example[] {
  return written.flatMap(({ name, answers: input, outcome }, index): Example[] => {
    const first = written.findIndex((other) => other.name === name);
    if (first < index) say([index, 'name'], `规则 ${rule} 已有同名的例子，请换个名字。`);

    const parsed = parseAnswers(notice, input);
    if ('issues' in parsed) {
      for (const { field, message } of parsed.issues) {
        say([index, 'answers', ...field.split('.').filter(Boolean)], message);
      }
      return [];
    }
    const { answers } = parsed;
    const finding = assess(notice, answers).findings.find((one) => one.rule === rule);
    const applies = notice.rules.find(({ id }) => id === rule)?.appliesWhen;
    const lacking =
      finding?.stoppedAt ??
      (applies && answers[applies.question] === undefined ? [applies.question] : []);
    const found = finding?.outcome ?? 'doesNotApply';
    if (lacking.length) {
      say([index, 'answers'], `规则 ${rule} 还没有结果，再写上：${lacking.join('、')}。`);
    } else if (found !== outcome) {
      const { reason = '这条规则不适用。' } = finding ? explain(notice, finding) : {};
      say(
        [index, 'outcome'],
        `写的是 ${outcome}，规则算出来是 ${found}：${reason}改正例子，或者改正规则。`,
      );
    }
    return [{ rule, name, answers }];
  });
}

/** Open points with whom to ask. `say` hears of what does not fit the notice. */
export function openPoints(
  notice: FullNotice,
  written: WrittenPoint[],
  say: Say,
  rule?: string,
): OpenPoint[] {
  const askable = [...Object.keys(notice.wording.actors), ...notice.contacts.map(({ id }) => id)];
  return written.map(({ point, about, clause, ask = ASK }, index) => {
    if (clause !== undefined && !notice.clauses.some((one) => one.id === clause)) {
      const ids = notice.clauses.map((one) => one.id).join('、');
      say([index, 'clause'], `通知里没有条款 ${clause}。可以写：${ids}。`);
    }
    ask.forEach((who, n) => {
      if (!askable.includes(who)) {
        say([index, 'ask', n], `不知道 ${who} 是谁，可以写：${askable.join('、')}。`);
      }
    });
    return { point, rule, about, clause, ask };
  });
}
