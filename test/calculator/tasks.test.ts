import { describe, expect, test } from 'vitest';
import { assess, tasksOf } from '../../src/calculator/index.ts';
import { changedNotice, enough, notice, person } from './support.ts';

const tasks = (differently: Record<string, unknown>) => tasksOf(notice, person(differently));
const few = { total: 60, professional: 60 };

describe('the tasks of a result', () => {
  test('are none where everything is met, or nothing would help', () => {
    expect(tasks({})).toEqual([]);
    expect(tasks({ specialty: 'other' })).toEqual([]);
    expect(tasks({ employer: undefined })).toEqual([]);
  });

  test('name the day on which the years are complete', () => {
    expect(tasks({ heldSince: '2023-03-01' })).toEqual([
      { kind: 'years', rule: 'qualification', on: '2027-03-01' },
    ]);
  });

  test('name each year whose credits are short, until applications close', () => {
    expect(tasks({ credits: { 2024: few, 2025: enough, 2026: few } })).toEqual([
      { kind: 'amounts', rule: 'continuingEducation', year: 2024, on: '2026-07-19' },
      { kind: 'amounts', rule: 'continuingEducation', year: 2026, on: '2026-07-19' },
    ]);
  });

  test.each([2024, 2026])('name the one year that is short, be it past or not: %i', (year) => {
    const credits = { 2024: enough, 2025: enough, 2026: enough, [year]: few };
    expect(tasks({ credits })).toEqual([
      { kind: 'amounts', rule: 'continuingEducation', year, on: '2026-07-19' },
    ]);
  });

  test('name the ban’s last day', () => {
    expect(tasks({ misconductOn: '2024-05-02' })).toEqual([
      { kind: 'ban', rule: 'integrity', on: '2027-05-02' },
    ]);
  });

  test('ask to settle before submitting what is uncertain', () => {
    expect(tasks({ employer: 'unsure' })).toEqual([
      { kind: 'do', rule: 'employer', on: '2026-07-19' },
    ]);
  });

  test('leave out what nobody can change, and keep what time does', () => {
    const unsure = { employer: 'centralEnterprise', entrusted: 'unsure' };
    const differently = { ...unsure, misconductOn: '2024-05-02' };
    const ban = { kind: 'ban', rule: 'integrity', on: '2027-05-02' };
    expect(tasks(differently)).toEqual([{ kind: 'do', rule: 'employer', on: '2026-07-19' }, ban]);
    const fixed = changedNotice((copy) => {
      for (const question of copy.questions) question.changes = 'never';
    });
    const post = { employer: 'provincialInstitution', postApproved: 'no' };
    expect(tasksOf(fixed, person({ ...post, misconductOn: '2024-05-02' }))).toEqual([ban]);
  });

  test('leave out what years must follow: no day of this year’s suffices for it', () => {
    expect(tasks({ heldTitle: 'none' })).toEqual([]);
    expect(tasks({ route: 'skilled', skillLevel: 'none' })).toEqual([]);
  });

  test('name a year once, however many of its figures are short', () => {
    const all = { total: 0, professional: 0 };
    expect(tasks({ credits: { 2024: enough, 2025: enough, 2026: all } })).toEqual([
      { kind: 'amounts', rule: 'continuingEducation', year: 2026, on: '2026-07-19' },
    ]);
  });

  test('keep asking about one year beside another that is short', () => {
    const ask = { kind: 'do', rule: 'continuingEducation', on: '2026-07-19' };
    for (const short of [2024, 2026]) {
      const credits = { 2024: enough, 2025: 'unsure', 2026: enough, [short]: few };
      const year = { kind: 'amounts', rule: 'continuingEducation', year: short, on: '2026-07-19' };
      expect(tasks({ credits })).toEqual([year, ask]);
    }
  });

  test('hold nothing of the answers beside days and years', () => {
    const answers = { heldSince: '2023-03-01', credits: { 2024: few, 2025: few, 2026: few } };
    expect(assess(notice, person(answers)).verdict).toBe('unlikely');
    expect(JSON.stringify(tasks(answers))).not.toMatch(/60|2023|bachelor/);
  });
});
