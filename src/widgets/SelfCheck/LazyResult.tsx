import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type AskingSelfCheckNotice,
  assess,
  type SelfCheckNotice,
} from '../../calculator/index.ts';
import { loadStyles } from '../shared/loadStyles.ts';
import styles from '../shared/result/result.css?url&no-inline';
import type { Result, ResultProps } from './Result.tsx';

type Given = AskingSelfCheckNotice | SelfCheckNotice;
interface Loaded {
  View: typeof Result;
  /** With everything that a result shows. */
  notice: SelfCheckNotice;
}

/** By the notice that asks, so that what has arrived once is there at once. */
const loaded = new WeakMap<Given, Loaded>();

/**
 * Loads the result's code, its styles and, where the page holds only what asking needs, its data. Nobody needs them before the
 * first question. Safe to call again, after a failure too.
 *
 * @param url where the whole notice lies as JSON
 */
export async function loadResult(notice: Given, url: string): Promise<Loaded> {
  const before = loaded.get(notice);
  if (before) return before;
  const [{ Result }, whole] = await Promise.all([
    import('./Result.tsx'),
    notice.askingOnly ? wholeNotice(notice, url) : notice,
    loadStyles(styles),
  ]);
  // What is derived once from a notice would otherwise be derived while somebody waits for the result.
  assess(whole, {});
  const now = { View: Result, notice: whole };
  loaded.set(notice, now);
  return now;
}

async function wholeNotice({ version, wording }: Given, url: string): Promise<SelfCheckNotice> {
  // An hour-old copy, in this browser or on the way, may be another version's.
  const response = await fetch(`${url}?${version}`, { cache: 'no-cache' });
  const whole: SelfCheckNotice = await response.json();
  // What is no notice has no version. And a tab that asked by other rules than the site now has must not mix the two.
  if (whole.version !== version) throw new Error(`${url}: ${whole.version}`);
  // What only asking says the page has already, and the file leaves out.
  return { ...whole, wording: { ...wording, ...whole.wording } };
}

/** The result as soon as it can be shown, which is at once unless somebody comes straight to it. */
export function LazyResult(props: Omit<ResultProps, 'notice'> & { notice: Given }) {
  const { notice, links } = props;
  /** Null where it did not arrive. */
  const [ready, setReady] = useState<Loaded | null | undefined>(() => loaded.get(notice));
  const root = useRef<HTMLDivElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    if (!ready) loadResult(notice, links.result).then(setReady, () => setReady(null));
  }, []);
  // Where it comes late, the place was reached before there was a heading to focus.
  useEffect(() => {
    if (ready) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, [ready]);

  return (
    <div ref={root}>
      {ready ? (
        <ready.View {...props} notice={ready.notice} />
      ) : ready === null ? (
        <>
          <i data-failed="part" hidden />
          {props.foot}
        </>
      ) : (
        <p role="status">正在整理结果……</p>
      )}
    </div>
  );
}
