import { loadStyles } from '../shared/loadStyles.ts';
import styles from './later.css?url&no-inline';
import type { Later } from './later.tsx';

/** Loads what no opening needs, with its styles. Safe to call again, after a failure too. */
export async function loadLater(): Promise<Later> {
  const [later] = await Promise.all([import('./later.tsx'), loadStyles(styles)]);
  return later;
}
