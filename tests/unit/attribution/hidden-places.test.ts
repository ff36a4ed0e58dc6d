/** Places of a file that nobody sees on a page, and traces on the machine: none of them tells who somebody is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Disclosure } from '#shared/attribution/disclosure.ts';
import { matrixOfRound } from '#shared/chart/matrix-of-round.ts';
import { redactedScene } from '#shared/chart/redacted-scene.ts';
import { svgOf } from '#shared/chart/svg.ts';
import { newId } from '#shared/model/basics.ts';
import { writeDocx } from '#shared/report/docx/write.ts';
import { checkedReport } from '#shared/report/index.ts';
import { makeSheets } from '#shared/sheet/make.ts';
import { pngOf } from '../../../main/cli/raster.ts';
import { pngChunks } from '../../fixtures/png.ts';
import { everywhere, PLACEHOLDER } from './outputs.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const NAME = /Osei|Mirela|オセイ|ミレラ/i;
const AT = '2024-07-01T12:00:00.000Z';

async function wordMembers(creator = ''): Promise<Record<string, string>> {
  const state = everywhere('role');
  const request = {
    kind: 'dialogue' as const,
    subjectId: state.dialogues[0]?.id ?? '',
    language: 'en' as const,
    creator,
    writtenAt: AT,
    pictures: [],
  };
  const { leaks } = await checkedReport(state, request);
  const choices = Object.fromEntries(leaks.map(({ id }) => [id, 'withhold' as const]));
  const { document } = await checkedReport(state, request, choices);
  const members = unzipSync(await writeDocx(document, {}));
  return Object.fromEntries(Object.entries(members).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('a Word document', () => {
  it('holds nothing but its text, and what tells how it looks', async () => {
    const members = await wordMembers();
    // No comments, no people, no thumbnail, no data of other programs, no macros.
    expect(
      Object.keys(members)
        .filter((name) => !/^word\/(_rels|theme)\/|^_rels\//.test(name))
        .sort(),
    ).toEqual([
      '[Content_Types].xml',
      ...['app', 'core', 'custom'].map((name) => `docProps/${name}.xml`),
      ...[
        'document',
        'endnotes',
        'fontTable',
        'footer1',
        'footnotes',
        'header1',
        'numbering',
        'settings',
        'styles',
      ].map((name) => `word/${name}.xml`),
    ]);
    for (const [name, text] of Object.entries(members)) {
      // By these, Word tells in which sitting of whose copy each piece was written.
      expect(text, name).not.toMatch(/w:rsid|w14:paraId|w:author|w:ins |w:del /);
      expect(text, name).not.toMatch(NAME);
    }
  });

  it('says in its properties who made it only as that was asked for', async () => {
    const core = async (creator: string) => {
      const members = await wordMembers(creator);
      expect(members['docProps/app.xml']).not.toMatch(/<(Company|Manager|Template)/);
      expect(members['docProps/custom.xml']).not.toContain('<property');
      return ['dc:creator', 'cp:lastModifiedBy'].map(
        (tag) => new RegExp(`<${tag}>([^<]*)<`).exec(members['docProps/core.xml'] ?? '')?.[1],
      );
    };
    expect(await core('')).toEqual(['Hearken', 'Hearken']);
    expect(await core('Human Rights Office')).toEqual(['Human Rights Office', 'Human Rights Office']);
    expect(await core('Mirela Osei')).toEqual([PLACEHOLDER, PLACEHOLDER]);
  });
});

it('a workbook has no parts but its sheets, their look and two properties', async () => {
  const state = everywhere('role');
  const [round] = state.rounds;
  if (!round) throw new Error('no round');
  const asked = {
    roundId: round.id,
    assessorIds: round.assessors.slice(0, 1).map(({ id }) => id),
    format: 'xlsx' as const,
    language: 'en' as const,
    evidence: true,
    readers: { own: round.assessors.map(({ id }) => id), opened: [] },
    app: '',
    seq: 1,
    stamp: { at: AT, actor: '', device: newId() },
  };
  const open = { ...state, rounds: [{ ...round, stage: 'rating' as const }] };
  const first = await makeSheets(open, asked);
  const leaks = 'leaks' in first ? first.leaks : [];
  const made = await makeSheets(
    open,
    asked,
    Object.fromEntries(leaks.map(({ id }) => [id, 'withhold' as const])),
  );
  if (!('bytes' in made)) throw new Error('names are left');
  const members = unzipSync(made.bytes);
  expect(
    Object.keys(members).filter((name) => /comments|persons|thumbnail|customXml|vba|external/i.test(name)),
  ).toEqual([]);
  for (const [name, bytes] of Object.entries(members)) expect(strFromU8(bytes), name).not.toMatch(NAME);
});

describe('a picture', () => {
  const made = everywhere('role');
  const state = {
    ...made,
    issues: made.issues.map((one) => ({ ...one, name: { en: 'Fees, as Osei saw them' } })),
  };
  const scene = redactedScene(
    matrixOfRound(state, state.rounds[0]?.id ?? '', 'en'),
    new Disclosure(state, PLACEHOLDER, 'en'),
  );

  it('as SVG names nobody in its titles and its description, and has no metadata', () => {
    const svg = svgOf(scene);
    const told = [...svg.matchAll(/<(title|desc)\b[^>]*>([^<]*)</g)].map(([, , text = '']) => text);
    expect(told.length).toBeGreaterThan(2);
    expect(told.join('\n')).toContain(PLACEHOLDER);
    expect(svg).not.toMatch(NAME);
    expect(svg).not.toMatch(/<metadata|<!--|<\?|inkscape|sodipodi|rdf:/);
  });

  it('as PNG is pixels alone: no text, no time, no words of its SVG', async () => {
    const chunks = pngChunks(await pngOf(svgOf(scene, { fonts: 'sans-serif' }), 1));
    expect([...new Set(chunks)]).toEqual(['IHDR', 'IDAT', 'IEND']);
  });
});

describe('on the machine', () => {
  const files = ['main', 'preload', 'renderer', 'shared'].flatMap((room) =>
    readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => path.join(ROOT, room, file)),
  );
  const code = new Map(files.map((file) => [path.relative(ROOT, file), readFileSync(file, 'utf8')]));
  const using = (words: RegExp) => [...code].flatMap(([file, text]) => (words.test(text) ? [file] : []));

  it('nothing is written into the system’s temporary folder, its recent documents, or crash dumps', () => {
    expect(using(/\btmpdir\b|getPath\(['"]temp['"]\)/)).toEqual([]);
    expect(using(/addRecentDocument|\bcrashReporter\b|setJumpList|setUserTasks/)).toEqual([]);
  });

  it('each of the system’s file dialogs is told to leave the file out of the recent documents', () => {
    const shown = using(/showOpenDialog|showSaveDialog/);
    expect(shown).toEqual(['main/dialogs.ts']);
    const dialogs = code.get('main/dialogs.ts') ?? '';
    expect(dialogs.match(/dontAddToRecent/g)?.length).toBe(dialogs.match(/show(?:Open|Save)Dialog/g)?.length);
  });
});
