import { defineConfig } from 'vitest/config';

/** Unit tests: the meaning, the store and the scripts, in plain Node. */
export default defineConfig({
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});
