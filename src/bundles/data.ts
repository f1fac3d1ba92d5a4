/** The data inside the bundles. */
import type { FullNotice, SelfCheckNotice, WorkCalendar } from '../calculator/index.ts';
import {
  forChecklist,
  forPublicity,
  forRosterPage,
  forSelfCheck,
  loadCalendar,
  loadNotice,
  loadReference,
  loadRosterWords,
  noticeIds,
} from '../notices/index.ts';
import { inProse } from '../plan/index.ts';

export interface BundleData {
  /** Every notice held, by its id. */
  notices: Record<string, FullNotice>;
  calendar: WorkCalendar;
  newest: FullNotice;
  /** The newest notice, as the widgets need it. */
  current: SelfCheckNotice;
  /** The same, and all else that checking a roster needs. */
  roster: ReturnType<typeof forRosterPage>;
  /** What the other tools for units are sent, with links into the file that holds the notice's text. */
  units: {
    publicity: ReturnType<typeof forPublicity>;
    checklists: ReturnType<typeof forChecklist>[];
    /** Those that the checklists name, and those that results do. */
    documents: SelfCheckNotice['documents'];
  };
}

/** Where a checklist's links lead in a page that holds the notice's text and `Sources`. */
const HERE = {
  clause: (id: string) => `#clause-${id}`,
  rule: (id: string) => `#rule-${id}`,
  document: (id: string) => `#document-${id}`,
  day: (day: string) => inProse(day),
};

/** @param content the content folder */
export async function bundleData(content: URL): Promise<BundleData> {
  const ids = await noticeIds(content);
  const notices = await Promise.all(ids.map((id) => loadNotice(id, content)));
  const newest = notices.at(-1);
  if (!newest) throw new Error('content/notices/ holds no notice.');
  const calendar = await loadCalendar(content);
  const { checklists } = await loadReference(newest, content);
  const roster = forRosterPage(newest, calendar, await loadRosterWords(newest, notices, content));
  const named = new Set([
    ...roster.notice.documents.map(({ id }) => id),
    ...checklists.flatMap(({ groups }) =>
      groups.flatMap(({ items }) => items.flatMap(({ documents }) => documents)),
    ),
  ]);
  return {
    notices: Object.fromEntries(notices.map((notice) => [notice.id, notice])),
    calendar,
    newest,
    current: forSelfCheck(newest, calendar),
    roster,
    units: {
      publicity: forPublicity(newest),
      checklists: checklists.map((list) => forChecklist(newest, list, HERE)),
      documents: newest.documents.filter(({ id }) => named.has(id)),
    },
  };
}
