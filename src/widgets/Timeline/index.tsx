import '../shared/widget.css';
import './timeline.css';
import '../shared/keepWhole.ts';
import words from 'virtual:words/timeline/page';
import type { ComponentChild } from 'preact';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { fill, type TimedNotice, type WorkCalendar } from '../../calculator/index.ts';
import { decodePlan, inOrder, noticeEntries, type PlanState } from '../../plan/index.ts';
import { Guard } from '../shared/Guard.tsx';
import { pageLink } from '../shared/pageLink.ts';
import { knownDay } from '../shared/today.ts';
import { useTranslators } from '../shared/translators.ts';
import { useToday } from '../shared/useToday.ts';
import { CalendarButton } from './CalendarButton.tsx';
import { comingUp } from './comingUp.ts';
import { DateTable } from './DateTable.tsx';
import { usePlanHistory } from './history.ts';
import { NextDays } from './NextDays.tsx';
import { Picture } from './Picture.tsx';
import { isOver } from './phase.ts';
import { blankPlan, isOwn, ownDays, soundTimeline } from './plan.ts';
import type { Tasks } from './tasks.ts';
import { loadOthers, loadPlanner, loadTasks, useWanted } from './whenWanted.ts';

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

/** What fails here is tried again, and told, once a role is chosen. */
const onNear = () => void loadOthers().catch(() => undefined);

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
  const blank = useMemo(() => blankPlan(notice, calendar), [notice, calendar]);
  const [{ plan, opened, note }, setState] = useState<State>(() => ({
    plan: blank,
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
    if (plan) open({ ...blank, ...plan }, note);
    // A link that brings nothing takes nothing away.
    else setState((state) => ({ ...state, note }));
  });
  const over = isOver(notice, today);
  const [isUnfolded, setUnfolded] = useState(false);
  const hasTasks = plan.tasks.length > 0;
  const others = useWanted(plan.role !== blank.role, loadOthers);
  const taskPart = useWanted(hasTasks, loadTasks);
  const planner = useWanted(today !== undefined && (!over || hasTasks || isUnfolded), loadPlanner);

  const onPlan = (change: Partial<PlanState>) =>
    setState((state) => ({ ...state, plan: { ...state.plan, ...change } }));
  // Before today is known any day gives the same dates; what depends on the day is not shown then.
  const timeline = soundTimeline(notice, calendar, today ?? notice.issuedOn, plan);
  const tasks = taskPart?.tasksOf({ notice, plan, today }) ?? NO_TASKS;
  const own = ownDays({ notice, calendar, plan, timeline, today }, others?.days);
  const entries = inOrder([...tasks.entries, ...noticeEntries(notice, calendar), ...own]);
  // Once the year is over its days are an example, and only what somebody has still to do is ahead.
  const listed = over
    ? tasks.entries
    : [
        ...tasks.entries,
        ...noticeEntries(notice, calendar),
        ...(isOwn(notice, plan, blank) ? own : []),
      ];
  const ahead = (over ? tasks.entries : entries).filter(({ on }) => !today || on >= today);
  // A file on a disk that was not told where the site is has no calendar to link to.
  const isLost = day !== undefined && pageLink(page, '', location.href) === undefined;
  const feed = isLost || over ? undefined : page.replace(/[^/]+\/$/, 'calendar.ics');
  const file = { notice, plan, entries: ahead, page, onPlan };
  const publicity = isLost ? undefined : page.replace(/\d+\/[^/]+\/$/, 'employers/publicity/');

  return (
    <div class="tc-widget not-content timeline" ref={root}>
      {note}
      <NextDays
        {...{ notice, today }}
        days={today ? comingUp(listed, today) : []}
        isOver={over}
        action={
          ahead.length > 0 ? (
            <CalendarButton {...file} label={words.toCalendar} primary />
          ) : (
            <a class="tc-button tc-button-primary" href={selfCheck}>
              {words.selfCheck}
            </a>
          )
        }
      >
        {tasks.areAssumed && (
          <p class="tc-quiet">{fill(words.assumed, { next: notice.year + 1 })}</p>
        )}
        {tasks.lapsed > 0 && (
          <p class="tc-quiet">
            {fill(words.lapsed, { n: tasks.lapsed })}
            {ahead.length > 0 && <a href={selfCheck}>{words.checkAgain}</a>}
          </p>
        )}
      </NextDays>
      {/* In one element whether it is folded or not, so that nothing moves when it turns out to be (timeline.css). */}
      <details
        class={`timeline-year${over ? ' timeline-past' : ''}`}
        open={!over || isUnfolded}
        onToggle={({ currentTarget }) => over && currentTarget.open && setUnfolded(true)}
      >
        {/* The page may show it as folded a moment before the widget knows the day: to press it then is to open it. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button. */}
        <summary
          onClick={(event) => {
            if (today) return;
            event.preventDefault();
            setUnfolded(true);
          }}
        >
          {fill(words.past, { year: notice.year })}
        </summary>
        <section aria-labelledby="timeline-axis">
          <h2 id="timeline-axis">{words.axis}</h2>
          <Picture {...{ notice, calendar, entries, today }} />
        </section>
        <section aria-labelledby="timeline-dates">
          <h2 id="timeline-dates">{words.dates}</h2>
          <DateTable entries={entries} stages={timeline.stages} showStatus={today !== undefined} />
        </section>
        {planner && (
          <planner.Roles
            {...{
              notice,
              calendar,
              plan,
              timeline,
              today,
              onPlan,
              others,
              opened,
              onNear,
              publicity,
            }}
          />
        )}
      </details>
      {planner && (!over || hasTasks) && <planner.Export {...file} feed={feed} />}
      {[others, taskPart, planner].includes(null) && <i data-failed="part" hidden />}
    </div>
  );
}

const NO_TASKS: Tasks = { entries: [], lapsed: 0, areAssumed: false };
