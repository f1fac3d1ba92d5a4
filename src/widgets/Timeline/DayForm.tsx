import '../shared/date-field.css';
import words from 'virtual:words/timeline/planner';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { fill, type IsoDate, type TimedNotice, type WorkCalendar } from '../../calculator/index.ts';
import { DateField } from '../shared/DateField.tsx';
import { readDay } from './readDay.ts';

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
}

/**
 * Asks for one day. It is taken once it is whole: when a day is chosen, the field left or the button pressed. Taken at
 * every key, 2026-07-2 would flash by on the way to 2026-07-20.
 */
export function DayForm(props: Props) {
  const { id, label, asked, notice, calendar, day, onDay, error, children } = props;
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
          hint={fill(words.dayHint, { year: notice.year })}
          value={text}
          onChange={(text) => {
            typed.current = text;
            setText(text);
          }}
          error={wrong ?? error}
        />
      </div>
      {children}
      {/* Pressing it does not take the focus from the field: an error that came then would push the button away
          from under the pointer, and there would be no click. */}
      <button
        class="tc-button tc-button-primary"
        type="submit"
        onMouseDown={(event) => event.preventDefault()}
      >
        {words.work}
      </button>
    </form>
  );
}
