/** What is wrong with a rule's examples, and with what is said to be open. */
import {
  type Answers,
  assess,
  explain,
  type FullNotice,
  parseAnswers,
} from '../../calculator/index.ts';
import type { WrittenExample, WrittenPoint } from '../../shapes/index.ts';
import { slotsOf, wrongSlots } from '../facts.ts';
import type { Say } from '../problem.ts';
import { isClause, type Year } from './year.ts';

/** A rule's examples with their answers parsed. `say` hears of each that is no good or comes out otherwise. */
export function checkExamples(
  notice: FullNotice,
  rule: string,
  written: WrittenExample[],
  say: Say,
): { rule: string; name: string; answers: Answers }[] {
  return written.flatMap(({ name, answers: input, outcome }, index) => {
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
      const { reason } = finding ? explain(notice, finding) : { reason: '这条规则不适用。' };
      say(
        [index, 'outcome'],
        `写的是 ${outcome}，规则算出来是 ${found}：${reason}改正例子，或者改正规则。`,
      );
    }
    return [{ rule, name, answers }];
  });
}

/** Holds what is said to be open to the notice. */
export function checkPoints(year: Year, written: WrittenPoint[], say: Say): void {
  const { notice } = year;
  const askable = [...Object.keys(notice.wording.actors), ...notice.contacts.map(({ id }) => id)];
  const slots = Object.keys(slotsOf(notice));
  written.forEach(({ about = '', clause, ask = [] }, index) => {
    for (const message of wrongSlots(about, slots)) say([index, 'about'], message);
    if (clause !== undefined) isClause(year, say, [index, 'clause'], clause);
    ask.forEach((who, n) => {
      if (!askable.includes(who)) {
        say([index, 'ask', n], `不知道 ${who} 是谁，可以写：${askable.join('、')}。`);
      }
    });
  });
}
