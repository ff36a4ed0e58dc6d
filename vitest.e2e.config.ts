import { defineConfig } from 'vitest/config';

/**
 * End-to-end tests: the built app in a real Electron. Run by `npm run test:e2e`, which prepares the runtime
 * and a display. One file at a time: each test opens its own app, and two would compete for the machine.
 */
export default defineConfig({
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A slow, shared machine may take its time; what is there goes on at once.
    expect: { poll: { timeout: 20_000 } },
  },
});
