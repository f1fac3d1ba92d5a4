/** Prints the year's calendar and what ical.js reads from it; run on its own in several time zones. */
import ICAL from 'ical.js';
import { calendarOf, writeCalendar } from '../../src/plan/calendar/index.ts';
import { noticeEntries } from '../../src/plan/index.ts';
import { calendar, notice } from '../calculator/support.ts';

const entries = noticeEntries(notice, calendar);
const url = 'https://example.org/';
const text = writeCalendar(calendarOf(notice, { name: '职称申报', entries, url }));
const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  const { startDate, endDate, summary, uid } = event;
  return [uid, summary, startDate.toString(), endDate.toString(), startDate.isDate];
});
console.log(JSON.stringify({ text, read }));
