import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import {
  forAsking,
  forBrowser,
  forSelfCheck,
  loadCalendar,
  loadNotice,
} from './src/notices/index.ts';

/**
 * Content, read once and handed to the tests as it is. Each mutant starts the tests anew: reading and checking it every
 * time would take most of the run, and would count as a test of what it calls.
 */
const notice = await loadNotice('2026');
const calendar = await loadCalendar();
const selfCheck = forSelfCheck(notice, calendar);
const copyOf = (value: object) => `() => JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
const content = `
  export const loadNotice = async ${copyOf(notice)};
  export const loadCalendar = async ${copyOf(calendar)};
  export const forBrowser = ${copyOf(forBrowser(notice))};
  export const forSelfCheck = ${copyOf(selfCheck)};
  export const forAsking = ${copyOf(forAsking(selfCheck))};
`;

const setup = fileURLToPath(new URL('test/mutation/setup.ts', import.meta.url));
/** What a module of the calculator keeps between calls. */
const KEPT = /^(const \w+ = )new (?:Weak)?Map(?:<.*>)?\(\);$/gm;

/**
 * The calculator's tests as mutation testing runs them. Left out: what starts other processes (it would not see the
 * mutant), what bundles, and what compares other engines.
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
    include: ['test/calculator/**/*.test.ts'],
    exclude: ['test/calculator/{plain-node,zones,size,other-engines}.test.ts'],
  },
});
