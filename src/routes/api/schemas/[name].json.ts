import type { APIRoute } from 'astro';
import { withBase } from '../../../components/paths.ts';
import { type ApiDocumentName, apiDocumentNames, apiSchema } from '../../../notices/index.ts';
import { json } from '../../_files.ts';

export const getStaticPaths = () =>
  apiDocumentNames.map((name) => ({ params: { name }, props: { name } }));

/** Its own address stands in it: the whole one where it is known where the site will stand. */
export const GET: APIRoute<{ name: ApiDocumentName }> = ({ props: { name }, site }) => {
  const path = withBase(`/api/schemas/${name}.json`);
  return json(apiSchema(name, site ? new URL(path, site).href : path));
};
