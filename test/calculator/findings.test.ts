/** What a finding holds, and what it does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { span } from '../../src/calculator/dates.ts';
import { spanInWords } from '../../src/calculator/eligibility/explain.ts';
import {
  type Answers,
  assess,
  explain,
  type FullNotice,
  fill,
} from '../../src/calculator/index.ts';
import { anyAnswers } from './arbitraries.ts';
import { assessed, changedNotice, enough, findingOf, notice, person } from './support.ts';

describe('a finding', () => {
  test('stops at no question once it has an outcome', () => {
    fc.assert(
      fc.property(anyAnswers(3), (answers) => {
        for (const { outcome, stoppedAt } of assess(notice, answers).findings) {
          expect(stoppedAt.length > 0).toBe(outcome === 'unknown');
        }
      }),
    );
    const short = { total: 0, professional: 0 };
    expect(findingOf('continuingEducation', { credits: { 2024: short } })?.stoppedAt).toEqual([]);
    expect(findingOf('qualification', { heldSince: '2026-01-01' })?.stoppedAt).toEqual([]);
    expect(findingOf('integrity', { misconductOn: '2026-01-01' })?.stoppedAt).toEqual([]);
  });

  test('stops at exactly the years that are open', () => {
    const { stoppedAt } = findingOf('continuingEducation', { credits: { 2025: enough } })!;
    expect(stoppedAt).toEqual(['credits.2024', 'credits.2026']);
  });

  test('has no field for what it does not have', () => {
    for (const finding of assessed().findings) {
      expect(Object.keys(finding).sort()).toEqual(
        ['cites', 'outcome', 'path', 'rule', 'standing', 'stoppedAt'].sort(),
      );
    }
  });
});

describe('a rule about several years', () => {
  const rule = (of: FullNotice) => of.rules.find(({ id }) => id === 'continuingEducation')!;

  test('asks for the years of its own question only', () => {
    const other = changedNotice((copy) => {
      const year = copy.questions.find((question) => question.type === 'amounts')!;
      copy.questions.push({ ...year, id: 'papers.2024', key: 'papers' } as typeof year);
    });
    expect(assess(other, {}).missing).toContain('credits.2024');
    expect(assess(other, {}).missing).not.toContain('papers.2024');
  });

  test('remembers what was asked before the years', () => {
    const nested = changedNotice((copy) => {
      const { tree } = rule(copy);
      const is = ['education', 'skilled', 'exceptional'];
      rule(copy).tree = { ask: 'route', branches: [{ ...tree, is }] };
    });
    const finding = assess(nested, person()).findings.find((f) => f.rule === rule(notice).id);
    expect(finding?.path.map(({ question }) => question)).toEqual([
      'route',
      'credits.2024',
      'credits.2025',
      'credits.2026',
    ]);
  });

  test('gives the remedies of all years that need one, and nothing else', () => {
    const remedyOf = (credits: unknown, of = notice) => {
      const finding = assess(of, person({ credits })).findings.find((f) => f.rule === rule(of).id)!;
      return explain(of, finding).remedy;
    };
    const short = { total: 80, professional: 60 };
    const first = remedyOf({ 2024: short, 2025: enough, 2026: enough })!;
    const second = remedyOf({ 2024: enough, 2025: 'unsure', 2026: enough })!;
    expect(remedyOf({ 2024: short, 2025: 'unsure', 2026: enough })).toBe(first + second);
    const silent = changedNotice((copy) => {
      const { tree } = rule(copy);
      if ('each' in tree) for (const branch of tree.branches) delete branch.remedy;
    });
    expect(remedyOf({ 2024: 'unsure', 2025: enough, 2026: enough }, silent)).toBeUndefined();
  });
});

describe('settled', () => {
  /** Unlikely for want of a title, with one rule of the notice's own changed and left open. */
  const settled = (change: (copy: FullNotice) => void, open: Record<string, unknown>) => {
    const answers: Answers = person({ heldTitle: 'none', ...open });
    const { verdict, settled } = assess(changedNotice(change), answers);
    expect(verdict).toBe('unlikely');
    return settled;
  };
  const years = (otherwise: ('unmet' | 'review')[]) => (copy: FullNotice) => {
    for (const rule of copy.rules) {
      if (!('each' in rule.tree)) continue;
      rule.standing = 'notice';
      rule.tree.least.forEach((least, index) => {
        least.otherwise = otherwise[index]!;
      });
    }
  };

  test('waits for open years only where they could still be unmet on the notice’s word', () => {
    const open = { credits: undefined };
    expect(settled(() => {}, open)).toBe(true);
    expect(settled(years(['unmet', 'review']), open)).toBe(false);
    expect(settled(years(['review', 'unmet']), open)).toBe(false);
    expect(settled(years(['review', 'review']), open)).toBe(true);
  });

  test('waits for an open rule only where some answer makes it unmet', () => {
    const open = { employer: 'provincialInstitution', postApproved: undefined };
    expect(settled(() => {}, open)).toBe(false);
    const harmless = (copy: FullNotice) => {
      const rule = copy.rules.find(({ id }) => id === 'postApproval')!;
      rule.tree = JSON.parse(JSON.stringify(rule.tree).replaceAll('"unmet"', '"review"'));
    };
    expect(settled(harmless, open)).toBe(true);
  });
});

describe('the first year again', () => {
  test.each([
    ['2024-07-18', 2027],
    ['2024-07-19', 2028],
    ['2025-07-18', 2028],
    ['2025-09-01', 2029],
  ])('after a ban from %s is %i', (misconductOn, year) => {
    expect(assessed({ misconductOn }).earliestYear).toBe(year);
  });

  test.each([
    ['2023-06-30', 2027],
    ['2023-07-01', 2028],
  ])('after years counted to the middle of a year, from %s, is %i', (heldSince, year) => {
    const midyear = changedNotice((copy) => {
      copy.cutoffs.service.on = '2026-06-30';
    });
    expect(assess(midyear, person({ heldSince })).earliestYear).toBe(year);
  });
});

describe('a length of time in words', () => {
  test.each([
    ['2022-01-01', '2023-01-01', '1 年', '1 年'],
    ['2022-01-01', '2023-01-16', '1 年', '1 年 15 天'],
    ['2022-01-01', '2023-01-05', '1 年', '1 年 4 天'],
    ['2022-01-01', '2022-04-01', '3 个月', '3 个月'],
    ['2022-01-01', '2022-02-16', '1 个月 15 天', '1 个月 15 天'],
    ['2022-01-01', '2022-01-16', '15 天', '15 天'],
    ['2022-01-01', '2022-01-01', '0 天', '0 天'],
  ])('from %s to %s', (from, to, plain, exact) => {
    expect(spanInWords(notice.wording, from, to)).toBe(plain);
    expect(spanInWords(notice.wording, from, to, true)).toBe(exact);
  });

  test('is right before the year 1000 too', () => {
    expect(span('0999-01-31', '0999-03-01')).toEqual({ months: 1, days: 1 });
  });

  test('of service that begins after the cutoff is nothing', () => {
    const earlier = changedNotice((copy) => {
      copy.cutoffs.service.on = '2026-06-30';
    });
    const answers = person({ heldSince: '2026-09-30' });
    const finding = assess(earlier, answers).findings.find((f) => f.rule === 'qualification')!;
    expect(explain(earlier, finding).reason).toContain('0 天');
  });
});

describe('answers that nobody parsed', () => {
  test('may hold a question that the notice does not have, or years that are not given', () => {
    const plain = assess(notice, person({ credits: undefined }));
    expect(assess(notice, { ...person({ credits: undefined }), height: 'tall' })).toEqual(plain);
    const credits = undefined as unknown as string;
    expect(assess(notice, { ...person(), credits })).toEqual(plain);
  });
});

test('there is no earliest year, not even an empty one, where time alone mends nothing', () => {
  expect(assessed({ heldTitle: 'none' })).not.toHaveProperty('earliestYear');
});

describe('a finding read back from elsewhere', () => {
  test('may name a question that is no more: it is named as it stands', () => {
    const finding = findingOf('integrity', { misconductOn: undefined })!;
    const stoppedAt = [...finding.stoppedAt, 'height'];
    const { title } = notice.questions.find(({ id }) => id === 'misconductOn')!;
    expect(explain(notice, { ...finding, stoppedAt }).reason).toBe(
      fill(notice.wording.unanswered, { questions: `${title}height` }),
    );
  });

  test('may hold an answer to such a question: it changes no word', () => {
    const finding = findingOf('qualification')!;
    const path = [...finding.path, { question: 'height', answer: 'tall' }];
    expect(explain(notice, { ...finding, path })).toEqual(explain(notice, finding));
  });
});
