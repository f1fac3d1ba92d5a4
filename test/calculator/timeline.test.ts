import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  deadlineOf,
  isWorkday,
  type Plan,
  type PostedPublicity,
  planTimeline,
} from '../../src/calculator/index.ts';
import { dateBetween } from './arbitraries.ts';
import { calendar, changedNotice, notice } from './support.ts';

const today = '2026-07-01';
const plan = (rest: Partial<Plan> = {}) => planTimeline(notice, calendar, { today, ...rest });
const posted = (postedOn: string, countPostingDay = false): PostedPublicity =>
  plan({ postedOn, countPostingDay }).publicity.posted!;

/** Days on which a posting can be planned without next year's schedule. */
const anyPosting = dateBetween('2026-01-01', '2026-12-18');
const opens = notice.stages[0]!.opens!;
const closes = '2026-07-31';

describe('isWorkday', () => {
  test('refuses a day that does not exist', () => {
    for (const date of ['2026-02-29', '2026-13-01', 'today', '']) {
      expect(() => isWorkday(calendar, date)).toThrow(RangeError);
    }
  });

  test('does not take a year for held because an object inherits its name', () => {
    expect(() => isWorkday({ years: {} }, '2026-07-01')).toThrow('2026');
  });
});

describe('planTimeline', () => {
  test('requires the five working days that the notice names, by the end of the employer’s stage', () => {
    expect(plan().publicity.required).toBe(5);
    expect(deadlineOf(notice)).toBe(closes);
  });

  test('says nothing of a posting when none is planned', () => {
    expect(plan().publicity).not.toHaveProperty('posted');
  });

  test('leaves four working days to someone who submits on the last Sunday', () => {
    const days = ['2026-07-20', '2026-07-21', '2026-07-22', '2026-07-23'];
    expect(days.every((day) => isWorkday(calendar, day))).toBe(true);
    expect(plan().publicity.latestPosting).toBe(days.at(-1));
  });

  test('does not extend a closing day on a Sunday', () => {
    const [application, , office] = plan({ today: '2026-07-20' }).stages;
    expect(application).toMatchObject({ closes: '2026-07-19', status: 'closed' });
    expect(application).not.toHaveProperty('daysLeft');
    expect(office).toMatchObject({ closes: '2026-08-16', lastWorkday: '2026-08-14' });
  });

  test('gives an opening only where the notice states one', () => {
    const [application, employer, office] = plan().stages;
    expect(application).toMatchObject({ opens: '2026-06-25' });
    expect(employer).not.toHaveProperty('opens');
    expect(office).not.toHaveProperty('opens');
  });

  test('counts the days to a closing day across months, and none on it', () => {
    const left = (day: string) => plan({ today: day }).stages.map(({ daysLeft }) => daysLeft);
    expect(left('2026-06-25')).toEqual([24, 36, 52]);
    expect(left('2026-07-31')).toEqual([undefined, 0, 16]);
    expect(left('2026-08-16')).toEqual([undefined, undefined, 0]);
  });

  test('tells the days left also before the stages open', () => {
    expect(plan({ today: '2026-01-01' }).stages[0]).toMatchObject({
      status: 'upcoming',
      daysLeft: 199,
    });
  });

  test('needs no schedule for the year of today', () => {
    expect(plan({ today: '2025-06-30' }).stages.map(({ status }) => status)).toEqual([
      'upcoming',
      'upcoming',
      'upcoming',
    ]);
    expect(plan({ today: '2027-06-30' }).stages.map(({ status }) => status)).toEqual([
      'closed',
      'closed',
      'closed',
    ]);
  });

  test('does not find a posting feasible before applications open, or too late', () => {
    expect(posted('2026-06-24').feasible).toBe(false);
    expect(posted('2026-06-25').feasible).toBe(true);
    expect(posted('2026-07-23').feasible).toBe(true);
    expect(posted('2026-07-24').feasible).toBe(false);
    expect(posted('2026-07-24', true).feasible).toBe(true);
    expect(posted('2026-07-25', true).feasible).toBe(false);
    expect(posted('2026-12-01').feasible).toBe(false);
  });

  test('is feasible exactly when posted from the opening on and recommending is possible by the deadline', () => {
    fc.assert(
      fc.property(anyPosting, fc.boolean(), (day, count) => {
        const { feasible, recommendFrom } = posted(day, count);
        expect(feasible).toBe(day >= opens && recommendFrom <= closes);
      }),
    );
  });

  test('counts five working days, strictly rising, without leaving one out', () => {
    fc.assert(
      fc.property(anyPosting, fc.boolean(), (day, countPostingDay) => {
        const { counted, endsOn, recommendFrom } = posted(day, countPostingDay);
        const first = countPostingDay ? day : addDays(day, 1);
        const walked: string[] = [];
        for (let next = first; walked.length < 6; next = addDays(next, 1)) {
          if (isWorkday(calendar, next)) walked.push(next);
        }
        expect(counted).toEqual(walked.slice(0, 5));
        expect(counted).toEqual([...new Set(counted)].sort());
        expect(endsOn).toBe(walked[4]);
        expect(recommendFrom).toBe(walked[5]);
      }),
    );
  });

  test('counts a posting on a day off from the next working day under both conventions', () => {
    for (const day of ['2026-07-18', '2026-07-19', '2026-10-03']) {
      expect(posted(day, true).counted).toEqual(posted(day, false).counted);
    }
  });

  test('counts make-up weekends', () => {
    expect(posted('2026-05-06').counted).toContain('2026-05-09');
    expect(posted('2026-09-17').counted).toContain('2026-09-20');
  });

  test('never ends earlier when posted later, nor when the posting day is not counted', () => {
    fc.assert(
      fc.property(anyPosting, fc.boolean(), (day, count) => {
        const [sooner, later] = [posted(day, count), posted(addDays(day, 1), count)];
        expect(later.endsOn >= sooner.endsOn).toBe(true);
        expect(later.recommendFrom >= sooner.recommendFrom).toBe(true);
        expect(later.slackWorkdays).toBeLessThanOrEqual(sooner.slackWorkdays);
        expect(posted(day, false).endsOn >= posted(day, true).endsOn).toBe(true);
      }),
    );
  });

  test('has as slack the working days after recommending is possible, none when it is too late', () => {
    fc.assert(
      fc.property(anyPosting, fc.boolean(), (day, count) => {
        const { recommendFrom, slackWorkdays } = posted(day, count);
        let working = 0;
        for (let next = addDays(recommendFrom, 1); next <= closes; next = addDays(next, 1)) {
          if (isWorkday(calendar, next)) working += 1;
        }
        expect(slackWorkdays).toBe(working);
      }),
    );
  });

  test.each([false, true])(
    'finds as latest posting the last feasible working day (posting day counted: %s)',
    (countPostingDay) => {
      const { latestPosting } = plan({ countPostingDay }).publicity;
      const feasible: string[] = [];
      for (let day = opens; day <= closes; day = addDays(day, 1)) {
        if (isWorkday(calendar, day) && posted(day, countPostingDay).feasible) feasible.push(day);
      }
      expect(latestPosting).toBe(feasible.at(-1));
    },
  );

  test('finds no latest posting where the window is too short for five working days', () => {
    const short = changedNotice(({ stages }) => {
      stages[1]!.closes = '2026-07-02';
    });
    expect(planTimeline(short, calendar, { today }).publicity).toEqual({ required: 5 });
    const justEnough = changedNotice(({ stages }) => {
      stages[1]!.closes = '2026-07-03';
    });
    expect(planTimeline(justEnough, calendar, { today }).publicity.latestPosting).toBe(opens);
  });

  test.each([
    ['2027-01-04', 2027],
    ['2028-02-29', 2028],
    ['2025-12-30', 2025],
    ['2025-07-01', 2025],
  ])('refuses the whole plan for a posting on %s, naming %i', (postedOn, year) => {
    expect(() => plan({ postedOn })).toThrow(RangeError);
    expect(() => plan({ postedOn })).toThrow(String(year));
  });

  test('refuses the whole plan when it runs over the end of the year', () => {
    expect(posted('2026-12-23').recommendFrom).toBe('2026-12-31');
    for (const day of ['2026-12-24', '2026-12-28', '2026-12-31']) {
      expect(() => posted(day)).toThrow(RangeError);
      expect(() => posted(day)).toThrow('2027');
    }
    expect(posted('2026-12-24', true).recommendFrom).toBe('2026-12-31');
    expect(() => posted('2026-12-25', true)).toThrow('2027');
    expect(() => posted('2025-12-31', true)).toThrow('2025');
  });

  test('refuses the plan of a notice whose dates need a schedule that is not held', () => {
    const next = changedNotice(({ stages }) => {
      stages[2]!.closes = '2027-01-03';
    });
    expect(() => planTimeline(next, calendar, { today })).toThrow('2027');
  });

  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-7-1', '', 'today'])(
    'refuses %j as a date',
    (date) => {
      expect(() => plan({ today: date })).toThrow(RangeError);
      expect(() => plan({ postedOn: date })).toThrow(RangeError);
      expect(() => plan({ postedOn: date, countPostingDay: true })).toThrow(RangeError);
    },
  );

  test('leaves notice and calendar as they were', () => {
    const before = structuredClone({ notice, calendar });
    plan({ postedOn: '2026-07-20', countPostingDay: true });
    expect({ notice, calendar }).toEqual(before);
  });

  test('gives plain data that survives JSON', () => {
    const timeline = plan({ postedOn: '2026-07-20' });
    expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
  });
});
