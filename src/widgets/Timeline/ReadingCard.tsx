import words from 'virtual:words/timeline/employer';
import { fill, type IsoDate, type TimedNotice } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { Tag } from '../shared/Tag.tsx';
import type { DayRange } from './daysOff.ts';
import { type Fit, fitOf, type Reading } from './posting.ts';

const FIT: Record<Fit, string> = {
  fits: words.fit,
  tooEarly: words.fitEarly,
  tooLate: words.fitLate,
};

/** One way of counting: its days one by one and what they lead to. */
export function ReadingCard({ notice, reading }: { notice: TimedNotice; reading: Reading }) {
  const { countPostingDay, posted, skipped, latestPosting } = reading;
  const fit = fitOf(notice, reading);
  const day = (date: IsoDate) => dayIn(notice, date);
  const facts = [
    [words.ends, day(posted.endsOn)],
    [words.recommend, fill(words.recommendFrom, { day: day(posted.recommendFrom) })],
    [
      words.slackTerm,
      fit === 'tooLate' ? words.slackNone : fill(words.slackDays, { n: posted.slackWorkdays }),
    ],
    [words.latestTerm, latestPosting ? day(latestPosting) : words.latestNone],
  ];
  return (
    <section class="timeline-reading">
      <h3>{countPostingDay ? words.count : words.cautious}</h3>
      <p class="tc-quiet">{countPostingDay ? words.otherSays : words.cautiousSays}</p>
      <Tag tone={fit === 'fits' ? 'yes' : 'no'}>{FIT[fit]}</Tag>
      <ol>
        {posted.counted.map((date, index) => (
          <li key={date}>
            <span>{fill(words.nth, { n: index + 1 })}</span> {day(date)}
          </li>
        ))}
      </ol>
      <p class="tc-quiet">
        {skipped.length > 0 &&
          fill(words.skipped, {
            days: skipped.map((range) => rangeIn(notice, range)).join(words.and),
          })}
      </p>
      <dl>
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const rangeIn = (notice: TimedNotice, { from, to }: DayRange): string =>
  from === to
    ? dayIn(notice, from)
    : fill(words.range, { from: dayIn(notice, from), to: dayIn(notice, to) });
