/**
 * The calculator's one door: pure functions on a year's notice. No DOM, no clock, no I/O, and the same result in
 * every time zone. Plain Node (22.18 or later) imports this file as it is.
 */

export { type Advice, advise, type By, type Change, isDecisive, type OtherWay } from './advice.ts';
export { parseAnswer, parseAnswers, withAnswer } from './answers.ts';
export { assess, nextQuestion } from './assess.ts';
export { addDays, addYears, daysBetween, isRealDate, weekday } from './dates.ts';
export { explain } from './explain.ts';
export { fill } from './fill.ts';
export { materialsFor } from './materials.ts';
export { answerTo } from './model.ts';
export { carriedOver, nextYear, type OutlookItem, outlook } from './outlook.ts';
export { type Plan, planTimeline } from './plan.ts';
export { screensLeft } from './progress.ts';
export { decodeAnswers, encodeAnswers, type Told } from './share.ts';
export { tasksOf } from './tasks.ts';
export { type DatedNotice, deadlineOf, type PlannedDays, planDays } from './timeline.ts';
export type * from './types.ts';
export { isWorkday, workdaysBetween } from './workdays.ts';
