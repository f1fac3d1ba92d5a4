/** Waiting and pressing, as a person at any browser does. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Tab } from './tab.ts';

/** What goes into a page and comes back whole. */
type Plain = string | number | boolean | null | undefined | Plain[] | { [key: string]: Plain };

/** Runs a function in the page, which can use nothing from outside itself. */
export function run<Result, Args extends Plain[]>(
  tab: Tab,
  script: (...args: Args) => Result,
  ...args: Args
): Promise<Awaited<Result>> {
  const result = tab.evaluate(`(${script})(...${JSON.stringify(args)})`);
  return result as Promise<Awaited<Result>>;
}

/** Waits until a script in the page gives something; an error in it, or a page just going, is not yet. */
export async function seen<Result, Args extends Plain[]>(
  tab: Tab,
  script: (...args: Args) => Result,
  ...args: Args
): Promise<NonNullable<Awaited<Result>>> {
  let last: unknown;
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(20)) {
    try {
      const result = await run(tab, script, ...args);
      if (result) return result;
      last = undefined;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`This did not come: ${script} with ${JSON.stringify(args)}`, { cause: last });
}

/** Waits until an element stands still with nothing over it, and presses it in its middle. */
export async function press(tab: Tab, selector: string, text = ''): Promise<void> {
  const { x, y } = await reachable(tab, selector, text);
  await tab.pressAt(x, y);
}

/** Where the middle of an element is, once it stands still there and nothing covers it. */
export async function reachable(
  tab: Tab,
  selector: string,
  text = '',
): Promise<{ x: number; y: number }> {
  let before = '';
  let why = '';
  for (const end = Date.now() + 30_000; Date.now() < end; await wait(20)) {
    const now = await run(tab, middleOf, selector, text).catch((error) => ({ why: String(error) }));
    if ('why' in now) why = now.why;
    else if (JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }
  throw new Error(`${selector} ${text} cannot be pressed: ${why || 'it does not stand still'}`);
}

/** Runs in the page. */
function middleOf(selector: string, text: string): { x: number; y: number } | { why: string } {
  const plain = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const element = [...document.querySelectorAll(selector)].find(
    (one) => one.getClientRects().length > 0 && plain(one).startsWith(text),
  );
  if (!element) return { why: 'it is not there' };
  if (element.matches(':disabled')) return { why: 'it is disabled' };
  const inView = element.getBoundingClientRect();
  if (inView.top < 0 || inView.bottom > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  }
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  if (element.contains(hit)) return { x, y };
  // The bar at the top may cover what is in view: then people scroll.
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  return { why: `${hit?.outerHTML.slice(0, 200) ?? 'nothing'} is in its place` };
}
