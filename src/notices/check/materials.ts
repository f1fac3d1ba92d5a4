/** What is wrong with the list of materials. */
import { slotsOf, wrongSlots } from '../facts.ts';
import type { Path } from '../problem.ts';
import { areUnique, isClause, isDocument, type Year } from './year.ts';

export function checkMaterials(year: Year): void {
  const { notice } = year;
  const say = year.sayIn(year.materials);
  const { extras, items } = notice.materials;
  const oneOf = (path: Path, id: string, list: string[], what: string) => {
    if (!list.includes(id)) say(path, `${what} ${id}。可以写：${list.join('、')}。`);
  };
  for (const [name, list] of Object.entries({ extras, items })) {
    list.forEach(({ clause }, index) => void isClause(year, say, [name, index, 'clause'], clause));
    areUnique(say, [name], list);
  }
  extras.forEach(({ id }, index) => {
    if (!items.some(({ extra }) => extra === id)) {
      say(['extras', index, 'id'], `没有材料用到 ${id}，请删去或写进 items。`);
    }
  });

  const slots = Object.keys(slotsOf(notice));
  items.forEach(({ actor, text, documents: named = [], when, extra }, index) => {
    const at = (...path: Path) => ['items', index, ...path];
    oneOf(at('actor'), actor, Object.keys(notice.wording.actors), '没有角色');
    if (extra !== undefined) {
      oneOf(
        at('extra'),
        extra,
        extras.map(({ id }) => id),
        'extras 里没有',
      );
    }
    named.forEach((id, n) => void isDocument(year, say, at('documents', n), id));
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
