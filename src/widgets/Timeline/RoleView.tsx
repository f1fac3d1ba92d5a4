import { useEffect, useState } from 'preact/hooks';
import { Applicant } from './Applicant.tsx';
import type { ViewProps } from './index.tsx';

type Others = typeof import('./others.ts');
const OTHERS: readonly (keyof Others)[] = ['employer', 'office'];
export const ROLES = ['applicant', ...OTHERS];
const isOther = (role: string): role is keyof Others => OTHERS.includes(role as keyof Others);

/** Kept, so that what has arrived once is there at once. */
let arrived: Others | undefined;

/** Loads what the other roles see. Safe to call again, after a failure too. */
export async function loadOthers(): Promise<Others> {
  arrived ??= await import('./others.ts');
  return arrived;
}

/** What the plan's role sees: the applicant's view, which most come for, at once, the others' as soon as it can be shown. */
export function RoleView(props: ViewProps) {
  const { role } = props.plan;
  /** Null where they did not arrive. */
  const [others, setOthers] = useState<Others | null | undefined>(arrived);
  useEffect(() => {
    if (isOther(role) && others === undefined) loadOthers().then(setOthers, () => setOthers(null));
  }, [role, others]);

  if (!isOther(role)) return <Applicant {...props} />;
  if (others) {
    const View = others[role];
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
