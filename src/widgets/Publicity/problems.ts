/** What is wrong with a draft, what to look at once more, and what it still lacks. */
import ways from 'virtual:words/units/handover';
import words from 'virtual:words/units/publicity';
import { deadlineOf, fill, type IsoDate } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { privateNumberIn } from '../../typed/index.ts';
import { PERSON_FIELDS, type PersonField } from '../shared/handover.ts';
import { type Days, dayOf, type PublicityNotice } from './days.ts';
import type { Draft, TextField } from './draft.ts';

/** The fields by their ids in the page. */
export type FieldId = TextField | 'countPostingDay' | `person-${number}-${PersonField}`;
export const personField = (index: number, field: PersonField): FieldId =>
  `person-${index}-${field}`;

/** What is said of a draft: under the field that it is about, else where the draft stands. */
export interface Said {
  at?: FieldId;
  text: string;
}
/** What is to be said under one field. */
export const saidAt = (said: Said[], id: FieldId): string[] =>
  said.flatMap(({ at, text }) => (at === id ? text : []));

/** What of a draft is printed beside its people. */
const SHOWN = [
  ...(['unit', 'contactDepartment', 'contactPerson', 'where', 'handler'] as const),
  ...(['about', 'conclusion'] as const),
];

/** What must not be shown: as long as there is any of it, there is no notice to print. */
export function refusals(draft: Draft): Said[] {
  const say = (at: FieldId, text: string, whose: string): Said[] => {
    const kind = privateNumberIn(text);
    const template = kind === 'id' ? words.privateId : words.privatePhone;
    return kind ? [{ at, text: fill(template, { whose }) }] : [];
  };
  const { people } = draft;
  return [
    ...SHOWN.flatMap((field) => say(field, draft[field], short(words[field]))),
    // A telephone belongs there; an identity number does not.
    ...say(
      'contactPhone',
      privateNumberIn(draft.contactPhone) === 'id' ? draft.contactPhone : '',
      words.contactPhone,
    ),
    ...people.flatMap((person, index) =>
      PERSON_FIELDS.flatMap((field) =>
        say(
          personField(index, field),
          person[field],
          // A name that is a number is not said again.
          fill(words.field, { name: nameOf(person.name, index), field: short(words[field]) }),
        ),
      ),
    ),
  ];
}

const nameOf = (name: string, index: number): string =>
  name && !privateNumberIn(name) ? name : fill(words.person, { n: index + 1 });
const short = (label: string): string => label.replace(/（.*/, '');

/** Words by which something classified gives itself away. */
const SECRET = /涉密|机密|秘密|绝密/;

interface Given {
  notice: PublicityNotice;
  draft: Draft;
  days: Days;
  /** Undefined until it is known, and where the clock cannot be right. */
  today: IsoDate | undefined;
}

/** What people get wrong, where it shows in this draft. */
export function warnings({ notice, draft, days, today }: Given): Said[] {
  const day = (date: IsoDate) => dayIn(notice, date);
  const deadline = deadlineOf(notice);
  const told = { deadline: day(deadline) };
  const found: Said[] = [];
  const say = (at: FieldId | undefined, text: string) => found.push({ ...(at && { at }), text });
  if (today && today > deadline) say(undefined, fill(words.warnClosed, told));
  if (days.kind === 'counted') {
    const { posted, latestPosting, isWorkday } = days;
    const { opens } = notice.stages[0];
    if (posted.recommendFrom > deadline) {
      const how = draft.countPostingDay ? words.howCounted : words.howNot;
      say(
        'postedOn',
        latestPosting
          ? fill(words.warnLate, { ...told, latest: day(latestPosting), how })
          : fill(words.warnLateNone, told),
      );
    } else if (opens && days.day < opens) {
      say('postedOn', fill(words.warnEarly, { opens: day(opens) }));
    }
    if (!isWorkday) say('postedOn', fill(words.warnRest, { day: day(days.day) }));
  }
  if (draft.countPostingDay) say('countPostingDay', words.warnCounted);
  const signedOn = dayOf(draft.signedOn);
  if ('day' in days && signedOn && signedOn !== days.day) say('signedOn', words.warnSigned);
  const recommendedOn = dayOf(draft.recommendedOn);
  if (recommendedOn) {
    if (days.kind === 'counted' && recommendedOn < days.posted.recommendFrom) {
      const { endsOn, recommendFrom } = days.posted;
      const said = { day: day(recommendedOn), ends: day(endsOn), from: day(recommendFrom) };
      say('recommendedOn', fill(words.warnRecommendEarly, said));
    }
    if (recommendedOn > deadline) {
      say('recommendedOn', fill(words.warnRecommendLate, { ...told, day: day(recommendedOn) }));
    }
  }
  return [...found, ...aboutPeople(notice, draft).map((text) => ({ text }))];
}

/** They are told by name where the draft stands: their own fields are folded. */
function aboutPeople(notice: PublicityNotice, { people, unit }: Draft): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { name, department, target, specialty } of people) {
    if (target && !notice.targets.includes(target)) {
      const targets = notice.targets.join('、');
      found.push(fill(words.warnTarget, { name, value: target, targets }));
    }
    if (specialty && !notice.specialties.includes(specialty)) {
      const n = notice.specialties.length;
      found.push(fill(words.warnSpecialty, { name, value: specialty, n }));
    }
    const known = `${name} ${department}`;
    if (name && seen.has(known)) found.push(fill(words.warnTwice, { name }));
    seen.add(known);
  }
  if (people.some(({ way }) => way === ways.wayExceptional)) found.push(words.warnExceptional);
  const [secret] = SECRET.exec([unit, ...people.flatMap(Object.values)].join('\n')) ?? [];
  if (secret) found.push(fill(words.warnSecret, { word: secret }));
  return found;
}

/** What the notice cannot do without, by name. */
export function missing({ unit, people, contactPerson, contactPhone, ...draft }: Draft): string[] {
  const lacks = (is: boolean, name: string) => (is ? [name] : []);
  return [
    ...lacks(unit === '', words.unit),
    ...lacks(dayOf(draft.postedOn) === undefined, words.postedOn),
    ...lacks(people.length === 0, words.people),
    ...(['name', 'target', 'specialty'] as const).flatMap((field) =>
      lacks(
        people.some((person) => person[field] === ''),
        words[field],
      ),
    ),
    ...lacks(contactPerson === '', words.contactPerson),
    ...lacks(contactPhone === '', words.contactPhone),
  ];
}
