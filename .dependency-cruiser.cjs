/**
 * The house rules about who may import whom (one rule a sentence). `npm run deps` checks them, and
 * tests/unit/scripts/dependency-rules.test.ts proves that each one fires.
 */

const rooms = ['shared', 'main', 'renderer', 'preload', 'scripts', 'tests'];
const without = (...kept) => `^(${rooms.filter((room) => !kept.includes(room)).join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-imports-no-other-room',
      comment: 'shared is the meaning: it runs in any worker and in a plain test.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: without('shared') },
    },
    {
      name: 'shared-has-no-platform',
      comment: 'shared knows no React, Mantine, Dexie or worker plumbing.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: '(^|/)node_modules/(@types/)?(react|react-dom|@mantine|@tabler|dexie|dexie-react-hooks|comlink|wouter|@tanstack)/',
      },
    },
    {
      name: 'shared-has-no-node-builtins',
      comment: 'shared runs where Node and Electron do not.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-imports-only-the-bridge',
      comment: 'preload is the door: it exposes the contract of shared/bridge.ts and nothing else.',
      severity: 'error',
      from: { path: '^preload/' },
      to: { pathNot: '^(preload/|shared/bridge\\.ts$)|^electron$' },
    },
    {
      name: 'main-imports-shared-only',
      comment: 'main and renderer meet only through the bridge.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: without('main', 'shared') },
    },
    {
      name: 'renderer-imports-shared-only',
      comment: 'main and renderer meet only through the bridge.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: without('renderer', 'shared') },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The window is sandboxed: there is no Electron and no Node in it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a-feature-imports-no-other-feature',
      comment: 'What two features share belongs in renderer/ui, renderer/acts, renderer/store or shared.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'charts-and-ui-know-no-feature-or-store',
      comment: 'They are given plain data.',
      severity: 'error',
      from: { path: '^renderer/(charts|ui)/' },
      to: { path: '^renderer/(features|acts|store|app)/' },
    },
    {
      name: 'acts-know-no-feature',
      comment: 'An act changes the workspace the same way wherever it is begun.',
      severity: 'error',
      from: { path: '^renderer/acts/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'store-knows-no-face',
      comment: 'The store serves every view and knows none.',
      severity: 'error',
      from: { path: '^renderer/store/' },
      to: { path: '^renderer/(features|acts|charts|app)/' },
    },
    {
      name: 'model-imports-only-model',
      comment: 'The words of the model stand on nothing but themselves.',
      severity: 'error',
      from: { path: '^shared/model/' },
      to: { path: '^shared/', pathNot: '^shared/model/' },
    },
    {
      name: 'report-is-imported-by-its-callers',
      comment: 'Reports are heavy: only the workers, the command line and tests load them.',
      severity: 'error',
      from: { pathNot: '^(shared/report|renderer/workers|main/cli|tests)/' },
      to: { path: '^shared/report/' },
    },
    {
      name: 'app-knows-no-tests-or-scripts',
      comment: 'What ships depends on nothing that does not.',
      severity: 'error',
      from: { path: '^(main|renderer|preload|shared)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no-circular-imports',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'A path that leads nowhere hides from every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw|inline)|^virtual:' },
    },
  ],
  options: {
    // TypeScript's types-only imports count too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    // Electron is a module of the runtime, like Node's own.
    builtInModules: { add: ['electron'] },
  },
};
