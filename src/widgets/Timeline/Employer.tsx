import words from 'virtual:words/timeline/employer';
import { deadlineOf, fill, type IsoDate, planDays } from '../../calculator/index.ts';
import { dayIn, encodePlan } from '../../plan/index.ts';
import { Answer } from './Answer.tsx';
import { DayForm } from './DayForm.tsx';
import { firstSteps } from './otherPlans.ts';
import { PlanSection } from './PlanSection.tsx';
import { isClosed, isRecommended } from './phase.ts';
import { attempt } from './plan.ts';
import { answerOf, type Posting, planPosting } from './posting.ts';
import { ReadingCard } from './ReadingCard.tsx';
import { Steps } from './Steps.tsx';
import type { ViewProps } from './viewProps.ts';

/** Backwards from the deadline: when to post, what counts, what follows, and the employer's own steps. */
export function Employer(props: ViewProps) {
  const { notice, calendar, plan, today, onPlan, publicity } = props;
  const { postedOn, countPostingDay } = plan;
  const posting: Posting | undefined = postedOn
    ? planPosting(notice, calendar, postedOn)
    : undefined;
  const isExample = isRecommended(notice, today);
  const said = {
    workdays: notice.publicity.workdays,
    deadline: dayIn(notice, deadlineOf(notice)),
  };
  return (
    <PlanSection
      id="timeline-planner"
      heading={words.heading}
      lead={fill(isExample ? words.overNow : words.lead, said)}
      {...{ notice, today }}
    >
      <DayForm
        id="posted-on"
        label={isExample ? words.exampleLabel : words.label}
        asked={words.asked}
        {...{ notice, calendar }}
        day={postedOn}
        onDay={(postedOn) => onPlan({ postedOn })}
        error={posting && 'error' in posting ? posting.error : undefined}
      >
        <CountPostingDay {...props} />
      </DayForm>
      <div aria-live="polite">
        {posting && 'cautious' in posting && (
          <PostingAnswer {...props} posting={posting} countPostingDay={countPostingDay} />
        )}
      </div>
      {posting && 'cautious' in posting && (
        <div class="timeline-readings">
          <ReadingCard notice={notice} reading={posting.cautious} />
          <ReadingCard notice={notice} reading={posting.other} />
        </div>
      )}
      {posting && 'cautious' in posting && publicity && (
        <p class="timeline-screen">
          <a href={`${publicity}#${encodePlan(notice, plan)}`}>{words.writeNotice}</a>
        </p>
      )}
      {!isExample && <TooLate {...props} />}
      <h3 class="timeline-part">{words.inside}</h3>
      {plan.steps.length > 0 ? (
        <Steps {...props} />
      ) : (
        <>
          <p>{words.insideLead}</p>
          <button
            type="button"
            class="tc-button timeline-screen"
            onClick={() => onPlan({ steps: firstSteps(notice) })}
          >
            {words.begin}
          </button>
        </>
      )}
    </PlanSection>
  );
}

function CountPostingDay({ plan, onPlan }: ViewProps) {
  return (
    <label class="tc-choice">
      <input
        type="checkbox"
        checked={plan.countPostingDay}
        onChange={({ currentTarget }) => onPlan({ countPostingDay: currentTarget.checked })}
      />
      <span>
        {words.count} <small>{words.countSays}</small>
      </span>
    </label>
  );
}

interface AnswerProps extends ViewProps {
  posting: Extract<Posting, { cautious: unknown }>;
  countPostingDay: boolean;
}

function PostingAnswer({ notice, posting: { cautious, other }, countPostingDay }: AnswerProps) {
  const { fit, headline, why, advice } = answerOf(
    notice,
    cautious,
    countPostingDay ? other : cautious,
  );
  return (
    <Answer
      tone={fit === 'fits' ? 'yes' : 'no'}
      headline={headline}
      lines={[why, ...(advice ? [advice] : [])]}
    />
  );
}

/** What today makes impossible, said plainly. */
function TooLate(props: ViewProps) {
  const lost = tooLate(props);
  if (lost.length === 0) return null;
  return (
    <>
      <h3 class="timeline-part">{words.tooLate}</h3>
      <ul class="timeline-lost">
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function tooLate({
  notice,
  calendar,
  today,
}: Pick<ViewProps, 'notice' | 'calendar' | 'today'>): string[] {
  if (!today) return [];
  const latest = (countPostingDay: boolean) => {
    const made = attempt(() => planDays(notice, calendar, { today, countPostingDay }));
    return 'publicity' in made ? made.publicity.latestPosting : undefined;
  };
  const [cautious, counted] = [latest(false), latest(true)];
  const on = (date: IsoDate) => ({ day: dayIn(notice, date) });
  const lost: string[] = [];
  if (isClosed(notice, today))
    lost.push(fill(words.applicationClosed, on(notice.stages[0].closes)));
  if (counted && today > counted) lost.push(words.postingLate);
  else if (cautious && today > cautious) lost.push(fill(words.postingLateCautious, on(cautious)));
  return lost;
}
