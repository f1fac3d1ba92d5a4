import { useEffect, useState } from 'preact/hooks';
import type { IsoDate } from '../../calculator/index.ts';
import { eachDay } from './today.ts';

/**
 * Today in Asia/Shanghai; undefined on the server and in the first render, so that no date is ever printed into the
 * page's HTML.
 */
export function useToday(): IsoDate | undefined {
  const [today, setToday] = useState<IsoDate>();
  useEffect(() => eachDay(setToday), []);
  return today;
}
