import type { IsoDate, TimedNotice, Timeline, WorkCalendar } from '../../calculator/index.ts';
import type { PlanState } from '../../plan/index.ts';

/** What each role's view gets. */
export interface ViewProps {
  notice: TimedNotice;
  calendar: WorkCalendar;
  plan: PlanState;
  timeline: Timeline;
  /** Undefined on the server and in the first render. */
  today: IsoDate | undefined;
  onPlan: (change: Partial<PlanState>) => void;
  /** Where a unit writes its notice; undefined where there is no way to it, as in a file on a disk. */
  publicity?: string | undefined;
}
