/** What has changed for readers, for all years in one file. */
import { z } from 'zod';
import { date, noted, oneOf, some, strict, text } from './base.ts';

export const writtenChanges = some(
  strict({
    id: noted(
      z
        .string({ error: '要写英文编号，例如 questions。' })
        .regex(/^[a-z][a-z\d-]*$/, '编号用小写英文字母开头，只含小写字母、数字和 -。'),
      'Its anchor on the page, and what its id in the feed is made of.',
      '网址里的编号，定了就不要改',
    ),
    on: date.describe('哪天改的'),
    about: oneOf(['rules', 'site']).describe(
      '改的是判断规则和通知的内容（rules），还是网站（site）',
    ),
    version: text
      .optional()
      .describe('通知的哪一版，年份加 revision，例如 "2026.2"；revision 加一时要写'),
    title: text.describe('一句话'),
    says: some(text, '至少写一段。').describe('对看的人有什么影响，一段一句'),
    page: text
      .regex(/^\/.*\/$/, '写网页的路径，前后都有 /，例如 /year/questions/。')
      .optional()
      .describe('在哪一页看；当年的网页写 /year/…/'),
  }),
  '至少写一条。',
);
