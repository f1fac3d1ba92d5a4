/**
 * One definition of each shape. From here come the checks of content, the public JSON Schemas and those for editors;
 * `npm run shapes` writes the types, for code that must do without zod, into `types.ts`, which is a door of its own.
 */

export { SOURCES } from './answers.ts';
export { oneOf } from './base.ts';
export { derivedFiles } from './derived.ts';
export { nearest } from './nearest.ts';
export { fullNotice } from './notice.ts';
export {
  type PublicDocument,
  type PublicName,
  publicNames,
  publicSchema,
} from './public.ts';
export type { RosterPageWords } from './rosterPageWords.ts';
export { KINDS, NO_KIND, type WrittenBranch, type WrittenCite, type WrittenNode } from './rules.ts';
export type { TimelineWords } from './timelineWords.ts';
export type { UnitWords } from './unitWords.ts';
export { problemIds } from './wording.ts';
export {
  FORMAT,
  WRITTEN,
  type WrittenAnswer,
  type WrittenAnswerPart,
  type WrittenAnswers,
  type WrittenChange,
  type WrittenCheckItem,
  type WrittenChecklist,
  type WrittenExample,
  type WrittenNotice,
  type WrittenPoint,
  type WrittenQuestion,
  type WrittenRule,
  type WrittenSearch,
  type WrittenTerm,
} from './written.ts';
