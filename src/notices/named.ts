/** What pages may name of a notice and of what follows from the working days: days, and other facts. */
import {
  type FullNotice,
  type IsoDate,
  nextYear,
  planTimeline,
  type WorkCalendar,
} from '../calculator/index.ts';
import { factsOf } from './facts.ts';

/**
 * Every date that a page may name, by the name it is asked for with.
 *
 * @example namedDays(notice, calendar).get('application.closes') // '2026-07-19'
 */
export function namedDays(notice: FullNotice, calendar: WorkCalendar): Map<string, IsoDate> {
  // Nothing that is taken from it depends on the day.
  const plan = { today: notice.issuedOn };
  const timeline = planTimeline(notice, calendar, plan);
  const counted = planTimeline(notice, calendar, { ...plan, countPostingDay: true });
  const next = nextYear(notice);
  const named: [string, IsoDate | undefined][] = [
    ['issued', notice.issuedOn],
    ['cutoffs.service', notice.cutoffs.service.on],
    ['cutoffs.evidence', notice.cutoffs.evidence.on],
    ['latestPosting', timeline.publicity.latestPosting],
    ['latestPosting.counted', counted.publicity.latestPosting],
    ...timeline.stages.flatMap(({ id, opens, closes, lastWorkday }): typeof named => [
      [`${id}.opens`, opens],
      [`${id}.closes`, closes],
      [`${id}.lastWorkday`, lastWorkday],
    ]),
    ['yearEnd', `${notice.year}-12-31`],
    // Assumed, so no working day is among them.
    ['next.cutoffs.service', next.cutoffs.service.on],
    ['next.cutoffs.evidence', next.cutoffs.evidence.on],
    ...next.stages.flatMap(({ id, opens, closes }): typeof named => [
      [`next.${id}.opens`, opens],
      [`next.${id}.closes`, closes],
    ]),
  ];
  return new Map(named.filter((pair): pair is [string, IsoDate] => pair[1] !== undefined));
}

/**
 * Every other fact that a page may name: those of `factsOf`, and what follows from the calendar.
 *
 * @example namedFacts(notice, calendar).get('next.year') // '2027'
 */
export function namedFacts(notice: FullNotice, calendar: WorkCalendar): Map<string, string> {
  const submittedOn = notice.stages[0].closes;
  const { submission } = planTimeline(notice, calendar, { today: notice.issuedOn, submittedOn });
  const facts = factsOf(notice).set('employer.workdaysLeft', String(submission?.auditDays.length));
  for (const [name, fact] of factsOf({ ...notice, ...nextYear(notice) })) {
    if (/^(year$|credits\.)/.test(name)) facts.set(`next.${name}`, fact);
  }
  return facts;
}
