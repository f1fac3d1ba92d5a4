import { isDateMeant } from './draft.ts';
import type { Later } from './later.tsx';
import { type InputProps, Options } from './Options.tsx';

interface Props extends InputProps {
  /** Has what dates and amounts are typed into; neither is among the first questions. */
  later: Later | null | undefined;
  /** One of several on the screen, under a heading of their own. */
  several: boolean;
}

/** A question as a real fieldset, its error tied to the inputs. It outlives its question: what is alike stays. */
export function Field(props: Props) {
  const { question, later, several, error } = props;
  // A date's own field says what is wrong with it.
  const byField = question.type === 'date' && isDateMeant(question, props.draft);
  const errorId = `${question.id}-error`;
  const helpId = `${question.id}-help`;
  const help = several ? undefined : question.help;
  const describedBy =
    [error && !byField && errorId, help && helpId].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset class="self-check-field" data-question={question.id} aria-describedby={describedBy}>
      <legend>
        {several ? (
          <h3>{question.type === 'amounts' ? `${question.part} 年` : question.title}</h3>
        ) : (
          // A heading of its own, which takes the focus although the one before it had it.
          <h2 key={question.id} tabIndex={-1} data-focus>
            {question.title}
          </h2>
        )}
      </legend>
      {help && (
        <p class="self-check-help" id={helpId}>
          {help}
        </p>
      )}
      {error && !byField && (
        <p class="tc-error" id={errorId}>
          {error}
        </p>
      )}
      {question.type === 'choice' ? (
        <Options {...props} options={question.options} errorId={errorId} />
      ) : (
        later &&
        (question.type === 'date' ? (
          <later.DateInputs key={question.id} {...props} question={question} errorId={errorId} />
        ) : (
          <later.AmountsInputs {...props} question={question} errorId={errorId} />
        ))
      )}
    </fieldset>
  );
}
