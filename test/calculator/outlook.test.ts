import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AmountsQuestion,
  type Answers,
  assess,
  carriedOver,
  nextYear,
  type OutlookItem,
  outlook,
  parseAnswers,
  withAnswer,
} from '../../src/calculator/index.ts';
import { answersInScope, dateBetween } from './arbitraries.ts';
import { changedNotice, enough, notice, person } from './support.ts';

/** Made in each test: what is made while the file is read belongs to none. */
const moved = () => nextYear(notice);
const at = (rule: string, differently: Record<string, unknown> = {}): Omit<OutlookItem, 'rule'>[] =>
  outlook(notice, person(differently))
    .items.filter((item) => item.rule === rule)
    .map(({ rule: _, ...rest }) => rest);

describe('the assumed next notice', () => {
  test('is this one moved on by a year', () => {
    const next = moved();
    expect([next.id, next.year]).toEqual(['2027', 2027]);
    expect(next.cutoffs.service.on).toBe('2027-12-31');
    expect(next.cutoffs.evidence.on).toBe('2027-07-19');
    expect(next.stages.map(({ closes }) => closes)).toEqual([
      '2027-07-19',
      '2027-07-31',
      '2027-08-16',
    ]);
    const credits = next.questions.filter(({ type }) => type === 'amounts');
    expect(credits.map(({ id }) => id)).toEqual(['credits.2025', 'credits.2026', 'credits.2027']);
    for (const { id, title } of credits) expect(title).toContain(id.slice(-4));
  });

  test('takes days of its own year, and leaves this one as it was', () => {
    const before = structuredClone(notice);
    expect(parseAnswers(moved(), { heldSince: '2027-06-30' })).toHaveProperty('answers');
    expect(parseAnswers(notice, { heldSince: '2027-06-30' })).toHaveProperty('issues');
    expect(notice).toEqual(before);
    expect(nextYear(notice)).toBe(nextYear(notice));
  });
});

describe('answers under another year’s notice', () => {
  test('stay, but for the amounts of years that it does not ask for', () => {
    expect(carriedOver(moved(), {})).toEqual({});
    expect(
      carriedOver(moved(), person({ credits: { 2024: enough, 2026: 'unsure' } })),
    ).toStrictEqual(person({ credits: { 2026: 'unsure' } }));
  });

  test('keep of each kind of amounts the years that are asked for of that kind', () => {
    const next = structuredClone(moved());
    const credits = next.questions.find((one) => one.id === 'credits.2027') as AmountsQuestion;
    next.questions.push({ ...credits, key: 'hours', part: '2024', id: 'hours.2024' });
    expect(
      carriedOver(next, {
        credits: { 2024: enough, 2027: enough },
        hours: { 2024: enough, 2027: enough },
      }),
    ).toEqual({ credits: { 2027: enough }, hours: { 2024: enough } });
  });
});

describe('the outlook on the next year', () => {
  test('says of everything that is fulfilled that it holds, and of the new year’s credits that they are to be done', () => {
    expect(outlook(notice, person()).year).toBe(2027);
    expect(at('qualification')).toEqual([{ state: 'holds' }]);
    expect(at('integrity')).toEqual([{ state: 'holds' }]);
    expect(at('continuingEducation')).toEqual([
      { state: 'holds', year: 2025 },
      { state: 'holds', year: 2026 },
      { state: 'toDo', by: '2027-07-19', year: 2027 },
    ]);
  });

  test('drops the oldest year’s credits, and takes this year’s as something to do until it ends', () => {
    const short = { total: 60, professional: 40 };
    expect(
      at('continuingEducation', { credits: { 2024: short, 2025: enough, 2026: short } }),
    ).toEqual([
      { state: 'holds', year: 2025 },
      { state: 'toDo', by: '2026-12-31', year: 2026 },
      { state: 'toDo', by: '2027-07-19', year: 2027 },
    ]);
  });

  test('names the first year without a year of credits that nobody here can say how to make up', () => {
    const credits = { 2024: enough, 2025: { total: 0, professional: 0 }, 2026: 'unsure' };
    expect(at('continuingEducation', { credits })).toEqual([
      { state: 'notByThen', year: 2028 },
      { state: 'ask', year: 2026 },
      { state: 'toDo', by: '2027-07-19', year: 2027 },
    ]);
  });

  test('tells what waiting brings in time from what it does not', () => {
    expect(at('qualification', { heldSince: '2023-03-01' })).toEqual([
      { state: 'byTime', by: '2027-03-01' },
    ]);
    expect(at('qualification', { heldSince: '2024-01-01' })).toEqual([
      { state: 'notByThen', year: 2028 },
    ]);
    expect(at('integrity', { misconductOn: '2024-07-18' })).toEqual([
      { state: 'byTime', by: '2027-07-19' },
    ]);
    expect(at('integrity', { misconductOn: '2024-07-19' })).toEqual([
      { state: 'notByThen', year: 2028 },
    ]);
  });

  test('leaves to people what they can do within a year, and not what takes years', () => {
    const institution = { employer: 'provincialInstitution', postApproved: 'no' };
    expect(at('postApproval', institution)).toEqual([{ state: 'toDo', by: '2027-07-19' }]);
    const central = { employer: 'centralEnterprise', entrusted: 'no' };
    expect(at('employer', central)).toEqual([{ state: 'toDo', by: '2027-07-19' }]);
    expect(at('qualification', { heldTitle: 'none' })).toEqual([{ state: 'notByThen' }]);
    expect(at('employer', { employer: 'other' })).toEqual([{ state: 'notByThen' }]);
  });

  test('leaves nothing to do where a rule is unmet for everybody', () => {
    const closed = changedNotice((copy) => {
      const rule = copy.rules.find(({ id }) => id === 'specialty')!;
      rule.tree = { outcome: 'unmet', reason: '不再受理。' };
    });
    expect(outlook(closed, person()).items[0]).toEqual({ rule: 'specialty', state: 'notByThen' });
  });

  test('asks where people decide, and where nothing was answered', () => {
    expect(at('qualification', { route: 'exceptional' })).toEqual([{ state: 'ask' }]);
    expect(at('specialty', { specialty: undefined })).toEqual([{ state: 'ask' }]);
  });

  test('agrees with the earliest year: next year exactly when nothing is unmet once credits are complete', () => {
    const misconductOn = fc.oneof(fc.constant('none'), dateBetween('2023-01-01', '2026-12-31'));
    const next = moved();
    let nextYears = 0;
    fc.assert(
      fc.property(answersInScope(), misconductOn, (drawn, on) => {
        const answers: Answers = { ...drawn, misconductOn: on };
        const {
          verdict,
          earliestYear,
          earliestYearMadeUp = earliestYear,
        } = assess(notice, answers);
        fc.pre(verdict === 'ineligible' || verdict === 'unlikely');
        let complete = carriedOver(next, answers);
        for (const question of next.questions)
          if (question.type === 'amounts' && Number(question.part) >= notice.year)
            complete = withAnswer(complete, question, 'enough');
        const nothing = !assess(next, complete).findings.some(({ outcome }) => outcome === 'unmet');
        expect((earliestYearMadeUp ?? 9999) <= next.year).toBe(nothing);
        if (nothing) nextYears += 1;
        // And so does each item: nothing is said to come too late that does not.
        const late = outlook(notice, answers).items.some(({ state }) => state === 'notByThen');
        const undone = outlook(notice, answers).items.some(
          ({ rule, state }) => state === 'toDo' && rule !== 'continuingEducation',
        );
        expect(nothing).toBe(!late && !undone);
      }),
      { numRuns: 600 },
    );
    expect(nextYears).toBeGreaterThan(50);
  });

  test('is plain data and leaves the answers as they were', () => {
    const answers = person({ credits: { 2024: 'unsure', 2026: enough } });
    const before = structuredClone(answers);
    const found = outlook(notice, answers);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(answers).toEqual(before);
  });
});
