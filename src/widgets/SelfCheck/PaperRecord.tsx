import {
  type Answers,
  answerTo,
  assess,
  encodeAnswers,
  explain,
  fill,
  type IsoDate,
  isDecisive,
  materialsFor,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import { groups, ruleTitle, standingLabel } from '../shared/result/findings.ts';
import { firstThings } from '../shared/result/firstThings.ts';
import { type Links, linkWithAnswers } from '../shared/result/links.ts';
import { answerInWords } from './AnswerList.tsx';
import { byActor, Over } from './Checklist.tsx';
import { answered } from './flow.ts';
import { stageDates } from './NextSteps.tsx';
import { QrCode } from './QrCode.tsx';

interface Props {
  notice: SelfCheckNotice;
  links: Links;
  answers: Answers;
  ticks: ReadonlySet<string>;
  /** Undefined where the device's clock cannot be right. */
  today: IsoDate | undefined;
}

/** The result for paper: shown in print alone, in place of everything else of the page. */
export function PaperRecord({ notice, links, answers, ticks, today }: Props) {
  const assessment = assess(notice, answers);
  const { verdict, findings } = assessment;
  const { wording, year } = notice;
  const { result } = wording;
  const { sentence, until, earliest, open, toDos, assumed } = firstThings(notice, answers, today);
  // Of what was not asked there is nothing to tell.
  const told = findings.filter(({ outcome }) => verdict !== 'outOfScope' || outcome !== 'unknown');
  const page = linkWithAnswers(links.selfCheck, '', location.href);
  const deciding = findings.filter((finding) => isDecisive(notice, assessment, finding));
  const { used } = answered(notice, answers);
  const link = linkWithAnswers(links.selfCheck, encodeAnswers(notice, answers), location.href);
  const items = materialsFor(notice.materials, answers, ticks);
  return (
    <div class="self-check-record">
      <div class="self-check-record-head">
        <div>
          <h2>{year} 年度职称申报自查记录</h2>
          <p>
            {today ? fill(result.checked, { on: today }) : result.noDay}依据 {notice.number}，规则{' '}
            {notice.version} 版。{page}
          </p>
          <div class="self-check-record-verdict">
            <h3>{wording.verdicts[verdict].label}</h3>
            <p>
              {sentence}
              {until}
            </p>
            {earliest && (
              <p>
                <strong>{earliest}</strong>。{wording.earliestYear.conditions}
              </p>
            )}
            {open && <p>{open}</p>}
          </div>
          {toDos.length > 0 && (
            <>
              <h3>{result.toDo}</h3>
              <ol>
                {toDos.map(({ when, text }) => (
                  <li key={text}>
                    <b>{when}</b> {text}
                  </li>
                ))}
              </ol>
              {assumed && <p>{fill(result.assumed, { next: year + 1 })}</p>}
            </>
          )}
        </div>
        {link && (
          <div class="self-check-record-code">
            <QrCode text={link} label="这次自查的二维码">
              <p>扫码重看、修改。码里有全部回答，这张纸请只给信任的人。</p>
            </QrCode>
          </div>
        )}
      </div>

      <h3>各条目</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">结果</th>
            <th scope="col">条目</th>
            <th scope="col">理由和办法</th>
            <th scope="col">依据（通知条款）</th>
          </tr>
        </thead>
        <tbody>
          {groups(told, deciding).flatMap(({ group }) =>
            group.map((finding) => {
              const { reason, remedy } = explain(notice, finding);
              return (
                <tr key={finding.rule}>
                  <th scope="row">{wording.outcomes[finding.outcome]}</th>
                  <td>{ruleTitle(notice, finding)}</td>
                  <td>
                    {reason}
                    {remedy && ` ${result.remedy}${remedy}`}
                  </td>
                  <td>
                    {standingLabel(notice, finding)}
                    {finding.cites.map(({ label }) => `，${label}`).join('')}
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>

      <h3>回答</h3>
      <dl>
        {used.map((question) => (
          <div key={question.id}>
            <dt>{question.title}</dt>
            <dd>{answerInWords(question, answerTo(answers, question))}</dd>
          </div>
        ))}
      </dl>

      {verdict !== 'outOfScope' && (
        <>
          <Over notice={notice} today={today} />
          <h3>材料清单</h3>
          <ul class="self-check-record-ticks">
            {byActor(items).flatMap(([actor, list]) =>
              list.map(({ id, text }) => (
                <li key={id}>
                  {ticks.has(id) ? '☑' : '☐'} {wording.actors[actor]}：{text}
                </li>
              )),
            )}
          </ul>
          <h3>时间</h3>
          <ul>
            {notice.stages.map((stage) => (
              <li key={stage.id}>
                {stage.title}：{stageDates(notice, stage)}
                {today && today > stage.closes && '已截止。'}
              </li>
            ))}
          </ul>
        </>
      )}

      <p class="self-check-record-foot">
        本站是独立整理的指南，不是省经信厅的系统。标“{wording.standings.reference.label}
        ”的，浙江的规定可能不同。以官方原文和受理点的审核为准。
      </p>
    </div>
  );
}
