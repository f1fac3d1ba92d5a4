import { useState } from 'preact/hooks';
import { deadlineOf } from '../../calculator/index.ts';
import { dayIn, MOST_WAITING } from '../../plan/index.ts';
import { plainText } from '../shared/plainText.ts';
import { reviewDays } from './otherPlans.ts';
import { Verdict } from './Verdict.tsx';
import type { ViewProps } from './viewProps.ts';

/** Working days between the employers' deadline and the office's own, and what waits on each of them. */
export function Office({ notice, calendar, plan, today, onPlan }: ViewProps) {
  const [text, setText] = useState(plan.waiting === undefined ? '' : String(plan.waiting));
  const last = notice.stages.at(-1);
  const days = reviewDays(notice, calendar);
  const left = today ? days.filter((day) => day >= today) : days;
  const [from, to] = [left[0], left.at(-1)];
  const number = plainText(text);
  const isWrong = number !== '' && !(/^\d+$/.test(number) && Number(number) <= MOST_WAITING);
  const take = (value: string) => {
    setText(value);
    const plain = plainText(value);
    const isCount = /^\d+$/.test(plain) && Number(plain) <= MOST_WAITING;
    onPlan({ waiting: isCount ? Number(plain) : undefined });
  };
  const isPast = left.length < days.length;
  return (
    <section aria-labelledby="timeline-office">
      <h2 id="timeline-office">单位截止以后，还有几天审核</h2>
      <p>
        单位 {dayIn(notice, deadlineOf(notice))}截止推荐，受理点
        {last && ` ${dayIn(notice, last.closes)}`}截止推荐。
      </p>
      <div class="timeline-form">
        <div>
          <label class="tc-date-label" for="waiting">
            等着审核的有几份（可以不填）
          </label>
          {isWrong && (
            <p class="tc-error" id="waiting-error" role="alert">
              请填 0 到 {MOST_WAITING} 的整数。
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
          <Verdict
            tone="quiet"
            headline={`${isPast ? '还' : ''}有 ${left.length} 个工作日${load(plan.waiting, left.length)}。`}
            lines={[
              `${dayIn(notice, from)}到 ${dayIn(notice, to)}${isPast ? '，今天算在内' : ''}。单位早推荐的，可以早审。`,
              ...(last && to !== last.closes
                ? [`截止日不是工作日，不要指望顺延：${dayIn(notice, to)}是最后一个工作日。`]
                : []),
            ]}
          />
        ) : (
          <Verdict tone="no" headline="已经没有工作日了。" lines={['逾期不再受理。']} />
        )}
      </div>
    </section>
  );
}

function load(waiting: number | undefined, days: number): string {
  return waiting ? `，${waiting} 份平均每天 ${Math.ceil(waiting / days)} 份` : '';
}
