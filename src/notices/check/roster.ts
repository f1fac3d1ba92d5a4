/** Holds the words by which rosters are read to the questions that they answer. */
import type { FullNotice, Question, RosterWords } from '../../calculator/index.ts';
import { nearest } from '../../shapes/index.ts';
import type { Path, Say } from '../problem.ts';

/** @param notice the questions of all notices, those that matter first */
export function checkRoster(
  { columns, when, credits }: RosterWords,
  { questions }: Pick<FullNotice, 'questions'>,
  say: Say,
): void {
  const ids = new Set<string>();
  const headers = new Map<string, string>();
  const keys = questions.map((one) => (one.type === 'amounts' ? one.key : one.id));
  const known = (id: string, path: Path): Question | undefined => {
    const question = questions.find((one) => (one.type === 'amounts' ? one.key : one.id) === id);
    if (!question) say(path, unknown(id, keys));
    return question;
  };
  const checkValues = (
    values: RosterWords['credits']['values'],
    question: Question | undefined,
    path: Path,
  ) => {
    const means = new Map<string, number>();
    for (const [index, { is, words }] of values.entries()) {
      const at = [...path, index];
      const options = question?.options.map(({ value }) => value) ?? [];
      if (is !== undefined && question && !options.includes(is))
        say([...at, 'is'], unknown(is, options));
      for (const word of words) {
        const other = means.get(plain(word));
        if (other !== undefined && other !== index)
          say([...at, 'words'], `“${word}”写了两次，意思不同。留一处。`);
        means.set(plain(word), index);
        const label = question?.options.find((one) => plain(one.label) === plain(word));
        if (label && label.value !== is) {
          say([...at, 'words'], `“${word}”是选项 ${label.value} 的名字，不能当别的意思。`);
        }
      }
    }
  };
  for (const [index, column] of columns.entries()) {
    const at: Path = ['columns', index];
    if (ids.has(column.id)) say([...at, 'id'], `${column.id} 写了两次。`);
    ids.add(column.id);
    for (const header of column.headers) {
      const other = headers.get(plain(header));
      if (other !== undefined && other !== column.id) {
        say([...at, 'headers'], `“${header}”已经是 ${other} 的表头。一种表头只归一列。`);
      }
      headers.set(plain(header), column.id);
    }
    const question =
      column.question === undefined ? undefined : known(column.question, [...at, 'question']);
    checkValues(column.values ?? [], question, [...at, 'values']);
    const { otherwise } = column;
    const options = question?.options.map(({ value }) => value) ?? [];
    if (otherwise !== undefined && !options.includes(otherwise)) {
      say([...at, 'otherwise'], unknown(otherwise, options));
    }
  }
  for (const [index, column] of columns.entries()) {
    for (const other of column.insteadOf ?? []) {
      if (!ids.has(other)) say(['columns', index, 'insteadOf'], unknown(other, [...ids]));
    }
  }
  for (const [index, { column, as }] of when.of.entries()) {
    for (const [key, one] of Object.entries({ column, as })) {
      if (one !== undefined && !ids.has(one))
        say(['when', 'of', index, key], unknown(one, [...ids]));
    }
  }
  for (const [index, { as }] of when.alone.entries()) {
    if (!ids.has(as)) say(['when', 'alone', index, 'as'], unknown(as, [...ids]));
  }
  for (const [index, header] of when.headers.entries()) {
    const other = headers.get(plain(header));
    if (other !== undefined) {
      say(['when', 'headers', index], `“${header}”已经是 ${other} 的表头。一种表头只归一列。`);
    }
  }
  checkValues(credits.values, known(credits.question, ['credits', 'question']), [
    'credits',
    'values',
  ]);
}

const plain = (word: string): string => word.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function unknown(id: string, all: string[]): string {
  const meant = nearest(id, all);
  return `没有 ${id}。${meant ? `是不是 ${meant}？` : `可以写：${[...new Set(all)].join('、')}。`}`;
}
