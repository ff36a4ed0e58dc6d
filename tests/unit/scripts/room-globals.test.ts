/** A global that a room does not have is refused there, by the compiler or, where a dependency's types let it in, by the linter. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const MODULES = path.join(ROOT, 'node_modules');
const ROOMS = ['shared', 'renderer', 'main', 'preload'] as const;

/** What each room may do. The libraries are those whose types bring Node's along. */
const ALLOWED: Record<string, string> = {
  'shared/good.ts': `import type { Document } from 'docx';\nexport type Page = Document;\nexport const copy = structuredClone(new TextDecoder());\n`,
  'renderer/good.tsx': `import type { Document } from 'docx';\nexport type Page = Document;\nexport const where = <b>{document.title}</b>;\nexport const shut = () => window.close();\n`,
  'main/good.ts': `import { app } from 'electron';\nexport const run = [app, process.argv, Buffer.alloc(1), setImmediate(() => 1)];\n`,
  'preload/good.ts': `import { contextBridge } from 'electron';\nexport const open = [contextBridge, process.argv];\n`,
};

const NODE = [
  'process.env',
  'Buffer.alloc(1)',
  'setImmediate(() => 1)',
  'clearImmediate',
  'global',
  `require('fs')`,
  'module',
  '__dirname',
  '__filename',
  'globalThis.process',
  '{} as Buffer',
  '{} as NodeJS.Timeout',
];
const DOM = [
  'document',
  'window',
  'localStorage',
  'new HTMLElement()',
  'new Image()',
  'requestAnimationFrame(() => 1)',
  'indexedDB',
  '{} as Element',
];
const REFUSED: Record<(typeof ROOMS)[number], string[]> = {
  shared: [...NODE, ...DOM],
  renderer: [...NODE, 'window.process', 'self.Buffer'],
  main: DOM,
  preload: DOM,
};
const mistakes = ROOMS.flatMap((room) =>
  REFUSED[room].map((global, index) => ({ room, global, file: `${room}/bad-${index}.ts` })),
);

let repository: string;

beforeAll(() => {
  repository = realpathSync(mkdtempSync(path.join(tmpdir(), 'hearken-globals-')));
  for (const room of ROOMS) mkdirSync(path.join(repository, room));
  const settings = [
    'tsconfig.json',
    ...ROOMS.map((room) => `${room}/tsconfig.json`),
    'biome.json',
    '.gitignore',
  ];
  for (const file of [...settings, 'scripts/lint']) {
    cpSync(path.join(ROOT, file), path.join(repository, file), { recursive: true });
  }
  symlinkSync(MODULES, path.join(repository, 'node_modules'));
  writeFileSync(path.join(repository, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const [file, content] of Object.entries(ALLOWED)) writeFileSync(path.join(repository, file), content);
  for (const { file, global } of mistakes) {
    writeFileSync(path.join(repository, file), `export const used = ${global};\n`);
  }
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

const run = (tool: string, ...args: string[]) =>
  spawnSync(process.execPath, [path.join(MODULES, tool), ...args], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 32 * 1024 * 1024,
  }).stdout;

test('a global that a room does not have is refused in it, and no other', () => {
  const refused = new Set<string>();
  for (const room of ROOMS) {
    const sums = path.join(repository, `${room}.sums`);
    const said = run(
      '@typescript/native/bin/tsc',
      '-p',
      room,
      '--pretty',
      'false',
      '--tsBuildInfoFile',
      sums,
    );
    for (const [, file] of said.matchAll(/^([^(\s]+)\(\d+,\d+\): error/gm)) if (file) refused.add(file);
  }
  const lint = run(
    '@biomejs/biome/bin/biome',
    'lint',
    '--reporter=github',
    '--max-diagnostics=none',
    ...ROOMS,
  );
  for (const [, file] of lint.matchAll(/^::error .*?file=([^,]+),/gm)) {
    if (file) refused.add(path.relative(repository, path.resolve(repository, file)));
  }

  const named = (file: string) => mistakes.find((mistake) => mistake.file === file)?.global ?? 'allowed';
  expect([...refused].map((file) => `${file}: ${named(file)}`).sort()).toEqual(
    mistakes.map(({ file, global }) => `${file}: ${global}`).sort(),
  );
}, 60_000);
