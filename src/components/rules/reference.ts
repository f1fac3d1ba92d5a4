/** What the reference pages take from a notice's trees, all years alike. */
import { getCollection, getEntry } from 'astro:content';
import type { FullNotice, Rule, SourceDocument } from '../../calculator/index.ts';
import { clausesBehind, nodesOf, type Reference } from '../../notices/index.ts';
import { workCalendar } from '../facts.ts';

export async function referenceOf({ id }: FullNotice): Promise<Reference> {
  const entry = await getEntry('reference', id);
  if (!entry) throw new Error(`The reference collection lacks ${id}.`);
  return entry.data;
}

/** One page for each notice, for `getStaticPaths`. */
export async function noticePaths(): Promise<
  { params: { year: string }; props: { notice: FullNotice } }[]
> {
  const notices = await getCollection('notices');
  return notices.map(({ id, data }) => ({ params: { year: id }, props: { notice: data } }));
}

export interface CitedClause {
  clause: string;
  quotes: string[];
}

/** The clauses on which a rule rests, with the words that it quotes; then those that fix the days it counts to. */
export function clausesOf(notice: FullNotice, rule: Rule): CitedClause[] {
  const cites = [...rule.cites, ...nodesOf(rule.tree).flatMap((node) => node.cites ?? [])];
  return clausesBehind(notice, rule).map((clause) => ({
    clause,
    quotes: [...new Set(cites.filter((cite) => cite.clause === clause).map(({ quote }) => quote))],
  }));
}

/** Documents without which something stays open: those that the notice names, and those that values rest on. */
export async function documentsNotHeld(notice: FullNotice): Promise<SourceDocument[]> {
  const named = new Set(
    notice.rules.flatMap(({ basis = [], originals = [] }) => [...basis, ...originals]),
  );
  const general = ['law', 'national', 'provincial'];
  // Laws and other general rules hold for every year, but not another year's schedule of working days.
  const schedules = Object.entries((await workCalendar()).years)
    .filter(([year]) => year !== String(notice.year))
    .map(([, { document }]) => document);
  const isUsed = ({ id, kind, clause }: SourceDocument) =>
    clause !== undefined || named.has(id) || (general.includes(kind) && !schedules.includes(id));
  return notice.documents.filter((one) => one.originalHeld === false && isUsed(one));
}

/** The year's pages that show a rule's table, to lead back to them. */
export async function pagesWithRule(
  { id: year }: FullNotice,
  rule: string,
): Promise<{ href: string; title: string }[]> {
  const shows = new RegExp(`<Rule\\s+id=["']${rule}["']`);
  const pages = await getCollection(
    'docs',
    ({ id, body }) => id.startsWith(`${year}/`) && shows.test(body ?? ''),
  );
  return pages.map(({ id, data }) => ({ href: `/${id}/#rule-${rule}`, title: data.title }));
}
