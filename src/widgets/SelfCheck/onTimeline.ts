import type { Notice, Task } from '../../calculator/index.ts';
import { encodePlan } from '../../plan/index.ts';

/** Where the timeline shows these tasks: the address holds kinds and days, not the answers. */
export function onTimeline(notice: Notice, links: { timeline: string }, tasks: Task[]): string {
  if (tasks.length === 0) return links.timeline;
  return `${links.timeline.split('#')[0]}#${encodePlan(notice, { tasks })}`;
}
