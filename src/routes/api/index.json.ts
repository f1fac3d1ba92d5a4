import { getCollection } from 'astro:content';
import { apiIndex } from '../../notices/index.ts';
import { json } from '../_files.ts';

export async function GET() {
  const notices = (await getCollection('notices')).map(({ data }) => data);
  return json(apiIndex(notices.toSorted((a, b) => a.id.localeCompare(b.id))));
}
