import {
  addDays,
  daysBetween,
  type IsoDate,
  type Notice,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { weekdayName } from '../shared/dates.ts';
import { daysOff, type Span } from './spans.ts';

interface Props {
  notice: Notice;
  calendar: WorkCalendar;
  today: IsoDate | undefined;
}

/**
 * The stages as bars over the days, where there is room for them. The list below says the same in words, so screen
 * readers pass over it.
 */
export function Chart({ notice, calendar, today }: Props) {
  const range = rangeOf(notice);
  const place = ({ from, to }: Span) => ({
    '--from': daysBetween(range.from, from),
    '--days': daysBetween(from, to) + 1,
  });
  const { stages } = notice;
  return (
    <div
      class="timeline-chart"
      aria-hidden="true"
      style={{ '--all': daysBetween(range.from, range.to) + 1 }}
    >
      {daysOff(calendar, range.from, range.to).map((span) => (
        <span key={span.from} class="timeline-off" style={place(span)} />
      ))}
      {stages.map(({ id, title, opens, closes }) => (
        <span
          key={id}
          class={`timeline-bar${opens ? '' : ' timeline-bar-unstated'}`}
          style={place({ from: opens ?? range.from, to: closes })}
        >
          {title}
        </span>
      ))}
      <span class="timeline-mark" style={place({ from: range.from, to: range.from })}>
        {shortDay(range.from)}
      </span>
      {stages.map(({ id, closes }) => (
        <span
          key={id}
          class="timeline-mark timeline-mark-end"
          style={place({ from: range.from, to: closes })}
        >
          {shortDay(closes)}
        </span>
      ))}
      {today && today >= range.from && today <= range.to && (
        <span class="timeline-today" style={place({ from: today, to: today })}>
          今天 {shortDay(today)}
        </span>
      )}
      <p>浅色竖条是休息日。左边是虚线的，通知没有写开始日期。</p>
    </div>
  );
}

/** From the first opening to the last closing. */
function rangeOf({ stages, issuedOn }: Notice): Span {
  const closings = stages.map(({ closes }) => closes).sort();
  return { from: stages[0]?.opens ?? issuedOn, to: closings.at(-1) ?? addDays(issuedOn, 1) };
}

/** 7-19 周日 */
function shortDay(date: IsoDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month}-${day} ${weekdayName(date)}`;
}
