import words from 'virtual:words/timeline/page';
import { fill, type IsoDate, type Stage, type StageStatus } from '../../calculator/index.ts';
import { type Entry, weekdayName } from '../../plan/index.ts';
import { Tag, type Tone } from '../shared/Tag.tsx';

const TONES: Record<StageStatus, Tone> = { upcoming: 'open', open: 'yes', closed: 'quiet' };

/** Who says so. */
export const whoseDay = (kind: Entry['kind']): string =>
  ({
    stage: words.byNotice,
    cutoff: words.byNotice,
    advice: words.byAdvice,
    plan: words.byPlan,
    task: words.byTask,
  })[kind];

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
          <th scope="col">{words.what}</th>
          <th scope="col">{words.when}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, kind, title, from, on, ending = '', notes }) => {
          const stage = kind === 'stage' ? stages.find((stage) => stage.id === id) : undefined;
          return (
            <tr key={id} class={`timeline-row-${kind}`}>
              <th scope="row">
                {title}
                <small>{whoseDay(kind)}</small>
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
                      <Day date={from} /> {words.upTo}{' '}
                    </>
                  )}
                  <Day date={on} />
                  {ending && !from && ` ${fill(words.noOpening, { ending })}`}
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

function StageState({ stage: { status, daysLeft, workdaysLeft = 0 } }: { stage: Stage }) {
  return (
    <>
      <Tag tone={TONES[status]}>{words[status]}</Tag>
      {daysLeft !== undefined && status === 'open' && (
        <span>
          {daysLeft > 0
            ? fill(words.daysLeft, { n: daysLeft }) + fill(words.workdaysLeft, { n: workdaysLeft })
            : words.lastDay}
        </span>
      )}
    </>
  );
}
