/** The door of a plan: its days as a list and in words, and the link that holds it. Files have their own, `calendar/`. */
export { type Entry, inOrder, noticeEntries } from './datedEntries.ts';
export { dayIn, inProse, shortDay, weekdayName } from './dayWords.ts';
export { isPlan, KEY as PLAN_KEY } from './isPlan.ts';
export {
  cleanName,
  decodePlan,
  encodePlan,
  LONGEST_NAME,
  MOST_STEPS,
  MOST_WAITING,
  newPlanId,
  type PlanState,
} from './planLink.ts';
