import { useState } from 'preact/hooks';
import {
  deadlineOf,
  type IsoDate,
  type Notice,
  type WorkCalendar,
} from '../../calculator/index.ts';
import { DateField } from '../shared/DateField.tsx';
import { dayIn } from '../shared/dates.ts';
import { answerOf, type Posting, planPosting, suggestedPosting } from './posting.ts';
import { ReadingCard } from './ReadingCard.tsx';

const FIELD = 'posted-on';

interface Props {
  notice: Notice;
  calendar: WorkCalendar;
  today: IsoDate | undefined;
}

/** Asks for the day on which the publicity is posted and shows what follows from it. */
export function Planner({ notice, calendar, today }: Props) {
  // A date is planned once it is whole: when a day is chosen, the field left or the button pressed. Planned at every
  // key, 2026-07-2 would flash by on the way to 2026-07-20.
  const [{ text, submitted }, setDate] = useState(() => {
    const text = suggestedPosting(notice, calendar);
    return { text, submitted: text };
  });
  const plan = () => setDate(({ text }) => ({ text, submitted: text }));
  const [countPostingDay, setCountPostingDay] = useState(false);
  const posting = planPosting(notice, calendar, submitted);
  const deadline = deadlineOf(notice);
  const isOver = today !== undefined && today > deadline;

  const submit = (event: Event) => {
    event.preventDefault();
    plan();
    if ('error' in planPosting(notice, calendar, text)) document.getElementById(FIELD)?.focus();
  };

  return (
    <section aria-labelledby="timeline-planner">
      <h2 id="timeline-planner">公示哪天贴，来得及吗</h2>
      <p>
        {isOver
          ? `${dayIn(notice, deadline)}已经过了，推算的结果只供核对。`
          : `公示不少于 ${notice.publicity.workdays} 个工作日，单位最迟 ${dayIn(notice, deadline)}推荐。`}
      </p>
      <form class="timeline-form" noValidate onSubmit={submit} onChange={plan}>
        <DateField
          id={FIELD}
          label="哪天贴出公示"
          hint={`例如 ${notice.year}-07-20、${notice.year}.7.20 或 ${notice.year}0720`}
          value={text}
          onChange={(text) => setDate(({ submitted }) => ({ text, submitted }))}
          error={'error' in posting ? posting.error : undefined}
        />
        <label class="tc-choice">
          <input
            type="checkbox"
            checked={countPostingDay}
            onChange={({ currentTarget }) => setCountPostingDay(currentTarget.checked)}
          />
          <span>
            贴出当天是工作日就计入 <small>不勾选时当天不计入，这是本站的稳妥算法</small>
          </span>
        </label>
        {/* Pressing it does not take the focus from the field: an error that came then would push the button away
            from under the pointer, and there would be no click. */}
        <button
          class="tc-button tc-button-primary"
          type="submit"
          onMouseDown={(event) => event.preventDefault()}
        >
          算一算
        </button>
      </form>
      <div aria-live="polite">
        {'cautious' in posting && (
          <Answer notice={notice} posting={posting} countPostingDay={countPostingDay} />
        )}
      </div>
      {'cautious' in posting && (
        <div class="timeline-readings">
          <ReadingCard notice={notice} reading={posting.cautious} />
          <ReadingCard notice={notice} reading={posting.other} />
        </div>
      )}
    </section>
  );
}

interface AnswerProps {
  notice: Notice;
  posting: Extract<Posting, { cautious: unknown }>;
  countPostingDay: boolean;
}

function Answer({ notice, posting: { cautious, other }, countPostingDay }: AnswerProps) {
  const { fit, headline, why, advice } = answerOf(
    notice,
    cautious,
    countPostingDay ? other : cautious,
  );
  return (
    <div class={`tc-verdict tc-verdict-${fit === 'fits' ? 'yes' : 'no'}`}>
      <p class="timeline-headline">{headline}</p>
      <p>{why}</p>
      {advice && <p>{advice}</p>}
    </div>
  );
}
