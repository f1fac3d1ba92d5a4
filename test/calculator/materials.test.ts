import { describe, expect, test } from 'vitest';
import { type Answers, materialsFor } from '../../src/calculator/index.ts';
import { forSelfCheck } from '../../src/notices/index.ts';
import { calendar, notice } from './support.ts';

const ids = (answers: Answers, extras: string[] = []) =>
  materialsFor(notice.materials, answers, new Set(extras)).map(({ id }) => id);

/** What a person needs beyond what everyone needs. */
const more = (answers: Answers, extras?: string[]) =>
  ids(answers, extras).filter((id) => !ids({}).includes(id));

describe('materialsFor', () => {
  test('gives everyone what everyone needs', () => {
    expect(ids({})).toEqual(['account', 'credits', 'evidence', 'opinion']);
  });

  test.each<[string, Answers, string[]]>([
    ['the route of education', { route: 'education' }, ['titleCertificates']],
    ['the skilled route', { route: 'skilled' }, ['skillCertificate']],
    ['the exceptional route', { route: 'exceptional' }, []],
    ['a provincial institution', { employer: 'provincialInstitution' }, ['postApproval']],
    ['a provincial enterprise', { employer: 'provincialEnterprise' }, []],
    ['a central enterprise', { employer: 'centralEnterprise' }, ['entrustment']],
    ['a central institution', { employer: 'centralInstitution' }, ['entrustment']],
    ['a year before work', { credits: { 2024: 'notWorking' } }, ['creditsBeforeWork']],
    ['credits given as numbers', { credits: { 2024: { total: 90, professional: 60 } } }, []],
  ])('adds for %s what it brings with it', (_, answers, added) => {
    expect(more(answers)).toEqual(added);
  });

  test('asks for both proofs of papers, and only of those who have any', () => {
    expect(more({}, ['papers'])).toEqual(['journalProof', 'paperProof']);
  });
});

describe('forSelfCheck', () => {
  const sent = forSelfCheck(notice, calendar);

  test('holds the days that follow from the calendar', () => {
    expect(sent.lastWorkdays).toEqual({
      application: '2026-07-17',
      employerReview: '2026-07-31',
      officeReview: '2026-08-14',
    });
    expect(sent.latestPosting).toBe('2026-07-23');
  });

  test('holds every document that a material names', () => {
    const held = sent.documents.map(({ id }) => id);
    for (const { documents = [] } of sent.materials.items) {
      for (const id of documents) expect(held).toContain(id);
    }
  });

  test('fills years and dates into the texts', () => {
    const texts = sent.materials.items.map(({ text }) => text).join();
    expect(texts).toContain('2024–2026 年度的学时证明');
    expect(texts).toContain('算到 2026-07-19');
  });
});
