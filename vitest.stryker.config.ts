import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import {
  forAsking,
  forBrowser,
  forSelfCheck,
  loadCalendar,
  loadNotice,
} from './src/notices/index.ts';
import { fromSample, SAMPLE } from './test/notices/index.ts';

/**
 * Content, this year's and the made-up one, read once and handed to the tests as it is. Each mutant starts the tests
 * anew: reading and checking it every time would take most of the run, and would count as a test of what it calls.
 */
const [real, sample] = [
  { notice: await loadNotice('2026'), calendar: await loadCalendar() },
  await fromSample(async (at) => ({
    notice: await loadNotice(SAMPLE, at),
    calendar: await loadCalendar(at),
  })),
];
const held = [real.notice, sample.notice];
const selfChecks = [real, sample].map(({ notice, calendar }) => forSelfCheck(notice, calendar));
const text = (value: unknown) => JSON.stringify(JSON.stringify(value));
/** One of two: where a content folder is named, it is the made-up one. */
const byFolder = (own: object, madeUp: object, at: number) =>
  `async (...given) => JSON.parse(given[${at}] ? ${text(madeUp)} : ${text(own)})`;
/** What is made of a notice, found by the notice's number. */
const byNotice = (made: { number: string }[]) =>
  `({ number }) => JSON.parse(${JSON.stringify(
    Object.fromEntries(made.map((one) => [one.number, JSON.stringify(one)])),
  )}[number])`;
const content = `
  export const loadNotice = ${byFolder(real.notice, sample.notice, 1)};
  export const loadCalendar = ${byFolder(real.calendar, sample.calendar, 0)};
  export const forBrowser = ${byNotice(held.map(forBrowser))};
  export const forSelfCheck = ${byNotice(selfChecks)};
  export const forAsking = ${byNotice(selfChecks.map(forAsking))};
`;

const setup = fileURLToPath(new URL('test/mutation/setup.ts', import.meta.url));
/** What a module of the calculator keeps between calls. */
const KEPT = /^(const \w+ = )new (?:Weak)?Map(?:<.*>)?\(\);$/gm;

/**
 * The calculator's tests as mutation testing runs them. Left out: what starts other processes (it would not see the
 * mutant), what bundles, and what reads more of the content than a notice.
 */
export default defineConfig({
  plugins: [
    {
      name: 'content',
      enforce: 'pre',
      load: (id) => (id.endsWith('/src/notices/index.ts') ? content : null),
    },
    {
      name: 'forgetful',
      enforce: 'pre',
      transform: (code, id) => {
        const changed = code.replace(KEPT, '$1forgetful();');
        if (!id.includes('/src/calculator/') || changed === code) return null;
        return `import { forgetful } from ${JSON.stringify(setup)};${changed}`;
      },
    },
  ],
  test: {
    // As in vitest.config.ts: Stryker has its own limit for what a mutant makes endless.
    testTimeout: 60_000,
    setupFiles: [setup],
    include: ['test/{calculator,content/2026}/**/*.test.ts'],
    exclude: [
      'test/calculator/{plain-node,zones,size}.test.ts',
      'test/content/2026/{answers,asked,reference}.test.ts',
    ],
  },
});
