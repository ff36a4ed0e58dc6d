/** What is written beside a package: its list of contents, and what an update says it changes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, it } from 'vitest';
import { changesIn } from '../../../scripts/package/changes.ts';
import { billOfMaterials } from '../../../scripts/package/sbom.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));

const ingredients = {
  version: '0.1.0',
  bundled: [
    { name: '@mantine/core', version: '9.7.3', licence: 'MIT', text: '' },
    // Not an expression of SPDX, as its author writes it.
    { name: 'dictionary-en', version: '4.0.0', licence: '(MIT AND BSD)', text: '' },
    { name: 'unknown', version: '1.0.0', licence: '', text: '' },
  ],
  lock,
  runtime: { version: '45.4.1', sha256: 'ab'.repeat(32) },
};

it('lists what is inside as valid CycloneDX, each with the checksum of the lockfile, and the same each time', async () => {
  const text = await billOfMaterials(ingredients);
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text)).toBeNull();
  expect(await billOfMaterials({ ...ingredients, bundled: [...ingredients.bundled].reverse() })).toBe(text);
  const { components } = JSON.parse(text) as {
    components: { purl: string; hashes?: { content: string }[] }[];
  };
  const sums = new Map(components.map(({ purl, hashes }) => [purl, hashes?.[0]?.content]));
  expect([...sums.keys()].sort()).toEqual([
    'pkg:github/electron/electron@v45.4.1',
    'pkg:npm/%40mantine/core@9.7.3',
    'pkg:npm/dictionary-en@4.0.0',
    'pkg:npm/unknown@1.0.0',
  ]);
  const integrity = lock.packages['node_modules/@mantine/core'].integrity.replace('sha512-', '');
  expect(sums.get('pkg:npm/%40mantine/core@9.7.3')).toBe(Buffer.from(integrity, 'base64').toString('hex'));
  expect(sums.get('pkg:github/electron/electron@v45.4.1')).toBe('ab'.repeat(32));
});

it('reads of each version what it changes, as plain text', () => {
  const text = `# Changelog

## 0.2.0 – 1 May 2027
Words before the points.

- **Updates.** *File → Open* takes
  more, with \`--key\`.
- Second.

## 0.1.0 – unreleased
- First.
`;
  expect(changesIn(text)).toEqual([
    { version: '0.2.0', points: ['Updates. File → Open takes more, with --key.', 'Second.'] },
    { version: '0.1.0', points: ['First.'] },
  ]);
});

it('has something to say of the version that is being made', () => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const changes = changesIn(readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8'));
  expect(changes.find((one) => one.version === version)?.points.length).toBeGreaterThan(0);
});
