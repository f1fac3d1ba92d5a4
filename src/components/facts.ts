/** What components look up before they print: the notice a page speaks of, and what follows from its dates. */
import { getCollection, getEntry } from 'astro:content';
import {
  type Clause,
  type FullNotice,
  type IsoDate,
  nextYear,
  planTimeline,
  type SourceDocument,
  type Timeline,
  type WorkCalendar,
} from '../calculator/index.ts';
import { factsOf } from '../notices/index.ts';

/** The notice of the newest year held; the pages without a year in their address speak of it. */
export async function currentNotice(): Promise<FullNotice> {
  const entries = await getCollection('notices');
  const newest = entries.toSorted((a, b) => a.id.localeCompare(b.id)).at(-1);
  if (!newest) throw new Error('content/notices/ holds no notice.');
  return newest.data;
}

declare global {
  namespace App {
    interface Locals {
      /** Set by a page that is no docs page: Astro may render its parts before Starlight knows the page's route. */
      year?: string;
    }
  }
}

/** The notice of the year that the page's address begins with; the newest where it begins with none. */
export async function noticeFor(locals: App.Locals): Promise<FullNotice> {
  const year = locals.year ?? locals.starlightRoute.id.split('/')[0];
  const own = (await getCollection('notices')).find(({ id }) => id === year);
  return own?.data ?? currentNotice();
}

export async function workCalendar(): Promise<WorkCalendar> {
  const entry = await getEntry('calendar', 'workdays');
  if (!entry) throw new Error('The calendar collection is empty.');
  return entry.data;
}

/** The plan as it is for every reader: nothing that is taken from it depends on the day. */
export async function undatedTimeline(
  notice: FullNotice,
  plan: { submittedOn?: IsoDate; postedOn?: IsoDate; countPostingDay?: boolean } = {},
): Promise<Timeline> {
  return planTimeline(notice, await workCalendar(), { today: notice.issuedOn, ...plan });
}

/** Every date that a page may name, by the name it is asked for with. */
export async function namedDays(notice: FullNotice): Promise<Map<string, IsoDate>> {
  const timeline = await undatedTimeline(notice);
  const counted = await undatedTimeline(notice, { countPostingDay: true });
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

/** Every other fact that a page may name: those of `factsOf`, and what follows from the calendar. */
export async function namedFacts(notice: FullNotice): Promise<Map<string, string>> {
  const submittedOn = notice.stages[0].closes;
  const { submission } = await undatedTimeline(notice, { submittedOn });
  const facts = factsOf(notice).set('employer.workdaysLeft', String(submission?.auditDays.length));
  for (const [name, fact] of factsOf({ ...notice, ...nextYear(notice) })) {
    if (/^(year$|credits\.)/.test(name)) facts.set(`next.${name}`, fact);
  }
  return facts;
}

/** @throws Error naming what there is, so that a wrong id in a page stops the build */
export function clauseOf(notice: FullNotice, id: string): Clause {
  return found(notice.clauses, id, `通知 ${notice.id} 的条款`);
}
export function documentOf(notice: FullNotice, id: string): SourceDocument {
  return found(notice.documents, id, 'content/documents.yaml');
}

export function found<T extends { id: string }>(list: T[], id: string, where: string): T {
  const item = list.find((item) => item.id === id);
  if (item) return item;
  throw new Error(`${where}里没有“${id}”，只有：${list.map(({ id }) => id).join('、')}。`);
}
