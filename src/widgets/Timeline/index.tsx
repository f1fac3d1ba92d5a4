import { type Notice, planTimeline, type WorkCalendar } from '../../calculator/index.ts';
import { StatusLine } from '../shared/StatusLine.tsx';
import { useToday } from '../shared/today.ts';
import '../shared/widget.css';
import { Chart } from './Chart.tsx';
import { Planner } from './Planner.tsx';
import { StageList } from './StageList.tsx';
import './timeline.css';

interface Props {
  notice: Notice;
  calendar: WorkCalendar;
}

/** How the year stands today, its stages, and what follows from the day on which the publicity is posted. */
export default function Timeline({ notice, calendar }: Props) {
  const today = useToday();
  // Before today is known any day gives the same dates; what depends on the day is not shown then.
  const { stages, publicity } = planTimeline(notice, calendar, { today: today ?? notice.issuedOn });
  return (
    <div class="tc-widget not-content timeline">
      <StatusLine notice={notice} today={today} />
      <section aria-labelledby="timeline-stages">
        <h2 id="timeline-stages">各阶段的日期</h2>
        <Chart notice={notice} calendar={calendar} today={today} />
        <StageList
          notice={notice}
          stages={stages}
          latestPosting={publicity.latestPosting}
          showStatus={today !== undefined}
        />
      </section>
      <Planner notice={notice} calendar={calendar} today={today} />
    </div>
  );
}
