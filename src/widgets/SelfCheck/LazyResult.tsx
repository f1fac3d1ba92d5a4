import { useEffect, useRef, useState } from 'preact/hooks';
import type { Result, ResultProps } from './Result.tsx';

let loaded: typeof Result | undefined;

/** Loads the result and what comes after it, which nobody needs before the first question. Safe to call again. */
export async function loadResult(): Promise<typeof Result> {
  loaded ??= (await import('./Result.tsx')).Result;
  return loaded;
}

/** The result as soon as its code is there, which it is unless somebody comes straight to it. */
export function LazyResult(props: ResultProps) {
  const [View, setView] = useState(() => loaded);
  const [failed, setFailed] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  const load = () => {
    setFailed(false);
    loadResult().then(
      (result) => setView(() => result),
      () => setFailed(true),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(() => {
    if (!View) load();
  }, []);
  // Where it comes late, the place was reached before there was a heading to focus.
  useEffect(() => {
    if (View) root.current?.querySelector<HTMLElement>('[data-focus]')?.focus();
  }, [View]);

  return (
    <div ref={root}>
      {View ? <View {...props} /> : failed ? <Failed onRetry={load} /> : <Waiting />}
    </div>
  );
}

const Waiting = () => <p role="status">正在整理结果……</p>;

const Failed = ({ onRetry }: { onRetry: () => void }) => (
  <div class="tc-stack" role="alert">
    <p>结果没有载入，您的回答还在。请看看网络，再试一次。</p>
    <button type="button" class="tc-button tc-button-primary" onClick={onRetry}>
      再试一次
    </button>
  </div>
);
