import { defineConfig } from 'vitest/config';

/** Whether each file gets a display of its own (`own-display.ts`); on a person's display two apps would fight for the focus. */
const ownDisplays = process.env.HEARKEN_DISPLAYS === 'virtual';

/**
 * End-to-end tests: the built app in a real Electron. Run by `npm run test:e2e`, which prepares the runtime and says
 * whether there is a display. Two files at a time: an app waits for itself most of the time.
 */
export default defineConfig({
  test: {
    name: 'e2e',
    environment: 'node',
    include: ['tests/e2e/**/*.e2e.ts'],
    setupFiles: 'tests/e2e/own-display.ts',
    maxWorkers: ownDisplays ? 2 : 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A slow, shared machine may take its time; what is there goes on at once.
    expect: { poll: { timeout: 20_000 } },
  },
});
