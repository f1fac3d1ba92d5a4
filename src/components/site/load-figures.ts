/** What `npm run load -- --save` measured, and what follows from it for a busy day. */
import figures from './load-figures.json';

export const { measured, visits } = figures;

/** Assumptions of the page on hosting, stated there. */
export const VISITS_A_DAY = 1_000_000;
export const BUSIEST_HOUR = 0.2;

/** What one visit costs, with an empty cache: all the pages that were opened for it together. */
export function visitAt(server: string): { requests: number; bytes: number } {
  const pages = visits.filter((page) => page.server === server);
  const total = (key: 'requests' | 'bytes') => pages.reduce((sum, page) => sum + page[key], 0);
  return { requests: total('requests'), bytes: total('bytes') };
}

/** @param visit requests and bytes of one visit */
export function dayOf(visit: { requests: number; bytes: number }) {
  // Rounded as it is shown, so that a reader who calculates along comes to the same.
  const visitsPerSecond = Math.round(((VISITS_A_DAY * BUSIEST_HOUR) / 3600) * 10) / 10;
  return {
    gigabytes: (VISITS_A_DAY * visit.bytes) / 1e9,
    visitsPerSecond,
    requestsPerSecond: visitsPerSecond * visit.requests,
    megabits: (visitsPerSecond * visit.bytes * 8) / 1e6,
  };
}
