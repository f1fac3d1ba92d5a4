import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';

interface Props {
  /** What it follows from. While none of it changes nothing is drawn anew. */
  of: unknown[];
  draw: () => ComponentChild;
}

/**
 * What has to follow a step, but not at once: it stays as it was until the step's own picture is painted, so that it
 * does not hold that up. An effect runs once the browser has painted.
 */
export function AfterPaint({ of, draw }: Props) {
  const [drawn, setDrawn] = useState<{ draw: Props['draw'] }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says of what
  useEffect(() => setDrawn({ draw }), of);
  return <>{useMemo(() => drawn?.draw(), [drawn])}</>;
}
