import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A project is a folder of tests; `npm test -- --project calculator` runs one alone. */
function project(
  name: string,
  settings: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return { test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...settings } };
}

export default defineConfig({
  test: {
    projects: [
      project('calculator'),
      project('content'),
      project('build'),
      project('scripts'),
      project('browser', {
        globalSetup: 'test/browser/support/setup.ts',
        testTimeout: 30_000,
        hookTimeout: 30_000,
      }),
    ],
  },
});
