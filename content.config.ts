import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import type { FullNotice, RosterWords, WorkCalendar } from './src/calculator/index.ts';
import type { Change, Reference } from './src/notices/index.ts';
import {
  calendarLoader,
  changesLoader,
  docsWithGenerated,
  noticesLoader,
  referenceLoader,
  rosterLoader,
} from './src/site/loaders.ts';

/** Starlight's strings and those of our own overrides, which zh-CN.json therefore has to hold. */
const ownStrings = z.object({
  'search.dialog': z.string(),
  'search.placeholder': z.string(),
  'search.searching': z.string(),
  'search.found': z.string(),
  'search.partly': z.string(),
  'search.none': z.string(),
  'search.questions': z.string(),
  'search.more': z.string(),
  'search.error': z.string(),
  'search.retry': z.string(),
  'search.instead': z.string(),
  'textSize.accessibleLabel': z.string(),
  'textSize.usual': z.string(),
  'textSize.large': z.string(),
  'textSize.elder': z.string(),
  'headerNav.accessibleLabel': z.string(),
  'breadcrumbs.accessibleLabel': z.string(),
  'breadcrumbs.home': z.string(),
});

export const collections = {
  docs: defineCollection({ loader: docsWithGenerated(), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: ownStrings }) }),
  // loadNotice has validated it already; the schema only gives the entries their type.
  notices: defineCollection({ loader: noticesLoader(), schema: z.custom<FullNotice>() }),
  // So has loadReference.
  reference: defineCollection({ loader: referenceLoader(), schema: z.custom<Reference>() }),
  // And loadChanges. A store keeps no order; `order` does.
  changes: defineCollection({
    loader: changesLoader(),
    schema: z.custom<Change & { order: number }>(),
  }),
  // And loadRosterWords.
  roster: defineCollection({ loader: rosterLoader(), schema: z.custom<RosterWords>() }),
  // And loadCalendar.
  calendar: defineCollection({ loader: calendarLoader(), schema: z.custom<WorkCalendar>() }),
};
