import { defineConfig } from 'vitest/config';
import e2e from './vitest.e2e.config.ts';

/** The window in the system's Chromium (`npm run test:chromium`): tests of its own, and those of the app that need no Electron. */
export default defineConfig({
  test: {
    ...e2e.test,
    name: 'chromium',
    include: [
      'tests/chromium/*.chromium.ts',
      ...['chain', 'formats', 'search', 'reports', 'round'].map((file) => `tests/e2e/${file}.e2e.ts`),
    ],
  },
});
