import words from 'virtual:words/timeline/employer';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  deadlineOf,
  fill,
  type IsoDate,
  type LatestSchedule,
  type PlanStep,
  planTimeline,
  type Schedule,
} from '../../calculator/index.ts';
import { cleanName, dayIn, MOST_STEPS, shortDay } from '../../plan/index.ts';
import { plainText } from '../../typed/index.ts';
import { Answer } from './Answer.tsx';
import { DayForm } from './DayForm.tsx';
import { isRecommended } from './phase.ts';
import { attempt } from './plan.ts';
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
    say(fill(words.moved, { name: moved.name, n: to + 1 }));
    // At an end the button that was pressed is off, so its neighbour takes the focus.
    const wanted = by < 0 ? (to === 0 ? 'down' : 'up') : to === steps.length - 1 ? 'up' : 'down';
    focus.current = `step-${to}-${wanted}`;
  };
  const remove = (index: number) => {
    onPlan({ steps: steps.filter((_, at) => at !== index) });
    say(fill(words.removed, { name: steps[index]?.name ?? '' }));
    focus.current = `step-${Math.max(index - 1, 0)}-name`;
  };
  const add = () => {
    onPlan({ steps: [...steps, { name: words.newStep, workdays: 1 }] });
    say(words.added);
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
      <p>{words.stepsLead}</p>
      <DayForm
        id="received-on"
        label={isRecommended(notice, today) ? words.exampleReceivedOn : words.receivedOn}
        asked={words.receivedAsked}
        {...{ notice, calendar }}
        day={submittedOn}
        onDay={(submittedOn) => onPlan({ submittedOn })}
      />
      <ol class="timeline-steps timeline-screen" aria-label={words.steps}>
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
          {words.add}
        </button>
        <button
          type="button"
          class="tc-button tc-button-link"
          onClick={() => onPlan({ steps: [] })}
        >
          {words.stop}
        </button>
      </div>
      <p class="tc-quiet" role="status">
        {said}
      </p>
      <div aria-live="polite" class="timeline-part">
        {'error' in made ? (
          <p class="tc-error">{made.error}</p>
        ) : (
          made.schedule && (
            <ScheduleAnswer {...props} schedule={made.schedule} latest={made.latest} />
          )
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
  const at = fill(words.nthStep, { n: index + 1 });
  const labelOf = (what: string) => fill(words.button, { what, nth: at, name });
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
        <span class="tc-quiet">{words.workdays}</span>
        <input
          class="tc-field"
          inputMode="numeric"
          autocomplete="off"
          value={Number.isNaN(workdays) ? '' : String(workdays)}
          aria-label={fill(words.stepDays, { nth: at })}
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
          aria-label={labelOf(words.up)}
          disabled={index === 0}
          onClick={() => onMove(-1)}
        >
          {words.up}
        </button>
        <button
          type="button"
          class="tc-button tc-button-link"
          id={`step-${index}-down`}
          aria-label={labelOf(words.down)}
          disabled={index === count - 1}
          onClick={() => onMove(1)}
        >
          {words.down}
        </button>
        {!publicity && (
          <button
            type="button"
            class="tc-button tc-button-link"
            aria-label={labelOf(words.remove)}
            onClick={onRemove}
          >
            {words.remove}
          </button>
        )}
      </div>
    </li>
  );
}

interface AnswerProps extends ViewProps {
  schedule: Schedule;
  latest: LatestSchedule | undefined;
}

function ScheduleAnswer({ notice, plan, schedule, latest, onPlan }: AnswerProps) {
  const day = (date: IsoDate) => dayIn(notice, date);
  const { nearest = {} } = schedule;
  return (
    <>
      <Answer tone={schedule.feasible ? 'yes' : 'no'} {...answerOf(notice, schedule)}>
        {nearest.submittedOn && (
          <p>
            {fill(
              schedule.obstacle === 'beforeOpening' ? words.earliestReceipt : words.latestReceipt,
              { day: day(nearest.submittedOn) },
            )}
          </p>
        )}
        {nearest.steps && (
          <>
            <p>
              {fill(words.fewer, {
                day: day(schedule.submittedOn),
                changes: fewer(plan.steps, nearest.steps),
              })}
            </p>
            <button
              type="button"
              class="tc-button timeline-screen"
              onClick={() => onPlan({ steps: nearest.steps as PlanStep[] })}
            >
              {words.takeFewer}
            </button>
          </>
        )}
        {!schedule.feasible && !nearest.submittedOn && !nearest.steps && <p>{words.impossible}</p>}
      </Answer>
      <table class="timeline-dates">
        <thead>
          <tr>
            <th scope="col">{words.steps}</th>
            <th scope="col">{words.thisWay}</th>
            <th scope="col">{words.atLatest}</th>
          </tr>
        </thead>
        <tbody>
          {schedule.steps.map(({ name, workdays, days, publicity }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may have the same name
            <tr key={index}>
              <th scope="row">
                {name}
                <small>{fill(words.stepTakes, { n: workdays })}</small>
              </th>
              <td>
                {publicity && <p>{fill(words.posts, { day: shortDay(schedule.postedOn) })}</p>}
                <p>
                  {days[0] !== days.at(-1) &&
                    `${fill(words.from, { day: shortDay(days[0] as IsoDate) })} `}
                  {shortDay(days.at(-1) as IsoDate)}
                </p>
                {index === schedule.breaksAt && <b class="tc-error">{words.breaksHere}</b>}
              </td>
              <td>
                {latest
                  ? fill(words.doneBy, { day: shortDay(latest.steps[index]?.ends as IsoDate) })
                  : words.doesNotFit}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{words.recommend}</th>
            <td>
              <p>{shortDay(schedule.recommendOn)}</p>
              {schedule.breaksAt === schedule.steps.length && (
                <b class="tc-error">{words.breaksHere}</b>
              )}
            </td>
            <td>{fill(words.closes, { day: shortDay(deadlineOf(notice)) })}</td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** Whether the steps fit, and where they break. */
function answerOf(
  notice: ViewProps['notice'],
  { feasible, obstacle, breaksAt, steps, recommendOn, slackWorkdays }: Schedule,
): { headline: string; lines: string[] } {
  const name = steps[breaksAt ?? 0]?.name ?? '';
  const said = {
    day: dayIn(notice, recommendOn),
    n: slackWorkdays,
    name,
    deadline: dayIn(notice, deadlineOf(notice)),
  };
  const answer = (headline: string, why?: string) => ({
    headline: fill(headline, said),
    lines: why ? [fill(why, said)] : [],
  });
  if (feasible)
    return answer(words.stepsFit, slackWorkdays > 0 ? words.stepsSlack : words.stepsNoSlack);
  if (obstacle === 'beforeOpening') return answer(words.stepsEarly);
  if (obstacle === 'afterClosing') return answer(words.stepsAfter);
  return answer(words.stepsLate, name ? words.breaksAt : words.breaksAtEnd);
}

/** “审核材料”从 6 天缩到 3 天 */
const fewer = (before: PlanStep[], after: PlanStep[]): string =>
  before
    .flatMap(({ name, workdays }, index) => {
      const to = after[index]?.workdays;
      return to === undefined || to === workdays
        ? []
        : [fill(words.fewerStep, { name, from: workdays, to })];
    })
    .join(words.and);
