/**
 * Every day of the year as a posting day, both ways of counting, against the definition counted out anew from another
 * package's working days.
 */
import { isWorkday as theirs } from 'chinese-workday';
import { expect, test } from 'vitest';
import { addDays, deadlineOf, planTimeline } from '../../src/calculator/index.ts';
import { calendar, notice } from './support.ts';

/** The package looks at the local day of a Date, so it is handed one made of local parts. */
function isWorkday(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return theirs(new Date(year, month - 1, date, 12));
}
const next = (date: string): string => (isWorkday(date) ? date : next(addDays(date, 1)));

test.each([false, true])('every day of 2026 is counted right (posting day counted: %s)', (own) => {
  const plan = (postedOn: string) =>
    planTimeline(notice, calendar, { today: '2026-07-01', postedOn, countPostingDay: own });
  // The working day after the fifth must lie in the year; the package would guess those of the next.
  const last = own ? '2026-12-24' : '2026-12-23';
  let checked = 0;
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    checked += 1;
    if (day > last) {
      expect(() => plan(day), day).toThrow('2027');
      continue;
    }
    const counted: string[] = [];
    for (let at = own ? day : addDays(day, 1); counted.length < 5; at = addDays(at, 1)) {
      if (isWorkday(at)) counted.push(at);
    }
    const endsOn = counted[4] as string;
    const recommendFrom = next(addDays(endsOn, 1));
    expect(plan(day).publicity.posted, day).toMatchObject({
      counted,
      endsOn,
      recommendFrom,
      feasible: day >= '2026-06-25' && recommendFrom <= deadlineOf(notice),
    });
  }
  expect(checked).toBe(365);
});
