/** What the site may expect of a browser, and whether what was built keeps to it. */
export { floor, targets } from './browsers.ts';
