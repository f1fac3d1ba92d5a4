/** What the search knows beside the pages' own words. */
import { z } from 'zod';
import { some, strict, text } from './base.ts';

const words = some(text, '至少写一个词。');

/** search.yaml. */
export const writtenSearch = strict({
  alike: z
    .array(z.array(text).min(2, '至少写两个词。'))
    .describe('意思一样的词：页面用的写在最前，后面是大家说的、常写错的'),
  pages: z
    .record(text, words)
    .describe('页面或其中一节（页面#锚点）：大家找它时还会用的词。写每年都有的页面时不写年份'),
  last: z.array(text).describe('给网站和开发者看的页面，总排在后面'),
  first: z.array(text).describe('说得一样多时，排在别的页面前面的'),
  later: z.array(text).describe('说得一样多时，排在别的页面后面的'),
});
