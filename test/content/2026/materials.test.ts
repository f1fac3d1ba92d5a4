import { describe, expect, test } from 'vitest';
import { type Answers, materialsFor } from '../../../src/calculator/index.ts';
import { notice } from './support.ts';

const ids = (answers: Answers, extras: string[] = []) =>
  materialsFor(notice.materials, answers, new Set(extras)).map(({ id }) => id);

/** What a person needs beyond what everyone needs. */
const more = (answers: Answers, extras?: string[]) =>
  ids(answers, extras).filter((id) => !ids({}).includes(id));

describe('the materials of 2026', () => {
  test('gives everyone what everyone needs', () => {
    expect(ids({})).toEqual([
      ...['account', 'annexes', 'credits', 'evidence', 'noClassified', 'pledge'],
      'corporateAccount',
    ]);
  });

  test.each<[string, Answers, string[]]>([
    ['the route of education', { route: 'education' }, ['titleCertificates']],
    ['the skilled route', { route: 'skilled' }, ['skillCertificate']],
    ['the exceptional route', { route: 'exceptional' }, ['exceptionalForm']],
    ['a provincial institution', { employer: 'provincialInstitution' }, ['postApproval']],
    ['a provincial enterprise', { employer: 'provincialEnterprise' }, []],
    ['a central enterprise', { employer: 'centralEnterprise' }, ['entrustment']],
    ['a central institution', { employer: 'centralInstitution' }, ['entrustment', 'postUnclear']],
    ['a year before work', { credits: { 2024: 'notWorking' } }, ['creditsBeforeWork']],
    ['credits given as numbers', { credits: { 2024: { total: 90, professional: 60 } } }, []],
  ])('adds for %s what it brings with it', (_, answers, added) => {
    expect(more(answers)).toEqual(added);
  });

  test('asks for both proofs of papers, and only of those who have any', () => {
    expect(more({}, ['papers'])).toEqual(['journalProof', 'paperProof']);
  });
});
