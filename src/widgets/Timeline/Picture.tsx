import type { IsoDate, TimedNotice, WorkCalendar } from '../../calculator/index.ts';
import type { Entry } from '../../plan/index.ts';
import {
  type Line as Ends,
  type Label,
  lying,
  rangeOf,
  type Scene,
  type Shape,
  standing,
} from './scene.ts';

interface Props {
  notice: TimedNotice;
  calendar: WorkCalendar;
  entries: Entry[];
  today: IsoDate | undefined;
}

/**
 * The entries as a picture; the table below says the same in words. Two are drawn, and styles show the one that fits. The
 * server only keeps room for them: its HTML has the table, and a picture without today is half of one.
 */
export function Picture({ notice, calendar, entries, today }: Props) {
  const range = rangeOf(notice);
  const given = { entries, calendar, range, today };
  const scenes = { lying: lying(given), standing: standing(given) };
  return (
    <figure class="timeline-picture">
      <Drawing name="lying" scene={scenes.lying} isDrawn={today !== undefined} />
      <Drawing name="standing" scene={scenes.standing} isDrawn={today !== undefined} />
      <figcaption class="tc-quiet">
        浅色的是休息日
        {scenes.lying.ticks.some(({ text }) => text === '班') && '，“班”是调休上班的周末'}
        。虚线边的，通知没有写开始日期。{scenes.lying.gap && '点线以外的日子不按比例画。'}
      </figcaption>
    </figure>
  );
}

interface DrawingProps {
  name: string;
  scene: Scene;
  isDrawn: boolean;
}

function Drawing({ name, scene, isDrawn }: DrawingProps) {
  const { width, height } = scene;
  return (
    <svg
      class={`timeline-${name}`}
      viewBox={`0 0 ${width} ${Math.ceil(height)}`}
      role="img"
      aria-label="各阶段和安排在日历上的位置，下面的表写着同样的日期"
    >
      {isDrawn && <Content {...scene} />}
    </svg>
  );
}

function Content({ off, ticks, shapes, today, gap }: Scene) {
  return (
    <>
      {off.map((box) => (
        <rect key={box.x + box.y} class="timeline-off" {...box} />
      ))}
      {gap && <Line class="timeline-gap" ends={gap} />}
      {ticks.map((label) => (
        <Text key={label.x + label.y} {...label} />
      ))}
      {today && <Line class="timeline-today" ends={today.line} />}
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity of their own
        <Sign key={index} {...shape} />
      ))}
      {today && (
        <g class="timeline-today">
          <Text {...today.label} />
        </g>
      )}
    </>
  );
}

function Sign({ kind, boxes, unstated, late, point, labels, leader, lastWorkday }: Shape) {
  return (
    <g
      class={`timeline-shape timeline-shape-${kind}${unstated ? ' timeline-unstated' : ''}${late ? ' timeline-late' : ''}`}
    >
      {leader && <Line class="timeline-leader" ends={leader} />}
      {boxes.map((box) => (
        <rect key={`${box.x} ${box.y}`} rx="3" {...box} />
      ))}
      {lastWorkday && <Line class="timeline-last" ends={lastWorkday} />}
      {point && <path d={`M${point.x - 6} ${point.y}l6 -6 6 6 -6 6z`} />}
      {labels.map((label) => (
        <Text key={label.text} {...label} />
      ))}
    </g>
  );
}

function Text({ x, y, text, anchor, quiet, inside }: Label) {
  const look = quiet ? 'timeline-small' : inside ? 'timeline-inside' : undefined;
  return (
    <text x={x} y={y} text-anchor={anchor} class={look}>
      {text}
    </text>
  );
}

function Line({ ends: [x1, y1, x2, y2], ...rest }: { class: string; ends: Ends }) {
  return <line {...{ x1, y1, x2, y2 }} {...rest} />;
}
