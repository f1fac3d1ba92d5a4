/**
 * `npm run mutate`: changes the calculator in small ways and says which changes no test notices.
 * One file alone: `npm run mutate -- --mutate src/calculator/dates.ts`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.stryker.config.ts' },
  coverageAnalysis: 'perTest',
  mutate: ['src/calculator/**/*.ts', '!src/calculator/{types,index}.ts'],
  // A mutant in what is derived once, when a module is loaded, would need every test.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 5_000,
  // A copy is made for every run, under a folder with a dot, which everything else leaves alone.
  ignorePatterns: [
    '/dist',
    '/public',
    '/reports',
    '/.astro',
    '/test/browser',
    '/test/bench/engines',
    '/test/bench/lighthouse',
  ],
  tempDirName: '.cache/stryker',
  reporters: ['clear-text', 'progress', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'reports/mutation.html' },
  jsonReporter: { fileName: 'reports/mutation.json' },
  thresholds: { high: 98, low: 95, break: null },
};
