import words from 'virtual:words/timeline/planner';
import { Guard } from '../shared/Guard.tsx';
import { Applicant } from './Applicant.tsx';
import type { ViewProps } from './viewProps.ts';

type Others = typeof import('./others.ts');
type Other = keyof Others['views'];
const OTHERS: readonly Other[] = ['employer', 'office'];
const ROLES = ['applicant', ...OTHERS];
const isOther = (role: string): role is Other => OTHERS.includes(role as Other);

interface Props extends ViewProps {
  others: Others | null | undefined;
  /** Counts the links and the entries of the tab's history that were opened: fields begin anew with each. */
  opened: number;
  /** A finger or the focus comes near before it chooses. */
  onNear: () => void;
}

/** Which of the three one is, and what follows for that one. */
export function Roles({ opened, onNear, ...props }: Props) {
  const { notice, plan, onPlan } = props;
  return (
    <>
      <fieldset class="timeline-roles timeline-screen" onPointerOver={onNear} onFocusIn={onNear}>
        <legend>{words.role}</legend>
        {ROLES.map((role) => (
          <label key={role} class="tc-choice">
            <input
              type="radio"
              name="timeline-role"
              checked={plan.role === role}
              onChange={() => onPlan({ role })}
            />
            <span>{notice.wording.actors[role]}</span>
          </label>
        ))}
      </fieldset>
      <div class="timeline-view">
        <Guard key={`${plan.role} ${opened}`}>
          <RoleView {...props} />
        </Guard>
      </div>
    </>
  );
}

/** What the plan's role sees: the applicant's view, which most come for, at once, the others' as soon as it can be shown. */
function RoleView({ others, ...props }: Omit<Props, 'opened' | 'onNear'>) {
  const { role } = props.plan;
  if (!isOther(role)) return <Applicant {...props} />;
  if (others) {
    const View = others.views[role];
    return <View {...props} />;
  }
  return others === null ? (
    <i data-failed="part" hidden />
  ) : (
    <p class="timeline-loading" role="status">
      {words.loading}
    </p>
  );
}
