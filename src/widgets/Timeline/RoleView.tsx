import { useEffect, useState } from 'preact/hooks';
import type { PlanState } from '../../plan/index.ts';
import { Applicant } from './Applicant.tsx';
import type { ViewProps } from './viewProps.ts';

export type Others = typeof import('./others.ts');
type Other = keyof Others['views'];
const OTHERS: readonly Other[] = ['employer', 'office'];
export const ROLES = ['applicant', ...OTHERS];
const isOther = (role: string): role is Other => OTHERS.includes(role as Other);

/** Kept, so that what has arrived once is there at once. */
let arrived: Others | undefined;

/** Loads what the other roles need. Safe to call again, after a failure too. */
export async function loadOthers(): Promise<Others> {
  arrived ??= await import('./others.ts');
  return arrived;
}

/** What the plan needs beside what is there from the beginning; null where it did not arrive. */
export function useOthers({ role, tasks }: PlanState): Others | null | undefined {
  const [others, setOthers] = useState<Others | null | undefined>(arrived);
  const isNeeded = isOther(role) || tasks.length > 0;
  useEffect(() => {
    if (isNeeded && others === undefined) loadOthers().then(setOthers, () => setOthers(null));
  }, [isNeeded, others]);
  return others;
}

interface Props extends ViewProps {
  others: Others | null | undefined;
}

/** What the plan's role sees: the applicant's view, which most come for, at once, the others' as soon as it can be shown. */
export function RoleView({ others, ...props }: Props) {
  const { role } = props.plan;
  if (!isOther(role))
    return (
      <>
        {others === null && <i data-failed="part" hidden />}
        <Applicant {...props} />
      </>
    );
  if (others) {
    const View = others.views[role];
    return <View {...props} />;
  }
  return others === null ? (
    <i data-failed="part" hidden />
  ) : (
    <p class="timeline-loading" role="status">
      正在载入……
    </p>
  );
}
