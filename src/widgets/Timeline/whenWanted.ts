/** What a timeline begins without: loaded once it is wanted. */
import { useEffect, useState } from 'preact/hooks';

/** The roles other than the one that plans begin with: what each sees, and its own days. */
export type Others = typeof import('./others.ts');
export const loadOthers = (): Promise<Others> => import('./others.ts');

/** Where one plans, and what one saves. */
export const loadPlanner = () => import('./planner.tsx');

/** The tasks that a link brings. */
export const loadTasks = () => import('./tasks.ts');

/** A part once it has come; undefined until then, null where it did not arrive. */
export function useWanted<T extends object>(
  isWanted: boolean,
  load: () => Promise<T>,
): T | null | undefined {
  const [part, setPart] = useState<T | null>();
  useEffect(() => {
    if (isWanted && part === undefined)
      load().then(
        (loaded) => setPart(() => loaded),
        () => setPart(null),
      );
  }, [isWanted, part, load]);
  return part;
}
