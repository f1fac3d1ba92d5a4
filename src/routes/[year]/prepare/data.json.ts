/** What the list for the next year needs of a year's notice; the page itself asks for it once it is opened with answers. */
import type { APIRoute } from 'astro';
import type { FullNotice } from '../../../calculator/index.ts';
import { workCalendar } from '../../../components/facts.ts';
import { noticePaths } from '../../../components/rules/reference.ts';
import { forSelfCheck } from '../../../notices/index.ts';

export const getStaticPaths = noticePaths;

export const GET: APIRoute<{ notice: FullNotice }> = async ({ props: { notice } }) =>
  Response.json(forSelfCheck(notice, await workCalendar()));
