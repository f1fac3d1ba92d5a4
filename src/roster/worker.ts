/** The worker's script: the jobs behind messages. It fetches nothing, and nothing but its page can talk to it. */
import type { Asked, Told } from './messages.ts';
import { packer } from './packed.ts';
import { type Jobs, jobsFor } from './work.ts';

// The project's types are those of pages; a worker's own scope has these two of them.
const scope = self as unknown as {
  postMessage(message: Told, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
};

/** Soon enough to stop at once, as people see it. */
const SLICE = 40;

let jobs: Jobs | undefined;
const running = new Map<number, AbortController>();

scope.onmessage = async ({ data }) => {
  if ('notice' in data) {
    jobs = jobsFor(data.notice);
    scope.postMessage({ ready: true });
    return;
  }
  if ('stop' in data) {
    running.get(data.stop)?.abort();
    return;
  }
  if (!jobs) return;
  const { job } = data;
  const controller = new AbortController();
  running.set(job, controller);
  const options = {
    signal: controller.signal,
    slice: SLICE,
    onProgress: (progress: number) => scope.postMessage({ job, progress }),
  };
  switch (data.do) {
    case 'read':
      scope.postMessage({ job, ended: await jobs.read(data.file, options) });
      break;
    case 'columns':
      scope.postMessage({ job, ended: await jobs.columns(data.sheet, data.header) });
      break;
    case 'check': {
      const pack = packer();
      const ended = await jobs.check(data.input, options, (some) => {
        const rows = pack(some);
        scope.postMessage({ job, rows }, [rows.rows.buffer]);
      });
      scope.postMessage({ job, ended });
      break;
    }
    case 'export': {
      const ended = await jobs.export(data.input, options);
      scope.postMessage({ job, ended }, 'done' in ended ? [ended.done.bytes.buffer] : []);
    }
  }
  running.delete(job);
};
