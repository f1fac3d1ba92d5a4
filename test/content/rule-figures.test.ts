import { describe, expect, test } from 'vitest';
import { assess, explain, type Node } from '../../src/calculator/index.ts';
import { enough, findingOf, notice, outcomesOf, parsed } from './2026/support.ts';

/** What the rule makes of these answers alone. */
function outcome(rule: string, answers: Record<string, unknown>): string | undefined {
  return outcomesOf(assess(notice, parsed(answers)))[rule];
}

const years = (n: number) => ({
  enough: ['1990-01-01', `${2026 - n}-12-30`, `${2026 - n}-12-31`],
  short: [`${2027 - n}-01-01`, '2026-12-31'],
});
const engineerEducation = { target: 'engineer', route: 'education' };
const assistantEducation = { target: 'assistantEngineer', route: 'education' };
const engineerSkilled = { target: 'engineer', route: 'skilled' };
const assistantSkilled = { target: 'assistantEngineer', route: 'skilled' };

describe('qualification', () => {
  test('names in each remedy the years that the same question’s other branch counts', () => {
    const wrong: string[] = [];
    let named = 0;
    const look = (node: Node) => {
      if (!('ask' in node)) return;
      const counted = (inner: Node): number[] =>
        'since' in inner ? [inner.years] : 'ask' in inner ? inner.branches.flatMap(counted) : [];
      const years = node.branches.flatMap(counted);
      for (const branch of node.branches) {
        look(branch);
        if (!('outcome' in branch) || branch.years === undefined) continue;
        named += 1;
        expect(branch.remedy).toContain('再满 {years} 年');
        if (years.length !== 1 || years[0] !== branch.years)
          wrong.push(`${node.ask}: ${branch.years}`);
      }
    };
    look(notice.rules.find(({ id }) => id === 'qualification')!.tree);
    expect(wrong).toEqual([]);
    expect(named).toBe(6);
  });

  test.each([
    [{ ...engineerEducation, education: 'doctor' }, 'met'],
    [{ ...engineerEducation, education: 'secondaryVocational' }, 'review'],
    [{ ...engineerEducation, education: 'other' }, 'review'],
    [{ ...assistantEducation, education: 'doctor' }, 'met'],
    [{ ...assistantEducation, education: 'master' }, 'met'],
    [{ ...assistantEducation, education: 'secondBachelor' }, 'met'],
    [{ ...assistantEducation, education: 'other' }, 'review'],
    [{ target: 'engineer', route: 'exceptional' }, 'review'],
    [{ target: 'assistantEngineer', route: 'exceptional' }, 'review'],
    [{ ...engineerSkilled, skillLevel: 'none' }, 'unmet'],
    [{ ...engineerSkilled, skillLevel: 'seniorWorker' }, 'unmet'],
    [{ ...assistantSkilled, skillLevel: 'none' }, 'unmet'],
  ])('%j: %s', (answers, expected) => {
    expect(outcome('qualification', answers)).toBe(expected);
  });

  test.each([
    ['master', 2],
    ['secondBachelor', 2],
    ['bachelor', 4],
    ['college', 4],
  ])('for engineer with %s asks for assistant engineer for %i years', (education, n) => {
    const held = (heldTitle: string, heldSince?: string) =>
      outcome('qualification', { ...engineerEducation, education, heldTitle, heldSince });
    for (const date of years(n).enough) expect(held('assistantEngineer', date)).toBe('met');
    for (const date of years(n).short) expect(held('assistantEngineer', date)).toBe('unmet');
    expect(held('assistantEngineer')).toBe('unknown');
    for (const date of [undefined, '1990-01-01', '2026-12-31']) {
      expect(held('none', date)).toBe('unmet');
      expect(held('technician', date)).toBe('unmet');
      expect(held('engineer', date)).toBe('review');
    }
  });

  test.each([
    ['college', 2],
    ['secondaryVocational', 4],
  ])('for assistant engineer with %s asks for technician for %i years', (education, n) => {
    const held = (heldTitle: string, heldSince?: string) =>
      outcome('qualification', { ...assistantEducation, education, heldTitle, heldSince });
    for (const date of years(n).enough) expect(held('technician', date)).toBe('met');
    for (const date of years(n).short) expect(held('technician', date)).toBe('unmet');
    expect(held('technician')).toBe('unknown');
    for (const date of [undefined, '1990-01-01', '2026-12-31']) {
      expect(held('none', date)).toBe('unmet');
      expect(held('assistantEngineer', date)).toBe('review');
      expect(held('engineer', date)).toBe('review');
    }
  });

  test('for assistant engineer with a bachelor’s degree asks for one year of work', () => {
    const since = (startedWorkOn?: string) =>
      outcome('qualification', { ...assistantEducation, education: 'bachelor', startedWorkOn });
    for (const date of years(1).enough) expect(since(date)).toBe('met');
    for (const date of years(1).short) expect(since(date)).toBe('unmet');
    expect(since()).toBe('unknown');
  });

  test.each([
    [engineerSkilled, 3, ['technician', 'seniorTechnician']],
    [assistantSkilled, 2, ['seniorWorker', 'technician', 'seniorTechnician']],
  ])('by %j asks for %i years at the level, of %j', (base, n, levels) => {
    for (const skillLevel of levels) {
      const since = (skillSince?: string) =>
        outcome('qualification', { ...base, skillLevel, skillSince });
      for (const date of years(n).enough) expect(since(date)).toBe('met');
      for (const date of years(n).short) expect(since(date)).toBe('unmet');
      expect(since()).toBe('unknown');
    }
  });

  test('counts 29 February as complete on 28 February', () => {
    const since = (heldSince: string, cutoff: string) => {
      const copy = structuredClone(notice);
      copy.cutoffs.service.on = cutoff;
      const held = { education: 'master', heldTitle: 'assistantEngineer', heldSince };
      const answers = parsed({ ...engineerEducation, ...held }, copy);
      return outcomesOf(assess(copy, answers)).qualification;
    };
    expect(since('2024-02-29', '2026-02-27')).toBe('unmet');
    expect(since('2024-02-29', '2026-02-28')).toBe('met');
    expect(since('2024-03-01', '2026-02-28')).toBe('unmet');
    expect(since('2022-02-28', '2024-02-28')).toBe('met');
    expect(since('2022-03-01', '2024-02-29')).toBe('unmet');
  });

  test('says of a bachelor for assistant engineer that the employer confirms the rest', () => {
    const finding = findingOf('qualification', {
      target: 'assistantEngineer',
      startedWorkOn: '2020-01-01',
    })!;
    expect(explain(notice, finding).reason).toContain('考察合格，由单位确认');
  });

  test.each([
    ['the education route', { heldSince: '2020-01-01' }, '2.1'],
    ['the skilled route', { route: 'skilled', skillLevel: 'none' }, '2.2'],
    ['the exceptional route', { route: 'exceptional' }, '3.1.2'],
  ])('by %s cites the clause that speaks of it', (_, answers, clause) => {
    expect(findingOf('qualification', answers)?.cites.map((cite) => cite.clause)).toEqual([clause]);
  });
});

describe('an answer of 不清楚', () => {
  test.each([
    { ...engineerEducation, education: 'unsure' },
    { ...assistantEducation, education: 'unsure' },
    { ...engineerEducation, education: 'master', heldTitle: 'unsure' },
    { ...engineerEducation, education: 'college', heldTitle: 'unsure' },
    { ...assistantEducation, education: 'secondaryVocational', heldTitle: 'unsure' },
    {
      ...engineerEducation,
      education: 'bachelor',
      heldTitle: 'assistantEngineer',
      heldSince: 'unsure',
    },
    { ...assistantEducation, education: 'college', heldTitle: 'technician', heldSince: 'unsure' },
    { ...assistantEducation, education: 'bachelor', startedWorkOn: 'unsure' },
    { ...engineerSkilled, skillLevel: 'unsure' },
    { ...assistantSkilled, skillLevel: 'unsure' },
    { ...engineerSkilled, skillLevel: 'technician', skillSince: 'unsure' },
    { ...assistantSkilled, skillLevel: 'seniorWorker', skillSince: 'unsure' },
  ])('%j: review, and says where it stands', (answers) => {
    const finding = assess(notice, parsed(answers)).findings.find(
      ({ rule }) => rule === 'qualification',
    )!;
    expect(finding.outcome).toBe('review');
    expect(explain(notice, finding).remedy).toMatch(/^看.*问|查/);
  });
});

describe('specialty, employer, work and inService', () => {
  test.each([
    ...notice.specialties.list.map(({ id }) => [id, 'met']),
    ['other', 'unmet'],
    ['unsure', 'review'],
  ])('specialty %s: %s', (specialty, expected) => {
    expect(outcome('specialty', { specialty })).toBe(expected);
  });

  test.each([
    ['provincialEnterprise', undefined, 'met'],
    ['provincialInstitution', undefined, 'met'],
    ['centralEnterprise', undefined, 'unknown'],
    ['centralEnterprise', 'yes', 'met'],
    ['centralEnterprise', 'no', 'unmet'],
    ['centralEnterprise', 'unsure', 'review'],
    ['centralInstitution', 'yes', 'met'],
    ['centralInstitution', 'no', 'unmet'],
    ['centralInstitution', 'unsure', 'review'],
    ['civilServiceManaged', undefined, 'unmet'],
    ['government', 'yes', 'unmet'],
    ['other', 'yes', 'unmet'],
    ['unsure', undefined, 'review'],
  ])('employer %s, entrusted %s: %s', (employer, entrusted, expected) => {
    expect(outcome('employer', { employer, entrusted })).toBe(expected);
  });

  test.each([
    ['engineering', undefined, 'met'],
    ['engineeringManagement', 'skilled', 'met'],
    ['skilledWork', undefined, 'unknown'],
    ['skilledWork', 'skilled', 'met'],
    ['skilledWork', 'education', 'review'],
    ['skilledWork', 'exceptional', 'review'],
    ['neither', 'skilled', 'unmet'],
    ['unsure', undefined, 'review'],
  ])('work %s, route %s: %s', (work, route, expected) => {
    expect(outcome('work', { work, route })).toBe(expected);
  });

  test.each([
    ['yes', 'met'],
    ['no', 'unmet'],
    ['unsure', 'review'],
  ])('inService %s: %s', (inService, expected) => {
    expect(outcome('inService', { inService })).toBe(expected);
  });
});

describe('continuingEducation', () => {
  test.each([
    [90, 60, 'met'],
    [90, 72, 'met'],
    [2000, 60, 'met'],
    [2000, 1982, 'met'],
    [89.5, 60, 'unmet'],
    [89.5, 89.5, 'unmet'],
    [89.5, 59.5, 'unmet'],
    [0, 0, 'unmet'],
    [90, 59.5, 'unmet'],
    [120, 0, 'unmet'],
    // What is left for the public ones is too little.
    [90, 72.5, 'review'],
    [90, 90, 'review'],
    [2000, 1982.5, 'review'],
  ])('%d credits, %d of them professional: %s', (total, professional, expected) => {
    for (const year of ['2024', '2025', '2026']) {
      const credits = { 2024: enough, 2025: enough, 2026: enough, [year]: { total, professional } };
      expect(outcome('continuingEducation', { credits })).toBe(expected);
    }
  });

  test('a year in which all three are enough: met', () => {
    const credits = { 2024: 'enough', 2025: enough, 2026: 'enough' };
    expect(outcome('continuingEducation', { credits })).toBe('met');
  });

  test.each(['notWorking', 'unsure'])('a year answered %s: review', (answer) => {
    const credits = { 2024: answer, 2025: enough, 2026: enough };
    expect(outcome('continuingEducation', { credits })).toBe('review');
  });

  test('the years combine: unmet, else unknown, else review, else met', () => {
    const short = { total: 0, professional: 0 };
    const all = (...given: unknown[]) =>
      outcome('continuingEducation', {
        credits: { 2024: given[0], 2025: given[1], 2026: given[2] },
      });
    expect(all(enough, 'unsure', short)).toBe('unmet');
    expect(all(undefined, 'unsure', short)).toBe('unmet');
    expect(all(undefined, 'unsure', enough)).toBe('unknown');
    expect(all(enough, 'unsure', enough)).toBe('review');
    expect(all(enough, enough, enough)).toBe('met');
    expect(all(undefined, undefined, undefined)).toBe('unknown');
  });
});

describe('postApproval', () => {
  test.each([
    ['provincialInstitution', undefined, 'unknown'],
    ['provincialInstitution', 'yes', 'met'],
    ['provincialInstitution', 'no', 'unmet'],
    ['provincialInstitution', 'unsure', 'review'],
    ['centralInstitution', undefined, 'review'],
    ['centralInstitution', 'no', 'review'],
    ['provincialEnterprise', 'no', undefined],
    ['centralEnterprise', 'no', undefined],
    ['civilServiceManaged', 'no', undefined],
    ['government', 'no', undefined],
    ['other', 'no', undefined],
    ['unsure', 'no', undefined],
    [undefined, 'no', undefined],
  ])('employer %s, post approved %s: %s', (employer, postApproved, expected) => {
    expect(outcome('postApproval', { employer, postApproved })).toBe(expected);
  });
});

describe('integrity', () => {
  test.each([
    ['none', 'met'],
    ['unsure', 'review'],
    ['1950-01-01', 'met'],
    // Ended before the window opened, inside it, on the day before its last, on its last day, and after it.
    ['2023-06-24', 'met'],
    ['2023-06-25', 'met'],
    ['2023-07-18', 'met'],
    ['2023-07-19', 'unmet'],
    ['2023-07-20', 'unmet'],
    ['2026-12-31', 'unmet'],
  ])('%s: %s', (misconductOn, expected) => {
    expect(outcome('integrity', { misconductOn })).toBe(expected);
  });

  test('a ban from 29 February ends on 28 February', () => {
    expect(findingOf('integrity', { misconductOn: '2024-02-29' })?.shortfall).toEqual({
      kind: 'ban',
      since: '2024-02-29',
      endsOn: '2027-02-28',
    });
  });

  test('follows the window of the notice', () => {
    const copy = structuredClone(notice);
    copy.stages[0]!.closes = '2026-07-18';
    const of = (misconductOn: string) =>
      outcomesOf(assess(copy, parsed({ misconductOn }, copy))).integrity;
    expect(of('2023-07-17')).toBe('met');
    expect(of('2023-07-18')).toBe('unmet');
  });
});
