/**
 * States of the widgets worth looking at, as data: tests walk the list, and the gallery under `npm run dev` shows it.
 * No widget imports it, so that it never reaches a reader's browser.
 */
import type { FullNotice, WorkCalendar } from '../calculator/index.ts';
import type { Example } from './example.ts';
import { rosterExamples } from './rosterExamples.ts';
import { selfCheckExamples } from './selfCheckExamples.ts';
import { timelineExamples } from './timelineExamples.ts';
import { unitExamples } from './unitExamples.ts';

/** Every example, in the order in which a person would meet them. */
export const examplesOf = (notice: FullNotice, calendar: WorkCalendar): Example[] => [
  ...selfCheckExamples(notice),
  ...timelineExamples(notice, calendar),
  ...rosterExamples(notice),
  ...unitExamples(notice, calendar),
];
