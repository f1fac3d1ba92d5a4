/** Who has been looked at for what: the ticks of a list, per person and for all of them. */
import { MOST_PEOPLE } from '../shared/handover.ts';
import { isObject, line, lines, ownFileText } from '../shared/ownFile.ts';
import type { Item, List } from './lists.ts';

export interface Checked {
  name: string;
  /** What is wanting, in the words of whoever looked. */
  note: string;
  /** Ids of items. */
  ticks: string[];
}

export interface Progress {
  people: Checked[];
  /** Ids of items that are looked at once for all; of every item where nobody is named. */
  ticks: string[];
  /** Who looked. */
  by: string;
}

export const NOTHING: Progress = { people: [], ticks: [], by: '' };

/** The number is that of the form in which it is written. */
export const kindOf = ({ role }: List, year: number): string =>
  `title-check.checklist.1.${year}.${role}`;

export const progressText = (list: List, year: number, progress: Progress): string =>
  ownFileText(kindOf(list, year), progress);

const itemsOf = ({ groups }: List, each: boolean): Item[] =>
  groups.filter((group) => group.each === each).flatMap(({ items }) => items);

/** What is looked at for every person, and what once for all of them. */
export const eachItems = (list: List): Item[] => itemsOf(list, true);
export const commonItems = (list: List): Item[] => itemsOf(list, false);

/** Reads it part by part. Never throws. */
export function readProgress(
  list: List,
  data: Record<string, unknown>,
): { progress: Progress; dropped: number } {
  let dropped = 0;
  const known = new Set([...eachItems(list), ...commonItems(list)].map(({ id }) => id));
  const own = (from: Record<string, unknown>, key: string): unknown =>
    Object.hasOwn(from, key) ? from[key] : undefined;
  const textOf = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value !== undefined) dropped += 1;
    return '';
  };
  const ticksOf = (value: unknown): string[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      dropped += 1;
      return [];
    }
    const ticks = value.filter((id): id is string => known.has(id));
    dropped += value.length - ticks.length;
    return [...new Set(ticks)];
  };
  const written = own(data, 'people') ?? [];
  const all: unknown[] = Array.isArray(written) ? written : [];
  if (!Array.isArray(written)) dropped += 1;
  const people = all.slice(0, MOST_PEOPLE).flatMap((one): Checked[] => {
    const person = isObject(one) ? one : {};
    const name = line(textOf(own(person, 'name')));
    if (!name) {
      dropped += 1;
      return [];
    }
    return [
      { name, note: lines(textOf(own(person, 'note'))), ticks: ticksOf(own(person, 'ticks')) },
    ];
  });
  dropped += Math.max(0, all.length - MOST_PEOPLE);
  const progress = {
    people,
    ticks: ticksOf(own(data, 'ticks')),
    by: line(textOf(own(data, 'by'))),
  };
  return { progress, dropped };
}

/** Names as they are typed or pasted: one a line, or with commas; of a spreadsheet's row the first cell. */
export function namesIn(text: string): string[] {
  return text
    .slice(0, 100_000)
    .split(/\r\n?|\n|[,，、;；]/)
    .map((row) => line(row.split('\t')[0] ?? '', 40))
    .filter((name) => name !== '' && name !== '姓名');
}

/** Whose ticks are shown: one person's by place, or everybody's together. */
export type Whose = number | 'all';

const toggled = (ticks: string[], id: string, on: boolean): string[] =>
  on ? [...new Set([...ticks, id])] : ticks.filter((one) => one !== id);

/** @param each whether the item is looked at for every person */
export function isTicked({ people, ticks }: Progress, whose: Whose, id: string, each: boolean) {
  if (!each || people.length === 0) return ticks.includes(id);
  return whose === 'all'
    ? people.every((person) => person.ticks.includes(id))
    : (people[whose]?.ticks.includes(id) ?? false);
}

export function tick(
  progress: Progress,
  whose: Whose,
  id: string,
  each: boolean,
  on: boolean,
): Progress {
  const { people, ticks } = progress;
  if (!each || people.length === 0) return { ...progress, ticks: toggled(ticks, id, on) };
  return {
    ...progress,
    people: people.map((person, index) =>
      whose === 'all' || whose === index
        ? { ...person, ticks: toggled(person.ticks, id, on) }
        : person,
    ),
  };
}
