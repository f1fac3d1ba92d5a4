/** What somebody fills in, and how it is kept in a file of theirs. */

import { type Person, readPeople } from '../shared/handover.ts';
import { line, lines, ownFileText } from '../shared/ownFile.ts';

/** The number is that of the form in which drafts are written. */
export const DRAFT_KIND = 'title-check.publicity.1';

const LINES = [
  'unit',
  'postedOn',
  'signedOn',
  'contactDepartment',
  'contactPerson',
  'contactPhone',
  'contactMail',
  'where',
  'handler',
  'recommendedOn',
] as const;
const TEXTS = ['about', 'conclusion'] as const;
const FLAGS = ['countPostingDay', 'realName', 'checked'] as const;
const HEARD = ['', 'none', 'some'] as const;

export type TextField = (typeof LINES)[number] | (typeof TEXTS)[number];
/** Days stand as they were typed. */
export type Draft = Record<TextField, string> &
  Record<(typeof FLAGS)[number], boolean> & {
    people: Person[];
    /** Whether anybody objected; empty while nobody has said. */
    heard: (typeof HEARD)[number];
  };

export const BLANK: Draft = {
  ...{ unit: '', postedOn: '', signedOn: '', people: [] },
  ...{ contactDepartment: '', contactPerson: '', contactPhone: '', contactMail: '' },
  ...{ where: '', handler: '', recommendedOn: '', heard: '', about: '', conclusion: '' },
  ...{ countPostingDay: false, realName: true, checked: false },
};

export const draftText = (draft: Draft): string => ownFileText(DRAFT_KIND, draft);

/** Reads a draft part by part. Never throws. */
export function readDraft(data: Record<string, unknown>): { draft: Draft; dropped: number } {
  const draft: Draft = { ...BLANK };
  let dropped = 0;
  /** The value, where it is there and of the right kind. */
  const own = <T>(key: string, is: (value: unknown) => value is T, otherwise: T): T => {
    if (!Object.hasOwn(data, key)) return otherwise;
    const value = data[key];
    if (is(value)) return value;
    dropped += 1;
    return otherwise;
  };
  for (const key of LINES) draft[key] = line(own(key, isText, ''));
  for (const key of TEXTS) draft[key] = lines(own(key, isText, ''));
  for (const key of FLAGS) draft[key] = own(key, isFlag, BLANK[key]);
  draft.heard = own('heard', isHeard, '');
  const read = readPeople(data.people);
  const known = new Set<string>([...LINES, ...TEXTS, ...FLAGS, 'heard', 'people', 'kind']);
  dropped += read.dropped + Object.keys(data).filter((key) => !known.has(key)).length;
  return { draft: { ...draft, people: read.people }, dropped };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isHeard = (value: unknown): value is Draft['heard'] => HEARD.some((one) => one === value);
