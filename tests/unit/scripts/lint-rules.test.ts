/** The lint rules of our own (scripts/lint) fire where they should, and only there. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

const HTML = [
  `element.innerHTML = text;`,
  `element.innerHTML += text;`,
  `element.outerHTML = text;`,
  `keep(element.innerHTML);`,
  `element.insertAdjacentHTML('beforeend', text);`,
  `select('p').append('b').html(text);`,
  `document.write(text);`,
  `keep({ dangerouslySetInnerHTML: { __html: text } });`,
];

const NETWORK = [
  `keep(fetch(text));`,
  `keep(window.fetch(text));`,
  `keep(new XMLHttpRequest());`,
  `keep(new WebSocket(text));`,
  `keep(WebSocket);`,
  `keep(new EventSource(text));`,
  `navigator.sendBeacon(text);`,
];

const DATA_IN_PATTERNS = [
  `keep(new RegExp(text));`,
  `keep(new RegExp(text, 'gu'));`,
  `keep(RegExp(text));`,
  `keep(new RegExp(\`^\${text}$\`));`,
  `keep(new RegExp(\`\${TEXT}|\${text}\`, 'u'));`,
  `keep(new RegExp(\`\${escaped(text)}\`, 'u'));`,
  `keep(new RegExp(TEXT + text, 'u'));`,
  `keep(new RegExp(words.join('|'), 'gu'));`,
  `keep(new RegExp(\`\${words.map(escaped).join('|')}\`, 'gu'));`,
];

const CONSTANT_PATTERNS = [
  `keep(new RegExp(\`^[\${SIGNS}]{2,}$\`, 'u'));`,
  `keep(new RegExp(\`(\${MONTH}) (\\d{1,2})\`));`,
  `keep(new RegExp(\n  \`\${ONE.source}\`,\n  'gu',\n));`,
  `keep(new RegExp(String.raw\`^s*\${TIME}\`));`,
  `keep(pattern(part\`\${text}\`, 'u'));`,
];

const HARMLESS = [`element.textContent = text;`, `keep('fetch(innerHTML)');`, `keep(element.prefetch);`];

let repository: string;

beforeAll(() => {
  repository = mkdtempSync(path.join(tmpdir(), 'hearken-lint-'));
  const config = JSON.parse(readFileSync(path.join(ROOT, 'biome.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(path.join(repository, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  cpSync(path.join(ROOT, 'scripts', 'lint'), path.join(repository, 'scripts', 'lint'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(repository, 'node_modules'));
});

afterAll(() => rmSync(repository, { recursive: true, force: true }));

/** The statements, one a file in `folder`, that our rules complain about. */
function complaints(folder: string, statements: string[]): string[] {
  mkdirSync(path.join(repository, folder), { recursive: true });
  statements.forEach((statement, index) => {
    writeFileSync(path.join(repository, folder, `case-${index}.ts`), `${statement}\n`);
  });
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', folder],
    { cwd: repository, encoding: 'utf8' },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[];
  };
  const files = diagnostics
    .filter(({ category }) => category === 'plugin')
    .map(({ location }) => (typeof location.path === 'string' ? location.path : location.path.file));
  return statements.filter((_, index) => files.some((file) => file.endsWith(`/case-${index}.ts`)));
}

test('nothing becomes HTML and nothing reaches the network from window, preload or shared', () => {
  for (const room of ['renderer/features/issues', 'shared/report', 'preload']) {
    expect(complaints(room, [...HTML, ...NETWORK])).toEqual([...HTML, ...NETWORK]);
  }
});

test('what only looks like it is left alone', () => {
  expect(complaints('renderer/ui', HARMLESS)).toEqual([]);
});

test('text comes into a regular expression through the one helper alone', () => {
  for (const room of ['renderer/features/issues', 'shared/search', 'main/cli'])
    expect(complaints(room, [...DATA_IN_PATTERNS, ...CONSTANT_PATTERNS])).toEqual(DATA_IN_PATTERNS);
});

test('scripts, which fetch the runtime, may reach the network', () => {
  expect(complaints('scripts/fetching', NETWORK)).toEqual([]);
});
