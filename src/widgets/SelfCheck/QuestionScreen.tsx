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
import type { Later } from './later.tsx';
import type { Links } from './links.ts';
import { WhyAsked } from './WhyAsked.tsx';

interface Props {
  notice: Notice;
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
  onBack: () => void;
  /** Looks at what is found so far. */
  onPeek: () => void;
}

/** One screen of the form. What is typed stays as it is until it can be understood. */
export function QuestionScreen(props: Props) {
  const { notice, links, later, answers, screen, number, left, changing, unsent } = props;
  const { questions } = screen;
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() =>
    Object.fromEntries(
      questions.map((q) => [q.id, unsent.get(q.id) ?? draftOf(q, answerTo(answers, q))]),
    ),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const sent = useRef(0);
  const form = useRef<HTMLFormElement>(null);
  const draft = (question: Question) => drafts[question.id] ?? {};
  const forget = () => {
    for (const { id } of questions) unsent.delete(id);
  };
  const setDraft = (changed: Record<string, Draft>) => {
    for (const [id, next] of Object.entries(changed)) unsent.set(id, next);
    setDrafts((before) => ({ ...before, ...changed }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([id]) => !(id in changed))),
    );
  };

  // Only a sending moves the focus: not the mending of one mistake among several.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [sent.current]);

  const submit = (event: Event) => {
    event.preventDefault();
    const found: Record<string, string> = {};
    let given = answers;
    for (const question of questions) {
      const checked = check(notice, question, draft(question));
      if ('error' in checked) found[question.id] = checked.error;
      else given = withAnswer(given, question, checked.answer);
    }
    sent.current += 1;
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    forget();
    props.onAnswer(given);
  };

  const [first, ...others] = questions;
  if (!first) return null;
  const several = others.length > 0;
  const after = left - (answerTo(answers, first) === undefined ? 1 : 0);
  return (
    <form class="tc-stack self-check-form" ref={form} onSubmit={submit} noValidate>
      <p class="tc-quiet">
        {changing ? '修改答案' : `第 ${number} 题${after > 0 ? `，最多还剩 ${after} 题` : ''}`}
      </p>
      {several && (
        <h2 tabIndex={-1} data-focus>
          {questions.map((q) => (q.type === 'amounts' ? q.part : '')).join('、')} 年的继续教育学时
        </h2>
      )}
      {several && first.help && <p class="self-check-help">{first.help}</p>}
      {later && (
        <later.ErrorSummary
          errors={questions.flatMap((question) => {
            const message = errors[question.id];
            return message ? [{ question, message }] : [];
          })}
        />
      )}
      {questions.map((question) => (
        <Field
          key={question.id}
          question={question}
          later={later}
          several={several}
          draft={draft(question)}
          error={errors[question.id]}
          onDraft={(next) => setDraft({ [question.id]: next })}
        >
          {question === first && several && later && (
            <later.CopyDown
              questions={questions}
              draft={draft(first)}
              onCopy={(copied) =>
                setDraft(Object.fromEntries(others.map(({ id }) => [id, copied])))
              }
            />
          )}
        </Field>
      ))}
      <WhyAsked question={first} links={links} />
      <div class="tc-buttons">
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
        {number > 1 && !changing && (
          <button type="button" class="tc-button tc-button-link" onClick={props.onPeek}>
            {props.settled ? '看结果' : '先看目前的结果'}
          </button>
        )}
      </div>
    </form>
  );
}
