import words from 'virtual:words/timeline/applicant';
import { deadlineOf, fill, type IsoDate, type Submission } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import type { Tone } from '../shared/Tag.tsx';
import { Answer } from './Answer.tsx';
import { DayForm } from './DayForm.tsx';
import { PlanSection } from './PlanSection.tsx';
import { isClosed, isRecommended } from './phase.ts';
import type { ViewProps } from './viewProps.ts';

/** Fewer working days than these to audit and post are a warning. */
const FEW = 3;

/** From the day of submission: how long the employer has before the publicity must start. */
export function Applicant({ notice, calendar, plan, timeline, today, onPlan }: ViewProps) {
  const { submission } = timeline;
  const said = { deadline: dayIn(notice, deadlineOf(notice)) };
  const asked = isRecommended(notice, today)
    ? [words.example, words.overNow, words.exampleLabel, words.exampleAsked]
    : isClosed(notice, today)
      ? [words.sent, words.sentLead, words.sentLabel, words.sentAsked]
      : [words.heading, words.lead, words.label, words.asked];
  const [heading = '', lead = '', label = '', missing = ''] = asked;
  return (
    <PlanSection id="timeline-applicant" lead={fill(lead, said)} {...{ notice, today, heading }}>
      <DayForm
        id="submitted-on"
        label={label}
        asked={missing}
        {...{ notice, calendar }}
        day={plan.submittedOn}
        onDay={(submittedOn) => onPlan({ submittedOn })}
      />
      <div aria-live="polite">
        {submission && plan.submittedOn && <Answer {...answer({ notice, submission, today })} />}
      </div>
    </PlanSection>
  );
}

interface Asked extends Pick<ViewProps, 'notice' | 'today'> {
  submission: Submission;
}

/** Whether the day works, and what it leaves to the employer, from today where the day is past. */
function answer({ notice, submission, today }: Asked): {
  tone: Tone;
  headline: string;
  lines: string[];
} {
  const { submittedOn, inWindow, auditDays } = submission;
  const [application] = notice.stages;
  const day = (date: IsoDate) => dayIn(notice, date);
  const said = {
    day: day(submittedOn),
    closes: day(application.closes),
    opens: day(application.opens ?? application.closes),
    deadline: day(deadlineOf(notice)),
    workdays: notice.publicity.workdays,
  };
  const no = (headline: string, why: string) => ({
    tone: 'no' as const,
    headline: fill(headline, said),
    lines: [fill(why, said)],
  });
  if (!inWindow && submittedOn > application.closes) return no(words.late, words.lateWhy);
  if (!inWindow) return no(words.early, words.earlyWhy);
  // Once the employers' deadline is past nobody waits for anything, and the days are reckoned for themselves.
  const isExample = isRecommended(notice, today);
  const isPast = today !== undefined && today > submittedOn && !isExample;
  const left = isPast ? auditDays.filter((date) => date >= today) : auditDays;
  const [from, to] = [left[0], left.at(-1)];
  if (!from || !to) return no(isPast ? words.noneLeft : words.none, words.noneWhy);
  const period = fill(from === to ? words.oneDay : words.period, { from: day(from), to: day(to) });
  const isTight = left.length < FEW;
  const headline = isPast
    ? isTight
      ? words.leftTight
      : words.left
    : isTight
      ? words.hasTight
      : words.has;
  return {
    tone: isTight ? 'open' : 'yes',
    headline: fill(headline, { n: left.length }),
    lines: [
      fill(words.hasWhy, { ...said, period }),
      ...(isTight && !isExample ? [words.tight] : []),
    ],
  };
}
