import { availableParallelism } from 'node:os';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { words } from './src/bundles/words.ts';

/** A project is a folder of tests; `npm test -- --project calculator` runs one alone. */
function project(
  name: string,
  settings: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  const include = [`test/${name}/**/*.test.{ts,tsx}`];
  return {
    // Some tests import what the widgets are made of.
    plugins: [words()],
    test: {
      name,
      include,
      // Limits only for what hangs: a busy machine must not fail a test.
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 30_000 } },
      ...settings,
    },
  };
}

export default defineConfig({
  test: {
    // Vitest would leave a core free, and so use one of two: while a test waits for its browser, another goes on.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      project('calculator'),
      project('content'),
      project('roster'),
      project('build'),
      project('scripts'),
      project('floor'),
      project('browser', { globalSetup: 'test/browser/support/setup.ts' }),
    ],
  },
});
