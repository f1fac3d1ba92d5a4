/** The fields of the form: one text, one of a few words, a day. */
import words from 'virtual:words/units/publicity';
import { fill } from '../../calculator/index.ts';
import { DateField } from '../shared/DateField.tsx';
import { dayOf } from './days.ts';

interface Props {
  id: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string;
}

/** What to look at once more in a field: under it, read out as it comes and whenever the field has the focus. */
export function Warnings({ id, said }: { id: string; said: string[] }) {
  return (
    <div class="publicity-said" id={`${id}-said`} role="status">
      {said.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
/** The id of what is said under a field, where anything is. */
const saidId = (id: string, said: string[]) => (said.length > 0 ? `${id}-said` : undefined);

/** @param wrong why what stands in it cannot stay */
export function TextField({
  id,
  label,
  value,
  onValue,
  hint,
  rows,
  wrong = [],
}: Props & { rows?: number; wrong?: string[] }) {
  const shared = {
    class: 'tc-field',
    id,
    value,
    autocomplete: 'off',
    'aria-describedby':
      [hint && `${id}-hint`, saidId(id, wrong)].filter(Boolean).join(' ') || undefined,
    'aria-invalid': wrong.length > 0 ? 'true' : undefined,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onValue(currentTarget.value),
  } as const;
  return (
    <div class="publicity-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="tc-quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong.length > 0 && (
        <div class="tc-error" id={`${id}-said`} role="alert">
          {wrong.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      {rows ? (
        <textarea {...shared} rows={rows} maxLength={1000} />
      ) : (
        <input {...shared} type="text" maxLength={100} />
      )}
    </div>
  );
}

/** What was brought along and is none of the options stays one, so that nothing is lost unseen. */
export function SelectField({ id, label, value, onValue, options }: Props & { options: string[] }) {
  const all = value && !options.includes(value) ? [...options, value] : options;
  return (
    <div class="publicity-field">
      <label for={id}>{label}</label>
      <select
        class="tc-field"
        id={id}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        <option value="">{words.choose}</option>
        {all.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A day as it is typed; that it is none is said once the field is left. */
export function DayField({
  id,
  label,
  value,
  onValue,
  year,
  error,
  said = [],
}: Props & { year: number; error?: string | undefined; said?: string[] }) {
  const wrong =
    error ?? (value.trim() !== '' && !dayOf(value) ? fill(words.dayWrong, { year }) : undefined);
  return (
    <div>
      <DateField
        id={id}
        label={label}
        hint={fill(words.dayHint, { year })}
        value={value}
        onChange={onValue}
        // While somebody is still typing it is not whole yet.
        error={value.trim().length >= 8 || error ? wrong : undefined}
        below={saidId(id, said)}
      />
      <Warnings id={id} said={said} />
    </div>
  );
}

export function Check({
  id,
  label,
  about,
  checked,
  onChecked,
  said = [],
}: {
  id: string;
  label: string;
  about?: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  said?: string[];
}) {
  return (
    <div>
      <label class="tc-choice">
        <input
          type="checkbox"
          id={id}
          checked={checked}
          aria-describedby={saidId(id, said)}
          onChange={({ currentTarget }) => onChecked(currentTarget.checked)}
        />
        <span>
          {label} {about && <small>{about}</small>}
        </span>
      </label>
      <Warnings id={id} said={said} />
    </div>
  );
}
