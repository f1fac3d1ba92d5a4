/** What checking a roster needs of a year's notice; the page itself asks for it once there is a roster. */
import type { APIRoute } from 'astro';
import type { FullNotice } from '../../../../calculator/index.ts';
import { rosterWords, workCalendar } from '../../../../components/facts.ts';
import { noticePaths } from '../../../../components/rules/reference.ts';
import { forRosterPage } from '../../../../notices/index.ts';

export const getStaticPaths = noticePaths;

export const GET: APIRoute<{ notice: FullNotice }> = async ({ props: { notice } }) =>
  Response.json(forRosterPage(notice, await workCalendar(), await rosterWords(notice)));
