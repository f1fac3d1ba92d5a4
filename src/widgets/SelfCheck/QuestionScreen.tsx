import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type Answers,
  answerTo,
  type Notice,
  type Question,
  withAnswer,
} from '../../calculator/index.ts';
import { check, type Draft, draftOf } from './draft.ts';
import { Field } from './Field.tsx';
import type { Screen } from './flow.ts';
import type { Links } from './links.ts';

interface Props {
  notice: Notice;
  links: Links;
  answers: Answers;
  screen: Screen;
  number: number;
  left: number;
  changing: boolean;
  onAnswer: (answers: Answers) => void;
  onBack: () => void;
  /** Looks at what is found so far. */
  onPeek: () => void;
}

/** One screen of the form. What is typed stays as it is until it can be understood. */
export function QuestionScreen(props: Props) {
  const { notice, links, answers, screen, number, left, changing } = props;
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() =>
    Object.fromEntries(screen.questions.map((q) => [q.id, draftOf(q, answerTo(answers, q))])),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  const draft = (question: Question) => drafts[question.id] ?? {};

  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const submit = (event: Event) => {
    event.preventDefault();
    const found: Record<string, string> = {};
    let given = answers;
    for (const question of screen.questions) {
      const checked = check(notice, question, draft(question));
      if ('error' in checked) found[question.id] = checked.error;
      else given = withAnswer(given, question, checked.answer);
    }
    setErrors(found);
    if (Object.keys(found).length === 0) props.onAnswer(given);
  };

  const [first] = screen.questions;
  if (!first) return null;
  const several = screen.questions.length > 1;
  const after = left - (answerTo(answers, first) === undefined ? 1 : 0);
  return (
    <form class="tc-stack self-check-form" ref={form} onSubmit={submit} noValidate>
      <p class="tc-quiet">
        {changing ? '修改答案' : `第 ${number} 题${after > 0 ? `，最多还剩 ${after} 题` : ''}`}
      </p>
      {several && (
        <h2 tabIndex={-1} data-focus>
          {screen.questions.map((q) => (q.type === 'amounts' ? q.part : '')).join('、')}{' '}
          年的继续教育学时
        </h2>
      )}
      {several && first.help && <p class="self-check-help">{first.help}</p>}
      {screen.questions.map((question) => (
        <Field
          key={question.id}
          question={question}
          several={several}
          draft={draft(question)}
          error={errors[question.id]}
          onDraft={(next) => {
            setDrafts({ ...drafts, [question.id]: next });
            if (errors[question.id]) {
              const { [question.id]: _mended, ...rest } = errors;
              setErrors(rest);
            }
          }}
        />
      ))}
      <details class="self-check-why">
        <summary>为什么问</summary>
        <p>
          {first.why}
          <a href={links.clause(first.clause)}>看通知条款</a>
        </p>
      </details>
      <div class="tc-buttons">
        <button type="submit" class="tc-button tc-button-primary">
          继续
        </button>
        <button type="button" class="tc-button" onClick={props.onBack}>
          {changing ? '不改了' : '上一题'}
        </button>
        {number > 1 && !changing && (
          <button type="button" class="tc-button tc-button-link" onClick={props.onPeek}>
            先看目前的结果
          </button>
        )}
      </div>
    </form>
  );
}
