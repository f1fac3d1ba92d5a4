/** The plan as the entry of the tab's history holds it: written like a link, and read like one. */
import { useCallback } from 'preact/hooks';
import type { TimedNotice, WorkCalendar } from '../../calculator/index.ts';
import { decodePlan, encodePlan, type PlanState } from '../../plan/index.ts';
import { useTabHistory } from '../shared/tabHistory.ts';
import { blankPlan } from './plan.ts';

/** A step that is only half typed has no link yet; the entry keeps the last plan that has. */
function writePlan(notice: TimedNotice, plan: PlanState): string | undefined {
  const text = encodePlan(notice, plan);
  return decodePlan(notice, text)?.dropped === 0 ? text : undefined;
}

/**
 * Keeps role, days and steps over reload, back and a discarded tab. All of it is one place: a role is looked at, not
 * gone to.
 *
 * @param onLink told when the entry holds nothing that anybody did, so that its address may be a link
 */
export function usePlanHistory(
  notice: TimedNotice,
  calendar: WorkCalendar,
  plan: PlanState,
  onPlan: (plan: PlanState) => void,
  onLink: () => void,
): void {
  useTabHistory<PlanState>({
    name: 'timeline',
    read: useCallback(
      (kept: unknown) => {
        const read = typeof kept === 'string' ? decodePlan(notice, kept) : undefined;
        // Days that were taken out are not there, and must not come back with a fresh plan.
        const none = { submittedOn: undefined, postedOn: undefined };
        return read && { ...blankPlan(notice, calendar), ...none, ...read.plan };
      },
      [notice, calendar],
    ),
    write: useCallback(() => writePlan(notice, plan), [notice, plan]),
    place: '',
    placeOf,
    onStep: onPlan,
    // biome-ignore lint/correctness/useExhaustiveDependencies: it does the same whenever it was made
    onLink: useCallback(onLink, [notice, calendar]),
    isBlank: useCallback(
      (step: PlanState) =>
        encodePlan(notice, step) === encodePlan(notice, blankPlan(notice, calendar)),
      [notice, calendar],
    ),
  });
}

const placeOf = (): string => '';
