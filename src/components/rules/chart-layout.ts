/**
 * Places a flow chart in a column of a given width: steps below one another, the ways of a step indented below it on a
 * line of their own. Pure arithmetic in CSS pixels; text is measured by the widths that Chinese type has by design.
 */
import type { Step, Tone, Way } from './chart.ts';

/** The narrowest screens, less the page's margins; and how far the ways of a step stand in from it. */
export const WIDTH = 288;
export const INDENT = 20;
export const FONT_SIZE = 15;
export const NOTE_SIZE = 13;
const LINE = 22;
const PAD = 8;
const PILL_PAD = 8;
/** From a step's left edge to the line on which its ways hang. */
const SPINE = 10;
const GAP = 8;
const ARROW = 20;

export interface Text {
  x: number;
  /** The baseline of each line. */
  lines: { y: number; text: string }[];
  kind: 'step' | 'when' | 'note' | 'end';
  tone?: Tone;
}
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Absent for a step. */
  tone?: Tone;
}
export interface Line {
  points: [x: number, y: number][];
  /** It ends in an arrow's head. */
  arrow?: boolean;
}
export interface Layout {
  width: number;
  height: number;
  boxes: Box[];
  texts: Text[];
  lines: Line[];
  /** Heights at which the chart may be cut, for paper: only upright lines cross them. */
  cuts: number[];
}

/** @param indent how far the ways of a step stand in from it */
export function layOut(steps: Step[], width: number, indent: number): Layout {
  const layout: Layout = { width, height: 0, boxes: [], texts: [], lines: [], cuts: [] };
  layout.height = placeSteps(layout, steps, 1, 1, indent) + 1;
  return layout;
}

/** @returns the lower edge of what was placed */
function placeSteps(layout: Layout, steps: Step[], x: number, top: number, indent: number): number {
  let y = top;
  for (const [index, step] of steps.entries()) {
    const start = placeStep(layout, step, x, y);
    let hangsTo = start;
    y = start;
    for (const way of step.ways) {
      y += GAP;
      layout.cuts.push(y - GAP / 2);
      const placed = placeWay(layout, way, x, y, indent);
      hangsTo = placed.joint;
      y = placed.bottom;
    }
    if (step.ways.length) layout.lines.push(upright(x + SPINE, start, hangsTo));
    if (index === steps.length - 1) continue;

    // The arrow to the next step, past the ways of this one.
    const from = y;
    if (step.onward) {
      const lines = wrap(step.onward, layout.width - x - indent);
      placeText(layout, { x: x + indent, top: y + GAP, lines, kind: 'when' });
      y += GAP + lines.length * LINE + GAP;
    } else {
      y += ARROW;
    }
    layout.lines.push({ ...upright(x + SPINE, step.ways.length ? hangsTo : from, y), arrow: true });
  }
  return y;
}

function placeStep(layout: Layout, { text }: Step, x: number, y: number): number {
  if (text === undefined) return y;
  const width = layout.width - x - 1;
  const lines = wrap(text, width - 2 * PAD);
  const height = lines.length * LINE + PAD;
  layout.boxes.push({ x, y, width, height });
  placeText(layout, { x: x + PAD, top: y + PAD / 2, lines, kind: 'step' });
  return y + height;
}

function placeWay(
  layout: Layout,
  { when, end, steps }: Way,
  stepX: number,
  y: number,
  indent: number,
): { joint: number; bottom: number } {
  const x = stepX + indent;
  const right = layout.width - 1;
  const room = right - x;
  const joint = y + LINE / 2;
  layout.lines.push({
    points: [
      [stepX + SPINE, joint],
      [x - 4, joint],
    ],
  });

  const note = end?.note ? widthOf(end.note, NOTE_SIZE) + 6 : 0;
  const pill = end ? widthOf(end.text) + 2 * PILL_PAD : 0;
  const beside = end ? note + pill + ARROW + 8 : 0;
  const whole = widthOf(when);
  // What ends here stands on the same line where there is room for it, else below.
  const fits = whole + beside <= room;
  const lines = wrap(when, room);
  placeText(layout, { x, top: y, lines, kind: 'when' });
  let bottom = y + lines.length * LINE;

  if (end) {
    const top = fits ? y : bottom;
    const left = right - pill;
    layout.boxes.push({ x: left, y: top, width: pill, height: LINE, tone: end.tone });
    placeText(layout, { x: left + PILL_PAD, top, lines: [end.text], kind: 'end', tone: end.tone });
    if (end.note) placeText(layout, { x: left - note, top, lines: [end.note], kind: 'note' });
    const to = left - note - 4;
    const from = fits ? x + whole + 6 : Math.max(x, to - ARROW);
    layout.lines.push({
      points: [
        [from, top + LINE / 2],
        [to, top + LINE / 2],
      ],
      arrow: true,
    });
    bottom = top + LINE;
  }
  if (steps) {
    const boxed = steps[0]?.text !== undefined;
    const next = bottom + (boxed ? ARROW - 6 : 0);
    if (boxed) layout.lines.push({ ...upright(x + SPINE, bottom, next), arrow: true });
    bottom = placeSteps(layout, steps, x, next, indent);
  }
  return { joint, bottom };
}

const upright = (x: number, from: number, to: number): Line => ({
  points: [
    [x, from],
    [x, to],
  ],
});

function placeText(
  layout: Layout,
  { top, lines, ...text }: Omit<Text, 'lines'> & { top: number; lines: string[] },
): void {
  const baseline = top + LINE * 0.73;
  const placed = lines.map((line, index) => ({ y: baseline + index * LINE, text: line }));
  layout.texts.push({ ...text, lines: placed });
}

// ── Type ────────────────────────────────────────────────────────────────────────────────────────────────────

const LATIN = /[ -ÿ]/;
const MAY_NOT_BEGIN = /^[、，。；：？！）”》…·]/;
const MAY_NOT_END = /[（“《]$/;

/** The width that a text needs at most: Chinese characters are square, the others narrower. */
export function widthOf(text: string, size = FONT_SIZE): number {
  let ems = 0;
  let before = '';
  for (const character of text) {
    const latin = LATIN.test(character);
    if (character === ' ') ems += 0.33;
    else ems += latin ? 0.62 : 1;
    // Browsers put a thin space between the two scripts.
    if (before && before !== ' ' && character !== ' ' && latin !== LATIN.test(before)) ems += 0.125;
    before = character;
  }
  return Math.ceil(ems * size);
}

/**
 * Breaks a text into lines no wider than `width`, as Chinese is broken: anywhere but inside a number or a word, never
 * before closing and never after opening punctuation. Line breaks in the text stay; nothing else of it is lost.
 */
export function wrap(text: string, width: number, size = FONT_SIZE): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, size));
}

function wrapParagraph(text: string, width: number, size: number): string[] {
  const parts: string[] = [];
  for (const part of text.match(/[\w.-]+|\s+|./gsu) ?? []) {
    const last = parts.at(-1);
    const joined =
      last !== undefined &&
      (MAY_NOT_BEGIN.test(part) || MAY_NOT_END.test(last) || /^\s+$/.test(part));
    if (joined) parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    // A space at a line's end takes no room.
    if (line !== undefined && widthOf((line + part).trimEnd(), size) <= width) {
      lines[lines.length - 1] = line + part;
    } else lines.push(part);
  }
  return lines;
}

/** The heights at which to cut a chart so that no piece is higher than `most`, where its cuts allow it. */
export function pieces({ height, cuts }: Layout, most: number): { top: number; height: number }[] {
  const edges = [...cuts.toSorted((a, b) => a - b), height];
  const found: { top: number; height: number }[] = [];
  let top = 0;
  edges.forEach((edge, index) => {
    const next = edges[index + 1];
    if (next !== undefined && next - top <= most) return;
    found.push({ top, height: edge - top });
    top = edge;
  });
  return found;
}
