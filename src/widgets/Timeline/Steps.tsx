import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  deadlineOf,
  type IsoDate,
  type LatestSchedule,
  type PlanStep,
  planTimeline,
  type Schedule,
} from '../../calculator/index.ts';
import { cleanName, dayIn, MOST_STEPS, shortDay } from '../../plan/index.ts';
import { plainText } from '../shared/plainText.ts';
import { DayForm } from './DayForm.tsx';
import { attempt } from './plan.ts';
import { Verdict } from './Verdict.tsx';
import type { ViewProps } from './viewProps.ts';

/** An employer's own steps: added, renamed, moved and taken out, with what they lead to. */
export function Steps(props: ViewProps) {
  const { notice, calendar, plan, today, onPlan } = props;
  const { steps, submittedOn, countPostingDay } = plan;
  const [said, say] = useState('');
  /** What gets the focus once the list is drawn anew. */
  const focus = useRef<string>();
  // At once, so that a key pressed next already meets the step that was moved.
  useLayoutEffect(() => {
    if (focus.current) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  });

  const change = (index: number, part: Partial<PlanStep>) =>
    onPlan({ steps: steps.map((step, at) => (at === index ? { ...step, ...part } : step)) });
  const move = (index: number, by: -1 | 1) => {
    const to = index + by;
    const moved = steps[index];
    if (!moved || to < 0 || to >= steps.length) return;
    const others = steps.filter((_, at) => at !== index);
    onPlan({ steps: [...others.slice(0, to), moved, ...others.slice(to)] });
    say(`“${moved.name}”移到第 ${to + 1} 步。`);
    // At an end the button that was pressed is off, so its neighbour takes the focus.
    const wanted = by < 0 ? (to === 0 ? 'down' : 'up') : to === steps.length - 1 ? 'up' : 'down';
    focus.current = `step-${to}-${wanted}`;
  };
  const remove = (index: number) => {
    onPlan({ steps: steps.filter((_, at) => at !== index) });
    say(`删掉了“${steps[index]?.name}”。`);
    focus.current = `step-${Math.max(index - 1, 0)}-name`;
  };
  const add = () => {
    onPlan({ steps: [...steps, { name: '新的一步', workdays: 1 }] });
    say('加了一步，在最后。');
    focus.current = `step-${steps.length}-name`;
  };

  const made = attempt(() =>
    planTimeline(notice, calendar, {
      today: today ?? notice.issuedOn,
      submittedOn,
      countPostingDay,
      steps,
    }),
  );
  return (
    <>
      <p>
        从收到申报的下一个工作日起，一步接一步。公示在上一步结束那天贴出。步骤和天数是您填的，公示天数和截止日来自通知。
      </p>
      <DayForm
        id="received-on"
        label="单位哪天收到申报"
        asked="请填收到申报的日期"
        {...{ notice, calendar }}
        day={submittedOn}
        onDay={(submittedOn) => onPlan({ submittedOn })}
      />
      <ol class="timeline-steps timeline-screen" aria-label="步骤">
        {steps.map((step, index) => (
          <StepFields
            // biome-ignore lint/suspicious/noArrayIndexKey: fields are told apart by their place, which is in their ids
            key={index}
            index={index}
            step={step}
            count={steps.length}
            least={step.publicity ? notice.publicity.workdays : 1}
            onChange={(part) => change(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <div class="tc-buttons timeline-screen">
        <button type="button" class="tc-button" onClick={add} disabled={steps.length >= MOST_STEPS}>
          加一步
        </button>
        <button
          type="button"
          class="tc-button tc-button-link"
          onClick={() => onPlan({ steps: [] })}
        >
          不按步骤排了
        </button>
      </div>
      <p class="tc-quiet" role="status">
        {said}
      </p>
      <div aria-live="polite" class="timeline-part">
        {'error' in made ? (
          <p class="tc-error">{made.error}</p>
        ) : (
          made.schedule && <Outcome {...props} schedule={made.schedule} latest={made.latest} />
        )}
      </div>
    </>
  );
}

interface FieldsProps {
  index: number;
  step: PlanStep;
  count: number;
  least: number;
  onChange: (part: Partial<PlanStep>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function StepFields({ index, step, count, least, onChange, onMove, onRemove }: FieldsProps) {
  const { name, workdays, publicity } = step;
  const at = `第 ${index + 1} 步`;
  const isWrong = !(workdays >= least);
  return (
    <li>
      <label>
        <span class="tc-quiet">{at}</span>
        <input
          class="tc-field"
          id={`step-${index}-name`}
          value={name}
          autocomplete="off"
          onInput={({ currentTarget }) => onChange({ name: cleanName(currentTarget.value) })}
        />
      </label>
      <label>
        <span class="tc-quiet">工作日</span>
        <input
          class="tc-field"
          inputMode="numeric"
          autocomplete="off"
          value={Number.isNaN(workdays) ? '' : String(workdays)}
          aria-label={`${at}要几个工作日`}
          aria-invalid={isWrong ? 'true' : undefined}
          onInput={({ currentTarget }) => {
            const plain = plainText(currentTarget.value).replace(/\D/g, '').slice(0, 2);
            // What is no number is not kept in the field either.
            currentTarget.value = plain;
            onChange({ workdays: plain === '' ? Number.NaN : Number(plain) });
          }}
        />
      </label>
      <div class="timeline-step-buttons">
        <button
          type="button"
          class="tc-button tc-button-link"
          id={`step-${index}-up`}
          aria-label={`上移${at}“${name}”`}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          上移
        </button>
        <button
          type="button"
          class="tc-button tc-button-link"
          id={`step-${index}-down`}
          aria-label={`下移${at}“${name}”`}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          下移
        </button>
        {!publicity && (
          <button
            type="button"
            class="tc-button tc-button-link"
            aria-label={`删掉${at}“${name}”`}
            onClick={onRemove}
          >
            删掉
          </button>
        )}
      </div>
    </li>
  );
}

interface OutcomeProps extends ViewProps {
  schedule: Schedule;
  latest: LatestSchedule | undefined;
}

function Outcome({ notice, plan, schedule, latest, onPlan }: OutcomeProps) {
  const day = (date: IsoDate) => dayIn(notice, date);
  const { nearest = {} } = schedule;
  return (
    <>
      <Verdict tone={schedule.feasible ? 'yes' : 'no'} {...outcomeOf(notice, schedule)}>
        {nearest.submittedOn && (
          <p>
            步骤不变，{schedule.obstacle === 'beforeOpening' ? '最早' : '最迟'}{' '}
            {day(nearest.submittedOn)}收到申报就排得下。
          </p>
        )}
        {nearest.steps && (
          <>
            <p>
              {day(schedule.submittedOn)}收到也行，只要{fewer(plan.steps, nearest.steps)}。
            </p>
            <button
              type="button"
              class="tc-button timeline-screen"
              onClick={() => onPlan({ steps: nearest.steps as PlanStep[] })}
            >
              按缩短的天数排
            </button>
          </>
        )}
        {!schedule.feasible && !nearest.submittedOn && !nearest.steps && (
          <p>这些步骤在申报开始到推荐截止之间排不下，请减少天数。</p>
        )}
      </Verdict>
      <table class="timeline-dates">
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col">这样排</th>
            <th scope="col">最迟</th>
          </tr>
        </thead>
        <tbody>
          {schedule.steps.map(({ name, workdays, days, publicity }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have the same name
            <tr key={index}>
              <th scope="row">
                {name}
                <small>{workdays} 个工作日</small>
              </th>
              <td>
                {publicity && <p>{shortDay(schedule.postedOn)} 贴出</p>}
                <p>
                  {days[0] !== days.at(-1) && `${shortDay(days[0] as IsoDate)}至 `}
                  {shortDay(days.at(-1) as IsoDate)}
                </p>
                {index === schedule.breaksAt && <b class="tc-error">断在这一步</b>}
              </td>
              <td>{latest ? `${shortDay(latest.steps[index]?.ends as IsoDate)}完成` : '排不下'}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">可以推荐</th>
            <td>
              <p>{shortDay(schedule.recommendOn)}</p>
              {schedule.breaksAt === schedule.steps.length && <b class="tc-error">断在这一步</b>}
            </td>
            <td>{shortDay(deadlineOf(notice))} 截止</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** Whether the steps fit, and where they break. */
export function outcomeOf(
  notice: ViewProps['notice'],
  { feasible, obstacle, breaksAt, steps, recommendOn, slackWorkdays }: Schedule,
): { headline: string; lines: string[] } {
  const day = (date: IsoDate) => dayIn(notice, date);
  if (feasible)
    return {
      headline: `排得下，${day(recommendOn)}可以推荐。`,
      lines: [
        slackWorkdays > 0
          ? `到截止日还有 ${slackWorkdays} 个工作日的余量。`
          : '没有余量，哪一步都不能再拖。',
      ],
    };
  if (obstacle === 'beforeOpening')
    return { headline: '不能这样排，收到的日期太早，申报还没有开始。', lines: [] };
  if (obstacle === 'afterClosing')
    return { headline: '不能这样排，收到的日期在个人申报截止以后。', lines: [] };
  const name = steps[breaksAt ?? 0]?.name;
  return {
    headline: `排不下，${day(recommendOn)}才能推荐。`,
    lines: [
      `${name ? `断在“${name}”这一步` : '公示完只差推荐'}：${day(deadlineOf(notice))}是推荐截止日。`,
    ],
  };
}

/** “审核材料”从 6 天缩到 3 天 */
function fewer(before: PlanStep[], after: PlanStep[]): string {
  return before
    .flatMap(({ name, workdays }, index) => {
      const now = after[index]?.workdays;
      return now === undefined || now === workdays
        ? []
        : [`“${name}”从 ${workdays} 天缩到 ${now} 天`];
    })
    .join('，');
}
