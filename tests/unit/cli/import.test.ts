import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHearken } from '../../fixtures/command-line.ts';
import { fixture } from '../transcript/reading.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearken-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = (...args: string[]) => runHearken(['import', ...args]);

function file(name: string, content: string | Uint8Array): string {
  const written = path.join(folder, name);
  writeFileSync(written, content);
  return written;
}

describe('hearken import', () => {
  it('prints what was read as JSON, and nothing else', { timeout: 60_000 }, async () => {
    const { status, out, problem } = await cli(fixture('published-en.txt'), '--json');
    expect({ status, problem }).toEqual({ status: 0, problem: '' });
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({
      format: 'published',
      headings: ['Knowing Where the Metal Comes From', 'When Something Goes Wrong', 'What We Take Home'],
      warnings: [
        { code: 'sentence-rejoined', params: { count: 1 } },
        { code: 'company-guessed', params: { company: 'Tallgrass Batteries SE' } },
      ],
    });
    expect(printed.turns).toHaveLength(7);
    expect(printed.turns[2]).toEqual({
      speaker: 'O’Rourke',
      heading: 'Knowing Where the Metal Comes From',
      start: null,
      end: null,
      text: expect.stringMatching(/^Regulators read brochures too\./),
    });
    expect(printed.participants[1]).toMatchObject({
      name: 'Thandi Mbeki',
      title: 'Lead Researcher, Minerals and Livelihoods',
      organisation: 'Kolwezi Watch',
      external: true,
    });
    expect(printed.narration[0].text).toContain('invited three guests');
  });

  it('prints it for reading, with what is in doubt in words', { timeout: 60_000 }, async () => {
    const { out } = await cli(file('talk.txt', 'Ana: One.\nBo: Two.\nAna: Three.\nDunn: Four.\nBo: Five.'));
    expect(out).toContain('Dunn: Four.');
    expect(out).toContain('? 4: “Dunn” may be a speaker, but occurs only here');
  });

  it('decodes with the encoding that is named', { timeout: 60_000 }, async () => {
    const talk = file('talk.txt', Uint8Array.from([0xc0, 0xed, 0xe0, 0x3a, 0x20, 0xc4, 0xe0, 0x2e]));
    const { out } = await cli(talk, '--json', '--encoding', 'windows-1251');
    expect(JSON.parse(out)).toMatchObject({ encoding: 'windows-1251' });
    expect(out).toContain('Да.');
    expect(await cli(talk, '--encoding', 'klingon')).toMatchObject({ status: 2, out: '' });
  });

  it.each([
    ['an empty file', () => file('empty.txt', ''), 'file-empty'],
    [
      'a picture called text',
      () => file('x.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
      'file-image',
    ],
    [
      'a document that is none',
      () => file('x.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 1])),
      'docx-broken',
    ],
    ['a file that is not there', () => path.join(folder, 'none.txt'), 'file-missing'],
  ])('says on the error stream why it refuses %s', { timeout: 60_000 }, async (_, make, code) => {
    const { status, out, problem } = await cli(make(), '--json');
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(problem).toMatch(new RegExp(`^hearken: ${code}: \\S.*\\n$`));
  });
});
