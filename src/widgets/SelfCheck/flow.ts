/**
 * Which screen comes when. Nothing is remembered but the answers: the way that led here is found by asking again
 * from the start, so that going back or changing an answer can never lose or invent a step.
 */
import {
  type Answers,
  type AskingNotice,
  type AskingQuestion,
  answerTo,
  assess,
  nextQuestion,
  withAnswer,
} from '../../calculator/index.ts';

/** Questions shown together; the three years of credits are one screen. */
export interface Screen {
  id: string;
  questions: AskingQuestion[];
}

export const screenOf = (notice: AskingNotice, id: string): Screen => ({
  id,
  questions: notice.questions.filter(({ screen }) => screen === id),
});

/** The questions that these answers lead through, in the order asked, ending with the first that has no answer. */
export function asked(notice: AskingNotice, answers: Answers): AskingQuestion[] {
  const way: AskingQuestion[] = [];
  let given: Answers = {};
  for (;;) {
    const question = nextQuestion(notice, given);
    if (!question) return way;
    way.push(question);
    const answer = answerTo(answers, question);
    if (answer === undefined) return way;
    given = withAnswer(given, question, answer);
  }
}

/** The ids of the screens on that way. */
export function screensOn(notice: AskingNotice, answers: Answers): string[] {
  return [...new Set(asked(notice, answers).map(({ screen }) => screen))];
}

/**
 * Where to go once an answer is given: the next screen, or undefined for the result, which comes as soon as no further
 * answer can change the verdict.
 *
 * @param all go on to every question that still matters to some rule, although the verdict is settled
 */
export function nextScreen(
  notice: AskingNotice,
  answers: Answers,
  all: boolean,
): string | undefined {
  const { settled, missing } = assess(notice, answers);
  return all || !settled ? notice.questions.find(({ id }) => id === missing[0])?.screen : undefined;
}

/** The screen before `screen`, or before the result when there is none; undefined at the first. */
export function screenBefore(
  notice: AskingNotice,
  answers: Answers,
  screen: string | undefined,
): string | undefined {
  if (screen === undefined) {
    // A result that comes early is followed by questions that nobody has answered.
    const given = asked(notice, answers).filter((one) => answerTo(answers, one) !== undefined);
    return given.at(-1)?.screen;
  }
  const screens = screensOn(notice, answers);
  const at = screens.indexOf(screen);
  return at < 0 ? screens.at(-1) : screens[at - 1];
}

/** How many of the questions that people count are answered: the years asked together are one. */
export function answeredScreens(notice: AskingNotice, answers: Answers): number {
  const { used, idle } = answered(notice, answers);
  return new Set([...used, ...idle].map(({ screen }) => screen)).size;
}

/**
 * The answered questions, in the notice's order: those that some rule uses, and those that none asks for any more
 * because another answer was changed. The latter are kept, in case it is changed back.
 */
export function answered(
  notice: AskingNotice,
  answers: Answers,
): { used: AskingQuestion[]; idle: AskingQuestion[] } {
  const paths = assess(notice, answers).findings.flatMap(({ path }) => path);
  const inUse = new Set(paths.map(({ question }) => question));
  const given = notice.questions.filter((question) => answerTo(answers, question) !== undefined);
  return {
    used: given.filter(({ id }) => inUse.has(id)),
    idle: given.filter(({ id }) => !inUse.has(id)),
  };
}
