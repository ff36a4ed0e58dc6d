/**
 * The rules about who may import whom (one rule a sentence). `npm run deps` checks them, and
 * tests/unit/scripts/dependency-rules.test.ts proves that each one fires.
 */

const rooms = ['shared', 'main', 'renderer', 'preload', 'scripts', 'tests'];
const without = (...kept) => `^(${rooms.filter((room) => !kept.includes(room)).join('|')})/`;

/** The floors of the renderer: each stands on those before it. `main.tsx`, the entry, is above them all. */
const FLOORS = [['platform'], ['store'], ['workers'], ['ui', 'charts'], ['dialogs'], ['features'], ['app']];

/** What no file of a floor may import. */
function above(floor) {
  const own = FLOORS.findIndex((names) => names.includes(floor));
  return `^renderer/(main\\.tsx|(${FLOORS.slice(own + 1)
    .flat()
    .join('|')})/)`;
}

/** The folders of shared, each importing only what comes before it. A new folder is a line here. */
const SHARED = [
  'model',
  'fold',
  'pasted',
  'change',
  'i18n',
  'figures',
  'register',
  'statement',
  'anchor',
  'taxonomy',
  'archive',
  'ooxml',
  'assessment',
  'seal',
  'encryption',
  'overview',
  'transcript',
  'attribution',
  'chart',
  'search',
  'figure-table',
  'suppliers',
  'coding',
  'edit',
  'merge',
  'retrieval',
  'sheet',
  'report',
];

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
      comment: 'What two features share belongs in renderer/ui, renderer/dialogs, renderer/store or shared.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'renderer-platform-knows-no-floor-above',
      comment: 'The bridge and what the browser gives: everything else in the renderer stands on it.',
      severity: 'error',
      from: { path: '^renderer/platform/' },
      to: { path: above('platform') },
    },
    {
      name: 'renderer-store-knows-no-floor-above',
      comment: 'The store serves every worker and every view, and knows none.',
      severity: 'error',
      from: { path: '^renderer/store/' },
      to: { path: above('store') },
    },
    {
      name: 'renderer-workers-know-no-floor-above',
      comment: 'A worker and its client answer questions of any view.',
      severity: 'error',
      from: { path: '^renderer/workers/' },
      to: { path: above('workers') },
    },
    {
      name: 'worker-code-only-reads-the-database',
      comment:
        'The store is the one writer, and it is in the window: in a worker there are the schema and what reads by it.',
      severity: 'error',
      from: { path: '^renderer/workers/.*worker\\.ts$' },
      to: {
        path: '^renderer/store/',
        pathNot: '^renderer/store/(database|rows|read-round)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'charts-and-ui-are-given-plain-data',
      comment: 'They stand on the platform alone: no store, no worker, nothing above.',
      severity: 'error',
      from: { path: '^renderer/(charts|ui)/' },
      to: { path: `^renderer/(store|workers)/|${above('ui')}` },
    },
    {
      name: 'ui-knows-no-charts',
      comment: 'Charts are drawn with what ui has, not the other way round.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/charts/' },
    },
    {
      name: 'dialogs-know-no-feature',
      comment: 'A dialog changes the workspace the same way from wherever it is opened.',
      severity: 'error',
      from: { path: '^renderer/dialogs/' },
      to: { path: above('dialogs') },
    },
    {
      name: 'features-know-no-app',
      comment: 'The app is drawn from what features declare; they do not know it.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: above('features') },
    },
    // No folder circles in shared.
    ...SHARED.slice(0, -1).map((folder, index) => ({
      name: 'shared-folders-import-only-what-is-before',
      comment: 'The order of the folders of shared is the list SHARED: folders in a circle are one folder.',
      severity: 'error',
      from: { path: `^shared/${folder}/` },
      to: { path: `^shared/(${SHARED.slice(index + 1).join('|')})/` },
    })),
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
