import { useEffect, useState } from 'preact/hooks';

/**
 * False for the first picture and true from then on: what is not read first must not hold up what is. An effect runs
 * once the browser has painted.
 */
export function useAfterPaint(): boolean {
  const [after, setAfter] = useState(false);
  useEffect(() => setAfter(true), []);
  return after;
}
