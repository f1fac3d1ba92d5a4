/** What the self-check's result shows of a year's notice; the page itself holds only what the questions need. */
import type { APIRoute } from 'astro';
import type { FullNotice } from '../../../calculator/index.ts';
import { workCalendar } from '../../../components/facts.ts';
import { noticePaths } from '../../../components/rules/reference.ts';
import { forResult, forSelfCheck } from '../../../notices/index.ts';

export const getStaticPaths = noticePaths;

export const GET: APIRoute<{ notice: FullNotice }> = async ({ props: { notice } }) =>
  Response.json(forResult(forSelfCheck(notice, await workCalendar())));
