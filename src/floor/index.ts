/** What the site may expect of a browser, and whether what was built keeps to it. */
export { floorInWords, targets } from './browsers.ts';
export { demand, type Piece, problemsIn } from './check.ts';
