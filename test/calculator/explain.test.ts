import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, explain, type Finding } from '../../src/calculator/index.ts';
import { people } from '../bench/people.ts';
import { expectClean } from '../support/everyRule.ts';
import { answersInScope, anyAnswers } from './arbitraries.ts';
import { changedNotice, enough, findingOf, notice } from './support.ts';

const told = (rule: string, differently: Record<string, unknown>) =>
  explain(notice, findingOf(rule, differently)!);

describe('a value that was checked against the original', () => {
  const checked = changedNotice((copy) => {
    for (const rule of copy.rules)
      if (rule.standing === 'reference')
        rule.tree.verified = { on: '2026-12-01', by: 'maintainer' };
  });

  test('is nowhere said to be a published base, nor is the verdict that it gives', () => {
    let told = 0;
    fc.assert(
      fc.property(answersInScope(1), (answers) => {
        const { verdict, findings } = assess(checked, answers);
        for (const finding of findings.filter(({ verified }) => verified)) {
          const { reason, remedy = '' } = explain(checked, finding);
          expect(reason + remedy).not.toMatch(/按国家标准|按省里的办法/);
          if (reason.includes('按核对过的原文')) told += 1;
        }
        expect(verdict).not.toBe('unlikely');
      }),
      { numRuns: 300 },
    );
    expect(told).toBeGreaterThan(0);
    const { label, summary } = checked.wording.verdicts.ineligible;
    expect(label + summary).not.toMatch(/参考口径|原文/);
  });
});

describe('explain', () => {
  test("says with the person's own figures how long is short", () => {
    expect(told('qualification', { heldSince: '2023-03-15' })).toEqual({
      reason:
        '取得助理工程师职称日期 2023-03-15，至 2026-12-31 为 3 年 9 个月 16 天，需满 4 年，差 2 个月 15 天。',
      remedy: '到 2027-03-15 满 4 年。',
    });
  });

  test.each([
    ['2023-01-01', '3 年 11 个月 30 天', '1 天'],
    ['2023-01-14', '3 年 11 个月 17 天', '14 天'],
    ['2023-03-13', '3 年 9 个月 18 天', '2 个月 13 天'],
    ['2023-03-14', '3 年 9 个月 17 天', '2 个月 14 天'],
    ['2023-03-15', '3 年 9 个月 16 天', '2 个月 15 天'],
    ['2023-03-16', '3 年 9 个月 15 天', '2 个月 16 天'],
    ['2023-03-01', '3 年 9 个月 30 天', '2 个月 1 天'],
    ['2023-12-31', '3 年', '1 年'],
    ['2024-02-29', '2 年 10 个月 2 天', '1 年 2 个月'],
    ['2024-01-30', '2 年 11 个月 1 天', '1 年 30 天'],
    ['2026-11-16', '1 个月 15 天', '3 年 10 个月 16 天'],
    ['2026-12-19', '12 天', '3 年 11 个月 19 天'],
    ['2026-12-30', '1 天', '3 年 11 个月 30 天'],
    ['2026-12-31', '0 天', '4 年'],
  ])('from %s on: served %s, short %s', (heldSince, served, short) => {
    const { reason } = told('qualification', { heldSince });
    expect(reason).toMatch(new RegExp(`为 ${served}，需满 4 年，差 ${short}。$`));
  });

  test('says that the years are full, on the very day too', () => {
    const { reason, remedy } = told('qualification', { heldSince: '2022-12-31' });
    expect(reason).toContain('为 4 年，已满 4 年');
    expect(remedy).toBeUndefined();
  });

  test('names the title or level to obtain where time does not help', () => {
    expect(told('qualification', { heldTitle: 'technician' })).toEqual({
      reason:
        '您现有职称：技术员。按国家标准，学历或学位是大学本科或学士学位的，要先取得助理工程师。',
      remedy: '先取得助理工程师职称，再满 4 年。',
    });
  });

  test('says from which day a ban no longer holds', () => {
    const { reason, remedy } = told('integrity', { misconductOn: '2024-07-19' });
    expect(reason).toContain('3 年到 2027-07-19 为止');
    expect(remedy).toContain('2027-07-20 起');
    expect(remedy).toContain('重要参考');
  });

  test('says of a ban that ends inside the window from which day one may apply', () => {
    const inside = told('integrity', { misconductOn: '2023-07-18' }).reason;
    expect(inside).toContain('从 2026-07-19 起才能申报');
    expect(inside).toContain('重要参考');
    expect(told('integrity', { misconductOn: '2023-06-25' }).reason).toContain('从 2026-06-26 起');
  });

  test('says of a ban that ended before the window opened only that it is over', () => {
    for (const misconductOn of ['2023-06-24', '2010-01-01']) {
      const { reason } = told('integrity', { misconductOn });
      expect(reason).toContain('已过限制期');
      expect(reason).toContain('重要参考');
    }
  });

  test('says which years are short of credits, by how much, and what can still be done', () => {
    const credits = {
      2024: { total: 80, professional: 60 },
      2025: enough,
      2026: { total: 89.5, professional: 60 },
    };
    const { reason, remedy } = told('continuingEducation', { credits });
    expect(reason).toBe(
      '2024 年总学时 80，按省里的办法需 90，差 10。2026 年总学时 89.5，按省里的办法需 90，差 0.5。',
    );
    expect(remedy).toContain('2026 年再登记 0.5 学时。');
    expect(remedy).toContain('2024 年差 10 学时。能不能补');
  });

  test.each([
    [
      { total: 60, professional: 40 },
      ['总学时 60', '专业科目 40'],
      '再登记 30 学时（其中专业 20）',
    ],
    // The professional ones that are missing are more than the whole is short of.
    [
      { total: 88, professional: 45 },
      ['总学时 88', '专业科目 45'],
      '再登记 15 学时（其中专业 15）',
    ],
    [{ total: 95, professional: 50 }, ['专业科目 50'], '再登记 10 学时（其中专业 10）'],
    [
      { total: 0, professional: 0 },
      ['总学时 0', '专业科目 0', '是 0'],
      '再登记 90 学时（其中专业 60、公需 18）',
    ],
    [{ total: 80, professional: 75 }, ['总学时 80', '是 5'], '再登记 13 学时（其中公需 13）'],
    [{ total: 60, professional: 60 }, ['总学时 60', '是 0'], '再登记 30 学时（其中公需 18）'],
  ])(
    'names every figure of %j that is short, and says once what makes up for all',
    (short, named, cure) => {
      const credits = { 2024: enough, 2025: enough, 2026: short };
      const { reason, remedy } = told('continuingEducation', { credits });
      expect(reason.split('。').filter(Boolean)).toHaveLength(
        named.length + (named.at(-1)!.startsWith('是') ? 1 : 0),
      );
      for (const figure of named) expect(reason).toContain(figure);
      expect(remedy).toBe(`2026 年${cure}。`);
    },
  );

  test('says of credits that lack public ones alone that nobody here is sure', () => {
    const credits = { 2024: 'enough', 2025: { total: 96, professional: 90 }, 2026: enough };
    expect(findingOf('continuingEducation', { credits })?.outcome).toBe('review');
    const { reason, remedy } = told('continuingEducation', { credits });
    expect(reason).toBe(
      '2025 年总学时减去专业科目是 6，按省里的办法公需科目合计需 18。公需是不是这样算，本站不确定。',
    );
    expect(remedy).toContain('问学时登记系统或受理点');
  });

  test('says of an open rule which questions are open', () => {
    const credits = { 2024: 'unsure' };
    const { reason } = told('continuingEducation', { credits });
    expect(reason).toContain('2025 年');
    expect(reason).toContain('2026 年');
    expect(reason).not.toContain('2024 年');
  });

  test('throws for a rule that the notice does not have', () => {
    const finding = { ...findingOf('specialty')!, rule: 'shoeSize' };
    expect(() => explain(notice, finding)).toThrow(RangeError);
  });

  test('says the same of a finding read back from JSON', () => {
    for (const answers of people(notice, 300)) {
      for (const finding of assess(notice, answers).findings) {
        const readBack: Finding = JSON.parse(JSON.stringify(finding));
        expect(explain(notice, readBack)).toEqual(explain(notice, finding));
      }
    }
  });

  test('never shows a slot or a missing value, whatever was answered', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers(3), answersInScope(3)), (answers) => {
        for (const finding of assess(notice, answers).findings) expectClean(notice, finding);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves the finding as it was', () => {
    const finding = findingOf('qualification', { heldSince: '2025-01-01' })!;
    const before = structuredClone(finding);
    explain(notice, finding);
    expect(finding).toEqual(before);
  });
});
