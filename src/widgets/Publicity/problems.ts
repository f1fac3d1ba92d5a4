/** What is wrong with a draft, what to look at once more, and what it still lacks. */
import ways from 'virtual:words/units/handover';
import words from 'virtual:words/units/publicity';
import { deadlineOf, fill, type IsoDate } from '../../calculator/index.ts';
import { dayIn } from '../../plan/index.ts';
import { privateNumberIn } from '../../typed/index.ts';
import { PERSON_FIELDS } from '../shared/handover.ts';
import { type Days, dayOf, type PublicityNotice } from './days.ts';
import type { Draft } from './draft.ts';

/** What of a draft is printed beside its people. */
const SHOWN = [
  ...(['unit', 'contactDepartment', 'contactPerson', 'where', 'handler'] as const),
  ...(['about', 'conclusion'] as const),
];

/** What must not be shown: as long as there is any of it, there is no notice to print. */
export function refusals(draft: Draft): string[] {
  const say = (text: string, whose: string): string[] => {
    const kind = privateNumberIn(text);
    return kind ? [fill(kind === 'id' ? words.privateId : words.privatePhone, { whose })] : [];
  };
  const { people } = draft;
  return [
    ...SHOWN.flatMap((field) => say(draft[field], short(words[field]))),
    // A telephone belongs there; an identity number does not.
    ...say(
      privateNumberIn(draft.contactPhone) === 'id' ? draft.contactPhone : '',
      words.contactPhone,
    ),
    ...people.flatMap((person, index) =>
      PERSON_FIELDS.flatMap((field) =>
        say(
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
export function warnings({ notice, draft, days, today }: Given): string[] {
  const day = (date: IsoDate) => dayIn(notice, date);
  const deadline = deadlineOf(notice);
  const told = { deadline: day(deadline) };
  const found: string[] = [];
  if (today && today > deadline) found.push(fill(words.warnClosed, told));
  if (days.kind === 'counted') {
    const { posted, latestPosting, isWorkday } = days;
    const { opens } = notice.stages[0];
    if (posted.recommendFrom > deadline) {
      found.push(
        latestPosting
          ? fill(words.warnLate, { ...told, latest: day(latestPosting) })
          : fill(words.warnLateNone, told),
      );
    } else if (opens && days.day < opens) found.push(fill(words.warnEarly, { opens: day(opens) }));
    if (!isWorkday) found.push(fill(words.warnRest, { day: day(days.day) }));
  }
  if (draft.countPostingDay) found.push(words.warnCounted);
  const signedOn = dayOf(draft.signedOn);
  if ('day' in days && signedOn && signedOn !== days.day) found.push(words.warnSigned);
  const recommendedOn = dayOf(draft.recommendedOn);
  if (recommendedOn) {
    if (days.kind === 'counted' && recommendedOn < days.posted.recommendFrom) {
      const { endsOn, recommendFrom } = days.posted;
      const said = { day: day(recommendedOn), ends: day(endsOn), from: day(recommendFrom) };
      found.push(fill(words.warnRecommendEarly, said));
    }
    if (recommendedOn > deadline) {
      found.push(fill(words.warnRecommendLate, { ...told, day: day(recommendedOn) }));
    }
  }
  return [...found, ...aboutPeople(notice, draft)];
}

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
