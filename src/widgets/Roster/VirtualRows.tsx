import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { rowAt } from './heights.ts';

interface Props {
  /** What scrolls. */
  box: RefObject<HTMLElement>;
  /** Where each row begins, and then where the last one ends, in rem: letters may be larger than usual. */
  tops: number[];
  /** One that is always drawn, so that it keeps the focus while it is out of sight. */
  kept: number;
  row: (index: number, style: { top: string; height: string }) => ComponentChild;
}

/** Drawn beyond what is seen, so that a turn of the wheel shows no gap. */
const BEYOND = 6;

/** Of many rows those that are in sight, each where it would be if all were there. */
export function VirtualRows({ box, tops, kept, row }: Props) {
  const count = tops.length - 1;
  const [span, setSpan] = useState({ first: 0, last: 20 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      const { scrollTop, clientHeight } = element;
      const first = Math.max(0, rowAt(tops, scrollTop / rem()) - BEYOND);
      const last = rowAt(tops, (scrollTop + clientHeight) / rem()) + 1 + BEYOND;
      setSpan((before) =>
        before.first === first && before.last === last ? before : { first, last },
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [box, tops]);

  const first = Math.min(span.first, Math.max(0, count - 1));
  const last = Math.min(span.last, count);
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  if (kept >= 0 && kept < first && kept < count) drawn.unshift(kept);
  else if (kept >= last && kept < count) drawn.push(kept);
  return (
    <>
      {drawn.map((index) => {
        const [top = 0, end = 0] = tops.slice(index, index + 2);
        return row(index, { top: `${top}rem`, height: `${end - top}rem` });
      })}
    </>
  );
}

/** One rem in pixels. */
export const rem = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Whether the place is as narrow as a phone's. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useEffect(() => {
    const query = matchMedia('(max-width: 40rem)');
    const look = () => setNarrow(query.matches);
    look();
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return isNarrow;
}
