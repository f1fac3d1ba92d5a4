import {
  type Answers,
  advise,
  assess,
  type Finding,
  fill,
  isDecisive,
  type Notice,
  type Verdict,
} from '../../calculator/index.ts';
import { inProse } from '../shared/dates.ts';
import type { Tone } from '../shared/Tag.tsx';
import { useToday } from '../shared/today.ts';
import { AdviceView, Bearing } from './AdviceView.tsx';
import { AnswerList } from './AnswerList.tsx';
import { FindingItem } from './FindingItem.tsx';
import type { Links } from './links.ts';
import { Share } from './Share.tsx';

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
  const { verdict, settled, findings, missing, earliestYear } = assessment;
  const words = notice.wording.verdicts[verdict];
  const deciding = findings.filter((finding) => isDecisive(notice, assessment, finding));
  const advice = advise(notice, answers);
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
        {verdict === 'likely' && <OnReference notice={notice} findings={findings} />}
        {earliestYear !== undefined && (
          <p>
            <strong>{fill(notice.wording.earliestYear.label, { year: earliestYear })}</strong>。
            {notice.wording.earliestYear.conditions}
          </p>
        )}
        <Bearing notice={notice} advice={advice} />
        <Window notice={notice} />
      </div>
      <p>{put(words.next)}</p>
      {missing.length > 0 && (
        <p>
          {settled ? '还有题目没答，但不会改变上面的结果。' : '还有题目没答，答了结果可能会变。'}
          <button type="button" class="tc-button tc-button-link" onClick={props.onGoOn}>
            接着答
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

      <AdviceView notice={notice} advice={advice} open={missing.length > 0} />
      {findings.some(({ outcome }) => outcome === 'review') && <Contacts notice={notice} />}

      <section class="tc-stack">
        <h3>接下来</h3>
        <ul class="self-check-next">
          <li>
            <a href={links.conditions}>申报条件</a>：每一条交给了哪份文件，原文在哪里查
          </li>
          <li>
            <a href={links.timeline}>时间怎么排</a>：从截止日倒推公示和推荐
          </li>
          <li>
            <a href={links.materials}>材料</a>：论文、学时、承诺要准备什么
          </li>
          <li>
            <a href={links.contacts}>联系方式</a>：哪件事先问谁
          </li>
        </ul>
      </section>

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
    </div>
  );
}

const ORDER = ['unmet', 'review', 'unknown', 'met'];

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

/** A good result that rests on national values says so where it is given. */
function OnReference({ notice, findings }: { notice: Notice; findings: Finding[] }) {
  const rules = findings
    .filter(({ standing }) => standing === 'reference')
    .map(({ rule }) => notice.rules.find(({ id }) => id === rule)?.title);
  if (rules.length === 0) return null;
  return <p>{fill(notice.wording.onReference, { rules: rules.join('、') })}</p>;
}

/** Whom to ask what nobody here can decide. The notice does not say which office answers what. */
function Contacts({ notice }: { notice: Notice }) {
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
