/** Routes below `/api/[year]/`: one document for each notice held. */
import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import type { FullNotice } from '../../calculator/index.ts';
import { json } from '../_files.ts';

export const eachYear = async () =>
  (await getCollection('notices')).map(({ id, data }) => ({
    params: { year: id },
    props: { notice: data },
  }));

export const jsonOf =
  (document: (notice: FullNotice) => object) =>
  ({ props }: APIContext<{ notice: FullNotice }>): Response =>
    json(document(props.notice));
