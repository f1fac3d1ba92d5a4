import { deadlineOf, type IsoDate, planDays } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { DayForm } from './DayForm.tsx';
import { firstSteps } from './otherPlans.ts';
import { attempt } from './plan.ts';
import { answerOf, type Posting, planPosting } from './posting.ts';
import { ReadingCard } from './ReadingCard.tsx';
import { Steps } from './Steps.tsx';
import { Verdict } from './Verdict.tsx';
import type { ViewProps } from './viewProps.ts';

/** Backwards from the deadline: when to post, what counts, what follows, and the employer's own steps. */
export function Employer(props: ViewProps) {
  const { notice, calendar, plan, today, onPlan } = props;
  const { postedOn, countPostingDay } = plan;
  const posting: Posting | undefined = postedOn
    ? planPosting(notice, calendar, postedOn)
    : undefined;
  const deadline = deadlineOf(notice);
  const isOver = today !== undefined && today > deadline;
  return (
    <section aria-labelledby="timeline-planner">
      <h2 id="timeline-planner">公示哪天贴，来得及吗</h2>
      <p>
        {isOver
          ? `${dayIn(notice, deadline)}已经过了，推算的结果只供核对。`
          : `公示不少于 ${notice.publicity.workdays} 个工作日，单位最迟 ${dayIn(notice, deadline)}推荐。`}
      </p>
      <DayForm
        id="posted-on"
        label="哪天贴出公示"
        asked="请填公示贴出的日期"
        {...{ notice, calendar }}
        day={postedOn}
        onDay={(postedOn) => onPlan({ postedOn })}
        error={posting && 'error' in posting ? posting.error : undefined}
      >
        <CountPostingDay {...props} />
      </DayForm>
      <div aria-live="polite">
        {posting && 'cautious' in posting && (
          <Answer {...props} posting={posting} countPostingDay={countPostingDay} />
        )}
      </div>
      {posting && 'cautious' in posting && (
        <div class="timeline-readings">
          <ReadingCard notice={notice} reading={posting.cautious} />
          <ReadingCard notice={notice} reading={posting.other} />
        </div>
      )}
      <TooLate {...props} />
      <h3 class="timeline-part">单位内部怎么排</h3>
      {plan.steps.length > 0 ? (
        <Steps {...props} />
      ) : (
        <>
          <p>审核、公示、签批、录入要几天，按步骤排一遍，看哪一步卡住。</p>
          <button
            type="button"
            class="tc-button timeline-screen"
            onClick={() => onPlan({ steps: firstSteps(notice) })}
          >
            按步骤排
          </button>
        </>
      )}
    </section>
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
        贴出当天是工作日就计入 <small>不勾选时当天不计入，这是本站的稳妥算法</small>
      </span>
    </label>
  );
}

interface AnswerProps extends ViewProps {
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
    <Verdict
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
      <h3 class="timeline-part">今天已经来不及的</h3>
      <ul class="timeline-lost">
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

export function tooLate({
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
  const [application] = notice.stages;
  const deadline = deadlineOf(notice);
  const day = (date: IsoDate) => dayIn(notice, date);
  const lost: string[] = [];
  if (application && today > application.closes)
    lost.push(`个人申报：${day(application.closes)}已截止，逾期不再受理。`);
  if (today > deadline) lost.push(`单位推荐：${day(deadline)}已截止，逾期不再受理。`);
  else if (counted && today > counted)
    lost.push('贴出公示：两种算法都赶不上推荐截止日。已经贴出的不受影响，请马上问受理点。');
  else if (cautious && today > cautious)
    lost.push(
      `按稳妥算法贴出公示：最迟 ${day(cautious)}，已经过了。只有把贴出当天算进去才赶得上，先问受理点认不认。`,
    );
  return lost;
}
