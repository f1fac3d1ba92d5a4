import { loadStyles } from '../shared/loadStyles.ts';
import { type Links, linksFrom } from '../shared/result/links.ts';
import styles from '../shared/result/result.css?url&no-inline';
import type { RosterData, Tools } from './types.ts';
import type { Workbench } from './Workbench.tsx';
import workStyles from './work.css?url&no-inline';

/** What is loaded once there is a roster. */
export interface Loaded {
  Workbench: typeof Workbench;
  tools: Tools;
}

interface Options {
  year: number;
  base: string;
  links: Partial<Links> | undefined;
  data: RosterData | undefined;
  onGive: Tools['onGive'];
}

let loading: Promise<Loaded> | undefined;

/** Safe to call again, after a failure too. */
export function loadWork(options: Options): Promise<Loaded> {
  loading ??= loadAll(options).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function loadAll({ year, base, links: own, data: held, onGive }: Options): Promise<Loaded> {
  const address = `${base.replace(/\/$/, '')}/${year}/employers/roster/data.json`;
  const [{ Workbench, rosterWork }, { startWorker }, data] = await Promise.all([
    import('./Workbench.tsx'),
    import('../../roster/startWorker.ts'),
    held ?? fetchData(address),
    loadStyles(styles),
    loadStyles(workStyles),
  ]);
  return {
    Workbench,
    tools: {
      data,
      links: { ...linksFrom(base, year), ...own },
      work: rosterWork(data.notice, startWorker),
      base,
      onGive,
    },
  };
}

async function fetchData(address: string): Promise<RosterData> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}
