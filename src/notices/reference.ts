/** What only the reference pages show of a notice: worked examples, and what nobody here knows. */
import { type Answers, assess, type FullNotice, parseAnswers } from '../calculator/index.ts';
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
  rule: string;
  name: string;
  answers: unknown;
}
export interface WrittenPoint extends Omit<OpenPoint, 'point'> {
  /** Its own words, or in `of` those of the rule's `open` list. */
  point?: string | undefined;
  of?: string | undefined;
}

/** Who answers an item of a rule's `open` list that says no more (DOMAIN section 2). */
const ASK: string[] = ['office'];

type Say = (path: Problem['path'], message: string) => void;

/** The examples with their answers parsed. `say` hears of each that is no good. */
export function parseExamples(notice: FullNotice, written: WrittenExample[], say: Say): Example[] {
  return written.flatMap(({ rule, name, answers: input }, index): Example[] => {
    if (!hasRule(notice, rule, say, [index, 'rule'])) return [];
    const first = written.findIndex((other) => other.rule === rule && other.name === name);
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
    if (lacking.length) {
      say([index, 'answers'], `规则 ${rule} 还没有结果，再写上：${lacking.join('、')}。`);
    }
    return [{ rule, name, answers }];
  });
}

/** Every open point, those of the rules in the rules' order first. `say` hears of what does not fit the notice. */
export function gatherOpenPoints(
  notice: FullNotice,
  written: WrittenPoint[],
  say: Say,
): OpenPoint[] {
  const askable = [...Object.keys(notice.wording.actors), ...notice.contacts.map(({ id }) => id)];
  written.forEach(({ rule: id, point, of, clause, ask }, index) => {
    const rule = id === undefined ? undefined : notice.rules.find((one) => one.id === id);
    if (id !== undefined && !hasRule(notice, id, say, [index, 'rule'])) return;
    if ((point === undefined) === (of === undefined)) {
      say([index], 'point 和 of 要写、且只写一个。');
    } else if (of !== undefined && !rule?.open?.includes(of)) {
      const choice = rule?.open?.length ? `可以写：${rule.open.join('、')}` : '请改写 point';
      say(
        [index, 'of'],
        `${rule ? `规则 ${rule.id} 的` : '没有写 rule，'}open 里没有这一项，${choice}。`,
      );
    }
    if (clause !== undefined && !notice.clauses.some((one) => one.id === clause)) {
      const ids = notice.clauses.map((one) => one.id).join('、');
      say([index, 'clause'], `通知里没有条款 ${clause}。可以写：${ids}。`);
    }
    ask.forEach((who, n) => {
      if (!askable.includes(who)) {
        say([index, 'ask', n], `不知道 ${who} 是谁，可以写：${askable.join('、')}。`);
      }
    });
  });

  const own = (id: string | undefined): OpenPoint[] =>
    written.flatMap(({ of: _, point, ...rest }) =>
      point !== undefined && rest.rule === id ? [{ point, ...rest }] : [],
    );
  const ofRule = ({ id, open = [] }: FullNotice['rules'][number]): OpenPoint[] =>
    open.map((point) => {
      const more = written.find(({ rule, of }) => rule === id && of === point);
      return { point, rule: id, about: more?.about, clause: more?.clause, ask: more?.ask ?? ASK };
    });
  return [...notice.rules.flatMap((rule) => [...ofRule(rule), ...own(rule.id)]), ...own(undefined)];
}

function hasRule(notice: FullNotice, id: string, say: Say, path: Problem['path']): boolean {
  const ids = notice.rules.map((rule) => rule.id);
  if (ids.includes(id)) return true;
  say(path, `rules.yaml 里没有规则 ${id}，可以写：${ids.join('、')}。`);
  return false;
}
