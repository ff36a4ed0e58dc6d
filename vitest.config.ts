import { defineConfig } from 'vitest/config';

const UNIT = 'tests/unit/**/*.test.{ts,tsx}';
/**
 * Tests that put something in place of a module, of the browser's database or of time, and those of files of many
 * megabytes, whose expressions need the whole stack of a process: each file starts afresh.
 */
const APART =
  'tests/unit/{encryption,main,platform,scripts,search,store,transcript,ui,workers}/**/*.test.{ts,tsx}';

const SHARED = {
  environment: 'node',
  // Beside the app's tests, and on a machine that has more to do.
  testTimeout: 60_000,
} as const;

/** Unit tests: the meaning, the store and the scripts, in plain Node. */
export default defineConfig({
  test: {
    globalSetup: 'tests/fixtures/build-command-line.ts',
    projects: [
      {
        extends: true,
        // What is pure keeps nothing between two files, so it is read once and not for each.
        test: { ...SHARED, name: 'unit', include: [UNIT], exclude: [APART], isolate: false },
      },
      { extends: true, test: { ...SHARED, name: 'unit, apart', include: [APART] } },
    ],
  },
});
