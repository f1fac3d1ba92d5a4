import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { IsoDate, TimedNotice, WorkCalendar } from '../../calculator/index.ts';
import { DateField } from '../shared/DateField.tsx';
import { readDay } from './plan.ts';

interface Props {
  id: string;
  label: string;
  /** What to say when nothing was typed. */
  asked: string;
  notice: TimedNotice;
  calendar: WorkCalendar;
  /** The day planned with; the field begins with it. */
  day: IsoDate | undefined;
  onDay: (day: IsoDate | undefined) => void;
  /** Something wrong that only planning shows. */
  error?: string | undefined;
  children?: ComponentChildren;
  /** Whether it does anything yet; the server's HTML has only the first role's form. */
  ready?: boolean;
}

/**
 * Asks for one day. It is taken once it is whole: when a day is chosen, the field left or the button pressed. Taken at
 * every key, 2026-07-2 would flash by on the way to 2026-07-20.
 */
export function DayForm(props: Props) {
  const { id, label, asked, notice, calendar, day, onDay, error, children, ready = true } = props;
  const [text, setText] = useState(day ?? '');
  // The calendar's change follows its input at once, before the text is drawn anew.
  const typed = useRef(text);
  const [wrong, setWrong] = useState<string>();
  const take = (): boolean => {
    const read = readDay(notice, calendar, typed.current, asked);
    const isDay = 'day' in read;
    setWrong(isDay ? undefined : read.error);
    onDay(isDay ? read.day : undefined);
    return isDay;
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!take() || error) document.getElementById(id)?.focus();
  };
  return (
    <form class="timeline-form" noValidate onSubmit={submit}>
      <div onChange={take}>
        <DateField
          id={id}
          label={label}
          hint={`例如 ${notice.year}-07-20、${notice.year}.7.20 或 ${notice.year}0720`}
          value={text}
          onChange={(text) => {
            typed.current = text;
            setText(text);
          }}
          error={wrong ?? error}
          disabled={!ready}
        />
      </div>
      {children}
      {/* Pressing it does not take the focus from the field: an error that came then would push the button away
          from under the pointer, and there would be no click. */}
      <button
        class="tc-button tc-button-primary"
        type="submit"
        disabled={!ready}
        onMouseDown={(event) => event.preventDefault()}
      >
        算一算
      </button>
    </form>
  );
}
