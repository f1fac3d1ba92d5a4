/** What can be answered once for everybody, because no column says it. */
import { type Answers, answerTo, assess, type Question, withAnswer } from '../calculator/index.ts';
import { compiledRoster } from './compiled.ts';
import type { Mapping, RosterNotice, SheetView } from './types.ts';
import { readCell } from './values.ts';

/**
 * The columns of which every cell is filled with what is not understood, by index: whoever meant the same by all of them
 * can say it once. Those with more texts than a choice has are not looked at.
 *
 * @example unreadColumns(notice, { texts: [['电工']], from1904: false }, { columns: [{ index: 0, title: '岗位', as: 'work', how: 'header' }] }) // [0]
 */
export function unreadColumns(
  notice: RosterNotice,
  sheet: Pick<SheetView, 'texts' | 'from1904'>,
  { columns }: Pick<Mapping, 'columns'>,
): number[] {
  const roster = compiledRoster(notice);
  return columns.flatMap(({ index, as }) => {
    const column = as === undefined ? undefined : roster.columns.get(as);
    if (column?.question?.type !== 'choice') return [];
    const filled = (sheet.texts[index] ?? []).filter(Boolean);
    const isUnread = filled.every(
      (text) => readCell(roster, column, text, sheet).problem?.kind === 'unread',
    );
    return filled.length > 0 && isUnread ? [index] : [];
  });
}

/**
 * The questions that no column answers, that one option can answer for all, and that may come up: as far as can be told
 * from what is the same for everybody, and from what one column says beside it.
 *
 * @example questionsForAll(notice, { texts: [], from1904: false }, mapping, {})[0].id // 'target'
 */
export function questionsForAll(
  notice: RosterNotice,
  sheet: Pick<SheetView, 'texts' | 'from1904'>,
  { columns, missing }: Mapping,
  forAll: Answers,
): Question[] {
  const roster = compiledRoster(notice);
  const first = assess(notice, forAll).missing;
  const asked = new Set(first);
  for (const question of notice.questions) {
    if (!first.includes(question.id) || missing.includes(question.id)) continue;
    for (const value of saidOf(question)) {
      const { missing: then } = assess(notice, withAnswer(forAll, question, value));
      for (const id of then) asked.add(id);
    }
  }
  return notice.questions.filter(
    (question) =>
      question.options.length > 0 &&
      missing.includes(question.id) &&
      (asked.has(question.id) || answerTo(forAll, question) !== undefined),
  );

  /** The options that somebody's cells mean; every one of them where that is not known. */
  function saidOf(question: Question): Set<string> {
    const all = new Set(question.options.map(({ value }) => value));
    const own = columns.flatMap(({ index, as }) => {
      const column = as === undefined ? undefined : roster.columns.get(as);
      return column?.question === question ? [{ column, texts: sheet.texts[index] }] : [];
    });
    const [only] = own;
    if (!only?.texts || own.length > 1 || only.column.amounts) return all;
    const { column, texts } = only;
    const answers = new Set(texts.map((text) => readCell(roster, column, text, sheet).answer));
    return new Set([...all].filter((value) => answers.has(value)));
  }
}
