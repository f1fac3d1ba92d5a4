/**
 * The door of the roster check: a table as a unit has it → columns → people → what the notice says of each. No DOM, no
 * clock, nothing sent or stored. It runs in Node, in a worker and on a page's own thread.
 */

export { rosterWork } from './client.ts';
export { findColumns, mapByHand } from './columns.ts';
export { columnChoices } from './compiled.ts';
export { exportRoster } from './export.ts';
export { questionsForAll, unreadColumns } from './forAll.ts';
export { letterOf } from './letterOf.ts';
export { readRoster } from './read/index.ts';
export { peopleIn, readRows } from './rows.ts';
export { screen, summaryOf } from './screen.ts';
export type * from './types.ts';
export { isFormula } from './write/cells.ts';
