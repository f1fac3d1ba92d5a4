import { useEffect, useRef, useState } from 'preact/hooks';
import { assess, type SelfCheckNotice } from '../../calculator/index.ts';
import { loadStyles } from '../shared/loadStyles.ts';
import type { Result, ResultProps } from './Result.tsx';
import styles from './result.css?url&no-inline';

interface Loaded {
  View: typeof Result;
  /** With everything that a result shows. */
  notice: SelfCheckNotice;
}

/** By the notice that asks, so that what has arrived once is there at once. */
const loaded = new WeakMap<SelfCheckNotice, Loaded>();

/**
 * Loads the result's code, its styles and, where the page holds only what asking needs, its data. Nobody needs them before the
 * first question. Safe to call again, after a failure too.
 *
 * @param url where the whole notice lies as JSON
 */
export async function loadResult(notice: SelfCheckNotice, url: string): Promise<Loaded> {
  const before = loaded.get(notice);
  if (before) return before;
  const [{ Result }, whole] = await Promise.all([
    import('./Result.tsx'),
    notice.askingOnly ? wholeNotice(url) : notice,
    loadStyles(styles),
  ]);
  // What is derived once from a notice would otherwise be derived while somebody waits for the result.
  assess(whole, {});
  const now = { View: Result, notice: whole };
  loaded.set(notice, now);
  return now;
}

async function wholeNotice(url: string): Promise<SelfCheckNotice> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}

/** The result as soon as it can be shown, which is at once unless somebody comes straight to it. */
export function LazyResult(props: ResultProps) {
  const { notice, links } = props;
  const [ready, setReady] = useState(() => loaded.get(notice));
  const [failed, setFailed] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  const load = () => {
    setFailed(false);
    loadResult(notice, links.result).then(setReady, () => setFailed(true));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    if (!ready) load();
  }, []);
  // Where it comes late, the place was reached before there was a heading to focus.
  useEffect(() => {
    if (ready) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, [ready]);

  return (
    <div ref={root}>
      {ready ? (
        <ready.View {...props} notice={ready.notice} />
      ) : failed ? (
        <Failed onRetry={load} />
      ) : (
        <p role="status">正在整理结果……</p>
      )}
    </div>
  );
}

const Failed = ({ onRetry }: { onRetry: () => void }) => (
  <div class="tc-stack" role="alert">
    <p>结果没有载入，您的回答还在。请看看网络，再试一次。</p>
    <button type="button" class="tc-button tc-button-primary" onClick={onRetry}>
      再试一次
    </button>
  </div>
);
