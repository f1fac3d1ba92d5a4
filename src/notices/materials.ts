/** What is wrong with the list of materials. */
import type { FullNotice } from '../calculator/index.ts';
import { slotsOf, wrongSlots } from './facts.ts';
import type { Problem } from './problem.ts';

/** `say` hears of everything that does not fit the rest of the notice. */
export function checkMaterials(
  notice: FullNotice,
  documents: string[],
  say: (path: Problem['path'], message: string) => void,
): void {
  const { extras, items } = notice.materials;
  const clauses = notice.clauses.map(({ id }) => id);
  const oneOf = (path: Problem['path'], id: string, list: string[], what: string) => {
    if (!list.includes(id)) say(path, `${what} ${id}。可以写：${list.join('、')}。`);
  };
  for (const [name, list] of Object.entries({ extras, items })) {
    list.forEach(({ id, clause }, index) => {
      oneOf([name, index, 'clause'], clause, clauses, '通知里没有条款');
      if (list.findIndex((other) => other.id === id) < index) {
        say([name, index, 'id'], `${id} 写了两次。`);
      }
    });
  }
  extras.forEach(({ id }, index) => {
    if (!items.some(({ extra }) => extra === id)) {
      say(['extras', index, 'id'], `没有材料用到 ${id}，请删去或写进 items。`);
    }
  });

  const slots = Object.keys(slotsOf(notice));
  items.forEach(({ actor, text, documents: named = [], when, extra }, index) => {
    const at = (...path: Problem['path']) => ['items', index, ...path];
    oneOf(at('actor'), actor, Object.keys(notice.wording.actors), '没有角色');
    if (extra !== undefined) {
      oneOf(
        at('extra'),
        extra,
        extras.map(({ id }) => id),
        'extras 里没有',
      );
    }
    named.forEach((id, n) => {
      if (!documents.includes(id)) {
        say(at('documents', n), `content/documents.yaml 里没有 ${id}，请先在那里写上。`);
      }
    });
    for (const message of wrongSlots(text, slots)) say(at('text'), message);
    if (!when) return;
    const values = notice.questions
      .filter((q) => q.id === when.question || (q.type === 'amounts' && q.key === when.question))
      .flatMap(({ options }) => options.map(({ value }) => value));
    if (values.length === 0) {
      say(at('when', 'question'), `questions.yaml 里没有题目 ${when.question}，或者它没有选项。`);
      return;
    }
    for (const value of when.is) {
      oneOf(at('when', 'is'), value, [...new Set(values)], `${when.question} 没有选项`);
    }
  });
}
