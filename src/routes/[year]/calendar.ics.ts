/** A year's stages and cutoffs as a calendar to subscribe to. */
import type { APIRoute } from 'astro';
import type { FullNotice } from '../../calculator/index.ts';
import { workCalendar } from '../../components/facts.ts';
import { withBase } from '../../components/paths.ts';
import { noticePaths } from '../../components/rules/reference.ts';
import { calendarOf, writeCalendar } from '../../plan/calendar/index.ts';
import { noticeEntries } from '../../plan/index.ts';

export const getStaticPaths = noticePaths;

export const GET: APIRoute<{ notice: FullNotice }> = async ({ props: { notice }, site }) => {
  const page = withBase(`/${notice.id}/timeline/`);
  const file = calendarOf(notice, {
    name: `${notice.year} 年度浙江工程师职称申报`,
    entries: noticeEntries(notice, await workCalendar()),
    // Without the site's own address there is none that would mean anything in a calendar program.
    url: site && new URL(page, site).href,
  });
  return new Response(writeCalendar(file), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
};
