import words from 'virtual:words/timeline/page';
import type { IsoDate, TimedNotice, WorkCalendar } from '../../calculator/index.ts';
import type { Entry } from '../../plan/index.ts';
import {
  type Line as Ends,
  horizontal,
  type Label,
  rangeOf,
  type Scene,
  type Shape,
  vertical,
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
  const scenes = { horizontal: horizontal(given), vertical: vertical(given) };
  return (
    <figure class="timeline-picture">
      <Drawing name="horizontal" scene={scenes.horizontal} isDrawn={today !== undefined} />
      <Drawing name="vertical" scene={scenes.vertical} isDrawn={today !== undefined} />
      <figcaption class="tc-quiet">
        {words.off}
        {scenes.horizontal.ticks.some(({ text }) => text === words.workedMark) && words.worked}
        {words.unstated}
        {scenes.horizontal.gaps.length > 0 && words.notToScale}
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
      aria-label={words.axisSays}
    >
      {isDrawn && <Content {...scene} />}
    </svg>
  );
}

function Content({ off, ticks, shapes, today, gaps }: Scene) {
  return (
    <>
      {off.map((box) => (
        <rect key={box.x + box.y} class="timeline-off" {...box} />
      ))}
      {gaps.map((ends) => (
        <Line key={ends.join()} class="timeline-gap" ends={ends} />
      ))}
      {/* Below all bars, which they pass. */}
      {shapes.map(
        ({ leader, labels: [label] }) =>
          leader && (
            <polyline
              key={label?.text}
              class="timeline-leader"
              points={leader.map((at) => at.join()).join(' ')}
            />
          ),
      )}
      {ticks.map((label) => (
        <SvgText key={label.x + label.y} {...label} />
      ))}
      {today && <Line class="timeline-today" ends={today.line} />}
      {shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no identity of their own
        <Sign key={index} {...shape} />
      ))}
      {today && (
        <g class="timeline-today">
          <SvgText {...today.label} />
        </g>
      )}
    </>
  );
}

function Sign({ kind, boxes, unstated, late, over, point, labels, lastWorkday }: Shape) {
  const looks = { unstated, late, over };
  return (
    <g
      class={[
        `timeline-shape timeline-shape-${kind}`,
        ...Object.entries(looks).map(([look, is]) => is && `timeline-${look}`),
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {boxes.map((box) => (
        <rect key={`${box.x} ${box.y}`} rx="3" {...box} />
      ))}
      {lastWorkday && <Line class="timeline-last" ends={lastWorkday} />}
      {point && <path d={`M${point.x - 6} ${point.y}l6 -6 6 6 -6 6z`} />}
      {labels.map((label) => (
        <SvgText key={label.text} {...label} />
      ))}
    </g>
  );
}

function SvgText({ x, y, text, anchor, quiet, inside }: Label) {
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
