/** Long work in short slices, so that a page goes on answering and a job can be ended. */
import type { JobOptions } from './types.ts';

/** Milliseconds of work before others get their turn; a tenth of what a person notices. */
const SLICE = 12;
/** Milliseconds between two words on how far it is: each makes a page draw. */
const TELL = 100;

export class Cancelled extends Error {}

export interface Pace {
  /** Lets others have their turn where it is time. @param share of the whole job that is done */
  step(share: number): Promise<void>;
}

/** @throws Cancelled from `step`, once the signal says so */
export function pace({ onProgress, signal, slice = SLICE }: JobOptions): Pace {
  let began = now();
  let told = began;
  const check = () => {
    if (signal?.aborted) throw new Cancelled();
  };
  check();
  return {
    async step(share) {
      check();
      if (now() - began < slice) return;
      if (now() - told >= TELL) {
        told = now();
        onProgress?.(Math.min(1, share));
      }
      await turn();
      began = now();
      check();
    },
  };
}

const now = (): number => performance.now();

/** A message comes at once, where timers in a row wait for four milliseconds each. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
