/** Reading and checking of content: a year's notice and the working-day schedules. */
export {
  type ApiDocumentName,
  apiCalendar,
  apiDocumentNames,
  apiIndex,
  apiNotice,
  apiQuestions,
  apiRules,
  apiSchema,
} from './api.ts';
export { clausesBehind, nodesOf } from './clauses.ts';
export { factsOf } from './facts.ts';
export {
  forAsking,
  forBrowser,
  forSelfCheck,
  forTimeline,
  loadCalendar,
  loadNotice,
  loadReference,
  noticeIds,
} from './load.ts';
export { checkPages, fillHead, YEAR_IN_LINKS } from './pages.ts';
export { ContentError } from './problem.ts';
export type { Example, OpenPoint, Reference } from './reference.ts';
