/** The template to fill in, and a sample that shows every verdict. Made when somebody asks for one. */
import { type Answers, answerTo, assess, fill, withAnswer } from '../calculator/index.ts';
import { type Column, compiledRoster } from './compiled.ts';
import type { Cell, ExportKind, RosterNotice, TakeAway } from './types.ts';
import { fileOf, widthFor } from './write/index.ts';
import type { OutSheet } from './write/xlsx.ts';

/** The template's columns; of a year's amounts the parts that are asked for. */
const columnsOf = (notice: RosterNotice): Column[] =>
  [...compiledRoster(notice).columns.values()].filter(({ inTemplate }) => inTemplate);

/** What can be chosen in a cell, as the question names it. */
const optionsOf = ({ question, amounts }: Column): string[] =>
  question?.type === 'choice' && !amounts ? question.options.map(({ label }) => label) : [];

/** With lists to choose from and a sheet of explanations, where the kind of file can hold them. */
export const template = (notice: RosterNotice, kind: ExportKind): Promise<TakeAway> =>
  filled(notice, notice.roster.out.template, [], kind);

/** A made-up roster: people are numbers, and every verdict stands in it. */
export const sample = (notice: RosterNotice, kind: ExportKind): Promise<TakeAway> =>
  filled(notice, notice.roster.out.sample, sampleRows(notice), kind);

function filled(
  notice: RosterNotice,
  title: string,
  rows: Cell[][],
  kind: ExportKind,
): Promise<TakeAway> {
  const columns = columnsOf(notice);
  const people: OutSheet = {
    name: notice.roster.out.sheetPeople,
    rows: [columns.map((column) => column.title), ...rows],
    widths: columns.map((column) => widthFor(column.title)),
    header: true,
    lists: columns.flatMap((column, index) => {
      const options = optionsOf(column);
      // Excel holds no longer lists.
      return options.length && options.join(',').length <= 255 ? [{ column: index, options }] : [];
    }),
  };
  const name = fill(title, { year: notice.year });
  return fileOf(name, kind, [people, explanations(notice, columns)]);
}

function explanations(notice: RosterNotice, columns: Column[]): OutSheet {
  const { out } = notice.roster;
  const accepted = (column: Column): string => {
    if (column.amounts) return out.creditsText;
    const options = optionsOf(column);
    if (options.length) return options.join('、');
    if (column.question?.type !== 'date') return out.anyText;
    const others = column.question.options.map(({ label }) => label);
    return [column.question.mayLackDay ? out.dateText : out.dayText, ...others].join('；');
  };
  return {
    name: out.explanations,
    header: false,
    widths: [28, 60, 60],
    rows: [
      [out.templateLead],
      [],
      [out.column, out.accepted, out.notes],
      ...columns.map((column) => [
        column.title,
        accepted(column),
        column.note ?? column.question?.help ?? '',
      ]),
    ],
  };
}

/** The rows of the sample: one person for each verdict, found by trying, so that none is missing in any year. */
function sampleRows(notice: RosterNotice): Cell[][] {
  const columns = columnsOf(notice);
  const found = new Map<string, Answers>();
  for (const answers of tries(notice)) {
    const { verdict } = assess(notice, answers);
    if (!found.has(verdict)) found.set(verdict, answers);
  }
  return Object.keys(notice.wording.verdicts)
    .map((verdict) => found.get(verdict))
    .filter((answers) => answers !== undefined)
    .map((answers, index) => columns.map((column) => cellOf(notice, column, answers, index + 1)));
}

/** Answers that fulfil every rule, and each of them with one answer changed or left out. */
function* tries(notice: RosterNotice): Generator<Answers> {
  const good = goodAnswers(notice);
  yield good;
  for (const question of notice.questions) {
    if (question.type === 'amounts') continue;
    for (const { value } of question.options) yield withAnswer(good, question, value);
    if (question.type === 'date') {
      yield withAnswer(good, question, question.latest);
      const { [question.id]: _, ...without } = good;
      yield without;
    }
  }
}

/** Found question by question: of its answers the one with which least is left wanting. */
function goodAnswers(notice: RosterNotice): Answers {
  const rank = ['outOfScope', 'ineligible', 'unlikely', 'incomplete', 'review', 'likely'];
  let answers: Answers = {};
  for (let round = 0; round < notice.questions.length; round += 1) {
    const [id] = assess(notice, answers).missing;
    const question = notice.questions.find((one) => one.id === id);
    if (!question) break;
    const values =
      question.type === 'amounts'
        ? [Object.fromEntries(question.amounts.map(({ id, within }) => [id, within ? 72 : 96]))]
        : [
            ...question.options.map(({ value }) => value),
            ...(question.type === 'date' ? ['2015-07-01'] : []),
          ];
    const weighed = values.map((value) => {
      const given = withAnswer(answers, question, value);
      const { verdict, findings, missing } = assess(notice, given);
      const open = findings.filter(({ outcome }) => outcome === 'review').length;
      return { given, rank: rank.indexOf(verdict), open, left: missing.length };
    });
    weighed.sort((a, b) => b.rank - a.rank || a.open - b.open || b.left - a.left);
    const [best] = weighed.filter(({ rank: of }) => of >= rank.indexOf('incomplete'));
    answers = (best ?? weighed[0])?.given ?? answers;
  }
  return answers;
}

function cellOf(notice: RosterNotice, column: Column, answers: Answers, number: number): Cell {
  if (column.shows === 'name') return `${notice.roster.out.person}${number}`;
  if (column.shows === 'department') return notice.roster.out.someDepartment;
  const { question, amounts } = column;
  if (!question) return '';
  const answer = answerTo(answers, question);
  if (question.type === 'amounts') {
    if (typeof answer !== 'object') return '';
    const at = amounts?.part === 'professional' ? 1 : 0;
    return answer[question.amounts[at]?.id ?? ''] ?? '';
  }
  if (typeof answer !== 'string') return '';
  return question.options.find(({ value }) => value === answer)?.label ?? answer;
}
