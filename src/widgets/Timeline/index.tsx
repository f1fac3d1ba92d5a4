import '../shared/widget.css';
import './timeline.css';
import { useEffect, useState } from 'preact/hooks';
import type { IsoDate, TimedNotice, Timeline, WorkCalendar } from '../../calculator/index.ts';
import { pageLink } from '../shared/pageLink.ts';
import { decodePlan, type PlanState } from '../shared/planLink.ts';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useToday } from '../shared/today.ts';
import { DateTable } from './DateTable.tsx';
import { Picture } from './Picture.tsx';
import { blankPlan, entriesOf, timelineOf } from './plan.ts';
import { loadOthers, ROLES, RoleView } from './RoleView.tsx';
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
}

/** What each role's view gets. */
export interface ViewProps {
  notice: TimedNotice;
  calendar: WorkCalendar;
  plan: PlanState;
  timeline: Timeline;
  /** Undefined on the server and in the first render. */
  today: IsoDate | undefined;
  onPlan: (change: Partial<PlanState>) => void;
}

/** A finger or the focus comes near before it chooses. What fails here is tried again, and told, once it has chosen. */
const begin = () => void loadOthers().catch(() => undefined);

/** How the year stands today, its days as a picture and in words, and what follows for each of the three roles. */
export default function TimelineWidget({ notice, calendar, base = '/', pageUrl }: Props) {
  const today = useToday();
  const [{ plan, opened, note }, setState] = useState(() => ({
    plan: blankPlan(notice, calendar),
    /** Counts the links opened: fields begin anew with each. */
    opened: 0,
    note: '',
  }));
  useEffect(() => {
    const open = () => {
      const link = decodePlan(notice, location.hash);
      if (!link) return;
      setState(({ opened }) => ({
        plan: { ...blankPlan(notice, calendar), ...link.plan },
        opened: opened + 1,
        note: noteOn(notice, link),
      }));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, [notice, calendar]);

  const onPlan = (change: Partial<PlanState>) =>
    setState((state) => ({ ...state, plan: { ...state.plan, ...change } }));
  // Before today is known any day gives the same dates; what depends on the day is not shown then.
  const timeline = timelineOf(notice, calendar, today ?? notice.issuedOn, plan);
  const entries = entriesOf(notice, calendar, plan, timeline, today);
  const page = pageUrl ?? `${base.replace(/\/$/, '')}/${notice.year}/timeline/`;
  // A file on a disk that was not told where the site is has no calendar to link to.
  const isLost = today !== undefined && pageLink(page, '', location.href) === undefined;
  const feed = isLost ? undefined : page.replace(/[^/]+\/$/, 'calendar.ics');
  return (
    <div class="tc-widget not-content timeline">
      <StatusLine notice={notice} today={today} />
      {note && (
        <p class="tc-quiet" role="status">
          {note}
        </p>
      )}
      <section aria-labelledby="timeline-stages">
        <h2 id="timeline-stages">日历上的样子</h2>
        <Picture {...{ notice, calendar, entries, today }} />
      </section>
      <fieldset class="timeline-roles timeline-screen" onPointerOver={begin} onFocusIn={begin}>
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
        <RoleView
          key={`${plan.role} ${opened}`}
          {...{ notice, calendar, plan, timeline, today, onPlan }}
        />
      </div>
      <section aria-labelledby="timeline-days">
        <h2 id="timeline-days">日子一览</h2>
        <DateTable entries={entries} stages={timeline.stages} showStatus={today !== undefined} />
      </section>
      <TakeAlong {...{ notice, plan, entries, page, feed, onPlan }} />
    </div>
  );
}

/** What a link that was opened held beside what could be used. */
function noteOn(
  notice: TimedNotice,
  { dropped, version }: { dropped: number; version: string },
): string {
  return [
    version && version !== notice.version
      ? `这个链接按 ${version} 版做的，现在按 ${notice.version} 版重新推算。`
      : '',
    dropped > 0 ? `链接里有 ${dropped} 处看不懂，没有采用。` : '',
  ].join('');
}
