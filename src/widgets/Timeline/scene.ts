/**
 * The picture's geometry, in user units that are CSS pixels at the picture's own width. Lying for where there is room,
 * standing for a phone: the same entries, and text that stays readable in both.
 */
import {
  addDays,
  daysBetween,
  type IsoDate,
  isWorkday,
  type TimedNotice,
  type WorkCalendar,
  weekday,
} from '../../calculator/index.ts';
import { type Entry, shortDay } from '../../plan/index.ts';
import { daysOff, type Span } from './spans.ts';

export type Line = [x1: number, y1: number, x2: number, y2: number];
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Label {
  x: number;
  y: number;
  text: string;
  anchor?: 'end' | 'middle';
  /** Small and quiet: a day beside its title. */
  quiet?: boolean;
  /** On its bar, where a line may run behind it. */
  inside?: boolean;
}
export interface Shape {
  kind: Entry['kind'];
  /** A bar, or the single days of one. */
  boxes: Box[];
  /** The notice does not state where it begins: that edge is dashed. */
  unstated: boolean;
  late: boolean;
  /** The middle of the sign of a single day. */
  point?: { x: number; y: number };
  labels: Label[];
  /** Where the last working day ends, on a bar that ends on a day off. */
  lastWorkday?: Line;
  /** From the sign to a label that had to stand elsewhere. */
  leader?: Line;
}
export interface Scene {
  width: number;
  height: number;
  off: Box[];
  ticks: Label[];
  shapes: Shape[];
  today?: { line: Line; label: Label };
  /** Where the axis leaves days out, up to those that are far off. */
  gap?: Line;
}

interface Given {
  entries: Entry[];
  calendar: WorkCalendar;
  range: Span;
  today: IsoDate | undefined;
}

/** From the first opening to the last closing. */
export function rangeOf({ stages, issuedOn }: TimedNotice): Span {
  const closings = stages.map(({ closes }) => closes).sort();
  return { from: stages[0].opens ?? issuedOn, to: closings.at(-1) ?? addDays(issuedOn, 1) };
}

/** About as wide as the text will be: Chinese characters are square, others a little over half. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character > '⺀' ? 1 : 0.58), 0) * size;

const shown = ({ range }: Given, { on }: Entry): boolean => on >= range.from;
const isLater = ({ range }: Given, { on }: Entry): boolean => on > range.to;
const startOf = ({ range }: Given, { from, days, on, kind }: Entry): IsoDate => {
  const start = from ?? days?.[0] ?? (kind === 'stage' ? range.from : on);
  return daysBetween(range.from, start) < 0 ? range.from : start;
};
const isBar = ({ kind, from, days }: Entry): boolean => kind === 'stage' || !!from || !!days;

/** Mondays, and the days on which a weekend is worked. */
function axisDays({ range, calendar }: Given): { day: IsoDate; text: string }[] {
  const days: { day: IsoDate; text: string }[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    const which = weekday(day);
    if (which === 1) days.push({ day, text: day.slice(5).replace(/^0/, '').replace('-0', '-') });
    else if ((which === 0 || which === 6) && isWorkday(calendar, day))
      days.push({ day, text: '班' });
  }
  return days;
}

/** The size of titles, as timeline.css sets it. */
const TEXT = 14;

const GROUPS: Entry['kind'][] = ['stage', 'cutoff', 'advice', 'plan', 'task'];

/** Time runs to the right; each entry has a line of its own. */
export function lying(given: Given): Scene {
  const { entries, calendar, range, today } = given;
  // The notice's own first, so that they stand in one place whatever is planned.
  const rows = entries
    .filter((entry) => shown(given, entry))
    .sort((a, b) => GROUPS.indexOf(a.kind) - GROUPS.indexOf(b.kind));
  const hasLater = rows.some((entry) => isLater(given, entry));
  const [width, top, row, thick] = [704, 48, 30, 24];
  const end = hasLater ? width - 56 : width - 1;
  const unit = (end - 1) / (daysBetween(range.from, range.to) + 1);
  const x = (day: IsoDate) => 1 + daysBetween(range.from, day) * unit;
  const height = top + rows.length * row + 4;
  const body = { y: top - 4, height: rows.length * row + 4 };

  const shapes = rows.map((entry, index): Shape => {
    const y = top + index * row;
    const middle = y + thick / 2;
    const { kind, title, on, days, from, lastWorkday } = entry;
    const baseline = middle + 5;
    const day = [shortDay(on), lastWorkday && `工作日到 ${shortDay(lastWorkday)}`]
      .filter(Boolean)
      .join('，');
    const base = {
      kind,
      unstated: kind === 'stage' && !from,
      late: !!entry.late,
      ...(lastWorkday && {
        lastWorkday: [x(lastWorkday) + unit, y, x(lastWorkday) + unit, y + thick] as Line,
      }),
    };
    if (isLater(given, entry)) {
      const at = width - 28;
      return {
        ...base,
        boxes: [],
        point: { x: at, y: middle },
        labels: [
          { x: end - 2, y: baseline, text: `${title} ${longDay(range, on)}`, anchor: 'end' },
        ],
      };
    }
    const start = x(startOf(given, entry));
    const stop = x(on) + unit;
    const label = `${title} ${day}`;
    const needs = widthOf(label, TEXT) + 24;
    const inside = kind === 'stage' && stop - start > needs;
    const right = stop + needs < end;
    const beside: Label[] = [
      right
        ? { x: stop + 8, y: baseline, text: label }
        : { x: start - 8, y: baseline, text: label, anchor: 'end' },
    ];
    const labels: Label[] = inside
      ? [
          { x: start + 10, y: baseline, text: title, inside: true },
          { x: stop - 8, y: baseline, text: day, anchor: 'end', inside: true },
        ]
      : beside;
    if (!isBar(entry)) {
      return { ...base, boxes: [], point: { x: x(on) + unit / 2, y: middle }, labels };
    }
    const boxes = (days?.filter((at) => at >= range.from) ?? []).map((at) => ({
      x: x(at) + 1,
      y: y + 3,
      width: unit - 2,
      height: thick - 6,
    }));
    return {
      ...base,
      boxes: days ? boxes : [{ x: start, y, width: stop - start, height: thick }],
      labels,
    };
  });

  const at = today && today >= range.from && today <= range.to ? x(today) + unit / 2 : undefined;
  return {
    width,
    height,
    off: daysOff(calendar, range.from, range.to).map((span) => ({
      ...body,
      x: x(span.from),
      width: (daysBetween(span.from, span.to) + 1) * unit,
    })),
    ticks: axisDays(given).map(({ day, text }) => ({ x: x(day), y: top - 12, text, quiet: true })),
    shapes,
    ...(at !== undefined && {
      today: {
        line: [at, 20, at, height],
        label: {
          x: at,
          y: 14,
          text: `今天 ${shortDay(today as IsoDate)}`,
          anchor: at > end - 60 ? 'end' : 'middle',
        },
      },
    }),
    ...(hasLater && { gap: [end + 6, body.y, end + 6, height] }),
  };
}

/** Time runs down; bars stand side by side, and labels to the right, pushed down where they would touch. */
export function standing(given: Given): Scene {
  const { entries, calendar, range, today } = given;
  const all = entries.filter((entry) => shown(given, entry));
  const rows = all.filter((entry) => !isLater(given, entry));
  const later = all.filter((entry) => isLater(given, entry));
  const [width, top, unit, column, left] = [320, 28, 10, 22, 44];
  const y = (day: IsoDate) => top + daysBetween(range.from, day) * unit;
  const bottom = y(addDays(range.to, 1));

  // Each stage has its column; a person's own bars follow one another in one, and single days in the last.
  const stages = rows.filter(({ kind }) => kind === 'stage');
  const hasOwn = rows.some((entry) => entry.kind !== 'stage' && isBar(entry));
  const ownColumn = stages.length;
  const pointColumn = ownColumn + (hasOwn ? 1 : 0);
  const columnX = (index: number) => left + index * column;
  const textX = columnX(pointColumn + 1) + 10;
  const room = width - textX;

  const signs = rows.map((entry) => y(entry.on) + unit / 2);
  const heights = rows.map(({ lastWorkday }) => (lastWorkday ? 54 : 38));
  const tops = spread(
    signs.map((sign) => sign - 9),
    heights,
    [top, bottom],
  );
  const shapes = rows.map((entry, at): Shape => {
    const { kind, title, on, days, from, lastWorkday } = entry;
    const index = kind === 'stage' ? stages.indexOf(entry) : isBar(entry) ? ownColumn : pointColumn;
    const x = columnX(index);
    const stop = y(on) + unit;
    const start = y(startOf(given, entry));
    const signY = signs[at] ?? 0;
    const labelY = (tops[at] ?? 0) + 14;
    const bar = { x: x + 2, width: column - 6 };
    const boxes = days
      ? days
          .filter((day) => day >= range.from)
          .map((day) => ({ ...bar, y: y(day) + 1, height: unit - 2 }))
      : [{ ...bar, y: start, height: stop - start }];
    return {
      kind,
      unstated: kind === 'stage' && !from,
      late: !!entry.late,
      boxes: isBar(entry) ? boxes : [],
      ...(!isBar(entry) && { point: { x: x + column / 2 - 1, y: signY } }),
      labels: [
        { x: textX, y: labelY, text: cut(title, room) },
        { x: textX, y: labelY + 16, text: shortDay(on), quiet: true },
        ...(lastWorkday
          ? [{ x: textX, y: labelY + 32, text: `工作日到 ${shortDay(lastWorkday)}`, quiet: true }]
          : []),
      ],
      ...(lastWorkday && {
        lastWorkday: [
          bar.x,
          y(lastWorkday) + unit,
          bar.x + bar.width,
          y(lastWorkday) + unit,
        ] as Line,
      }),
      leader: [isBar(entry) ? x + column - 4 : x + column / 2 + 7, signY, textX - 4, labelY - 5],
    };
  });

  const end = Math.max(bottom, (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0));
  const gapY = end + 10;
  let free = gapY + 8;
  for (const { kind, title, on, late } of later) {
    const labelY = free + 16;
    free = labelY + 24;
    shapes.push({
      kind,
      unstated: false,
      late: !!late,
      boxes: [],
      point: { x: columnX(pointColumn) + column / 2 - 1, y: labelY - 5 },
      labels: [
        { x: textX, y: labelY, text: cut(title, room) },
        { x: textX, y: labelY + 16, text: longDay(range, on), quiet: true },
      ],
    });
  }

  const at = today && today >= range.from && today <= range.to ? y(today) + unit / 2 : undefined;
  return {
    width,
    height: later.length ? free + 8 : end,
    off: daysOff(calendar, range.from, range.to).map((span) => ({
      x: left,
      y: y(span.from),
      width: textX - 8 - left,
      height: (daysBetween(span.from, span.to) + 1) * unit,
    })),
    ticks: axisDays(given).map(({ day, text }) => ({
      x: left - 6,
      y: y(day) + 9,
      text,
      anchor: 'end',
      quiet: true,
    })),
    shapes,
    ...(at !== undefined && {
      today: {
        line: [0, at, textX - 8, at],
        label: { x: 0, y: at < top + 40 ? 14 : at - 4, text: '今天' },
      },
    }),
    ...(later.length && { gap: [left, gapY, width, gapY] }),
  };
}

/**
 * Puts labels as near to where they want to begin as they can without touching, in their order: those that would touch
 * form a block around their common middle.
 *
 * @param limits where the first may begin and the last should end; more than fits goes on beyond
 */
function spread(wanted: number[], heights: number[], [from, to]: [number, number]): number[] {
  let offset = 0;
  const offsets: number[] = [];
  const blocks: { sum: number; count: number }[] = [];
  wanted.forEach((want, index) => {
    offsets.push(offset);
    let block = { sum: want - offset, count: 1 };
    for (let last = blocks.at(-1); last; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
    offset += heights[index] ?? 0;
  });
  const starts = blocks.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
  return starts.map(
    (start, index) => Math.max(from, Math.min(start, to - offset)) + (offsets[index] ?? 0),
  );
}

/** With the year where it is another one. */
const longDay = (range: Span, date: IsoDate): string =>
  date.slice(0, 4) === range.to.slice(0, 4)
    ? shortDay(date)
    : `${date.slice(0, 4)}-${shortDay(date)}`;

function cut(text: string, room: number): string {
  if (widthOf(text, TEXT) <= room) return text;
  let short = text;
  while (short && widthOf(`${short}…`, TEXT) > room) short = [...short].slice(0, -1).join('');
  return `${short}…`;
}
