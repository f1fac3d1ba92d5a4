/** Reading and checking of content: a year's notice and the working-day schedules. */

export type { RosterPageWords, TimelineWords, UnitWords } from '../shapes/index.ts';
export {
  type PublicName as ApiDocumentName,
  publicNames as apiDocumentNames,
  publicSchema as apiSchema,
} from '../shapes/index.ts';
export { apiCalendar, apiIndex, apiNotice, apiQuestions, apiRules } from './api.ts';
export { checkPages, fillHead, YEAR_IN_LINKS } from './check/pages.ts';
export { TO_DO } from './check/unfinished.ts';
export { clausesBehind, nodesOf } from './clauses.ts';
export { comparedOn } from './comparedOn.ts';
export { factsOf } from './facts.ts';
export { namedDays, namedFacts } from './named.ts';
export { ContentError } from './problem.ts';
export {
  forAsked,
  forAsking,
  forBrowser,
  forChecklist,
  forPublicity,
  forResult,
  forRosterPage,
  forSelfCheck,
  forTimeline,
} from './project.ts';
export type { AnsweredQuestion, AnswerGroup, AnswerPart, Term } from './read/answers.ts';
export { type Change, loadChanges } from './read/changes.ts';
export type { CheckGroup, CheckItem, Checklist } from './read/checklists.ts';
export {
  type Example,
  loadCalendar,
  loadNotice,
  loadReference,
  loadRosterWords,
  loadSearchWords,
  loadWidgetWords,
  noticeIds,
  type OpenPoint,
  type Reference,
} from './read/load.ts';
