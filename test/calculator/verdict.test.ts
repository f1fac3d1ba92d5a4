import { describe, expect, test } from 'vitest';
import { assess, type Notice, type Rule } from '../../src/calculator/index.ts';
import { assessed, changedNotice, enough, person } from './support.ts';

const verdict = (differently: Record<string, unknown>) => assessed(differently).verdict;

/** One answer for each outcome of some rule. */
const outside = { specialty: 'other' };
const banned = { misconductOn: '2025-01-01' };
const tooShort = { heldSince: '2025-01-01' };
const open = { employer: undefined };
const doubtful = { specialty: 'unsure' };

describe('the verdict', () => {
  test('is likely when every rule is met', () => {
    expect(verdict({})).toBe('likely');
  });

  test('is review when one rule needs people, and none says no or is open', () => {
    expect(verdict(doubtful)).toBe('review');
  });

  test('is incomplete when a rule is open, even where another needs people', () => {
    expect(verdict(open)).toBe('incomplete');
    expect(verdict({ ...open, ...doubtful })).toBe('incomplete');
  });

  test('is unlikely when the national base says no, even where other rules are open or need people', () => {
    expect(verdict(tooShort)).toBe('unlikely');
    expect(verdict({ ...tooShort, ...open })).toBe('unlikely');
    expect(verdict({ ...tooShort, ...doubtful })).toBe('unlikely');
    expect(verdict({ credits: { 2024: { total: 0, professional: 0 } } })).toBe('unlikely');
  });

  test('is ineligible when the notice says no, whatever the national base says', () => {
    expect(verdict(banned)).toBe('ineligible');
    expect(verdict({ ...banned, ...tooShort, ...open, ...doubtful })).toBe('ineligible');
    expect(verdict({ employer: 'provincialInstitution', postApproved: 'no' })).toBe('ineligible');
  });

  test('is out of scope when a scope rule says no, whatever else there is', () => {
    expect(verdict(outside)).toBe('outOfScope');
    expect(verdict({ ...outside, ...banned, ...tooShort, ...open })).toBe('outOfScope');
  });

  test.each([
    ['another specialty', { specialty: 'other' }],
    ['a government office', { employer: 'government' }],
    ['another employer', { employer: 'other' }],
    ['a central unit that is not entrusted', { employer: 'centralInstitution', entrusted: 'no' }],
  ])('%s is out of scope', (_, answers) => {
    expect(verdict(answers)).toBe('outOfScope');
  });

  test('of someone who answered only one thing, outside the scope, is out of scope already', () => {
    const nothingElse = Object.fromEntries(Object.keys(person()).map((key) => [key, undefined]));
    expect(verdict({ ...nothingElse, specialty: 'other' })).toBe('outOfScope');
    expect(verdict(nothingElse)).toBe('incomplete');
  });
});

describe('a value that a maintainer has checked against the original', () => {
  const check = (change: (rule: Rule) => void): Notice =>
    changedNotice((copy) => change(copy.rules.find(({ id }) => id === 'qualification')!));
  const verified = { on: '2026-07-01', by: 'someone' };

  test('counts as the notice: being short of it is ineligible', () => {
    const notice = check((rule) => {
      rule.tree.verified = verified;
    });
    const { verdict: found, findings } = assess(notice, person(tooShort));
    expect(found).toBe('ineligible');
    expect(findings.find(({ rule }) => rule === 'qualification')).toMatchObject({
      standing: 'notice',
      verified,
    });
  });

  test('leaves the values that were not checked as they are', () => {
    const notice = check(({ tree }) => {
      if (!('branches' in tree)) throw new Error('the tree asks first');
      tree.branches.find(({ is }) => is.includes('assistantEngineer'))!.verified = verified;
    });
    const assistant = { target: 'assistantEngineer', route: 'skilled', skillLevel: 'none' };
    expect(assess(notice, person(assistant)).verdict).toBe('ineligible');
    expect(assess(notice, person(tooShort)).verdict).toBe('unlikely');
  });

  test('makes a result unsettled for as long as its rule is open', () => {
    const notice = check((rule) => {
      rule.tree.verified = verified;
    });
    const short = { credits: { 2024: { total: 0, professional: 0 }, 2025: enough, 2026: enough } };
    const answers = person({ ...short, route: undefined });
    expect(assess(notice, answers)).toMatchObject({ verdict: 'unlikely', settled: false });
  });
});
