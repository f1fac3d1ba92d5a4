/** What people ask about each rule, for the self-check's result, which fetches it when somebody wants to see it. */
import type { APIRoute } from 'astro';
import type { FullNotice } from '../../../calculator/index.ts';
import { noticePaths, referenceOf } from '../../../components/rules/reference.ts';
import { forAsked } from '../../../notices/index.ts';

export const getStaticPaths = noticePaths;

export const GET: APIRoute<{ notice: FullNotice }> = async ({ props: { notice } }) =>
  Response.json(forAsked((await referenceOf(notice)).answers));
