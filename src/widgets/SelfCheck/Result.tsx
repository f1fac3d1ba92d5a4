import {
  type Answers,
  type Assessment,
  assess,
  type Finding,
  fill,
  type Notice,
  type Verdict,
} from '../../calculator/index.ts';
import { inProse } from '../shared/dates.ts';
import type { Tone } from '../shared/Tag.tsx';
import { useToday } from '../shared/today.ts';
import { AnswerList } from './AnswerList.tsx';
import { FindingItem } from './FindingItem.tsx';
import type { Links } from './links.ts';

interface Props {
  notice: Notice;
  links: Links;
  answers: Answers;
  onChange: (screen: string) => void;
  onGoOn: () => void;
  onBack: () => void;
  onRestart: () => void;
}

const TONES: Record<Verdict, Tone> = {
  outOfScope: 'no',
  ineligible: 'no',
  unlikely: 'no',
  incomplete: 'open',
  review: 'open',
  likely: 'yes',
};

/** The verdict in one sentence, what decides it, the other findings, and the answers behind them. */
export function Result(props: Props) {
  const { notice, links, answers } = props;
  const assessment = assess(notice, answers);
  const { verdict, findings, missing, earliestYear } = assessment;
  const words = notice.wording.verdicts[verdict];
  const deciding = findings.filter((finding) => decides(notice, assessment, finding));
  const others = findings
    .filter((finding) => !deciding.includes(finding))
    .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  const put = (text: string) => fill(text, { year: notice.year });

  return (
    <div class="tc-stack">
      <div class={`tc-verdict tc-verdict-${TONES[verdict]}`} role="status">
        <h2 tabIndex={-1} data-focus>
          {words.label}
        </h2>
        <p>{put(words.summary)}</p>
        {earliestYear !== undefined && (
          <p>
            <strong>{fill(notice.wording.earliestYear.label, { year: earliestYear })}</strong>。
            {notice.wording.earliestYear.conditions}
          </p>
        )}
        <Window notice={notice} />
      </div>
      <p>{put(words.next)}</p>
      {missing.length > 0 && (
        <p>
          还有题目没答，但不会改变上面的结果。
          <button type="button" class="tc-button tc-button-link" onClick={props.onGoOn}>
            接着答完，看全部条目
          </button>
        </p>
      )}

      <Findings title="决定结果的条目" findings={deciding} notice={notice} links={links} />
      <Findings
        title={deciding.length ? '其他条目' : '各条目'}
        findings={others}
        notice={notice}
        links={links}
      />

      <section class="tc-stack">
        <h3>接下来</h3>
        <ul class="self-check-next">
          <li>
            <a href={links.conditions}>申报条件</a>：每一条交给了哪份文件，原文在哪里查
          </li>
          <li>
            <a href={links.timeline}>时间怎么排</a>：公示、推荐、截止日倒推
          </li>
          <li>
            <a href={links.materials}>材料</a>：论文、学时、承诺要准备什么
          </li>
          <li>
            <a href={links.contacts}>联系方式</a>：哪件事先问谁
          </li>
        </ul>
      </section>

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
    </div>
  );
}

const ORDER = ['unmet', 'review', 'unknown', 'met'];

/** Whether a finding is one of those that made the verdict what it is. */
function decides(
  notice: Notice,
  { verdict }: Assessment,
  { rule, outcome, standing }: Finding,
): boolean {
  switch (verdict) {
    case 'outOfScope':
      return (
        outcome === 'unmet' && notice.rules.some(({ id, scope }) => id === rule && scope === true)
      );
    case 'ineligible':
      return outcome === 'unmet' && standing === 'notice';
    case 'unlikely':
      return outcome === 'unmet';
    case 'incomplete':
      return outcome === 'unknown';
    case 'review':
      return outcome === 'review';
    case 'likely':
      return false;
  }
}

function Findings({
  title,
  findings,
  notice,
  links,
}: {
  title: string;
  findings: Finding[];
  notice: Notice;
  links: Links;
}) {
  if (findings.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul class="self-check-findings">
        {findings.map((finding) => (
          <FindingItem key={finding.rule} notice={notice} links={links} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** The calculator has no clock; whether the window is over is said here. */
function Window({ notice }: { notice: Notice }) {
  const today = useToday();
  const closes = notice.stages[0]?.closes;
  if (!today || !closes) return null;
  if (today <= closes) return <p>个人申报到 {inProse(closes)}为止。</p>;
  return (
    <p>
      {notice.year} 年度个人申报已在 {inProse(closes, { year: false })}
      截止，逾期不再受理。这个结果可以用来准备下一年度。
    </p>
  );
}
