/** Reading and checking of content: a year's notice and the working-day schedules. */
export { forBrowser, loadCalendar, loadNotice, noticeIds } from './load.ts';
export { ContentError } from './problem.ts';
