import type { ComponentChildren } from 'preact';
import { isOver, isRecommended } from './phase.ts';
import type { ViewProps } from './viewProps.ts';

interface Props extends Pick<ViewProps, 'notice' | 'today'> {
  id: string;
  heading: string;
  /** What holds of it, example or not. */
  lead: string;
  children: ComponentChildren;
}

/**
 * What somebody plans up to the employers' deadline. Once that is past it is an example, and folded until the whole year
 * is (index.tsx).
 */
export function PlanSection({ notice, today, id, heading, lead, children }: Props) {
  const isFolded = isRecommended(notice, today) && !isOver(notice, today);
  const content = (
    <>
      <p>{lead}</p>
      {children}
    </>
  );
  return isFolded ? (
    <details class="timeline-example">
      <summary id={id}>{heading}</summary>
      {content}
    </details>
  ) : (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {content}
    </section>
  );
}
