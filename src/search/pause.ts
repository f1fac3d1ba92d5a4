/** Lets what waits go first: a key that was pressed, a picture that is due. */

/** Half of what a screen shows one picture in. */
const STEP = 8;

/** By a message: browsers let nobody who waits by a timer again and again come before 4 ms. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/**
 * Goes through something in steps, with a pause wherever they have taken long enough together.
 *
 * @param isUrgent whether somebody waits for it, who would wait for the pauses as well
 */
export async function inSteps<T>(
  steps: Iterator<unknown, T>,
  isUrgent: () => boolean = () => false,
): Promise<T> {
  for (let from = performance.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    if (isUrgent() || performance.now() - from < STEP) continue;
    await pause();
    from = performance.now();
  }
}
