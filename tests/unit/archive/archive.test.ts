import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, type ArchiveContent, packArchive, unpackArchive } from '#shared/archive/archive.ts';
import { type Change, invert, type JournalEntry } from '#shared/change/change-set.ts';
import { firstEntry } from '#shared/change/first-entry.ts';
import { editEntry, inverseEntry } from '#shared/change/history.ts';
import { applyChanges, indexState, plainState } from '#shared/change/state.ts';
import { newId } from '#shared/model/basics.ts';
import { REFERENCES } from '#shared/model/references.ts';
import { emptyState, TABLE_NAMES, TABLES } from '#shared/model/tables.ts';
import { anyRow } from '../../fixtures/arbitrary.ts';
import { putJournal, reforged } from '../../fixtures/forge.ts';
import { makePerson } from '../../fixtures/person.ts';
import { makeDialogue, makeTurn } from '../../fixtures/state.ts';

const stamp = () => ({ id: newId(), at: '2024-06-01T09:30:00.000Z', actor: 'Aiko', device: newId() });
const label = { key: 'change.workspace.edit', params: {} };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function contentOf(journal: JournalEntry[], files: Uint8Array[] = []): ArchiveContent {
  const state = indexState(emptyState());
  for (const { changes } of journal) applyChanges(state, changes);
  return {
    app: '0.1.0',
    name: '人権室',
    sample: false,
    state: plainState(state),
    journal,
    files: files.map((bytes) => ({ sha256: sha256(bytes), bytes })),
  };
}

/** Rows that stand alone; those that refer to others come about by the app's edits (contradictions.test.ts). */
const rowAlone = anyRow.filter(({ table }) =>
  REFERENCES[table].every(([, { mayBeGone }]) => mayBeGone?.when === 'always'),
);

/** A history in which rows of any kind that stands alone are added, changed, removed, undone and done again. */
const history = fc
  .array(fc.record({ what: rowAlone, act: fc.constantFrom('put', 'remove', 'undo', 'redo') }), {
    maxLength: 25,
  })
  .map((acts) => {
    const journal = [firstEntry(emptyState(), 'begin', stamp())];
    const state = indexState(emptyState());
    for (const { what, act } of acts) {
      const last = journal.at(-1) as JournalEntry;
      const { table, row } = what;
      let entry: JournalEntry | null = null;
      if (act === 'put' || act === 'remove') {
        const known = act === 'remove' ? [...state[table].values()].at(-1) : undefined;
        if (act === 'remove' && !known) continue;
        const id = known?.id ?? row.id;
        const change = {
          table,
          id,
          before: state[table].get(id) ?? null,
          after: known ? null : row,
        } as Change;
        entry = editEntry(last, stamp(), label, [change]);
      } else {
        const target = journal[(last[act] ?? 0) - 1];
        if (target) entry = inverseEntry(act, last, target, stamp(), invert(target.changes));
      }
      if (!entry) continue;
      applyChanges(state, entry.changes);
      journal.push(entry);
    }
    return journal;
  });

const file = fc.uint8Array({ maxLength: 300 });

describe('packing and opening a workspace file', () => {
  test('loses nothing: whatever rows hold, the whole history, the bytes of the originals', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.uniqueArray(file, { maxLength: 3, selector: sha256 }),
        async (journal, files) => {
          const content = contentOf(journal, files);
          const opened = await unpackArchive(await packArchive(content));
          expect(opened.state).toEqual(content.state);
          expect(opened.journal).toEqual(journal);
          expect(opened.seq).toBe(journal.length);
          expect(opened.files.map(({ bytes }) => sha256(bytes)).sort()).toEqual(files.map(sha256).sort());
          expect([opened.name, opened.sample]).toEqual([content.name, content.sample]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('every row that is drawn here is one that the model accepts', () => {
    fc.assert(
      fc.property(anyRow, ({ table, row }) => {
        expect(TABLES[table].schema.safeParse(row).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('the same content gives the same bytes', async () => {
    const content = contentOf([firstEntry({ ...emptyState(), persons: [makePerson()] }, 'x', stamp())]);
    const at = new Date('2024-06-01T12:00:00Z');
    expect(Buffer.from(await packArchive(content, at)).equals(await packArchive(content, at))).toBe(true);
  });

  test('a file without history gets one, so that every row has an origin', async () => {
    const state = { ...emptyState(), persons: [makePerson()] };
    const opened = await unpackArchive(await packArchive({ ...contentOf([]), state }));
    expect(opened.state).toEqual(state);
    expect(opened.journal).toHaveLength(1);
    expect(opened.journal[0]?.changes.map(({ after }) => after)).toEqual(state.persons);
  });

  test('a text that compresses far better than honest files do is still opened by its own reader', async () => {
    const dialogue = makeDialogue();
    const turn = makeTurn(dialogue.id, { text: 'あ'.repeat(2_000_000) });
    const original = new Uint8Array(5_000_000);
    const content = contentOf(
      [firstEntry({ ...emptyState(), dialogues: [dialogue], turns: [turn] }, 'x', stamp())],
      [original],
    );
    const opened = await unpackArchive(await packArchive(content));
    expect(opened.state.turns).toEqual([turn]);
    expect(opened.files[0]?.bytes.length).toBe(original.length);
  });
});

describe('what a person sees who unzips it', () => {
  test('is readable: a manifest with counts, a table a file, one line an entry, originals by checksum', async () => {
    const original = strToU8('WEBVTT');
    const content = contentOf(
      [firstEntry({ ...emptyState(), persons: [makePerson()] }, 'x', stamp())],
      [original],
    );
    const members = unzipSync(await packArchive(content));
    expect(Object.keys(members).sort()).toEqual(
      [
        'manifest.json',
        'journal.jsonl',
        'journal.sums',
        `files/${sha256(original)}`,
        ...TABLE_NAMES.map((table) => `tables/${table}.json`),
      ].sort(),
    );
    const text = (name: string) => Buffer.from(members[name] ?? []).toString('utf8');
    const manifest = JSON.parse(text('manifest.json'));
    expect(manifest).toMatchObject({ format: 'hearken-workspace', formatVersion: 1, seq: 1, name: '人権室' });
    expect(manifest.counts).toMatchObject({ persons: 1, issues: 0 });
    expect(text('tables/persons.json').split('\n').length).toBeGreaterThan(8);
    for (const { path, sha256: sum, size } of manifest.parts) {
      expect(sha256(members[path] ?? new Uint8Array())).toBe(sum);
      expect(members[path]?.length).toBe(size);
    }
  });
});

describe('what is refused', () => {
  const content = () =>
    contentOf([firstEntry({ ...emptyState(), persons: [makePerson()] }, 'x', stamp())], [strToU8('WEBVTT')]);
  const problemIn = async (bytes: Uint8Array) =>
    unpackArchive(bytes).then(
      () => 'opened',
      (thrown: { problem?: { code: string } }) => thrown.problem?.code ?? String(thrown),
    );
  /** The archive with some members replaced; null = left out. Checksums in the manifest stay as they were. */
  const altered = async (by: Record<string, Uint8Array | null>) => {
    const members: Zippable = { ...unzipSync(await packArchive(content())), ...by } as Zippable;
    for (const [name, bytes] of Object.entries(by)) if (bytes === null) delete members[name];
    return zipSync(members);
  };
  const manifestWith = async (fields: object) => {
    const members = unzipSync(await packArchive(content()));
    const manifest = JSON.parse(Buffer.from(members['manifest.json'] ?? []).toString('utf8'));
    return altered({ 'manifest.json': strToU8(JSON.stringify({ ...manifest, ...fields })) });
  };

  test('what is no workspace file', async () => {
    expect(await problemIn(new Uint8Array())).toBe('archive-foreign');
    expect(await problemIn(strToU8('Osei: Repay those fees.'))).toBe('archive-foreign');
    expect(await problemIn(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('archive-foreign');
    expect(await problemIn(await altered({ 'manifest.json': strToU8('{"format":"other"}') }))).toBe(
      'archive-foreign',
    );
  });

  test('a newer format, by the version of the app that wrote it', async () => {
    const newer = await manifestWith({ formatVersion: 2, app: '9.0.0', counts: 'told differently then' });
    await expect(unpackArchive(newer)).rejects.toMatchObject({
      problem: { code: 'archive-newer', params: { app: '9.0.0' } },
    });
  });

  test('a file cut off at any place', async () => {
    const whole = await packArchive(content());
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        expect(await problemIn(whole.subarray(0, length))).toBe(
          length < 4 ? 'archive-foreign' : 'archive-damaged',
        );
      }),
      { numRuns: 60 },
    );
  });

  test('or altered at any place, unless the zip itself gives no weight to it', async () => {
    const whole = await packArchive(content());
    const before = await unpackArchive(whole);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const other = whole.slice();
          other[at] = (other[at] as number) ^ by;
          const opened = await unpackArchive(other).catch((thrown) => thrown);
          // Times and attributes in a zip's headers mean nothing to us.
          if (opened instanceof Error) expect(opened).toHaveProperty('problem');
          else expect(opened).toEqual(before);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a part that is missing, exchanged, or not what the manifest counts', async () => {
    expect(await problemIn(await altered({ 'tables/persons.json': null }))).toBe('archive-damaged');
    expect(await problemIn(await altered({ 'tables/persons.json': strToU8('[]') }))).toBe('archive-damaged');
    expect(await problemIn(await altered({ 'journal.jsonl': strToU8('') }))).toBe('archive-damaged');
    expect(await problemIn(await manifestWith({ seq: 7 }))).toBe('archive-damaged');
    expect(await problemIn(await manifestWith({ counts: {} }))).toBe('archive-damaged');
    expect(await problemIn(await manifestWith({ parts: [] }))).toBe('archive-damaged');
  });

  /** An archive made by somebody who kept the manifest right. */
  const forged = async (table: string, text: string) =>
    reforged(await packArchive(content()), ({ parts }) => void parts.set(table, strToU8(text)));
  const withLog = async (fields: object) =>
    reforged(await packArchive(content()), (members) =>
      putJournal(members, [{ ...content().journal[0], ...fields }]),
    );

  test('rows that the model does not know, and rows that the history does not', async () => {
    const stranger = JSON.stringify([makePerson()]);
    const odd = JSON.stringify([{ ...makePerson(), kind: 'nobody' }]);
    expect(await problemIn(await forged('tables/persons.json', odd))).toBe('archive-invalid');
    expect(await problemIn(await forged('tables/persons.json', stranger))).toBe('archive-history');
    expect(await problemIn(await forged('tables/persons.json', '[{'))).toBe('archive-damaged');
    expect(await problemIn(await withLog({ seq: 2 }))).toBe('archive-damaged');
    expect(await problemIn(await withLog({ kind: 'wish' }))).toBe('archive-invalid');
  });

  test('paths that climb, and bombs', async () => {
    const safe = unzipSync(await packArchive(content()));
    for (const path of ['../../escape.txt', '/etc/escape', 'files/..\\..\\escape', 'C:/escape'])
      expect(await problemIn(zipSync({ ...safe, [path]: strToU8('x') })), path).toBe('archive-hostile');
    const bomb = zipSync({ ...safe, 'files/bomb': [new Uint8Array(20_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(40_000);
    expect(await problemIn(bomb)).toBe('archive-hostile');
    const many: Zippable = { ...safe };
    for (let index = 0; index <= ARCHIVE_LIMITS.entries; index++)
      many[`files/${index}`] = [new Uint8Array(), { level: 0 }];
    expect(await problemIn(zipSync(many))).toBe('archive-hostile');
  });
});
