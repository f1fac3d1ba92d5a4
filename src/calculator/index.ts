/**
 * The calculator's one door: pure functions on a year's notice. No DOM, no clock, no I/O, and the same result in
 * every time zone. Plain Node (22.18 or later) imports this file as it is.
 */

export { addDays, addYears, daysBetween, isRealDate, weekday } from './dates.ts';
export {
  type Advice,
  type AdvisedChange,
  advise,
  type By,
  isDecisive,
  type OtherWay,
} from './eligibility/advice.ts';
export { parseAnswer, parseAnswers, withAnswer } from './eligibility/answers.ts';
export { assess, nextQuestion } from './eligibility/assess.ts';
export { answerTo, sourceOf } from './eligibility/compiled.ts';
export { explain, spanInWords } from './eligibility/explain.ts';
export { fill } from './eligibility/fill.ts';
export { type Lack, lacksIn } from './eligibility/lacks.ts';
export { materialsFor } from './eligibility/materials.ts';
export { metFrom } from './eligibility/metFrom.ts';
export { carriedOver, nextYear, type OutlookItem, outlook } from './eligibility/outlook.ts';
export { screensLeft } from './eligibility/progress.ts';
export { decodeAnswers, encodeAnswers, type Told } from './eligibility/share.ts';
export { tasksOf } from './eligibility/tasks.ts';
export { type Plan, planTimeline } from './time/plan.ts';
export { type DatedNotice, deadlineOf, type PlannedDays, planDays } from './time/timeline.ts';
export { isWorkday, workdaysBetween } from './time/workdays.ts';
export type * from './types.ts';
