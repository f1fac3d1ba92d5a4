import type { APIContext } from 'astro';
import { type ApiDocumentName, apiDocumentNames, apiSchema } from '../../../notices/index.ts';
import { json } from '../../_files.ts';

export const getStaticPaths = () => apiDocumentNames.map((name) => ({ params: { name } }));
export const GET = ({ params }: APIContext) => json(apiSchema(params.name as ApiDocumentName));
