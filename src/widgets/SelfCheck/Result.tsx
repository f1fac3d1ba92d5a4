import type { ComponentChildren } from 'preact';
import {
  type Answers,
  advise,
  assess,
  isDecisive,
  type SelfCheckNotice,
  type Verdict,
} from '../../calculator/index.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';
import { knownDay, todayInShanghai } from '../shared/today.ts';
import { useAfterPaint } from '../shared/useAfterPaint.ts';
import { useToday } from '../shared/useToday.ts';
import { AdviceView, Bearing } from './AdviceView.tsx';
import { AnswerList } from './AnswerList.tsx';
import { Checklist } from './Checklist.tsx';
import { FindingItem, TONES as OUTCOME_TONES } from './FindingItem.tsx';
import { groups, ruleTitle, standingLabel } from './findings.ts';
import type { Links } from './links.ts';
import { NextSteps } from './NextSteps.tsx';
import { OnTimeline } from './OnTimeline.tsx';
import { PaperRecord } from './PaperRecord.tsx';
import { Share } from './Share.tsx';
import { Summary, windowInWords } from './Summary.tsx';

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

const TONES: Record<Verdict, Tone> = {
  outOfScope: 'no',
  ineligible: 'no',
  // On reference values alone nothing is a certain no.
  unlikely: 'open',
  incomplete: 'open',
  review: 'open',
  likely: 'yes',
};

/** The verdict in one sentence, what decides it, all findings, what to do next, and how to take it along. */
export function Result(props: ResultProps) {
  const { notice, links, answers, ticks } = props;
  const assessment = assess(notice, answers);
  const { verdict, settled, findings, missing } = assessment;
  const words = notice.wording.verdicts[verdict];
  const deciding = findings.filter((finding) => isDecisive(notice, assessment, finding));
  const advice = advise(notice, answers);
  // No server prints a result, so the day may stand in the first picture.
  const today = knownDay(notice, useToday() ?? todayInShanghai());
  const whole = useAfterPaint();

  return (
    <>
      <div class="tc-stack self-check-result">
        <div class={`tc-verdict tc-verdict-${TONES[verdict]}`} role="status">
          <h2 tabIndex={-1} data-focus>
            {words.label}
          </h2>
          <Summary notice={notice} assessment={assessment} today={today} />
          {deciding.length > 0 && verdict !== 'incomplete' && (
            <p>
              决定结果的条目：
              {deciding
                .map(
                  (finding) => `${ruleTitle(notice, finding)}（${standingLabel(notice, finding)}）`,
                )
                .join('、')}
              。
            </p>
          )}
          <Bearing notice={notice} advice={advice} />
          <p>{windowInWords(notice, today)}</p>
        </div>
        {verdict === 'outOfScope' && findings.some(({ outcome }) => outcome === 'unknown') && (
          <p>还有题目没答。怎么答都不改变上面的结果，所以不再问。</p>
        )}
        {missing.length > 0 && (
          <p>
            {settled ? '还有题目没答，但不会改变上面的结果。' : '还有题目没答，答了结果可能会变。'}
            <button type="button" class="tc-button tc-button-link" onClick={props.onGoOn}>
              接着答
            </button>
          </p>
        )}

        {whole && (
          <>
            {groups(findings, deciding).map(({ outcome, group }) => (
              <section key={outcome}>
                <h3 class="self-check-group">
                  <Tag tone={OUTCOME_TONES[outcome]}>{notice.wording.outcomes[outcome]}</Tag>
                  {group.length} 条
                </h3>
                <ul class="self-check-findings">
                  {group.map((finding) => (
                    <FindingItem
                      key={finding.rule}
                      notice={notice}
                      links={links}
                      finding={finding}
                      decisive={deciding.includes(finding)}
                    />
                  ))}
                </ul>
              </section>
            ))}

            <AdviceView notice={notice} advice={advice} open={missing.length > 0} />
            <OnTimeline notice={notice} links={links} answers={answers} />
            {findings.some(({ outcome }) => outcome === 'review') && <Contacts notice={notice} />}
            <NextSteps notice={notice} links={links} verdict={verdict} today={today} />
            {verdict !== 'outOfScope' && (
              <Checklist
                notice={notice}
                links={links}
                answers={answers}
                ticks={ticks}
                onTick={props.onTick}
              />
            )}
            <Share notice={notice} links={links} answers={answers} />
            <AnswerList notice={notice} answers={answers} onChange={props.onChange} />

            <p class="tc-quiet">
              按 {notice.number} 和规则 {notice.version}{' '}
              版得出。本站是独立整理的指南，以官方原文和受理点答复为准。
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

/** Whom to ask what nobody here can decide. The notice does not say which office answers what. */
function Contacts({ notice }: { notice: SelfCheckNotice }) {
  return (
    <section>
      <h3>待核实的问谁</h3>
      <p>先问单位人事部门，再问您所属的受理点。通知公布的电话：</p>
      <ul class="self-check-next">
        {notice.contacts.map(({ id, name, phones }) => (
          <li key={id}>
            {name}{' '}
            {phones.map((phone, index) => (
              <>
                {index > 0 && '、'}
                <a href={`tel:${phone}`}>{phone}</a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
