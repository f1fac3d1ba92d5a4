/** What a shape cannot see: that the files of one notice agree with each other. */
import { checkAnswers, checkTerms } from './answers.ts';
import { checkChecklists } from './checklists.ts';
import { checkPoints } from './examples.ts';
import { checkFacts } from './facts.ts';
import { checkMaterials } from './materials.ts';
import { checkProse } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { checkRules } from './rules.ts';
import { checkWording } from './wording.ts';
import type { Year } from './year.ts';

export type { Files, Year } from './year.ts';

export function checkYear(year: Year): void {
  const { notice, facts, questions, rules, materials, open, answers, glossary, wording, sayIn } =
    year;
  const { checklists } = year;
  checkFacts(year);
  checkWording(year);
  checkQuestions(year);
  checkRules(year);
  checkMaterials(year);
  for (const rule of rules) checkPoints(year, rule.data.open ?? [], sayIn(rule, ['open']));
  checkPoints(year, open.data, sayIn(open));
  checkAnswers(year);
  checkTerms(year);
  checkChecklists(year);
  for (const read of [
    questions,
    ...rules,
    materials,
    open,
    ...answers,
    glossary,
    checklists,
    wording,
  ]) {
    checkProse(notice, read.data, sayIn(read));
  }
  checkProse(notice, { stages: facts.data.stages.map(({ task }) => ({ task })) }, sayIn(facts));
}
