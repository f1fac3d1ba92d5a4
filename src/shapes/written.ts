/** Each content file, as it is written. */
import { z } from 'zod';
import { writtenAnswers, writtenChecklists, writtenTerms } from './answers.ts';
import { clause, id, some, strict } from './base.ts';
import { writtenChanges } from './changes.ts';
import { facts, stage, writtenCalendar, writtenDocument, writtenMaterials } from './facts.ts';
import { writtenQuestions } from './questions.ts';
import { rosterWords } from './roster.ts';
import { oneOrMore, writtenPoints, writtenRule } from './rules.ts';
import { writtenSearch } from './search.ts';
import { writtenWording } from './wording.ts';

/** Of a year's folder: how its files are written. Raised with every change after which older ones are read wrongly. */
export const FORMAT = 1;

const writtenNotice = strict({
  format: z.literal(FORMAT).describe('这个文件夹的写法的编号，见 content/notices/README.md'),
  ...facts,
  stages: some(stage, '至少写一个阶段。'),
  names: z
    .record(id, clause)
    .describe('通知提到的文件和系统：documents.yaml 里的 id，和提到它的条款'),
});

/** By the name that its schema for editors has, and where such files lie in `content/`. */
export const WRITTEN = {
  notice: { shape: writtenNotice, files: 'notices/*/notice.yaml' },
  questions: { shape: writtenQuestions(oneOrMore), files: 'notices/*/questions.yaml' },
  rule: { shape: writtenRule, files: 'notices/*/rules/*.yaml' },
  materials: { shape: writtenMaterials(oneOrMore), files: 'notices/*/materials.yaml' },
  open: { shape: writtenPoints, files: 'notices/*/open.yaml' },
  answers: { shape: writtenAnswers, files: 'notices/*/answers/*.yaml' },
  glossary: { shape: writtenTerms, files: 'notices/*/glossary.yaml' },
  checklists: { shape: writtenChecklists, files: 'notices/*/checklists.yaml' },
  documents: { shape: z.array(writtenDocument), files: 'documents.yaml' },
  wording: { shape: writtenWording, files: 'wording.yaml' },
  changes: { shape: writtenChanges, files: 'changes.yaml' },
  roster: { shape: rosterWords, files: 'roster.yaml' },
  search: { shape: writtenSearch, files: 'search.yaml' },
  calendar: { shape: writtenCalendar, files: 'calendars/*.yaml' },
};

export type WrittenNotice = z.infer<typeof WRITTEN.notice.shape>;
export type WrittenQuestion = z.infer<typeof WRITTEN.questions.shape>[number];
export type WrittenRule = z.infer<typeof WRITTEN.rule.shape>;
export type WrittenAnswers = z.infer<typeof WRITTEN.answers.shape>;
export type WrittenAnswer = WrittenAnswers['questions'][number];
export type WrittenAnswerPart = WrittenAnswer['answer'][number];
export type WrittenTerm = z.infer<typeof WRITTEN.glossary.shape>[number];
export type WrittenChecklist = z.infer<typeof WRITTEN.checklists.shape>[number];
export type WrittenCheckItem = WrittenChecklist['groups'][number]['items'][number];
export type WrittenChange = z.infer<typeof WRITTEN.changes.shape>[number];
export type WrittenPoint = z.infer<typeof WRITTEN.open.shape>[number];
export type WrittenSearch = z.infer<typeof WRITTEN.search.shape>;
export type WrittenExample = WrittenRule['examples'][number];
