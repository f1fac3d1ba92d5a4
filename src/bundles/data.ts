/** The data inside the bundles. */
import type { FullNotice, WorkCalendar } from '../calculator/index.ts';
import { loadCalendar, loadNotice, noticeIds } from '../notices/index.ts';

export interface BundleData {
  /** Every notice held, by its id. */
  notices: Record<string, FullNotice>;
  calendar: WorkCalendar;
}

/** @param content the content folder */
export async function bundleData(content: URL): Promise<BundleData> {
  const ids = await noticeIds(content);
  const notices = await Promise.all(ids.map(async (id) => [id, await loadNotice(id, content)]));
  return { notices: Object.fromEntries(notices), calendar: await loadCalendar(content) };
}
