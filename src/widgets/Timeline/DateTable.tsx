import type { IsoDate, Stage, StageStatus } from '../../calculator/index.ts';
import { type Entry, weekdayName } from '../../plan/index.ts';
import { daysLeft } from '../shared/status.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';

const STATUS: Record<StageStatus, { label: string; tone: Tone }> = {
  upcoming: { label: '未开始', tone: 'open' },
  open: { label: '进行中', tone: 'yes' },
  closed: { label: '已截止', tone: 'quiet' },
};

/** Who says so. */
export const SOURCE: Record<Entry['kind'], string> = {
  stage: '通知',
  cutoff: '通知',
  advice: '本站的稳妥算法',
  plan: '按填的日子推算',
  task: '自查结果',
};

interface Props {
  entries: Entry[];
  stages: Stage[];
  /** False until today is known: the place for it is kept. */
  showStatus: boolean;
}

/** The picture in words: every day in order, who says so, and how each stage stands. */
export function DateTable({ entries, stages, showStatus }: Props) {
  return (
    <table class="timeline-dates">
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col">日期</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, kind, title, from, on, ending = '', notes }) => {
          const stage = kind === 'stage' ? stages.find((stage) => stage.id === id) : undefined;
          return (
            <tr key={id} class={`timeline-row-${kind}`}>
              <th scope="row">
                {title}
                <small>{SOURCE[kind]}</small>
                {stage && (
                  <span class="timeline-stage-status">
                    {showStatus && <StageState stage={stage} />}
                  </span>
                )}
              </th>
              <td>
                <p>
                  {from && from !== on && (
                    <>
                      <Day date={from} /> 至{' '}
                    </>
                  )}
                  <Day date={on} />
                  {ending && !from && ` ${ending}，通知没有写开始日期`}
                </p>
                {notes.map((note) => (
                  <p key={note} class="tc-quiet">
                    {note}
                  </p>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Day({ date }: { date: IsoDate }) {
  return (
    <span class="timeline-day">
      <time dateTime={date}>{date}</time> {weekdayName(date)}
    </span>
  );
}

function StageState({ stage: { status, daysLeft: days, workdaysLeft } }: { stage: Stage }) {
  const { label, tone } = STATUS[status];
  return (
    <>
      <Tag tone={tone}>{label}</Tag>
      {days !== undefined && status === 'open' && (
        <span>
          {daysLeft(days)}
          {days > 0 && `，工作日 ${workdaysLeft} 天`}
        </span>
      )}
    </>
  );
}
