import type { ComponentChildren } from 'preact';
import {
  type Answers,
  advise,
  assess,
  type Finding,
  fill,
  isDecisive,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import { isOpen } from '../shared/result/asked.ts';
import { FindingItem } from '../shared/result/FindingItem.tsx';
import { First } from '../shared/result/First.tsx';
import { firstThings } from '../shared/result/firstThings.ts';
import type { Links } from '../shared/result/links.ts';
import { whatSuffices } from '../shared/result/whatSuffices.ts';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { useAfterPaint } from '../shared/useAfterPaint.ts';
import { useToday } from '../shared/useToday.ts';
import { DecidedBy, NoMatter, OtherWays } from './AdviceView.tsx';
import { AnswerList } from './AnswerList.tsx';
import { Asked } from './Asked.tsx';
import { Checklist } from './Checklist.tsx';
import { Contacts, Elsewhere } from './Contacts.tsx';
import { Fold } from './Fold.tsx';
import { NextSteps } from './NextSteps.tsx';
import { Onward, onwardFrom } from './Onward.tsx';
import { onTimeline } from './onTimeline.ts';
import { PaperRecord } from './PaperRecord.tsx';
import { Share } from './Share.tsx';

export interface ResultProps {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  /** Ids of the materials that are ticked, and of the extras that apply. */
  ticks: ReadonlySet<string>;
  onTick: (id: string) => void;
  onChange: (screen: string) => void;
  onGoOn: () => void;
  onBack: () => void;
  onRestart: () => void;
  /** What every screen has below it. */
  foot: ComponentChildren;
}

/** More findings than these make the page longer than anybody reads; the others are one press away. */
const MOST_OPEN = 3;

/**
 * What to do, on the first screen of a phone; then what decides it, what is to be asked, and, folded, all else that was
 * found.
 */
export function Result(props: ResultProps) {
  const { notice, links, answers, ticks, onChange } = props;
  const { result } = notice.wording;
  const assessment = assess(notice, answers);
  const { verdict, findings, missing } = assessment;
  const advice = advise(notice, answers);
  // No server prints a result, so the day may stand in the first picture.
  const today = knownDay(notice, useToday() ?? todayInShanghai());
  const things = firstThings(notice, answers, today);
  const whole = useAfterPaint();

  const outside = verdict === 'outOfScope';
  // What nobody has answered decides nothing yet.
  const deciding = findings.filter(
    (finding) => finding.outcome !== 'unknown' && isDecisive(notice, assessment, finding),
  );
  const open = deciding.slice(0, MOST_OPEN);
  const of = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome && !open.includes(finding));
  const toAsk = of('review');
  const asksOpenly = open.length + toAsk.length <= MOST_OPEN;
  const asksSomebody =
    verdict === 'unlikely' || findings.some(({ outcome }) => outcome === 'review');
  const list = (some: Finding[]) => (
    <ul class="self-check-findings">
      {some.map((finding) => (
        <FindingItem key={finding.rule} notice={notice} links={links} finding={finding} />
      ))}
    </ul>
  );
  const folded = (outcome: Finding['outcome'], summary: string) => {
    const some = of(outcome);
    return some.length > 0 && <Fold summary={fill(summary, { n: some.length })}>{list(some)}</Fold>;
  };
  const timeline = onTimeline(notice, links, things.tasks);
  const leadsThere = onwardFrom({ notice, links, answers, assessment, things })?.href === timeline;

  return (
    <>
      <div class="tc-stack self-check-result">
        <First notice={notice} assessment={assessment} things={things}>
          <Onward {...{ notice, links, answers, assessment, things }} onGoOn={props.onGoOn} />
        </First>
        {whole && (
          <>
            {outside && <Elsewhere notice={notice} answers={answers} things={things} />}
            {deciding.length > 0 && (
              <section>
                <h3>{result.why}</h3>
                <p>{whatSuffices(notice, advice, missing.length > 0)}</p>
                {things.earliest && (
                  <p class="tc-quiet">
                    {things.earliest}：{notice.wording.earliestYear.conditions}
                  </p>
                )}
                {list(open)}
                <DecidedBy notice={notice} advice={advice} onChange={onChange} />
              </section>
            )}
            {asksOpenly && toAsk.length > 0 && (
              <section>
                <h3>{result.toAsk}</h3>
                {list(toAsk)}
              </section>
            )}
            <NoMatter notice={notice} advice={advice} missing={missing} />
            {outside && findings.some(({ outcome }) => outcome === 'unknown') && (
              <p class="tc-quiet">{result.notAsked}</p>
            )}
            <OtherWays notice={notice} advice={advice} onChange={onChange} />
            {asksSomebody && asksOpenly && (
              <section>
                <h3>{result.whom}</h3>
                <Contacts notice={notice} />
              </section>
            )}

            <div class="self-check-folds">
              {links.answered && findings.some(isOpen) && (
                <Asked {...{ notice, links, answers }} findings={findings.filter(isOpen)} />
              )}
              {!asksOpenly && folded('review', result.alsoAsk)}
              {asksSomebody && !asksOpenly && (
                <Fold summary={result.whom}>
                  <Contacts notice={notice} />
                </Fold>
              )}
              {folded('unmet', result.alsoUnmet)}
              {folded('met', result.met)}
              {!outside && folded('unknown', result.unanswered)}
              {!outside && (
                <>
                  <Fold summary={result.stages}>
                    <NextSteps notice={notice} links={links} today={today} />
                  </Fold>
                  <Fold summary={result.materials}>
                    <Checklist
                      notice={notice}
                      links={links}
                      answers={answers}
                      ticks={ticks}
                      onTick={props.onTick}
                      today={today}
                    />
                  </Fold>
                </>
              )}
              <Fold summary={result.answers}>
                <AnswerList notice={notice} answers={answers} onChange={onChange} />
              </Fold>
            </div>

            <Share
              notice={notice}
              links={links}
              answers={answers}
              timeline={things.tasks.length > 0 && !leadsThere ? timeline : undefined}
            />
            <p class="tc-quiet">
              {fill(result.basis, { number: notice.number, version: notice.version })}
            </p>
            <div class="tc-buttons">
              <button type="button" class="tc-button" onClick={props.onBack}>
                上一题
              </button>
              <button type="button" class="tc-button" onClick={props.onRestart}>
                重新开始
              </button>
            </div>
            {props.foot}
          </>
        )}
      </div>
      {whole && (
        <PaperRecord notice={notice} links={links} answers={answers} ticks={ticks} today={today} />
      )}
    </>
  );
}
