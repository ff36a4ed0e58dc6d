import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { plainState } from '#shared/change/state.ts';
import { blindCopyContent, blindCopyState } from '#shared/coding/blind-copy.ts';
import { importDialogue } from '#shared/edit/dialogue.ts';
import { newId } from '#shared/model/basics.ts';
import { dangling } from '#shared/model/references.ts';
import { type AnyRow, TABLE_NAMES, type TableName, type WorkspaceState } from '#shared/model/tables.ts';
import { upgradeState } from '#shared/model/upgrade.ts';
import type { ReadResult } from '#shared/transcript/result.ts';
import { arbitraryRow } from '../../fixtures/arbitrary.ts';
import { AT, codeAs, edit, makeOffice } from './workspace.ts';

/** The tables that a copy may hold rows of; every other one, also one that is added later, must be empty. */
const SHOWN: readonly TableName[] = [
  'workspace',
  'instruments',
  'issues',
  'persons',
  'dialogues',
  'participants',
  'turns',
];
const HIDDEN = TABLE_NAMES.filter((table) => !SHOWN.includes(table));

const stamp = () => ({ id: newId(), at: AT, actor: 'Ren', device: newId() });
const request = (state: WorkspaceState) => ({
  coder: 'Ines',
  dialogueIds: state.dialogues.map(({ id }) => id),
  maker: 'Ren',
  seq: 7,
  at: AT,
});

async function packed(state: WorkspaceState): Promise<Uint8Array> {
  const copy = blindCopyState(state, request(state));
  return packArchive(blindCopyContent(copy, { name: 'Copy', app: '0.1.0', stamp: stamp() }));
}

/** Every byte that a reader of the file could come by, as text. */
function contents(bytes: Uint8Array): string {
  const members = Object.entries(unzipSync(bytes)).map(([name, member]) => `${name}\n${Buffer.from(member)}`);
  return [Buffer.from(bytes).toString('latin1'), ...members].join('\n');
}

describe('a blind copy', () => {
  it('holds none of the rows that others made, nor their ids, in any byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          Object.fromEntries(
            HIDDEN.map((table) => [
              table,
              fc.array(arbitraryRow(table) as fc.Arbitrary<AnyRow>, { maxLength: 3 }),
            ]),
          ),
        ),
        async (hidden) => {
          const shown = plainState(makeOffice().state);
          const state = { ...shown, ...hidden } as WorkspaceState;
          const text = contents(await packed(state));
          for (const { id } of Object.values(hidden).flat()) expect(text).not.toContain(id);
          for (const { id } of shown.turns) expect(text).toContain(id);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('holds none of the words that others wrote: memos, advice, summaries, reasons, names of original files', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    const state = plainState(office.state);
    const secret = (word: string) => `SECRET-${word}`;
    const hidden: WorkspaceState = {
      ...state,
      codings: state.codings.map((coding) => ({ ...coding, memo: secret('memo'), coder: secret('coder') })),
      dialogues: state.dialogues.map((dialogue) => ({
        ...dialogue,
        summary: secret('summary'),
        source: {
          name: secret('file.docx'),
          sha256: 'ab'.repeat(32),
          size: 10,
          mediaType: 'text/plain',
          format: 'plain',
          encoding: 'utf-8',
        },
      })),
      persons: [
        {
          id: newId(),
          name: { en: secret('person') },
          reading: '',
          aliases: [],
          title: {},
          organisation: {},
          organisationId: null,
          kind: 'other',
        },
      ],
    };
    const text = contents(await packed(hidden));
    expect(text).not.toContain('SECRET');
    expect(text).not.toContain('ab'.repeat(32));
    expect(text).toContain('Brokers take the first wages.');
  });

  it('refers to nothing that stays behind: the sample’s opens, with its register left out', async () => {
    const sample = path.resolve(import.meta.dirname, '../../../resources/sample/sample.json');
    const state = upgradeState(JSON.parse(await readFile(sample, 'utf8')) as WorkspaceState);
    const copy = blindCopyState(state, {
      ...{ coder: 'Ines', maker: 'Ren', seq: 7, at: AT },
      dialogueIds: state.dialogues.map(({ id }) => id),
    });
    expect(state.persons.some(({ organisationId }) => organisationId !== null)).toBe(true);
    expect([...dangling(copy)]).toEqual([]);
    expect(copy.organisations).toEqual([]);
  });

  it('is marked: whose copy it is, of which workspace, at which entry', async () => {
    const state = plainState(makeOffice().state);
    const opened = await unpackArchive(await packed(state));
    const [workspace] = opened.state.workspace;
    expect(workspace?.id).toBe(state.workspace[0]?.id);
    expect(workspace?.copy).toEqual({ coder: 'Ines', of: state.workspace[0]?.name, seq: 7, at: AT });
    expect(workspace?.name.en).toContain('Ines');
    expect(workspace?.name.ja).toContain('港湾事務局');
  });

  it('begins its own history: what was coded, advised and undone before is not in its journal', async () => {
    const office = makeOffice();
    const opened = await unpackArchive(await packed(plainState(office.state)));
    expect(opened.journal).toHaveLength(1);
    expect(new Set(opened.journal[0]?.changes.map(({ table }) => table))).toEqual(
      new Set(['workspace', 'issues', 'dialogues', 'participants', 'turns']),
    );
  });

  it('is never more open than the workspace: a discreet passage makes its whole dialogue as discreet', async () => {
    const office = makeOffice();
    await codeAs(office.state, office, 'Ren', [{ turn: 0, start: 0, end: 29, issue: 0 }]);
    const state = plainState(office.state);
    const passages = state.passages.map((passage) => ({ ...passage, attribution: 'off-record' as const }));
    const copy = blindCopyState({ ...state, passages }, request(state));
    expect(copy.dialogues.map(({ attribution }) => attribution)).toEqual(['off-record', 'named']);
  });

  it('holds the chosen dialogues alone', () => {
    const state = plainState(makeOffice().state);
    const [first] = state.dialogues.map(({ id }) => id);
    const copy = blindCopyState(state, { ...request(state), dialogueIds: [first as string] });
    expect(copy.dialogues).toHaveLength(1);
    for (const row of [...copy.turns, ...copy.participants]) expect(row.dialogueId).toBe(first);
    expect(copy.turns).toHaveLength(4);
  });

  it.each([
    ['coder-name-missing', { coder: ' ' }],
    ['coder-self', { coder: ' Ren' }],
    ['coder-no-dialogue', { dialogueIds: [] }],
  ])('is refused with %s', (code, change) => {
    const state = plainState(makeOffice().state);
    expect(() => blindCopyState(state, { ...request(state), ...change })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('is not made of a copy', () => {
    const state = plainState(makeOffice().state);
    const copy = blindCopyState(state, request(state));
    expect(() => blindCopyState(copy, { ...request(copy), coder: 'Sana' })).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code: 'coder-in-copy' }) }),
    );
  });
});

describe('an imported dialogue', () => {
  /** Whatever a reader may make of a file. */
  const block = fc.record({
    kind: fc.constantFrom('speech' as const, 'narration' as const),
    speaker: fc.constantFrom('Osei', '佐藤', null),
    heading: fc.option(fc.string({ unit: 'binary', maxLength: 8 })),
    text: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
  });

  it('is the same after it went through a workspace file, whole or as a blind copy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 12 }), async (blocks) => {
        const { state } = makeOffice();
        const participants = ['Osei', '佐藤'].map((label) => ({
          name: `${label} M.`,
          label,
          title: '',
          organisation: 'Union',
          external: true,
          voice: 'expert' as const,
          kind: 'union' as const,
        }));
        const result = {
          format: 'plain',
          encoding: 'utf-8',
          warnings: [],
          alarms: [],
          ledger: [],
          source: [],
          participants,
          blocks: blocks.map((one) => ({ ...one, start: null, end: null, cues: [], lines: null })),
        } as unknown as ReadResult;
        await edit(state, (draft) =>
          importDialogue(draft, {
            result,
            details: {
              title: 'Read',
              date: null,
              place: '',
              form: 'unknown',
              fiscalYear: 2024,
              attribution: 'named',
              language: 'ja',
            },
            source: null,
          }),
        );
        const before = plainState(state);
        const whole = await unpackArchive(
          await packArchive({ app: '', name: 'W', sample: false, state: before, journal: [], files: [] }),
        );
        expect(whole.state).toEqual(before);
        const blind = await unpackArchive(await packed(before));
        for (const table of ['turns', 'participants', 'persons', 'issues'] as const)
          expect(blind.state[table]).toEqual(before[table]);
      }),
      { numRuns: 40 },
    );
  });
});
