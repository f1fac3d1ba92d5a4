/** A year's schedule added as a maintainer would add it: in content alone. Its days are made up. */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWorkday, planTimeline } from '../../src/calculator/index.ts';
import { loadCalendar, loadNotice } from '../../src/notices/index.ts';
import { noticeEntries } from '../../src/plan/index.ts';
import { calendar as held, notice } from '../calculator/support.ts';
import { addSecondNotice } from '../second-notice/make.ts';
import { withRealCopy } from './mutate.ts';

const plan = { today: '2026-07-01', postedOn: '2026-12-28' };

function add2027(folder: string): void {
  appendFileSync(
    join(folder, 'documents.yaml'),
    `
- id: holidays2027
  kind: law
  title: 虚构的 2027 年安排
  number: 虚构〔2026〕1号
  originalHeld: false
  usedFor: 2027 年的工作日
`,
  );
  writeFileSync(
    join(folder, 'calendars/2027.yaml'),
    `year: 2027
document: holidays2027
off:
  - { name: 元旦, from: 2027-01-01, to: 2027-01-04 }
worked: [2027-01-09]
`,
  );
}

describe('the next year’s schedule', () => {
  test('is refused by name as long as it is not there', () => {
    expect(() => isWorkday(held, '2027-01-05')).toThrow('2027');
    expect(() => planTimeline(notice, held, plan)).toThrow('2027');
  });

  test('takes content alone: plans then run over the end of the year', async () => {
    const calendar = await withRealCopy(add2027, loadCalendar);
    expect(calendar.years['2027']?.document).toBe('holidays2027');
    expect(isWorkday(calendar, '2027-01-04')).toBe(false);
    expect(isWorkday(calendar, '2027-01-09')).toBe(true);
    expect(planTimeline(notice, calendar, plan).publicity.posted).toMatchObject({
      counted: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-05', '2027-01-06'],
      recommendFrom: '2027-01-07',
    });
    // What needs 2026 alone is as before, and the year after is still refused.
    expect(noticeEntries(notice, calendar)).toEqual(noticeEntries(notice, held));
    expect(() => isWorkday(calendar, '2028-01-03')).toThrow('2028');
  });

  test('is asked for by the build, with the file to add, where a notice’s dates need it', async () => {
    const load = withRealCopy(
      (folder) => {
        addSecondNotice(folder);
        rmSync(join(folder, 'calendars/2027.yaml'));
      },
      (content) => loadNotice('2027', content),
    );
    await expect(load).rejects.toThrow(/notice\.yaml 第 \d+ 行 stages「application」\.opens/);
    await expect(load).rejects.toThrow('本站还没有 2027 年的节假日安排');
    await expect(load).rejects.toThrow('content/calendars/2027.yaml');
  });
});
