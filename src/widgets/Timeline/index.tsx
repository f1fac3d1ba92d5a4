import '../shared/widget.css';
import './timeline.css';
import type { ComponentChild } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import type { TimedNotice, WorkCalendar } from '../../calculator/index.ts';
import { decodePlan, type PlanState } from '../../plan/index.ts';
import { Guard } from '../shared/Guard.tsx';
import { pageLink } from '../shared/pageLink.ts';
import { knownDay } from '../shared/today.ts';
import { useTranslators } from '../shared/translators.ts';
import { useToday } from '../shared/useToday.ts';
import { DateTable } from './DateTable.tsx';
import { usePlanHistory } from './history.ts';
import { Picture } from './Picture.tsx';
import { blankPlan, entriesOf, timelineOf } from './plan.ts';
import { loadOthers, ROLES, RoleView, useOthers } from './RoleView.tsx';
import { TakeAlong } from './TakeAlong.tsx';

interface Props {
  notice: TimedNotice;
  calendar: WorkCalendar;
  /** The site's base path, `/` or `/zc/`; for a widget that has left the site, the site's whole address. */
  base?: string | undefined;
  /**
   * Where the full page stands, to which shared links lead: by default the notice's year under `base`. A file opened
   * from a disk has to be told the whole address, by this or by `base`; without one it offers no link.
   */
  pageUrl?: string | undefined;
  /** Where the self-check stands, by default beside the full page; a document that holds it too says so with a fragment. */
  selfCheck?: string | undefined;
}

interface State {
  plan: PlanState;
  /** Counts the links and the entries of the tab's history that were opened: fields begin anew with each. */
  opened: number;
  /** On the link that was opened last. */
  note: ComponentChild;
}

/** A finger or the focus comes near before it chooses. What fails here is tried again, and told, once it has chosen. */
const begin = () => void loadOthers().catch(() => undefined);

/** A year's days as a picture and in words, and what follows for each of the three roles. */
export default function TimelineWidget(props: Props) {
  return (
    <Guard>
      <Planner {...props} />
    </Guard>
  );
}

function Planner(props: Props) {
  const { notice, calendar, base = '/', pageUrl } = props;
  const root = useRef<HTMLDivElement>(null);
  useTranslators(root);
  const day = useToday();
  // By a clock that cannot be right nothing is counted.
  const today = knownDay(notice, day);
  const [{ plan, opened, note }, setState] = useState<State>(() => ({
    plan: blankPlan(notice, calendar),
    opened: 0,
    note: undefined,
  }));
  const open = useCallback(
    (plan: PlanState, note?: ComponentChild) =>
      setState(({ opened }) => ({ plan, opened: opened + 1, note })),
    [],
  );
  const page = pageUrl ?? `${base.replace(/\/$/, '')}/${notice.year}/timeline/`;
  const { selfCheck = page.replace(/[^/]+\/$/, 'self-check/') } = props;
  usePlanHistory(notice, calendar, plan, open, async () => {
    const { href } = location;
    if (!href.includes('#')) return;
    const link = await import('./openedLink.tsx').then(
      ({ openedLink }) => openedLink(notice, href, selfCheck),
      // Unmended it is still better than nothing.
      () => ({ plan: decodePlan(notice, href.slice(href.indexOf('#')))?.plan, note: undefined }),
    );
    if (!link || href !== location.href) return;
    const { plan, note } = link;
    if (plan) open({ ...blankPlan(notice, calendar), ...plan }, note);
    // A link that brings nothing takes nothing away.
    else setState((state) => ({ ...state, note }));
  });
  const others = useOthers(plan);

  const onPlan = (change: Partial<PlanState>) =>
    setState((state) => ({ ...state, plan: { ...state.plan, ...change } }));
  // Before today is known any day gives the same dates; what depends on the day is not shown then.
  const timeline = timelineOf(notice, calendar, today ?? notice.issuedOn, plan);
  const entries = entriesOf({ notice, calendar, plan, timeline, today }, others);
  // A file on a disk that was not told where the site is has no calendar to link to.
  const isLost = day !== undefined && pageLink(page, '', location.href) === undefined;
  const feed = isLost ? undefined : page.replace(/[^/]+\/$/, 'calendar.ics');
  return (
    <div class="tc-widget not-content timeline" ref={root}>
      {note}
      <section aria-labelledby="timeline-stages">
        <h2 id="timeline-stages">日历上的样子</h2>
        <Picture {...{ notice, calendar, entries, today }} />
      </section>
      <fieldset
        class="timeline-roles timeline-screen"
        disabled={!today}
        onPointerOver={begin}
        onFocusIn={begin}
      >
        <legend>您是哪一方</legend>
        {ROLES.map((role) => (
          <label key={role} class="tc-choice">
            <input
              type="radio"
              name="timeline-role"
              checked={plan.role === role}
              onChange={() => onPlan({ role })}
            />
            {notice.wording.actors[role]}
          </label>
        ))}
      </fieldset>
      <div class="timeline-view">
        <Guard key={`${plan.role} ${opened}`}>
          <RoleView {...{ notice, calendar, plan, timeline, today, onPlan, others }} />
        </Guard>
      </div>
      <section aria-labelledby="timeline-days">
        <h2 id="timeline-days">日子一览</h2>
        <DateTable entries={entries} stages={timeline.stages} showStatus={today !== undefined} />
      </section>
      <TakeAlong {...{ notice, plan, entries, page, feed, onPlan }} ready={today !== undefined} />
    </div>
  );
}
