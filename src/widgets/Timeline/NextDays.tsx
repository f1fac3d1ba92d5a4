import words from 'virtual:words/timeline/page';
import type { ComponentChildren } from 'preact';
import { daysBetween, fill, type IsoDate, type TimedNotice } from '../../calculator/index.ts';
import { dayIn, type Entry } from '../../plan/index.ts';
import { whoseDay } from './DateTable.tsx';

interface Props {
  notice: TimedNotice;
  /** Undefined on the server and in the first render: the place is kept. */
  today: IsoDate | undefined;
  /** In order. */
  days: Entry[];
  isOver: boolean;
  /** The screen's one action. */
  action: ComponentChildren;
  children: ComponentChildren;
}

/** So many stand above the action, which is to be on a phone's first screen. */
const FIRST = 3;

/** Where we are and what comes next: today and the nearest days, from top to bottom. */
export function NextDays({ notice, today, days, isOver, action, children }: Props) {
  return (
    <section class="timeline-next" aria-labelledby="timeline-next">
      <h2 id="timeline-next">{words.next}</h2>
      {today && (
        <>
          <ol>
            <li class="timeline-now">
              <b>{words.today}</b> {dayIn(notice, today)}
            </li>
            <Days {...{ notice, today, isOver }} days={days.slice(0, FIRST)} />
          </ol>
          {isOver && days.length === 0 && <p>{fill(words.over, { year: notice.year })}</p>}
          {action}
          {isOver && days.length > FIRST && (
            <ol>
              <Days {...{ notice, today, isOver }} days={days.slice(FIRST)} />
            </ol>
          )}
          {children}
        </>
      )}
    </section>
  );
}

function Days({
  notice,
  today,
  days,
  isOver,
}: Pick<Props, 'notice' | 'days' | 'isOver'> & { today: IsoDate }) {
  return days.map(({ id, kind, title, on, notes }) => (
    <li key={id} class={`timeline-row-${kind}`}>
      <b>{title}</b>
      <p>
        <time dateTime={on}>{dayIn(notice, on)}</time>{' '}
        <span class="tc-quiet">
          {on === today ? words.isToday : fill(words.inDays, { n: daysBetween(today, on) })}
        </span>{' '}
        {kind !== 'task' && <small>{whoseDay(kind)}</small>}
      </p>
      {isOver &&
        notes.map((note) => (
          <p key={note} class="tc-quiet">
            {note}
          </p>
        ))}
    </li>
  ));
}
