/** What is wrong with the questions. */
import type { AmountsQuestion, Clause, Question } from '../../calculator/index.ts';
import { nodesOf } from '../clauses.ts';
import { slotsOf, wrongSlots } from '../facts.ts';
import type { Say } from '../problem.ts';
import { plainText } from '../read/text.ts';
import { isClause, placeOfQuestion, type Year } from './year.ts';

export function checkQuestions(year: Year): void {
  const asked = new Set(
    year.notice.rules.flatMap(({ tree }) =>
      nodesOf(tree).flatMap((node) =>
        'ask' in node ? node.ask : 'since' in node ? node.since : 'each' in node ? node.each : [],
      ),
    ),
  );
  const sections = new Set<string>();
  for (const [index, question] of year.notice.questions.entries()) {
    const { section } = question;
    checkQuestion(year, question);
    if (sections.has(section) && year.notice.questions[index - 1]?.section !== section) {
      const say = year.sayIn(year.questions, placeOfQuestion(year, question));
      say(['section'], `“${section}”的题目要排在一起。`);
    }
    sections.add(section);
    const name = question.type === 'amounts' ? question.key : question.id;
    if (!asked.has(name)) {
      const say = year.sayIn(year.questions, placeOfQuestion(year, question));
      say(['id'], `没有规则用到 ${name}，请删去或写进规则。`);
    }
  }
  year.questions.data.forEach((written, index) => {
    if (written.type !== 'choice') return;
    const listed = written.optionsFrom ? year.notice[written.optionsFrom].list : [];
    for (const value of Object.keys(written.notes ?? {})) {
      if (listed.some(({ id }) => id === value)) continue;
      const message = `没有 ${value} 这个选项。notes 只写 optionsFrom 里的；其他选项在自己那里写 note。`;
      year.sayIn(year.questions)([index, 'notes', value], message);
    }
  });
  year.questions.data.forEach(({ id }, index) => {
    if (year.questions.data.findIndex((other) => other.id === id) < index) {
      year.sayIn(year.questions)([index, 'id'], `题目 ${id} 写了两次。`);
    }
  });
}

function checkQuestion(year: Year, question: Question): void {
  const { notice } = year;
  const place = placeOfQuestion(year, question);
  const say = year.sayIn(year.questions, place);
  isClause(year, say, ['clause'], question.clause);
  const slots = Object.keys(slotsOf(notice));
  for (const key of ['title', 'why', 'help'] as const) {
    for (const message of wrongSlots(question[key] ?? '', slots)) say([key], message);
  }
  checkOptions(year, question, say);
  if (question.type === 'date' && question.earliest > question.latest) {
    say(['latest'], 'latest 不能早于 earliest。');
  }
  if (question.type !== 'amounts') return;
  const named = yearsIn(notice.clauses.find(({ id }) => id === question.clause));
  if (named.length && !named.includes(Number(question.part))) {
    say(
      ['each'],
      `条款 ${question.clause} 写着 ${named.join('、')} 年，没有 ${question.part} 年。两处要一致。`,
    );
  }
  if (Number(question.part) > notice.year) say(['each'], `不能晚于 ${notice.year} 年。`);
  checkAmounts(question, say);
}

function checkOptions({ notice, questions }: Year, question: Question, say: Say): void {
  const values = question.options.map(({ value }) => value);
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) < index) say(['options'], `选项 ${value} 写了两次。`);
  }
  const written = questions.data.find(({ id }) => id === question.id)?.options ?? [];
  for (const { value, pointless, above } of question.options) {
    // Options that are shared with the notice's lists stand before those of the file.
    const at = ['options', written.findIndex((one) => one.value === value)];
    if (above !== undefined && !values.includes(above)) {
      say([...at, 'above'], noValue(question.id, above));
    }
    if (!pointless) continue;
    const other = notice.questions.find(({ id }) => id === pointless.question);
    if (!other) {
      say([...at, 'pointless', 'question'], noQuestion(pointless.question));
      continue;
    }
    for (const one of pointless.is) {
      if (!other.options.some((option) => option.value === one)) {
        say([...at, 'pointless', 'is'], noValue(pointless.question, one));
      }
    }
  }
}

export const noQuestion = (id: string): string => `questions.yaml 里没有题目 ${id}。`;
export const noValue = (question: string, value: string): string =>
  `${question} 没有 ${value} 这个选项，或者走不到这里。`;

function checkAmounts({ amounts, derived = [] }: AmountsQuestion, say: Say): void {
  const ids = amounts.map(({ id }) => id);
  amounts.forEach(({ within }, index) => {
    if (within !== undefined && !ids.slice(0, index).includes(within)) {
      say(['amounts', index, 'within'], '要写前面的一个数的 id。');
    }
  });
  derived.forEach(({ id, of, less }, index) => {
    const at = ['derived', index];
    if (ids.includes(id)) say([...at, 'id'], `${id} 已经是要填的数。`);
    if (!ids.includes(of)) say([...at, 'of'], `要写 ${ids.join('、')} 之一。`);
    // Otherwise it could come out below nothing.
    if (!amounts.some((amount) => amount.id === less && amount.within === of)) {
      say([...at, 'less'], `要写 within: ${of} 的一个数的 id。`);
    }
  });
}

/** The years that a clause names: 2024-2026 is three. */
function yearsIn(clause: Clause | undefined): number[] {
  const text = clause ? plainText(clause) : '';
  return [...text.matchAll(/(?<!\d)(20\d\d)[-–—至](20\d\d)(?!\d)/g)].flatMap(([, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n),
  );
}
