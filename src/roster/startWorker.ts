/// <reference types="vite/client" />
/** Starts the worker of the site's own pages; what is opened from a disk has none and must not import this. */
import RosterWorker from './worker.ts?worker';

export const startWorker = (): Worker => new RosterWorker();
