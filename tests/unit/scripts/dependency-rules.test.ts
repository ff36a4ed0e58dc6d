/** Every dependency rule fires on the mistake it is there for, and on nothing in a tree that keeps the repository's rules. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

const { forbidden } = createRequire(import.meta.url)(path.join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string; from: { path?: string } }[];
};

const FOLDER_RULE = 'shared-folders-import-only-what-is-before';
/** The folders of shared in their order, but for the last, which all others may not import. */
const FOLDERS = forbidden
  .filter(({ name }) => name === FOLDER_RULE)
  .map(({ from }) => /^\^shared\/([\w-]+)\/$/.exec(from.path ?? '')?.[1] ?? '');
const LAST = 'report';

/** A small repository that keeps the rules. */
const HOUSE: Record<string, string> = {
  'shared/bridge.ts': `import { z } from 'zod';\nexport const bridge = z.string();\n`,
  'shared/model/basics.ts': `export const basics = 1;\n`,
  'shared/model/issue.ts': `import { basics } from './basics.ts';\nexport const issue = basics;\n`,
  'shared/report/model.ts': `import { issue } from '../model/issue.ts';\nexport const report = issue;\n`,
  'main/index.ts': `import { app } from 'electron';\nimport fs from 'node:fs';\nimport { bridge } from '#shared/bridge.ts';\nexport default [app, fs, bridge];\n`,
  'main/cli/index.ts': `import { report } from '#shared/report/model.ts';\nexport default report;\n`,
  'preload/index.ts': `import { contextBridge } from 'electron';\nimport { bridge } from '#shared/bridge.ts';\nexport default [contextBridge, bridge];\n`,
  ...Object.fromEntries(
    [...FOLDERS, LAST].map((folder, index) => [
      `shared/${folder}/here.ts`,
      `${index > 0 ? `export { here as before } from '../${FOLDERS[index - 1]}/here.ts';\n` : ''}export const here = 1;\n`,
    ]),
  ),
  'renderer/main.tsx': `import { shell } from './app/shell.tsx';\nexport default shell;\n`,
  'renderer/platform/bridge.ts': `export const bridge = 1;\n`,
  'renderer/app/shell.tsx': `import { face } from '../features/issues/face.tsx';\nexport const shell = face;\n`,
  'renderer/features/issues/face.tsx': `import { useState } from 'react';\nimport { button } from '../../ui/button.tsx';\nimport { store } from '../../store/db.ts';\nimport { parts } from './parts.ts';\nexport const face = [useState, button, store, parts];\n`,
  'renderer/features/issues/parts.ts': `export const parts = 1;\n`,
  'renderer/features/advice/face.tsx': `export const advice = 1;\n`,
  'renderer/ui/button.tsx': `export const button = 1;\n`,
  'renderer/dialogs/code-all.tsx': `import { button } from '../ui/button.tsx';\nimport { store } from '../store/db.ts';\nimport { ask } from '../workers/client.ts';\nexport const dialog = [button, store, ask];\n`,
  'renderer/charts/matrix.tsx': `import { button } from '../ui/button.tsx';\nexport const matrix = button;\n`,
  'renderer/store/db.ts': `import { issue } from '#shared/model/issue.ts';\nimport { bridge } from '../platform/bridge.ts';\nexport const store = [issue, bridge];\n`,
  'renderer/store/database.ts': `export const schema = 1;\n`,
  'renderer/workers/client.ts': `import { store } from '../store/db.ts';\nexport const ask = store;\n`,
  'renderer/workers/search.worker.ts': `import { schema } from '../store/database.ts';\nimport type { store } from '../store/db.ts';\nexport default schema;\nexport type T = typeof store;\n`,
  'renderer/workers/report.worker.ts': `import { report } from '#shared/report/model.ts';\nexport default report;\n`,
  'scripts/start.ts': `export const start = 1;\n`,
  'tests/unit/report.test.ts': `import { report } from '#shared/report/model.ts';\nexport default report;\n`,
};

/** A file that breaks a rule, named by the rule. Types-only and dynamic imports count like any other. */
const MISTAKES: [rule: string, file: string, content: string][] = [
  [
    'shared-imports-no-other-room',
    'shared/model/bad-1.ts',
    `import type { shell } from '../../renderer/app/shell.tsx';\nexport type T = typeof shell;\n`,
  ],
  [
    'shared-has-no-platform',
    'shared/search/bad-2.ts',
    `import { useState } from 'react';\nexport default useState;\n`,
  ],
  [
    'shared-has-no-platform',
    'shared/search/bad-3.ts',
    `import type { Table } from 'dexie';\nexport type T = Table;\n`,
  ],
  [
    'shared-has-no-node-builtins',
    'shared/search/bad-4.ts',
    `import path from 'node:path';\nexport default path;\n`,
  ],
  [
    'shared-has-no-node-builtins',
    'shared/search/bad-5.ts',
    `import { app } from 'electron';\nexport default app;\n`,
  ],
  [
    'preload-imports-only-the-bridge',
    'preload/bad-6.ts',
    `import { issue } from '#shared/model/issue.ts';\nexport default issue;\n`,
  ],
  ['preload-imports-only-the-bridge', 'preload/bad-7.ts', `import fs from 'node:fs';\nexport default fs;\n`],
  [
    'main-imports-shared-only',
    'main/bad-8.ts',
    `import { store } from '../renderer/store/db.ts';\nexport default store;\n`,
  ],
  [
    'renderer-imports-shared-only',
    'renderer/app/bad-9.ts',
    `export const load = () => import('../../main/index.ts');\n`,
  ],
  ['renderer-has-no-node', 'renderer/app/bad-10.ts', `import fs from 'node:fs';\nexport default fs;\n`],
  [
    'renderer-has-no-node',
    'renderer/app/bad-11.ts',
    `import { ipcRenderer } from 'electron';\nexport default ipcRenderer;\n`,
  ],
  [
    'a-feature-imports-no-other-feature',
    'renderer/features/issues/bad-12.ts',
    `import { advice } from '../advice/face.tsx';\nexport default advice;\n`,
  ],
  [
    'renderer-platform-knows-no-floor-above',
    'renderer/platform/bad-13.ts',
    `import type { store } from '../store/db.ts';\nexport type T = typeof store;\n`,
  ],
  [
    'renderer-store-knows-no-floor-above',
    'renderer/store/bad-14.ts',
    `import { ask } from '../workers/client.ts';\nexport default ask;\n`,
  ],
  [
    'renderer-store-knows-no-floor-above',
    'renderer/store/bad-15.ts',
    `import { matrix } from '../charts/matrix.tsx';\nexport default matrix;\n`,
  ],
  [
    'renderer-workers-know-no-floor-above',
    'renderer/workers/bad-15a.ts',
    `import { button } from '../ui/button.tsx';\nexport default button;\n`,
  ],
  [
    'worker-code-only-reads-the-database',
    'renderer/workers/bad-15b.worker.ts',
    `import { store } from '../store/db.ts';\nexport default store;\n`,
  ],
  [
    'charts-and-ui-are-given-plain-data',
    'renderer/charts/bad-15c.tsx',
    `import { store } from '../store/db.ts';\nexport default store;\n`,
  ],
  [
    'charts-and-ui-are-given-plain-data',
    'renderer/ui/bad-15d.tsx',
    `import type { face } from '../features/issues/face.tsx';\nexport type T = typeof face;\n`,
  ],
  [
    'charts-and-ui-are-given-plain-data',
    'renderer/ui/bad-15e.tsx',
    `import { dialog } from '../dialogs/code-all.tsx';\nexport default dialog;\n`,
  ],
  [
    'ui-knows-no-charts',
    'renderer/ui/bad-15f.tsx',
    `import { matrix } from '../charts/matrix.tsx';\nexport default matrix;\n`,
  ],
  [
    'dialogs-know-no-feature',
    'renderer/dialogs/bad-15g.tsx',
    `import { face } from '../features/issues/face.tsx';\nexport default face;\n`,
  ],
  [
    'features-know-no-app',
    'renderer/features/issues/bad-15h.tsx',
    `import type { shell } from '../../app/shell.tsx';\nexport type T = typeof shell;\n`,
  ],
  [
    'features-know-no-app',
    'renderer/features/issues/bad-15i.ts',
    `export { default } from '../../main.tsx';\n`,
  ],
  ...FOLDERS.map((folder, index): [string, string, string] => [
    FOLDER_RULE,
    `shared/${folder}/bad-15j.ts`,
    `export { here } from '../${FOLDERS[index + 1] ?? LAST}/here.ts';\n`,
  ]),
  [
    'model-imports-only-model',
    'shared/model/bad-16.ts',
    `import { bridge } from '../bridge.ts';\nexport default bridge;\n`,
  ],
  [
    'report-is-imported-by-its-callers',
    'renderer/features/issues/bad-17.ts',
    `import { report } from '#shared/report/model.ts';\nexport default report;\n`,
  ],
  [
    'report-is-imported-by-its-callers',
    'shared/search/bad-18.ts',
    `export { report } from '../report/model.ts';\n`,
  ],
  [
    'app-knows-no-tests-or-scripts',
    'main/bad-19.ts',
    `import { start } from '../scripts/start.ts';\nexport default start;\n`,
  ],
  ['every-import-resolves', 'main/bad-21.ts', `import { gone } from './gone.ts';\nexport default gone;\n`],
  [
    'no-circular-imports',
    'shared/search/and-back.ts',
    `import { there } from './there.ts';\nexport const back = there;\n`,
  ],
];

let repository: string;

beforeAll(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'hearken-rules-'));
  put('package.json', JSON.stringify({ type: 'module', imports: { '#shared/*': './shared/*' } }));
  for (const [file, content] of Object.entries(HOUSE)) put(file, content);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(repository, 'node_modules'));
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

function put(file: string, content: string): void {
  const target = path.join(repository, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

/** `rule file` of every violation in it. */
function violations(): string[] {
  const cli = path.join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const rooms = ['shared', 'main', 'renderer', 'preload', 'scripts', 'tests'];
  const report = execFileSync(
    process.execPath,
    [cli, '--config', config, '--output-type', 'json', ...rooms],
    { cwd: repository, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(report) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  return summary.violations.map(({ from, rule }) => `${rule.name} ${from}`);
}

test('the rules leave a well-kept repository alone', () => {
  expect(violations()).toEqual([]);
});

test('each rule names the file that breaks it', () => {
  for (const [, file, content] of MISTAKES) put(file, content);
  // A circle is reported once, at one of its files.
  put(
    'shared/search/there.ts',
    `import type { back } from './and-back.ts';\nexport const there = 1 as unknown as typeof back;\n`,
  );
  const found = violations();
  expect(
    MISTAKES.map(([rule, file]) => `${rule} ${file}`).filter((mistake) => !found.includes(mistake)),
  ).toEqual([]);
});

test('no rule is without a mistake that proves it', () => {
  const proven = new Set(MISTAKES.map(([rule]) => rule));
  expect(forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
});

test('every folder of shared has its place in the order', () => {
  const folders = readdirSync(path.join(ROOT, 'shared'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...FOLDERS, LAST].sort()).toEqual(folders.sort());
});
