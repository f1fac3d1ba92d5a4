import type { IsoDate, TimedNotice } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { Tag } from '../shared/Tag.tsx';
import type { DayRange } from './daysOff.ts';
import { type Fit, fitOf, type Reading } from './posting.ts';

const FIT: Record<Fit, string> = { fits: '能赶上', tooEarly: '太早', tooLate: '赶不上' };

/** One way of counting: its days one by one and what they lead to. */
export function ReadingCard({ notice, reading }: { notice: TimedNotice; reading: Reading }) {
  const { countPostingDay, posted, skipped, latestPosting } = reading;
  const fit = fitOf(notice, reading);
  const day = (date: IsoDate) => dayIn(notice, date);
  const facts = [
    ['公示结束', day(posted.endsOn)],
    ['可以推荐', `${day(posted.recommendFrom)}起`],
    ['余量', fit === 'tooLate' ? '已过截止日' : `${posted.slackWorkdays} 个工作日`],
    ['最迟贴出', latestPosting ? day(latestPosting) : '没有来得及的日子'],
  ];
  return (
    <section class="timeline-reading">
      <h3>{countPostingDay ? '贴出当天是工作日就计入' : '贴出当天不计入'}</h3>
      <p class="tc-quiet">
        {countPostingDay
          ? '另一种算法，受理点认不认请先问'
          : '本站的稳妥算法，依据民法典第二百零一条'}
      </p>
      <Tag tone={fit === 'fits' ? 'yes' : 'no'}>{FIT[fit]}</Tag>
      <ol>
        {posted.counted.map((date, index) => (
          <li key={date}>
            <span>第 {index + 1} 天</span> {day(date)}
          </li>
        ))}
      </ol>
      <p class="tc-quiet">
        {skipped.length > 0 &&
          `休息日不计：${skipped.map((range) => rangeIn(notice, range)).join('，')}`}
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
  from === to ? dayIn(notice, from) : `${dayIn(notice, from)}至 ${dayIn(notice, to)}`;
