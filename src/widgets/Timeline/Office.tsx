import words from 'virtual:words/timeline/office';
import { useState } from 'preact/hooks';
import { deadlineOf, fill, type IsoDate } from '../../calculator/index.ts';
import { dayIn, MOST_WAITING } from '../../plan/index.ts';
import { plainText } from '../../typed/index.ts';
import { Answer } from './Answer.tsx';
import { reviewDays } from './otherPlans.ts';
import { isOver } from './phase.ts';
import type { ViewProps } from './viewProps.ts';

/** Working days between the employers' deadline and the office's own, and what waits on each of them. */
export function Office({ notice, calendar, plan, today, onPlan }: ViewProps) {
  const [text, setText] = useState(plan.waiting === undefined ? '' : String(plan.waiting));
  const last = notice.stages.at(-1) ?? notice.stages[0];
  const days = reviewDays(notice, calendar);
  const left = today && !isOver(notice, today) ? days.filter((day) => day >= today) : days;
  const [from, to] = [left[0], left.at(-1)];
  const number = plainText(text);
  const isWrong = number !== '' && !isCount(number);
  const take = (value: string) => {
    setText(value);
    const plain = plainText(value);
    onPlan({ waiting: isCount(plain) ? Number(plain) : undefined });
  };
  const isPast = left.length < days.length;
  const day = (date: IsoDate) => dayIn(notice, date);
  const said = { deadline: day(deadlineOf(notice)), closes: day(last.closes) };
  return (
    <section aria-labelledby="timeline-office">
      <h2 id="timeline-office">{words.heading}</h2>
      <p>{fill(words.lead, said)}</p>
      <div class="timeline-form">
        <div>
          <label class="tc-date-label" for="waiting">
            {words.waiting}
          </label>
          {isWrong && (
            <p class="tc-error" id="waiting-error" role="alert">
              {fill(words.waitingMistake, { most: MOST_WAITING })}
            </p>
          )}
          <input
            class="tc-field"
            id="waiting"
            inputMode="numeric"
            autocomplete="off"
            value={text}
            aria-invalid={isWrong ? 'true' : undefined}
            aria-describedby={isWrong ? 'waiting-error' : undefined}
            onInput={({ currentTarget }) => take(currentTarget.value)}
          />
        </div>
      </div>
      <div aria-live="polite">
        {from && to ? (
          <Answer
            tone="quiet"
            headline={fill(isPast ? words.left : words.has, {
              n: left.length,
              load: load(plan.waiting, left.length),
            })}
            lines={[
              fill(isPast ? words.leftWhy : words.hasWhy, { from: day(from), to: day(to) }),
              ...(to === last.closes ? [] : [fill(words.lastWorkday, { day: day(to) })]),
            ]}
          />
        ) : (
          <Answer tone="no" headline={words.over} lines={[words.overWhy]} />
        )}
      </div>
    </section>
  );
}

const isCount = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= MOST_WAITING;

const load = (waiting: number | undefined, days: number): string =>
  waiting ? fill(words.load, { waiting, n: Math.ceil(waiting / days) }) : '';
