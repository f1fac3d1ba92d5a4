/**
 * The picture's geometry, in user units that are CSS pixels at the picture's own width. Horizontal where there is room,
 * vertical on a phone: the same entries, and text that stays readable in both. Today is always on the axis: days before
 * and after it that the axis leaves out lie beyond a gap.
 */
import words from 'virtual:words/timeline/page';
import {
  addDays,
  daysBetween,
  fill,
  type IsoDate,
  isWorkday,
  type TimedNotice,
  type WorkCalendar,
  weekday,
} from '../../calculator/index.ts';
import { type Entry, shortDay } from '../../plan/index.ts';
import { type DayRange, daysOff } from './daysOff.ts';

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
  /** It lies before today. */
  over: boolean;
  /** The middle of the sign of a single day. */
  point?: { x: number; y: number };
  labels: Label[];
  /** Where the last working day ends, on a bar that ends on a day off. */
  lastWorkday?: Line;
  /** From the sign to a label that had to stand elsewhere. */
  leader?: [x: number, y: number][];
}
export interface Scene {
  width: number;
  height: number;
  off: Box[];
  ticks: Label[];
  shapes: Shape[];
  today?: { line: Line; label: Label };
  /** Where the axis leaves days out: up to those that are far off, and from a today that is. */
  gaps: Line[];
}

interface Given {
  entries: Entry[];
  calendar: WorkCalendar;
  range: DayRange;
  today: IsoDate | undefined;
}

/** From the first opening to the last closing. */
export function rangeOf({ stages, issuedOn }: TimedNotice): DayRange {
  const closings = stages.map(({ closes }) => closes).sort();
  return { from: stages[0].opens ?? issuedOn, to: closings.at(-1) ?? addDays(issuedOn, 1) };
}

/** About as wide as the text will be: Chinese characters are square, others a little over half. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + (character > '⺀' ? 1 : 0.58), 0) * size;

const shown = ({ range }: Given, { on }: Entry): boolean => on >= range.from;
const isLater = ({ range }: Given, { on }: Entry): boolean => on > range.to;
const isOver = ({ today }: Given, { on }: Entry): boolean => today !== undefined && on < today;
const startOf = ({ range }: Given, { from, days, on, kind }: Entry): IsoDate => {
  const start = from ?? days?.[0] ?? (kind === 'stage' ? range.from : on);
  return daysBetween(range.from, start) < 0 ? range.from : start;
};
const isBar = ({ kind, from, days }: Entry): boolean => kind === 'stage' || !!from || !!days;

/** On which side of the axis today lies, or that it lies on it. */
function placeOf({ range, today }: Given): 'before' | 'on' | 'after' | undefined {
  if (!today) return undefined;
  if (today < range.from) return 'before';
  return today > range.to ? 'after' : 'on';
}

/** Mondays, and the days on which a weekend is worked. */
function axisDays({ range, calendar }: Given): { day: IsoDate; text: string }[] {
  const days: { day: IsoDate; text: string }[] = [];
  for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
    const which = weekday(day);
    if (which === 1) days.push({ day, text: day.slice(5).replace(/^0/, '').replace('-0', '-') });
    else if ((which === 0 || which === 6) && isWorkday(calendar, day))
      days.push({ day, text: words.workedMark });
  }
  return days;
}

/** The size of titles, as timeline.css sets it. */
const TEXT = 14;

const GROUPS: Entry['kind'][] = ['stage', 'cutoff', 'advice', 'plan', 'task'];

/** What both drawings say of an entry alike. */
const looks = (given: Given, entry: Entry) => ({
  kind: entry.kind,
  unstated: entry.kind === 'stage' && !entry.from,
  late: !!entry.late,
  over: isOver(given, entry),
});

/** Time runs to the right; each entry has a line of its own. */
export function horizontal(given: Given): Scene {
  const { entries, calendar, range, today } = given;
  // The notice's own first, so that they stand in one place whatever is planned.
  const rows = entries
    .filter((entry) => shown(given, entry))
    .sort((a, b) => GROUPS.indexOf(a.kind) - GROUPS.indexOf(b.kind));
  const place = placeOf(given);
  const isEarly = place === 'before';
  const hasLater = place === 'after' || rows.some((entry) => isLater(given, entry));
  const [width, top, row, thick] = [704, 48, 30, 24];
  const begin = isEarly ? 57 : 1;
  const end = hasLater ? width - 56 : width - 1;
  const unit = (end - begin) / (daysBetween(range.from, range.to) + 1);
  const x = (day: IsoDate) => begin + daysBetween(range.from, day) * unit;
  const height = top + rows.length * row + 4;
  const body = { y: top - 4, height: rows.length * row + 4 };
  /** Beyond the gap: before today, today, after it. */
  const beyond = (day: IsoDate) =>
    place !== 'after' ? end + 28 : end + (day < (today ?? day) ? 16 : day === today ? 28 : 42);

  const shapes = rows.map((entry, index): Shape => {
    const y = top + index * row;
    const middle = y + thick / 2;
    const { kind, title, on, days, lastWorkday } = entry;
    const baseline = middle + 5;
    const day = [shortDay(on), lastWorkday && untilIn(lastWorkday)].filter(Boolean).join('，');
    const base = {
      ...looks(given, entry),
      ...(lastWorkday && {
        lastWorkday: [x(lastWorkday) + unit, y, x(lastWorkday) + unit, y + thick] as Line,
      }),
    };
    if (isLater(given, entry)) {
      const label = `${title} ${longDay(range, on)}`;
      return {
        ...base,
        boxes: [],
        point: { x: beyond(on), y: middle },
        labels: [{ x: end - 2, y: baseline, text: label, anchor: 'end' }],
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

  const now = today && {
    at: isEarly ? 28 : place === 'after' ? beyond(today) : x(today) + unit / 2,
    text: nowIn(range, today),
  };
  return {
    width,
    height,
    off: daysOff(calendar, range.from, range.to).map((run) => ({
      ...body,
      x: x(run.from),
      width: (daysBetween(run.from, run.to) + 1) * unit,
    })),
    ticks: axisDays(given).map(({ day, text }) => ({ x: x(day), y: top - 12, text, quiet: true })),
    shapes,
    ...(now && {
      today: { line: [now.at, 20, now.at, height], label: todayLabel(now, end) },
    }),
    gaps: [...(isEarly ? [begin - 7] : []), ...(hasLater ? [end + 6] : [])].map(
      (at): Line => [at, body.y, at, height],
    ),
  };
}

/** Above its line, within the frame. */
function todayLabel({ at, text }: { at: number; text: string }, end: number): Label {
  const half = widthOf(text, TEXT) / 2;
  if (at < half) return { x: 0, y: 14, text };
  return { x: at, y: 14, text, anchor: at > end - half ? 'end' : 'middle' };
}

/**
 * Time runs down; bars stand side by side, and labels to the right, pushed down where they would touch. A line to a label
 * runs level to the gutter before the labels and only there aslant: as signs and labels have one order, no two cross.
 */
export function vertical(given: Given): Scene {
  const { entries, calendar, range, today } = given;
  const all = entries.filter((entry) => shown(given, entry));
  const rows = all.filter((entry) => !isLater(given, entry));
  const later = all.filter((entry) => isLater(given, entry));
  const place = placeOf(given);
  const [width, unit, column, left] = [320, 10, 22, 44];
  const top = place === 'before' ? 52 : 28;
  const y = (day: IsoDate) => top + daysBetween(range.from, day) * unit;
  const bottom = y(addDays(range.to, 1));

  // Each stage has its column; a person's own bars follow one another in one, and single days in the last.
  const stages = rows.filter(({ kind }) => kind === 'stage');
  const hasOwn = rows.some((entry) => entry.kind !== 'stage' && isBar(entry));
  const ownColumn = stages.length;
  const pointColumn = ownColumn + (hasOwn ? 1 : 0);
  const columnX = (index: number) => left + index * column;
  const gutter = columnX(pointColumn + 1);
  const textX = gutter + 16;
  const room = width - textX;
  const pointX = columnX(pointColumn) + column / 2 - 1;

  const signs = rows.map((entry) => y(entry.on) + unit / 2);
  const heights = rows.map(({ lastWorkday }) => (lastWorkday ? 54 : 38));
  const tops = spread(
    signs.map((sign) => sign - 9),
    heights,
    [top, bottom],
  );
  const shapes = rows.map((entry, at): Shape => {
    const { kind, title, on, days, lastWorkday } = entry;
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
      ...looks(given, entry),
      boxes: isBar(entry) ? boxes : [],
      ...(!isBar(entry) && { point: { x: pointX, y: signY } }),
      labels: [
        { x: textX, y: labelY, text: cut(title, room) },
        { x: textX, y: labelY + 16, text: shortDay(on), quiet: true },
        ...(lastWorkday
          ? [{ x: textX, y: labelY + 32, text: untilIn(lastWorkday), quiet: true }]
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
      leader: [
        [isBar(entry) ? x + column - 4 : pointX + 7, signY],
        [gutter, signY],
        [textX - 4, labelY - 5],
      ],
    };
  });

  const end = Math.max(bottom, (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0));
  const gapY = end + 10;
  let free = gapY + 8;
  const level = (at: number) => ({ line: [left, at, gutter, at] as Line, at });
  let now =
    today && place === 'before'
      ? level(14)
      : today && place === 'on'
        ? level(y(today) + unit / 2)
        : undefined;
  const passToday = () => {
    now = level(free + 11);
    free += 32;
  };
  for (const entry of later) {
    const { title, on } = entry;
    if (!now && today && on >= today) passToday();
    const labelY = free + 16;
    free = labelY + 24;
    shapes.push({
      ...looks(given, entry),
      boxes: [],
      point: { x: pointX, y: labelY - 5 },
      labels: [
        { x: textX, y: labelY, text: cut(title, room) },
        { x: textX, y: labelY + 16, text: longDay(range, on), quiet: true },
      ],
    });
  }
  if (!now && today) passToday();

  const isBeyond = place === 'before' || place === 'after';
  return {
    width,
    height: later.length || place === 'after' ? free + 8 : end,
    off: daysOff(calendar, range.from, range.to).map((run) => ({
      x: left,
      y: y(run.from),
      width: gutter - left,
      height: (daysBetween(run.from, run.to) + 1) * unit,
    })),
    ticks: axisDays(given)
      // Today's own mark takes the place of those that it would touch.
      .filter(({ day }) => !today || Math.abs(daysBetween(day, today)) > 1)
      .map(({ day, text }) => ({
        x: left - 6,
        y: y(day) + 9,
        text,
        anchor: 'end',
        quiet: true,
      })),
    shapes,
    ...(today &&
      now && {
        today: {
          line: now.line,
          label: isBeyond
            ? { x: textX, y: now.at + 5, text: nowIn(range, today) }
            : { x: left - 6, y: now.at + 5, text: words.today, anchor: 'end' as const },
        },
      }),
    gaps: [
      ...(place === 'before' ? [36] : []),
      ...(later.length || place === 'after' ? [gapY] : []),
    ].map((at): Line => [left, at, width, at]),
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
const longDay = (range: DayRange, date: IsoDate): string =>
  date.slice(0, 4) === range.to.slice(0, 4)
    ? shortDay(date)
    : `${date.slice(0, 4)}-${shortDay(date)}`;

const nowIn = (range: DayRange, today: IsoDate): string =>
  fill(words.todayOn, {
    day: today.slice(0, 4) === range.to.slice(0, 4) ? shortDay(today) : today,
  });

const untilIn = (day: IsoDate): string => fill(words.workdaysUntil, { day: shortDay(day) });

function cut(text: string, room: number): string {
  if (widthOf(text, TEXT) <= room) return text;
  let short = text;
  while (short && widthOf(`${short}…`, TEXT) > room) short = [...short].slice(0, -1).join('');
  return `${short}…`;
}
