import { describe, expect, test } from 'vitest';
import { isWorkday, type Plan, planTimeline } from '../../../src/calculator/index.ts';
import { calendar, cases, notice } from './support.ts';

const worked = cases('timeline');
const plan = (rest: Partial<Plan> = {}) =>
  planTimeline(notice, calendar, { today: '2026-07-01', ...rest });

describe('isWorkday, on the worked cases', () => {
  test.each(worked.workdays)('$date: $workday', ({ date, workday }) => {
    expect(isWorkday(calendar, date)).toBe(workday);
  });

  test.each(worked.notHeld)('refuses %s and names its year', (date) => {
    expect(() => isWorkday(calendar, date)).toThrow(RangeError);
    expect(() => isWorkday(calendar, date)).toThrow(date.slice(0, 4));
  });
});

describe('planTimeline, on the worked cases', () => {
  test.each(worked.publicity)(
    'posted $postedOn, posting day counted: $countPostingDay',
    ({ postedOn, countPostingDay, expect: wanted }) => {
      const { posted } = plan({ postedOn, countPostingDay }).publicity;
      expect(posted).toMatchObject({ postedOn, ...wanted });
    },
  );

  test.each(worked.latestPosting)(
    'latest posting for $deadline, posting day counted: $countPostingDay',
    ({ deadline, countPostingDay, expect: wanted }) => {
      expect(notice.stages.map(({ closes }) => closes)).toContain(deadline);
      expect(plan({ countPostingDay }).publicity.latestPosting).toBe(wanted);
    },
  );

  test.each(worked.slack)('slack when posted $postedOn', ({ postedOn, expect: wanted }) => {
    expect(plan({ postedOn }).publicity.posted?.slackWorkdays).toBe(wanted);
  });

  test.each(worked.lastWorkday)('last working day up to $date', ({ date, expect: wanted }) => {
    expect(plan().stages.find(({ closes }) => closes === date)?.lastWorkday).toBe(wanted);
  });

  test.each(worked.stages)('stages on $today', ({ today, status }) => {
    expect(plan({ today }).stages.map((stage) => stage.status)).toEqual(status);
  });

  test.each(worked.daysLeft)('days left on $today', ({ today, expect: wanted }) => {
    const left = plan({ today }).stages.map(({ daysLeft }) => daysLeft ?? null);
    expect(left).toEqual(wanted);
  });
});
