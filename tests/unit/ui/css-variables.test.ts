import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const RENDERER = path.resolve(import.meta.dirname, '../../../renderer');
/** Defined by the libraries. */
const OF_LIBRARIES = /^--(mantine|rdg)-/;

test('no colour or length is taken from a variable that nothing defines', () => {
  const texts = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|tsx?)$/.test(name))
    .map((name) => readFileSync(path.join(RENDERER, name), 'utf8'));
  const all = texts.join('\n');
  const defined = new Set([...all.matchAll(/['"]?(--[\w-]+)['"]?\]?\s*:/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\(\s*(--[\w-]+)\s*[,)]/g)].map(([, name = '']) => name));
  expect(used.size).toBeGreaterThan(20);
  expect([...used].filter((name) => !OF_LIBRARIES.test(name) && !defined.has(name))).toEqual([]);
});
