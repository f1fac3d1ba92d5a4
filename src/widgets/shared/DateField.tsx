import { type IsoDate, isRealDate } from '../../calculator/index.ts';
import { parseDateText } from '../../typed/index.ts';
import { useAfterPaint } from './useAfterPaint.ts';

interface Props {
  /** The text field's id; those of the hint and the error derive from it. */
  id: string;
  label: string;
  /** What was typed, as typed. */
  value: string;
  /** Gets each change of the text; a day chosen in the calendar comes as YYYY-MM-DD. */
  onChange: (text: string) => void;
  hint?: string | undefined;
  /** How the text is understood, where that needs to be said; read out as it changes. */
  told?: string | undefined;
  /** Reads the text for the calendar beside it. */
  read?: (text: string) => IsoDate | undefined;
  error?: string | undefined;
  /** The id of what whoever draws it says of the day below it. */
  below?: string | undefined;
  disabled?: boolean;
}

/**
 * A date as text, in any form that `parseDateText` reads, with the platform's own calendar beside it. Text first:
 * someone who copies a date from a certificate types it faster than any calendar finds 2009. Whoever draws it brings
 * date-field.css, with the page or when it is loaded.
 */
export function DateField(props: Props) {
  const {
    id,
    label,
    value,
    onChange,
    hint,
    told,
    error,
    below,
    disabled,
    read = parseDateText,
  } = props;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId, below].filter(Boolean).join(' ');
  const date = read(value);
  // The platform's input takes longer to make than all else on the screen.
  const withPicker = useAfterPaint();
  return (
    <div class="tc-date">
      <label class="tc-date-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="tc-quiet" id={hintId}>
          {hint}
        </p>
      )}
      {error && (
        <p class="tc-error" id={errorId} role="alert">
          {error}
        </p>
      )}
      <div class="tc-date-inputs">
        <input
          class="tc-field"
          id={id}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={value}
          disabled={disabled}
          aria-describedby={describedBy || undefined}
          aria-invalid={error ? 'true' : undefined}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <span class="tc-date-picker">
          <CalendarIcon />
          {withPicker && (
            <input
              type="date"
              aria-label={`${label}：从日历选`}
              value={date && isRealDate(date) ? date : ''}
              onInput={({ currentTarget }) => {
                // Empty while a date is only partly there; what was typed in the text field stays then.
                if (currentTarget.value) onChange(currentTarget.value);
              }}
            />
          )}
        </span>
      </div>
      {told !== undefined && (
        <p class="tc-date-told" role="status">
          {told}
        </p>
      )}
    </div>
  );
}

function CalendarIcon() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4" />
    </svg>
  );
}
