/**
 * This year's content with a rule and a question more, as somebody adds them who edits content alone: it is taken as it
 * is, and whoever fulfils the new rule gets what they got before. Tests that walk through pages answer in that way too.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Answers, assess, type FullNotice, nextQuestion } from '../../src/calculator/index.ts';
import { checkPages, loadNotice, loadReference, type Reference } from '../../src/notices/index.ts';
import { meeting, outcomesOf, parsedFor } from '../support/assessing.ts';
import { reviewRules } from '../support/reviews.ts';
import { cases, inCases, notice } from './2026/support.ts';
import { withRealCopy } from './mutate.ts';

const QUESTION = `- id: pledged
  type: choice
  changes: person
  section: 承诺
  title: 您能承诺填报的信息真实吗？
  why: 申报时要作真实性承诺。
  clause: "3.1.1"
  options:
    - { value: "yes", label: 能 }
    - { value: "no", label: 不能 }
    - { value: unsure, label: 不清楚 }

`;
const RULE = `id: pledge
title: 真实性承诺
asks: 能不能承诺填报的信息真实。
standing: notice
cites:
  - { clause: "3.1.1", quote: 并对填报信息真实性做出承诺。 }
reviewed: { on: 2026-11-27, clauses: "0" }
tree:
  ask: pledged
  branches:
    - is: "yes"
      outcome: met
      reason: 您能作真实性承诺。
    - is: "no"
      outcome: unmet
      reason: 您不能作真实性承诺。
      remedy: 先把填报的信息核对准确。
    - is: unsure
      outcome: review
      reason: 您还不确定能不能承诺。
      remedy: 问单位人事部门。

examples:
  - name: 能承诺
    answers: { pledged: "yes" }
    outcome: met
  - name: 不能承诺
    answers: { pledged: "no" }
    outcome: unmet
`;

/** @param before the question before which the new one is asked; after all others where there is none */
function addRule(content: string, before?: string): void {
  const folder = join(content, 'notices/2026');
  const path = join(folder, 'questions.yaml');
  const questions = readFileSync(path, 'utf8');
  const at = before ? questions.indexOf(`- id: ${before}\n`) : questions.length;
  writeFileSync(path, `${questions.slice(0, at)}${QUESTION}${questions.slice(at)}`);
  const number = readdirSync(join(folder, 'rules')).length + 1;
  writeFileSync(join(folder, `rules/${String(number).padStart(2, '0')}-pledge.yaml`), RULE);
  reviewRules(folder);
  cpSync(join(import.meta.dirname, '../../content/docs'), join(content, 'docs'), {
    recursive: true,
  });
}

const [first] = notice.questions;
describe.each([
  ['before all others', first?.id],
  ['after all others', undefined],
])('a rule whose question is asked %s', (_, before) => {
  let more: FullNotice;
  let reference: Reference;
  let answersOf: (input: unknown) => Answers;

  beforeAll(async () => {
    await withRealCopy(
      (folder) => addRule(folder, before),
      async (content) => {
        more = await loadNotice('2026', content);
        reference = await loadReference(more, content);
        // The pages need no change.
        await checkPages([more], content);
      },
    );
    const known = new Set(notice.rules.map(({ id }) => id));
    const added = more.rules.filter(({ id }) => !known.has(id));
    const later = more.rules.filter(({ id }) => !inCases.has(id));
    expect(added.map(({ id }) => id)).toEqual(['pledge']);
    answersOf = (input) => meeting(more, later, parsedFor(more, input));
  });

  test('is asked, and decides', () => {
    expect(more.questions).toHaveLength(notice.questions.length + 1);
    const all = answersOf({ pledged: 'yes' });
    expect(assess(more, all).findings.map(({ rule }) => rule)).toContain('pledge');
    expect(assess(more, answersOf({ pledged: 'no' })).verdict).toBe('ineligible');
    if (before) expect(nextQuestion(more, {})?.id).toBe('pledged');
  });

  test('has its own examples on its page', () => {
    const own = reference.examples.filter(({ rule }) => rule === 'pledge');
    expect(own.map(({ name }) => name)).toEqual(['能承诺', '不能承诺']);
  });

  test('leaves every worked case as it was to those who fulfil it', () => {
    for (const { name, answers, expect: wanted } of cases('eligibility')) {
      const assessment = assess(more, answersOf(answers));
      const { verdict, missing, settled, earliestYear, earliestYearMadeUp } = assessment;
      expect({ name, verdict, missing, settled, earliestYear, earliestYearMadeUp }).toEqual({
        name,
        verdict: wanted.verdict,
        missing: wanted.missing,
        settled: wanted.settled,
        earliestYear: wanted.earliestYear,
        earliestYearMadeUp: wanted.earliestYearMadeUp,
      });
      const { pledge, ...others } = outcomesOf(assessment);
      expect(pledge).toBe('met');
      expect(others).toMatchObject(wanted.outcomes);
    }
  });
});
