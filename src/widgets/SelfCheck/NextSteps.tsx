import {
  daysBetween,
  type IsoDate,
  type SelfCheckNotice,
  type StageFact,
} from '../../calculator/index.ts';
import { inProse } from '../../plan/index.ts';
import type { Links } from '../shared/result/links.ts';
import { daysLeft } from '../shared/status.ts';
import { Tag } from '../shared/Tag.tsx';
import { Over } from './Checklist.tsx';

/** Who does what until when. */
export function NextSteps({
  notice,
  links,
  today,
}: {
  notice: SelfCheckNotice;
  links: Links;
  /** Undefined where the device's clock cannot be right. */
  today: IsoDate | undefined;
}) {
  return (
    <>
      <Over notice={notice} today={today} />
      <ol class="self-check-steps">
        {notice.stages.map((stage) => (
          <li key={stage.id}>
            <h4>
              <span>{notice.wording.actors[stage.actor]}</span>
              {today && <Status stage={stage} first={notice.stages[0].opens} today={today} />}
            </h4>
            <p>
              {stage.task}。{stageDates(notice, stage)}
            </p>
            <p class="tc-quiet">
              <a href={links.clause(stage.clause)} data-tip>
                看通知条款
              </a>
            </p>
          </li>
        ))}
      </ol>
      <ul class="self-check-next">
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
    </>
  );
}

/** A stage's dates in sentences, with the last day on which somebody can still be asked. */
export function stageDates(notice: SelfCheckNotice, { id, opens, closes }: StageFact): string {
  const day = (date: IsoDate) => inProse(date, { year: false });
  const { lastWorkdays, latestPosting, publicity } = notice;
  const lastWorkday = lastWorkdays[id];
  return [
    opens ? `${day(opens)}至 ${day(closes)}。` : `最迟 ${day(closes)}。`,
    publicity.stage === id && latestPosting
      ? `要留够公示，最迟 ${day(latestPosting)}贴出（本站的稳妥算法）。`
      : '',
    lastWorkday && lastWorkday !== closes
      ? `截止日不上班，不顺延；要打电话，最迟 ${day(lastWorkday)}。`
      : '',
  ].join('');
}

function Status({
  stage: { opens, closes },
  first,
  today,
}: {
  stage: StageFact;
  /** The day on which the first stage opens, before which none has. */
  first: IsoDate | undefined;
  today: IsoDate;
}) {
  const from = opens ?? first;
  if (today > closes) return <Tag tone="quiet">已截止</Tag>;
  if (from && today < from) return <Tag tone="quiet">还没开始</Tag>;
  return <Tag tone="yes">{daysLeft(daysBetween(today, closes))}</Tag>;
}
