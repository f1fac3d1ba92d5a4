/** The door of calendar files. Apart from the plan's, because a page loads it only once somebody wants a file. */
export { calendarOf, type OwnPlan } from './events.ts';
export { type CalendarEvent, writeCalendar } from './icalendar.ts';
export { calendarText } from './ownCalendar.ts';
