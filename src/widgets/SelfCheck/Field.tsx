import type { ComponentChildren } from 'preact';
import type { AmountsQuestion, DateQuestion, Option, Question } from '../../calculator/index.ts';
import { type Draft, isDateMeant, toNumber } from './draft.ts';
import type { Later } from './later.tsx';

interface Props<Q extends Question = Question> {
  question: Q;
  /** Has what dates are typed into; no date is among the first questions. */
  later: Later | null | undefined;
  /** One of several on the screen, under a heading of their own. */
  several: boolean;
  draft: Draft;
  error: string | undefined;
  onDraft: (draft: Draft) => void;
  /** What else belongs to the question, below its inputs. */
  children?: ComponentChildren;
}

/** A question as a real fieldset, its error tied to the inputs. */
export function Field(props: Props) {
  const { question, several, error } = props;
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
          <h2 tabIndex={-1} data-focus>
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
      <Inputs {...props} errorId={errorId} />
      {props.children}
    </fieldset>
  );
}

function Inputs(props: Props & { errorId: string }) {
  const { question } = props;
  if (question.type === 'amounts') return <AmountsInputs {...props} question={question} />;
  if (question.type === 'date') return <DateInputs {...props} question={question} />;
  return <Options {...props} options={question.options} />;
}

function Options({
  question,
  options,
  draft,
  error,
  errorId,
  onDraft,
}: Props & { options: Option[]; errorId: string }) {
  return (
    <div>
      {options.map(({ value, label, hint }, index) => (
        <label key={value} class="tc-choice">
          <input
            type="radio"
            name={question.id}
            value={value}
            checked={draft.choice === value}
            aria-invalid={error && index === 0 ? true : undefined}
            aria-describedby={error && index === 0 ? errorId : undefined}
            onChange={() => onDraft({ ...draft, choice: value })}
          />
          <span>
            {label}
            {hint && <small>（{hint}）</small>}
          </span>
        </label>
      ))}
    </div>
  );
}

function DateInputs(props: Props<DateQuestion> & { errorId: string }) {
  const { question, later, draft, error, onDraft } = props;
  const bare = question.options.length === 0;
  const field = later && (
    <later.DateField
      id={`${question.id}-date`}
      label={bare ? '日期' : (question.dateLabel ?? '日期')}
      value={draft.text ?? ''}
      hint="例如 2022-12-31、2022.12.31 或 20221231"
      error={error}
      onChange={(text) => onDraft({ ...draft, choice: 'date', text })}
    />
  );
  if (bare) return field;
  const byDate = { value: 'date', label: question.dateLabel ?? '填日期' };
  const [first, ...rest] = question.options;
  // 没有 first, then the date, then 不清楚: the order in which people look for themselves. Where 不清楚 is all that there
  // is beside the date, the field stands ready.
  const isUsual = first !== undefined && rest.length === 0;
  const options = isUsual ? [byDate, first] : first ? [first, byDate, ...rest] : [byDate];
  const chosen = isDateMeant(question, draft);
  return (
    <div class="tc-stack">
      <Options
        {...props}
        draft={chosen ? { ...draft, choice: 'date' } : draft}
        options={options}
        error={chosen ? undefined : error}
      />
      {chosen && field}
    </div>
  );
}

function AmountsInputs(props: Props<AmountsQuestion> & { errorId: string }) {
  const { question, draft, error, errorId, onDraft } = props;
  const option = question.options.find(({ value }) => value === draft.choice);
  // Where something is missing or no number, that is what is wrong; otherwise the message says which of the two.
  const isNumber = (id: string) => typeof toNumber(draft.amounts?.[id]) === 'number';
  const isWrong = (id: string) =>
    !isNumber(id) || question.amounts.every((one) => isNumber(one.id));
  return (
    <div class="self-check-amounts">
      {question.amounts.map(({ id, label }) => (
        <label key={id}>
          <span>{label}</span>
          <input
            class="tc-field"
            inputMode="decimal"
            autocomplete="off"
            name={`${question.id}-${id}`}
            value={option ? '' : (draft.amounts?.[id] ?? '')}
            aria-invalid={error && isWrong(id) ? true : undefined}
            aria-describedby={error ? errorId : undefined}
            onInput={({ currentTarget }) =>
              onDraft({
                choice: 'amounts',
                amounts: { ...draft.amounts, [id]: currentTarget.value },
              })
            }
          />
        </label>
      ))}
      {question.options.map(({ value, label }) => (
        <label key={value} class="self-check-toggle">
          <input
            type="checkbox"
            name={`${question.id}-${value}`}
            checked={draft.choice === value}
            onChange={({ currentTarget }) =>
              onDraft({ ...draft, choice: currentTarget.checked ? value : 'amounts' })
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
