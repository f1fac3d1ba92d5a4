/** A roster at work for a page: it asks the worker, or works itself where there is none. */

import type { Asked, Task, Told } from './messages.ts';
import { Cancelled } from './pace.ts';
import { type Packed, unpacker } from './packed.ts';
import { problemOf } from './read/index.ts';
import type { Ended, JobOptions, RosterNotice, RosterWork, ScreenedRow } from './types.ts';
import { type Batch, type Jobs, jobsFor } from './work.ts';

/**
 * @param startWorker starts the worker's script. Left out where there can be none, as in a file opened from a disk; where
 *   it throws or the worker does not come up, the work is done on this thread
 *
 * @example (await rosterWork(notice).read({ text: '姓名\t学历\n甲\t本科' })).done[0].count // 2
 */
export function rosterWork(notice: RosterNotice, startWorker?: () => Worker): RosterWork {
  let other: Remote | undefined;
  let here: Jobs | undefined;
  let refused = !startWorker;
  let current: AbortController | undefined;

  const remote = (): Remote | undefined => {
    if (refused || !startWorker) return undefined;
    try {
      other ??= remoteJobs(notice, startWorker());
    } catch {
      refused = true;
    }
    return other;
  };

  async function run<T>(
    task: Task,
    { onProgress, signal }: JobOptions,
    onThread: (jobs: Jobs, options: JobOptions) => Promise<Ended<T>>,
    batch?: Batch,
  ): Promise<Ended<T>> {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const stop = () => controller.abort();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    const options: JobOptions = { signal: controller.signal, ...(onProgress && { onProgress }) };
    try {
      const there = remote();
      if (there) {
        const ended = await there.run<T>(task, options, batch);
        if (ended !== DIED) return ended;
        // A worker that never came up has held nothing: the page does what it was asked for.
        other = undefined;
        refused = true;
      }
      here ??= jobsFor(notice);
      return await onThread(here, options);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  return {
    read: (file, options = {}) =>
      run({ do: 'read', file }, options, (jobs, those) => jobs.read(file, those)),
    columns: (sheet, header) =>
      run({ do: 'columns', sheet, header }, {}, (jobs) => jobs.columns(sheet, header)),
    async check(input, options = {}) {
      const rows: ScreenedRow[] = [];
      const batch: Batch = (some) => {
        for (const row of some) rows.push(row);
      };
      const ended = await run(
        { do: 'check', input },
        options,
        (jobs, those) => jobs.check(input, those, batch),
        batch,
      );
      return 'problem' in ended ? ended : { done: { rows, summary: ended.done } };
    },
    export: (input, options = {}) =>
      run({ do: 'export', input }, options, (jobs, those) => jobs.export(input, those)),
    close() {
      current?.abort();
      other?.end();
      other = undefined;
      here = undefined;
    },
  };
}

/** The worker did not come up. */
const DIED = Symbol('died');

interface Remote {
  run<T>(task: Task, options: JobOptions, batch?: Batch): Promise<Ended<T> | typeof DIED>;
  end(): void;
}

interface Waiting {
  resolve(ended: Ended<never> | typeof DIED): void;
  onProgress?: (share: number) => void;
  batch?: (packed: Packed) => void;
}

function remoteJobs(notice: RosterNotice, worker: Worker): Remote {
  const waiting = new Map<number, Waiting>();
  let numbered = 0;
  let ready = false;
  const post = (message: Asked) => worker.postMessage(message);
  const fail = (ended: Ended<never> | typeof DIED) => {
    for (const { resolve } of waiting.values()) resolve(ended);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<Told>) => {
    if ('ready' in data) {
      ready = true;
      return;
    }
    const job = waiting.get(data.job);
    if (!job) return;
    if ('progress' in data) job.onProgress?.(data.progress);
    else if ('rows' in data) job.batch?.(data.rows);
    else {
      waiting.delete(data.job);
      job.resolve(data.ended as Ended<never>);
    }
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    fail(ready ? { problem: problemOf(notice, new RangeError('The worker ended.')) } : DIED);
  };
  post({ notice });
  return {
    run: (task, { onProgress, signal }, batch) =>
      new Promise((resolve) => {
        numbered += 1;
        const job = numbered;
        const unpack = unpacker();
        const stop = () => {
          // The page goes on at once; the worker stops at its next look.
          post({ stop: job });
          waiting.delete(job);
          resolve({ problem: problemOf(notice, new Cancelled()) });
        };
        if (signal?.aborted) return stop();
        waiting.set(job, {
          resolve: (ended) => {
            signal?.removeEventListener('abort', stop);
            resolve(ended);
          },
          ...(onProgress && { onProgress }),
          ...(batch && { batch: (packed) => batch(unpack(packed)) }),
        });
        signal?.addEventListener('abort', stop);
        post({ ...task, job });
      }),
    end() {
      fail({ problem: problemOf(notice, new Cancelled()) });
      worker.terminate();
    },
  };
}
