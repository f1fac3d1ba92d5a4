/**
 * People that one tool hands to another because somebody pressed a button for it: through the tab's own storage, from
 * which they are taken out as soon as the other page has them. An address would show them, and a history would keep them.
 */
import { isObject, line } from './ownFile.ts';

/** What of a person may stand in a publicity: nothing by which somebody could be found elsewhere. */
export const PERSON_FIELDS = [
  'name',
  'department',
  'target',
  'specialty',
  'way',
  'education',
  'heldTitle',
  'heldSince',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
/** All as text, empty where it is not known. */
export type Person = Record<PersonField, string>;

export const MOST_PEOPLE = 500;

export const NOBODY: Person = {
  ...{ name: '', department: '', target: '', specialty: '', way: '' },
  ...{ education: '', heldTitle: '', heldSince: '' },
};

/**
 * People with those who are added to them. Who was there already is not there twice, as when one list is handed over
 * again; two of one name who come together both stay.
 *
 * @param keyOf by what people are known
 */
export function joined<T>(
  before: readonly T[],
  more: readonly T[],
  keyOf: (one: T) => string,
): T[] {
  const known = new Map<string, number>();
  for (const one of before) known.set(keyOf(one), (known.get(keyOf(one)) ?? 0) + 1);
  const added = more.filter((one) => {
    const left = known.get(keyOf(one)) ?? 0;
    known.set(keyOf(one), left - 1);
    return left <= 0;
  });
  return [...before, ...added].slice(0, MOST_PEOPLE);
}

/** The page of a tool that people are handed to. */
export type Receiver = 'publicity' | 'checklist';
const keyOf = (receiver: Receiver): string => `handover.${receiver}`;

/** @returns whether it could be handed over: a browser may refuse */
export function handOver(receiver: Receiver, people: readonly Partial<Person>[]): boolean {
  try {
    sessionStorage.setItem(keyOf(receiver), JSON.stringify(people));
    return true;
  } catch {
    return false;
  }
}

/** Takes what was handed over, once. Never throws; hostile until read. */
export function takeOver(receiver: Receiver): Person[] {
  try {
    const text = sessionStorage.getItem(keyOf(receiver));
    if (text === null) return [];
    sessionStorage.removeItem(keyOf(receiver));
    return readPeople(JSON.parse(text)).people;
  } catch {
    return [];
  }
}

/** Reads people from anything. What is no text, or no person, is counted. */
export function readPeople(value: unknown): { people: Person[]; dropped: number } {
  if (!Array.isArray(value)) return { people: [], dropped: value === undefined ? 0 : 1 };
  let dropped = Math.max(0, value.length - MOST_PEOPLE);
  const people = value.slice(0, MOST_PEOPLE).flatMap((one: unknown): Person[] => {
    if (!isObject(one)) {
      dropped += 1;
      return [];
    }
    const person = { ...NOBODY };
    for (const field of PERSON_FIELDS) {
      if (!Object.hasOwn(one, field)) continue;
      const text = one[field];
      if (typeof text === 'string') person[field] = line(text);
      else dropped += 1;
    }
    return [person];
  });
  return { people, dropped };
}
