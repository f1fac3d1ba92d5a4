/** Random answers, made from the notice's own questions: nothing here knows a question by name. */
import fc from 'fast-check';
import {
  type AmountsQuestion,
  type Answer,
  type Answers,
  addDays,
  daysBetween,
  type IsoDate,
  type Notice,
  type Question,
  withAnswer,
} from '../../src/calculator/index.ts';
import { notice } from './support.ts';

/** Any day from one date to another. */
export function dateBetween(from: IsoDate, to: IsoDate): fc.Arbitrary<IsoDate> {
  return fc.nat(daysBetween(from, to)).map((days) => addDays(from, days));
}

/** Valid amounts, most of them near the figures that matter. */
function amountsTo({ amounts }: AmountsQuestion): fc.Arbitrary<Answer> {
  const figure = fc.oneof(
    fc.constantFrom(0, 0.5, 59.5, 60, 89.5, 90, 96, 2000),
    fc.nat(4000).map((halves) => halves / 2),
  );
  return fc.array(figure, { minLength: amounts.length, maxLength: amounts.length }).map((drawn) => {
    const made: Record<string, number> = {};
    amounts.forEach(({ id, within }, index) => {
      const value = drawn[index] ?? 0;
      made[id] = within === undefined ? value : Math.min(value, made[within] ?? value);
    });
    return made;
  });
}

/** Any valid answer to one question. */
export function answerFor(question: Question): fc.Arbitrary<Answer> {
  const options: fc.Arbitrary<Answer>[] = question.options.length
    ? [fc.constantFrom(...question.options.map(({ value }) => value))]
    : [];
  if (question.type === 'amounts') return fc.oneof(...options, amountsTo(question));
  if (question.type === 'choice') return fc.oneof(...options);
  return fc.oneof(
    ...options,
    // Round about the boundaries of all rules, and now and then anywhere.
    { weight: 3, arbitrary: dateBetween('2020-01-01', question.latest) },
    dateBetween(question.earliest, question.latest),
    fc.constantFrom('2022-12-31', '2023-01-01', '2023-07-18', '2023-07-19', '2024-02-29'),
  );
}

/** Answers to any of a notice's questions; each is left unanswered as often as `unanswered` in ten. */
export function anyAnswers(unanswered = 2, of: Notice = notice): fc.Arbitrary<Answers> {
  const given = of.questions.map((question) =>
    fc.oneof(
      { weight: unanswered, arbitrary: fc.constant(undefined) },
      { weight: 10 - unanswered, arbitrary: answerFor(question) },
    ),
  );
  return fc.tuple(...given).map((drawn) =>
    of.questions.reduce<Answers>((answers, question, index) => {
      const answer = drawn[index];
      return answer === undefined ? answers : withAnswer(answers, question, answer);
    }, {}),
  );
}

/**
 * The same, but the questions that decide the scope are answered so that people stay within it: otherwise most draws
 * end there and nothing else is tried.
 */
export function answersInScope(unanswered = 0): fc.Arbitrary<Answers> {
  const within = fc.record({
    specialty: fc.constantFrom('energy', 'materials'),
    employer: fc.constantFrom('provincialEnterprise', 'provincialInstitution'),
  });
  return fc
    .tuple(anyAnswers(unanswered), within)
    .map(([answers, scope]) => ({ ...answers, ...scope }));
}
