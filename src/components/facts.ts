/** What components look up before they print: the notice a page speaks of, and what follows from its dates. */
import { getCollection, getEntry } from 'astro:content';
import {
  type Clause,
  type FullNotice,
  type IsoDate,
  planTimeline,
  type RosterWords,
  type SourceDocument,
  type Timeline,
  type WorkCalendar,
} from '../calculator/index.ts';
import { namedDays as daysNamed, namedFacts as factsNamed } from '../notices/index.ts';

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

/** How rosters are read under a notice. */
export async function rosterWords({ id }: Pick<FullNotice, 'id'>): Promise<RosterWords> {
  const entry = await getEntry('roster', id);
  if (!entry) throw new Error('The roster collection is empty.');
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
  return daysNamed(notice, await workCalendar());
}

/** Every other fact that a page may name. */
export async function namedFacts(notice: FullNotice): Promise<Map<string, string>> {
  return factsNamed(notice, await workCalendar());
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
