/** The data inside the bundles. */
import type { FullNotice, SelfCheckNotice, WorkCalendar } from '../calculator/index.ts';
import {
  forRosterPage,
  forSelfCheck,
  loadCalendar,
  loadNotice,
  loadRosterWords,
  noticeIds,
} from '../notices/index.ts';

export interface BundleData {
  /** Every notice held, by its id. */
  notices: Record<string, FullNotice>;
  calendar: WorkCalendar;
  newest: FullNotice;
  /** The newest notice, as the widgets need it. */
  current: SelfCheckNotice;
  /** The same, and all else that checking a roster needs. */
  roster: ReturnType<typeof forRosterPage>;
}

/** @param content the content folder */
export async function bundleData(content: URL): Promise<BundleData> {
  const ids = await noticeIds(content);
  const notices = await Promise.all(ids.map((id) => loadNotice(id, content)));
  const newest = notices.at(-1);
  if (!newest) throw new Error('content/notices/ holds no notice.');
  const calendar = await loadCalendar(content);
  return {
    notices: Object.fromEntries(notices.map((notice) => [notice.id, notice])),
    calendar,
    newest,
    current: forSelfCheck(newest, calendar),
    roster: forRosterPage(newest, calendar, await loadRosterWords(newest, notices, content)),
  };
}
