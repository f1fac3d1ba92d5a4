/** What a result says first, for every worked case and on days before, in and after the window. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Answers, assess, outlook, parseAnswers } from '../../src/calculator/index.ts';
import { forSelfCheck, loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { firstThings } from '../../src/widgets/shared/result/firstThings.ts';
import { withAdded } from './2026/support.ts';

const notice = forSelfCheck(await loadNotice('2026'), await loadCalendar());
const { wording } = notice;

const people = (
  JSON.parse(readFileSync('test/cases/eligibility.json', 'utf8')) as {
    name: string;
    answers: unknown;
  }[]
).map(({ name, answers }): [string, Answers] => {
  const parsed = parseAnswers(notice, answers);
  if ('issues' in parsed) throw new Error(name);
  return [name, parsed.answers];
});

const OPEN = '2026-07-10';
const CLOSED = '2026-11-27';
const NEW_YEAR = '2027-01-05';
const DAYS = [
  '2026-06-24',
  OPEN,
  '2026-07-19',
  '2026-07-20',
  CLOSED,
  '2026-12-31',
  NEW_YEAR,
  '2028-01-01',
  undefined,
];

const ENOUGH = { 2024: 'enough', 2025: 'enough', 2026: 'enough' };
const FITTING: Answers = {
  target: 'engineer',
  specialty: 'mechatronics',
  employer: 'provincialEnterprise',
  work: 'engineering',
  inService: 'yes',
  route: 'education',
  education: 'bachelor',
  heldTitle: 'assistantEngineer',
  heldSince: '2022-12-31',
  misconductOn: 'none',
  credits: ENOUGH,
};
const first = (more: Answers, today: string | undefined) =>
  firstThings(notice, withAdded({ ...FITTING, ...more }), today);
const lines = ({ toDos }: ReturnType<typeof first>) =>
  toDos.map(({ when, text }) => `${when} ${text}`);

describe('for everybody', () => {
  test.each(DAYS)(
    'on %s: few things, each with its day, and none on a day that is past',
    (today) => {
      for (const [name, answers] of people) {
        const things = firstThings(notice, answers, today);
        const { verdict } = assess(notice, answers);
        expect(things.toDos.length, name).toBeLessThanOrEqual(3);
        expect(things.blocks.length, name).toBeLessThanOrEqual(3);
        // Where questions are left, the button is what to do.
        if (verdict !== 'incomplete') expect(things.toDos.length, name).toBeGreaterThan(0);
        for (const { when, text } of things.toDos) {
          expect(when, name).not.toBe('');
          expect(text, name).toMatch(/。$/);
          expect(`${when}${text}`, name).not.toMatch(/undefined|\{|：、|：。|^。/);
        }
        for (const text of [things.heading, things.sentence, ...things.blocks]) {
          expect(text, name).not.toMatch(/undefined|\{|^$/);
        }
        for (const { on } of things.tasks)
          if (today) expect(on >= today, `${name}: ${on}`).toBe(true);
      }
    },
  );

  test('the sentence names the year, and says that it is closed exactly when it is', () => {
    for (const [name, answers] of people) {
      for (const today of DAYS) {
        const { sentence, until } = firstThings(notice, answers, today);
        const closed = today !== undefined && today > '2026-07-19';
        expect(sentence, name).toContain('2026 年度');
        expect(sentence.includes('截止'), `${name}, ${today}`).toBe(closed);
        expect(until === undefined, `${name}, ${today}`).toBe(closed);
      }
    }
  });

  test('whatever the outlook finds to be done for the next year has its day', () => {
    for (const [name, answers] of people) {
      const { tasks, elsewhere } = firstThings(notice, answers, CLOSED);
      if (elsewhere) continue;
      const scope = assess(notice, answers).verdict === 'outOfScope';
      const unmet = assess(notice, answers).findings.filter(({ outcome }) => outcome === 'unmet');
      for (const { rule, state, by, year } of outlook(notice, answers).items) {
        if (state !== 'toDo' || year === 2027 || !unmet.some((one) => one.rule === rule)) continue;
        if (scope && !notice.rules.find(({ id }) => id === rule)?.scope) continue;
        expect(
          tasks.some((task) => task.rule === rule && task.on === by),
          `${name}: ${rule}`,
        ).toBe(true);
      }
    }
  });
});

describe('five strangers', () => {
  const months = {
    heldSince: '2023-03-01',
    credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
  };

  test('short by months with credits missing: the credits until the year ends, then the wait', () => {
    const things = first(months, CLOSED);
    expect(things.earliest).toBe(
      '12 月 31 日（周四）前，2026 年再登记 30 学时（其中专业 20），估计最早 2027 年度；不补，最早 2029 年度',
    );
    expect(things.blocks).toEqual([
      '学历、职称与年限：要满 4 年，差 2 个月 1 天',
      '继续教育学时：2026 年差总学时 30、专业 20',
    ]);
    expect(lines(things)).toEqual([
      '12 月 31 日（周四）前 2026 年再登记 30 学时（其中专业 20）。',
      '要等 到 2027-03-01 满 4 年。',
      '2027 年 7 月 19 日前 登记满 2027 年的学时：总学时 90、专业 60、公需 18。',
    ]);
    expect(things.assumed).toBe(true);
    // In the window already: whoever has to wait cannot make it this year, but can ask.
    expect(lines(first(months, OPEN))[1]).toMatch(
      /^7 月 17 日（周五）前 先查评审条件原文，再问受理点/,
    );
  });

  test('who did not make up until the year was over asks, and waits', () => {
    const things = first(months, NEW_YEAR);
    expect(things.earliest).toBe('只靠等时间，估计最早 2029 年度');
    expect(lines(things)[0]).toBe(
      '现在 2026 年差总学时 30、专业 20。能不能补，先问学时登记系统，再问受理点。',
    );
  });

  test.each([OPEN, CLOSED])(
    'a private company on %s: where its plan is found, and whom to ask',
    (today) => {
      const things = first({ employer: 'other' }, today);
      expect(things.heading).toContain('这份通知不受理');
      expect(things.elsewhere).toBe(true);
      const told = lines(things);
      expect(told[0]).toMatch(/^现在 在职称平台首页的“职称评审计划”里/);
      expect(told[1]).toMatch(/^现在 问单位人事部门/);
      expect(things.tasks).toEqual([]);
    },
  );

  test('an enterprise that may still be entrusted is not sent elsewhere', () => {
    const things = first({ employer: 'centralEnterprise', entrusted: 'no' }, CLOSED);
    expect(things.elsewhere).toBe(false);
    expect(lines(things)).toEqual([
      '2027 年 7 月 19 日前 请单位向主管部门办理委托。',
      '新通知出来后 按 2027 年的通知再自查一次，看变了什么。',
    ]);
  });

  test.each<[string, Answers]>([
    ['with the credits', {}],
    ['before the credits are asked about', { credits: undefined } as unknown as Answers],
    ['with credits missing', { credits: { ...ENOUGH, 2026: { total: 60, professional: 40 } } }],
  ])('college without a title, %s: the title, and to ask before giving up', (_, more) => {
    const without = { target: 'assistantEngineer', education: 'college', heldTitle: 'none' };
    for (const today of [OPEN, CLOSED]) {
      const told = lines(first({ ...without, ...more }, today));
      expect(told[0]).toMatch(/^要 2 年以上 先取得技术员职称.*先问受理点，再决定/);
      expect(told.join('\n')).toMatch(/^(现在|7 月 17 日（周五）前) 先查评审条件原文，再问受理点/m);
    }
  });

  test('whom only years can help is not told to earn credits that nobody checks', () => {
    expect(lines(first({ education: 'college', heldTitle: 'none' }, CLOSED))).toEqual([
      '要 4 年以上 先取得助理工程师职称（可以改报这一级），再满 4 年。',
      `现在 ${wording.verdicts.unlikely.next}`,
      '新通知出来后 按 2027 年的通知再自查一次，看变了什么。',
    ]);
  });

  test('an institution without an approved post: the approval, this year or the next', () => {
    const without = { employer: 'provincialInstitution', postApproved: 'no' };
    expect(lines(first(without, OPEN))).toEqual([
      '7 月 19 日（周日）前 先请单位办好岗位核定，再申报推荐。',
    ]);
    // Whatever else is wanting or not known yet, and whichever day that has.
    for (const credits of [ENOUGH, undefined, { ...ENOUGH, 2026: { total: 60, professional: 40 } }])
      for (const today of [OPEN, CLOSED])
        expect(lines(first({ ...without, credits } as Answers, today))[0]).toBe(
          `${today === OPEN ? '' : '2027 年 '}7 月 19 日${today === OPEN ? '（周日）' : ''}前 先请单位办好岗位核定，再申报推荐。`,
        );
  });

  test('all good: to apply while one can, then to be ready for the next year', () => {
    expect(lines(first({}, OPEN))).toEqual([
      `现在 ${wording.verdicts.likely.next}`,
      '7 月 19 日（周日）前 在职称平台填报、上传材料、作出承诺。',
      '7 月 23 日（周四）前 请单位贴出公示，公示不少于 5 个工作日（日子按本站的稳妥算法）。',
    ]);
    expect(lines(first({}, CLOSED))).toEqual([
      '2027 年 7 月 19 日前 登记满 2027 年的学时：总学时 90、专业 60、公需 18。',
      '新通知出来后 按 2027 年的通知再自查一次，看变了什么。',
    ]);
  });
});

describe('where the verdict stands before the credits were asked about', () => {
  const { credits: _, ...unasked }: Answers = { ...FITTING, heldSince: '2023-03-31' };
  const at = (today: string | undefined, more: Answers = {}) =>
    firstThings(notice, withAdded({ ...unasked, ...more }), today);
  const check = '核对 2026 年学时（总学时 90、专业 60、公需 18），不够就补登记。';

  test.each([OPEN, CLOSED, '2026-12-31'])(
    'on %s: this year’s are to be looked up while they can be made up, before the wait',
    (today) => {
      const things = at(today);
      expect(lines(things)[0]).toBe(`12 月 31 日（周四）前 ${check}`);
      expect(things.tasks).toContainEqual({
        kind: 'do',
        rule: 'continuingEducation',
        on: '2026-12-31',
      });
      expect(lines(things)).toContain('要等 到 2027-03-31 满 4 年。');
      expect(things.earliest).toBe('没答的若都满足，估计最早 2027 年度');
      expect(things.open).toMatch(/不会改变 2026 年度的结论，但可能影响最早哪一年度/);
    },
  );

  test('what was promised holds: once they are answered, the day is the same', () => {
    const low = {
      credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
    };
    const things = at(CLOSED, low);
    expect(lines(things)[0]).toMatch(/^12 月 31 日（周四）前 2026 年再登记 30 学时/);
    expect(things.open).toBeUndefined();
  });

  test('who is not sure of this year’s has until its end to find out', () => {
    const things = at(CLOSED, { credits: { 2024: 'enough', 2025: 'enough', 2026: 'unsure' } });
    expect(lines(things)[0]).toBe('12 月 31 日（周四）前 在学时登记系统里查 2026 年的学时。');
  });

  test('when the year is over there is nothing left to look up', () => {
    expect(lines(at(NEW_YEAR)).join()).not.toContain(check);
  });

  test('before the window closes, they are looked up before one applies', () => {
    const without = {
      heldSince: '2022-12-31',
      employer: 'provincialInstitution',
      postApproved: 'no',
    };
    expect(lines(at(OPEN, without))).toContain(`7 月 19 日（周日）前 ${check}`);
  });
});

describe('short of nothing but this year’s credits', () => {
  const low = {
    credits: { 2024: 'enough', 2025: 'enough', 2026: { total: 60, professional: 40 } },
  };

  test('while one can apply, this year comes first, then the next', () => {
    const things = first(low, OPEN);
    expect(things.earliest).toBe(
      '7 月 19 日（周日）前补齐学时再提交，今年可能符合；年底前补齐今年的，估计最早 2027 年度；不补，最早 2029 年度',
    );
    expect(lines(things)[0]).toBe('7 月 19 日（周日）前 2026 年再登记 30 学时（其中专业 20）。');
  });

  test('once applications are over, or where years are short as well, it is for the next', () => {
    for (const things of [first(low, CLOSED), first({ ...low, heldSince: '2023-03-01' }, OPEN)]) {
      expect(things.earliest).toMatch(/^12 月 31 日（周四）前，2026 年再登记 30 学时/);
      expect(lines(things)[0]).toMatch(/^12 月 31 日（周四）前 /);
    }
  });
});

test('many questions to ask are one errand that names them all, once', () => {
  const things = first(
    {
      specialty: 'unsure',
      employer: 'unsure',
      work: 'unsure',
      inService: 'unsure',
      misconductOn: 'unsure',
    },
    CLOSED,
  );
  expect(things.blocks).toEqual([]);
  expect(lines(things)[0]).toBe('现在 把这 5 件事问清楚：专业范围、单位范围、岗位、现职、诚信。');
});

test('earlier years that are short are asked about together, and this year’s made up', () => {
  const low = { total: 80, professional: 60 };
  const things = first({ credits: { 2024: low, 2025: low, 2026: low } }, OPEN);
  expect(lines(things)).toEqual([
    '7 月 19 日（周日）前 2026 年再登记 10 学时。',
    '7 月 17 日（周五）前 2024 年差总学时 10；2025 年差总学时 10。能不能补，先问学时登记系统，再问受理点。',
  ]);
});

test('a ban names the day from which one may apply, and hides nothing to be done', () => {
  const things = first({ misconductOn: '2025-05-02' }, CLOSED);
  expect(things.blocks).toEqual(['诚信：限制期到 2028-05-02 为止']);
  expect(lines(things)[0]).toMatch(/^要等 如果从认定日起算，2028-05-03 起/);
});

test('an old notice leads to the newest', () => {
  expect(lines(first({}, '2028-01-01'))).toEqual([
    '现在 这是往年的通知。请按最新一年的通知再自查一次。',
  ]);
});

test('who may apply only from a day within the window on is told so before all else', () => {
  const things = first({ misconductOn: '2023-07-18' }, OPEN);
  const [start, ...others] = lines(things);
  expect(start).toBe(`7 月 19 日（周日）起 ${wording.result.notBefore}`);
  expect(others.join()).toContain('7 月 19 日（周日）前');
  expect(lines(first({ misconductOn: '2023-05-01' }, OPEN)).join()).not.toContain(
    wording.result.notBefore,
  );
});
