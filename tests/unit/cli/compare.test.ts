import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHearken } from '../../fixtures/command-line.ts';

let folder = '';
let files: [string, string];
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-compare-'));
  const old = [
    'Osei: Owners hold back 15% of the wages. They must not do so.',
    'Ilic: We look into it this year.',
    'Osei: Please tell the crews what you find in the ports.',
    'Ilic: We will tell them in their own language.',
  ];
  const corrected = [
    'Osei: Owners hold back 50% of the wages. They must not do so.',
    'Ilic: We look into it this year.',
    'Ilic: Please tell the crews what you find in the ports.',
    'Ilic: We will tell them in their own language.',
    'Osei: Thank you.',
  ];
  files = [old, corrected].map((turns, index) => {
    const file = path.join(folder, `talks-${index}.txt`);
    writeFileSync(file, turns.join('\n\n'));
    return file;
  }) as [string, string];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (language: string, ...args: string[]) => runHearken(['compare', ...args], language);

describe('hearken compare', () => {
  it('prints what becomes of a quote as JSON', { timeout: 60_000 }, async () => {
    const { status, out, problem } = await cli(
      'en_GB.UTF-8',
      ...files,
      '--quote',
      '15% of the wages',
      '--json',
    );
    expect({ status, problem }).toEqual({ status: 0, problem: '' });
    expect(JSON.parse(out)).toEqual({
      state: 'unsure',
      speaker: 'Osei',
      quote: '15% of the wages',
      reasons: [{ kind: 'number', from: '15%', to: '50%' }],
      changed: { same: 2, changed: 2, added: 1, removed: 0, moved: 0 },
    });
  });

  it('looks at every sentence without a quote, and says what is to be reviewed', {
    timeout: 60_000,
  }, async () => {
    const { out } = await cli('en_GB.UTF-8', ...files);
    expect(out).toContain('A number changed: 15% → 50%');
    expect(out).toContain('Different speaker: Osei → Ilic');
    expect(out).toContain('Passages: 3 anchored, 2 to be reviewed, 0 without a place.');
    const japanese = await cli('ja_JP.UTF-8', ...files);
    expect(japanese.out).toContain('発言者が変わりました：Osei → Ilic');
  });

  it('refuses a quote that the old text does not say', { timeout: 60_000 }, async () => {
    const { status, out, problem } = await cli('en_GB.UTF-8', ...files, '--quote', 'never said', '--json');
    expect([status, out]).toEqual([1, '']);
    expect(problem).toMatch(/^hearken: quote-missing: /);
  });
});
