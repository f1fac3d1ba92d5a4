import type { AskingNotice, AskingQuestion, Option } from '../../calculator/index.ts';
import type { Draft } from './draft.ts';

/** What every kind of input gets. */
export interface InputProps<Q extends AskingQuestion = AskingQuestion> {
  notice: AskingNotice;
  question: Q;
  /**
   * The name of the field's choices. It stays from question to question: renamed one by one, a chosen one would
   * take the choice from the one that has been renamed before it.
   */
  group: string;
  draft: Draft;
  error: string | undefined;
  onDraft: (draft: Draft) => void;
  /** Told of an option that a finger is about to choose. */
  onNear: (value: string) => void;
  /** A finger chose what is a whole answer. */
  onTap: (value: string) => void;
}

/** What has to be filled in once it is chosen, and so is no whole answer. */
export const DATE: Pick<Option, 'value'> = { value: 'date' };

/**
 * One choice out of several. Under a finger it is the answer at once; with keys it is only chosen. From one question to
 * the next the rows stay and only their words change: rows made anew take a slow phone as long as all the rest.
 */
export function Options({
  group,
  options,
  draft,
  error,
  errorId,
  onDraft,
  onNear,
  onTap,
}: InputProps & { options: Option[]; errorId: string }) {
  return (
    <div>
      {options.map(({ value, label, hint, note }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input is there for keys, which only choose
        <label
          // biome-ignore lint/suspicious/noArrayIndexKey: one question's option takes another's place
          key={index}
          class="tc-choice"
          onPointerDown={() => onNear(value)}
          onClick={(event) => {
            // Keys, and what stands in for a finger in a screen reader, click without counting: they only choose.
            if (event.detail === 0 || value === DATE.value) return;
            event.preventDefault();
            // The second click of a double one would answer the next question.
            if (event.detail !== 1) return;
            // What a cancelled click did to a radio is undone once all have heard of it: by then it would be the next
            // question's radio.
            if (event.target instanceof HTMLInputElement) setTimeout(onTap, 0, value);
            else onTap(value);
          }}
        >
          <input
            type="radio"
            name={group}
            value={value}
            checked={draft.choice === value}
            aria-invalid={error && index === 0 ? true : undefined}
            aria-describedby={error && index === 0 ? errorId : undefined}
            onChange={() => onDraft({ ...draft, choice: value })}
          />
          <span>
            {label}
            {hint && <small>（{hint}）</small>}
            {note && <small class="self-check-choosing">{note}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
