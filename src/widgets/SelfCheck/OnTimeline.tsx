import { type Answers, type Notice, tasksOf } from '../../calculator/index.ts';
import { encodePlan } from '../../plan/index.ts';

interface Props {
  notice: Notice;
  /** Where the timeline is. */
  links: { timeline: string };
  answers: Answers;
}

/** Leads to the timeline with the remedies as dated tasks; the link holds kinds and days, not the answers. */
export function OnTimeline({ notice, links, answers }: Props) {
  const tasks = tasksOf(notice, answers);
  if (tasks.length === 0) return null;
  const page = links.timeline.split('#')[0];
  return (
    <p>
      <a class="tc-button" href={`${page}#${encodePlan(notice, { tasks })}`}>
        把这些事放到时间线上
      </a>
      <br />
      <span class="tc-quiet">链接里只有事项和日期，没有您的回答。</span>
    </p>
  );
}
