import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarOf, writeCalendar } from '../../src/plan/calendar/index.ts';
import { noticeEntries } from '../../src/plan/index.ts';
import { calendar, notice } from '../content/2026/support.ts';

const BUILT = join(import.meta.dirname, '../../dist/2026/calendar.ics');

test('the built calendar is the one that the notice’s data makes', () => {
  const text = readFileSync(BUILT, 'utf8');
  const wanted = calendarOf(notice, {
    name: '2026 年度浙江工程师职称申报',
    entries: noticeEntries(notice, calendar),
    // Present only where the build was told the site's address.
    url: /^URL:(.*)\r$/m.exec(text)?.[1],
  });
  expect(text).toBe(writeCalendar(wanted));
  expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')).toHaveLength(7);
});
