import type { IsoDate, Notice, Stage, StageFact, StageStatus } from '../../calculator/index.ts';
import { dayIn, weekdayName } from '../shared/dates.ts';
import { daysLeft } from '../shared/status.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';

const STATUS: Record<StageStatus, { label: string; tone: Tone }> = {
  upcoming: { label: '未开始', tone: 'open' },
  open: { label: '进行中', tone: 'yes' },
  closed: { label: '已截止', tone: 'quiet' },
};

interface Props {
  notice: Notice;
  stages: Stage[];
  latestPosting: IsoDate | undefined;
  /** False until today is known: the place for it is kept. */
  showStatus: boolean;
}

/** The stages in order, each with who acts, from when, until when, and how it stands. */
export function StageList({ notice, stages, latestPosting, showStatus }: Props) {
  return (
    <ol class="timeline-stages">
      {stages.map((stage, index) => {
        const fact = notice.stages[index] as StageFact;
        return (
          <li key={stage.id} class={showStatus ? `timeline-${stage.status}` : undefined}>
            <div class="timeline-stage-title">
              <h3>{fact.title}</h3>
              <p class="timeline-stage-status">{showStatus && <StageState stage={stage} />}</p>
            </div>
            <p>
              {notice.wording.actors[stage.actor]}：{period(notice, stage)}
            </p>
            {fact.id === notice.publicity.stage && latestPosting && (
              <p>
                最迟 {dayIn(notice, latestPosting)}贴出公示<small>（本站的稳妥算法）</small>
              </p>
            )}
            {stage.lastWorkday !== stage.closes && (
              <p class="tc-quiet">{beforeDayOff(notice, stage)}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function StageState({ stage: { status, daysLeft: days } }: { stage: Stage }) {
  const { label, tone } = STATUS[status];
  return (
    <>
      <Tag tone={tone}>{label}</Tag>
      {days !== undefined && status === 'open' && <span>{daysLeft(days)}</span>}
    </>
  );
}

function period(notice: Notice, { opens, closes }: Stage): string {
  const end = dayIn(notice, closes);
  return opens ? `${dayIn(notice, opens)}至 ${end}` : `${end}截止，通知没有写开始日期`;
}

function beforeDayOff(notice: Notice, { closes, lastWorkday }: Stage): string {
  return `截止日是${weekdayName(closes)}，不要指望顺延。要打电话，最后一个工作日是 ${dayIn(notice, lastWorkday)}。`;
}
