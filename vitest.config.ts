import { defineConfig } from 'vitest/config';

/** Unit tests: the meaning, the store and the scripts, in plain Node. */
export default defineConfig({
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // Beside the app's tests, and on a machine that has more to do.
    testTimeout: 60_000,
    globalSetup: 'tests/fixtures/build-command-line.ts',
  },
});
