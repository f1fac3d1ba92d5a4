import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import {
  type Answer,
  type Answers,
  type AskingNotice,
  type AskingQuestion,
  answerTo,
  withAnswer,
} from '../../calculator/index.ts';
import { AfterPaint } from '../shared/AfterPaint.tsx';
import type { Links } from '../shared/result/links.ts';
import { type Draft, draftOf, isOption } from './draft.ts';
import { Field } from './Field.tsx';
import type { Screen } from './flow.ts';
import type { Later } from './later.tsx';
import { Progress } from './Progress.tsx';

interface Props {
  notice: AskingNotice;
  links: Links;
  /** What a screen has only after a while: loaded with the first. */
  later: Later | null | undefined;
  answers: Answers;
  screen: Screen;
  number: number;
  left: number;
  changing: boolean;
  /** The verdict stands already, whatever is answered here. */
  settled: boolean;
  /** What was typed and not yet sent, by question; it outlives the screen. */
  unsent: Map<string, Draft>;
  onAnswer: (answers: Answers) => void;
  /** Told of answers that are about to be given. */
  onNear: (answers: Answers) => void;
  onBack: () => void;
  /** Looks at what is found so far. */
  onPeek: () => void;
}

/**
 * One screen of the form. What is typed stays as it is until it can be understood. The form outlives its screen, too:
 * from one question to the next only what differs is drawn, which a slow phone does in half the time.
 */
export function QuestionScreen(props: Props) {
  const { notice, links, later, answers, screen, number, left, changing, unsent } = props;
  const { questions } = screen;
  const form = useRef<HTMLFormElement>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const { errors, sent } = useErrorsOf(screen.id);
  const draft = (question: AskingQuestion): Draft => ({
    ...draftOf(question, answerTo(answers, question)),
    ...unsent.get(question.id),
  });
  const forget = () => {
    for (const { id } of questions) unsent.delete(id);
  };

  // Only a sending moves the focus: not the mending of one mistake among several.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sent.count]);
  // A question is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each screen
  useLayoutEffect(() => {
    if (form.current && form.current.getBoundingClientRect().top < 0) form.current.scrollIntoView();
  }, [screen.id]);

  const answerAll = (answer: Answer) => {
    const texts = questions.map((question) => [question.id, draft(question).text] as const);
    forget();
    // Whoever does not know after all, and then does, need not type it again.
    for (const [id, text] of texts) if (text) unsent.set(id, { text });
    props.onAnswer(questions.reduce((given, one) => withAnswer(given, one, answer), answers));
  };
  const submit = (event: Event) => {
    event.preventDefault();
    let given = answers;
    errors.clear();
    for (const question of questions) {
      const checked =
        later?.check(notice, question, draft(question)) ?? chosen(question, draft(question));
      if ('error' in checked) errors.set(question.id, checked.error);
      else given = withAnswer(given, question, checked.answer);
    }
    if (errors.size > 0) {
      sent.count += 1;
      redraw(undefined);
      return;
    }
    forget();
    props.onAnswer(given);
  };

  const [first, ...others] = questions;
  if (!first) return null;
  const several = others.length > 0;
  const after = left - (answerTo(answers, first) === undefined ? 1 : 0);
  return (
    <form class="tc-stack self-check-form" ref={form} onSubmit={submit} noValidate>
      <Progress notice={notice} section={first.section}>
        {changing ? '修改答案' : `第 ${number} 题${after > 0 ? `，最多还剩 ${after} 题` : ''}`}
      </Progress>
      {several && (
        <h2 key={screen.id} tabIndex={-1} data-focus>
          {questions.map((q) => (q.type === 'amounts' ? q.part : '')).join('、')} 年的继续教育学时
        </h2>
      )}
      {several && first.help && <p class="self-check-help">{first.help}</p>}
      {several && later && (
        <later.AllYears notice={notice} questions={questions} onChoose={answerAll} />
      )}
      {later && (
        <later.ErrorSummary
          errors={questions.flatMap((question) => {
            const message = errors.get(question.id);
            return message ? [{ question, message }] : [];
          })}
        />
      )}
      {questions.map((question, index) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: one question takes another's place
          key={index}
          notice={notice}
          question={question}
          group={`choice${index}`}
          later={later}
          several={several}
          draft={draft(question)}
          error={errors.get(question.id)}
          onDraft={(next) => {
            unsent.set(question.id, next);
            errors.delete(question.id);
            redraw(undefined);
            if (!several && isOption(question, next.choice))
              props.onNear(withAnswer(answers, question, next.choice));
          }}
          onNear={(value) => {
            if (isOption(question, value)) props.onNear(withAnswer(answers, question, value));
          }}
          onTap={answerAll}
        />
      ))}
      <div class="self-check-go">
        <button type="submit" class="tc-button tc-button-primary">
          继续
        </button>
        <button
          type="button"
          class="tc-button"
          onClick={() => {
            if (changing) forget();
            props.onBack();
          }}
        >
          {changing ? '不改了' : '上一题'}
        </button>
      </div>
      {number > 1 && !changing && (
        <button
          type="button"
          class="tc-button tc-button-link self-check-peek"
          onClick={props.onPeek}
        >
          {props.settled ? '看结果' : '先看目前的结果'}
        </button>
      )}
      {later && (
        <AfterPaint
          of={[later, first, links.clause]}
          draw={() => (
            <>
              <later.WhyAsked key={first.id} question={first} links={links} />
              <later.RoomForKeyboard />
            </>
          )}
        />
      )}
    </form>
  );
}

/** What is wrong on a screen, and how often it was sent so; nothing once another is shown. */
function useErrorsOf(screen: string) {
  const held = useRef({ screen, errors: new Map<string, string>(), sent: { count: 0 } });
  if (held.current.screen !== screen) {
    held.current = { screen, errors: new Map(), sent: held.current.sent };
  }
  return held.current;
}

/** An option, which is all that the first questions have: what reads more is not there before them. */
function chosen(
  question: AskingQuestion,
  { choice }: Draft,
): { answer: Answer } | { error: string } {
  return isOption(question, choice) ? { answer: choice } : { error: '请选择一项。' };
}
