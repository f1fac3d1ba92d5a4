import { deadlineOf, type IsoDate, type Submission } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import type { Tone } from '../shared/Tag.tsx';
import { DayForm } from './DayForm.tsx';
import { Verdict } from './Verdict.tsx';
import type { ViewProps } from './viewProps.ts';

/** Fewer working days than these to audit and post are a warning. */
const FEW = 3;

/** From the day on which one means to submit: how long the employer has before the publicity must start. */
export function Applicant({ notice, calendar, plan, timeline, today, onPlan }: ViewProps) {
  const { submission } = timeline;
  return (
    <section aria-labelledby="timeline-applicant">
      <h2 id="timeline-applicant">哪天提交，单位来得及吗</h2>
      <p>您提交以后，单位还要审核、公示、推荐。提交得越晚，留给单位的日子越少。</p>
      <DayForm
        id="submitted-on"
        label="打算哪天提交"
        asked="请填打算提交的日期"
        {...{ notice, calendar }}
        day={plan.submittedOn}
        onDay={(submittedOn) => onPlan({ submittedOn })}
        ready={today !== undefined}
      />
      <div aria-live="polite">
        {submission && plan.submittedOn && <Verdict {...answer({ notice, submission, today })} />}
      </div>
    </section>
  );
}

interface Asked extends Pick<ViewProps, 'notice' | 'today'> {
  submission: Submission;
}

/** Whether the day works, and what it leaves to the employer, from today where the day is past. */
export function answer({ notice, submission, today }: Asked): {
  tone: Tone;
  headline: string;
  lines: string[];
} {
  const { submittedOn, inWindow, auditDays } = submission;
  const [application] = notice.stages;
  const day = (date: IsoDate) => dayIn(notice, date);
  const closes = application?.closes ?? notice.cutoffs.evidence.on;
  if (!inWindow && submittedOn > closes)
    return {
      tone: 'no',
      headline: `${day(submittedOn)}提交不了，申报已经截止。`,
      lines: [`个人申报 ${day(closes)}截止，逾期不再受理。`],
    };
  if (!inWindow)
    return {
      tone: 'no',
      headline: '这一天太早，还没有开始申报。',
      lines: [`个人申报从 ${day(application?.opens ?? closes)}开始。`],
    };
  // Once the employers' deadline is past nobody waits for anything, and the days are reckoned for themselves.
  const isOver = today !== undefined && today > deadlineOf(notice);
  const isPast = today !== undefined && today > submittedOn && !isOver;
  const left = isPast ? auditDays.filter((date) => date >= today) : auditDays;
  const [from, to] = [left[0], left.at(-1)];
  const deadline = day(deadlineOf(notice));
  if (!from || !to)
    return {
      tone: 'no',
      headline: `单位${isPast ? '已经' : ''}没有工作日可以审核了。`,
      lines: [
        `公示要 ${notice.publicity.workdays} 个工作日，再贴出就赶不上 ${deadline}推荐（按本站的稳妥算法）。请马上问单位和受理点。`,
      ],
    };
  const over = isOver ? [`${deadline}已经过了，推算的结果只供核对。`] : [];
  const period = from === to ? `只有 ${day(from)}` : `${day(from)}到 ${day(to)}`;
  const isTight = left.length < FEW;
  return {
    tone: isTight ? 'open' : 'yes',
    headline: `单位${isPast ? '还' : ''}有 ${left.length} 个工作日审核和贴出公示${isTight ? '，很紧' : ''}。`,
    lines: [
      `${period}。再晚贴出，公示完就赶不上 ${deadline}推荐（按本站的稳妥算法）。`,
      ...over,
      ...(isTight && !isOver ? ['先和单位约好谁来审、哪天贴，再提交。能早一天就早一天。'] : []),
    ],
  };
}
