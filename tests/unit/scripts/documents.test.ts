/** What a comment cites is in the repository: the document, and the law, section or heading in it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const ROOMS = ['shared', 'main', 'renderer', 'preload', 'scripts', 'tests'];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => ending.test(name));
}

/** Documents by the name that comments call them by. */
const DOCUMENTS = new Map(
  [
    ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
    ...ROOMS.flatMap((room) => filesIn(room, /\.md$/)),
  ].map((file) => [path.basename(file, '.md'), readFileSync(path.join(ROOT, file), 'utf8')]),
);

/** What others wrote or named, cited like a document of ours. */
const OTHERS = new Set(['APPNOTE', 'NFKC', 'SIGKILL', 'WCAG']);

const NAME = String.raw`\b([A-Z]{4,}(?:-[A-Z]{2,})*)`;
/** `NAME.md`, `NAME, law 4`, `NAME 2.4`, `NAME, "Heading"`, `(NAME, Heading)`, `(NAME)`, `NAME: what it says`. */
const CITATIONS = [
  String.raw`${NAME}\.md\b`,
  String.raw`${NAME},? law (\d+)`,
  String.raw`${NAME},? (\d+\.\d+)`,
  `${NAME},? ["“]([^"”]+)["”]`,
  String.raw`\(${NAME}, ([A-Z][a-z]+(?: [a-z]+)*)`,
  String.raw`\(${NAME}\)`,
  String.raw`\(${NAME}: `,
].map((pattern) => new RegExp(pattern, 'g'));

function commentsOf(source: string): string[] {
  const comments = source.match(/(?<=^|[\s{])\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n?)+|(?<=\s)\/\/.*/gm) ?? [];
  return comments.map((comment) => comment.replace(/\s*\n\s*(?:\*\/|\*|\/\/)?\s*/g, ' '));
}

/** What is wrong with a citation; null = nothing. */
function wrong(name: string, place: string | undefined): string | null {
  const text = DOCUMENTS.get(name);
  if (text === undefined) return `no ${name}.md`;
  if (place === undefined) return null;
  const found = /^\d+$/.test(place)
    ? new RegExp(`^${place}\\. `, 'm').test(text)
    : /^\d/.test(place)
      ? new RegExp(`^#+ ${place.replace('.', '\\.')} `, 'm').test(text)
      : text.includes(place);
  return found ? null : `no ${place} in ${name}.md`;
}

function citationsIn(source: string): { name: string; place: string | undefined }[] {
  return commentsOf(source).flatMap((comment) =>
    CITATIONS.flatMap((pattern) =>
      [...comment.matchAll(pattern)].map(([, name = '', place]) => ({ name, place })),
    ),
  );
}

test('no comment cites a document, law or section that is not in the repository', () => {
  const faults: string[] = [];
  let cited = 0;
  for (const file of ROOMS.flatMap((room) => filesIn(room, /\.(tsx?|cjs|css|grit)$/))) {
    if (file === 'tests/unit/scripts/documents.test.ts') continue;
    for (const { name, place } of citationsIn(readFileSync(path.join(ROOT, file), 'utf8'))) {
      if (OTHERS.has(name)) continue;
      cited++;
      const fault = wrong(name, place);
      if (fault) faults.push(`${file}: ${fault}`);
    }
  }
  expect(faults).toEqual([]);
  expect(cited).toBeGreaterThan(70);
});

test('a citation that leads nowhere is found however it is written', () => {
  const faultOf = (comment: string) =>
    citationsIn(comment).flatMap(({ name, place }) => wrong(name, place) ?? []);
  expect(faultOf('/** See PLANS.md. */')).toEqual(['no PLANS.md']);
  expect(faultOf('// (PLANS law 4)')).toEqual(['no PLANS.md']);
  expect(faultOf('/**\n * as said (PLANS,\n * "A heading") */')).toEqual(['no PLANS.md']);
  expect(faultOf('/** (PLANS, Aggregation) */')).toEqual(['no PLANS.md']);
  expect(faultOf('/** (PLANS) and (PLANS: so it is) */')).toEqual(['no PLANS.md', 'no PLANS.md']);
  expect(faultOf('/** (ARCHITECTURE, law 99) */')).toEqual(['no 99 in ARCHITECTURE.md']);
  expect(faultOf('/** (METHOD-SOURCES 9.9) */')).toEqual(['no 9.9 in METHOD-SOURCES.md']);
  expect(faultOf('/** (ARCHITECTURE, law 2; METHOD-SOURCES 2.4, METHOD, "What is rated") */')).toEqual([]);
});
