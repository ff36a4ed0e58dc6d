import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { unpackArchive } from '#shared/archive/archive.ts';
import { defaultScaleTexts } from '#shared/assessment/scale-texts.ts';
import type { JournalEntry } from '#shared/change/change-set.ts';
import { blankRating } from '#shared/edit/rating.ts';
import { LANGUAGES, translator } from '#shared/i18n/index.ts';
import { newId } from '#shared/model/basics.ts';
import { type Problem, ProblemError } from '#shared/model/problem.ts';
import { defaultThresholds } from '#shared/model/round.ts';
import { type AnyRow, emptyState, type TableName, type WorkspaceState } from '#shared/model/tables.ts';
import { beginning, type Edited, workedIn } from '../../fixtures/edits.ts';
import { packed, putJournal, reforged } from '../../fixtures/forge.ts';
import { makeRound } from '../../fixtures/state.ts';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

/** Why a file is refused; null = it is opened. */
async function problemIn(bytes: Uint8Array): Promise<Problem | null> {
  try {
    await unpackArchive(bytes);
    return null;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.problem;
    throw thrown;
  }
}

/** What a person wrote never stands in a problem: parts, ids, fields and reasons alone. */
const PLAIN = /^[\w./: -]*$|^[–…]$/;

async function refused(bytes: Uint8Array, code: string, params: Problem['params'] = {}): Promise<void> {
  const problem = await problemIn(bytes);
  expect(problem).toMatchObject({ code, params });
  for (const value of Object.values(problem?.params ?? {})) expect(String(value)).toMatch(PLAIN);
}

const pick = <V>(list: readonly V[], number: number): V | undefined => list[number % list.length];
const nat = fc.nat(9973);
const runs = (numRuns: number) => ({ numRuns });
/** For tests that also hold that every case came up: always the same attempts. */
const SEEDED = { numRuns: 40, seed: 20_200_214 };

/** Rows of a random workspace, altered in place and packed with a beginning of their own, so that only rows speak. */
async function withRows(
  work: Promise<Edited>,
  alter: (state: WorkspaceState) => boolean | undefined,
): Promise<Uint8Array> {
  const { state } = await work;
  fc.pre(alter(state) === true);
  return packed(state);
}

/** The log of a random workspace, altered in place; sums and manifest fit it. */
async function withJournal(
  work: Promise<Edited>,
  alter: (journal: JournalEntry[]) => boolean | undefined,
): Promise<Uint8Array> {
  const { state, journal } = await work;
  const bytes = await packed(state, journal);
  const copy = structuredClone(journal);
  fc.pre(alter(copy) === true);
  return reforged(bytes, (members) => putJournal(members, copy));
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

describe('a workspace that somebody worked in', () => {
  test('is opened as it was, halves of surrogate pairs and all', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, async (work) => {
        const { state, journal } = await work;
        const opened = await unpackArchive(await packed(state, journal));
        expect(opened.state).toEqual(state);
        expect(opened.journal).toEqual(journal);
        expect(await problemIn(await packed(state))).toBeNull();
      }),
      runs(100),
    );
  });

  test('and so are the sample and every kept file of an earlier version', async () => {
    const folders = ['resources/sample', 'tests/fixtures/workspaces'];
    let opened = 0;
    for (const folder of folders)
      for (const name of await readdir(path.join(ROOT, folder))) {
        if (!name.endsWith('.hearken') && !name.endsWith('.json')) continue;
        const bytes = new Uint8Array(await readFile(path.join(ROOT, folder, name)));
        if (name.endsWith('.hearken')) expect(await problemIn(bytes), name).toBeNull();
        else {
          // A file of an earlier version lacks tables that came later.
          const state = { ...emptyState(), ...JSON.parse(strFromU8(bytes)) };
          expect(await problemIn(await packed(state)), name).toBeNull();
        }
        opened++;
      }
    expect(opened).toBeGreaterThan(1);
  });
});

describe('rows that contradict each other are refused', () => {
  test('an id that two rows of a table have', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, nat, async (work, table, row) => {
        const { state, journal } = await work;
        const filled = (Object.keys(state) as TableName[]).filter((name) => state[name].length > 0);
        const name = pick(filled, table) as TableName;
        const twin = pick<AnyRow>(state[name], row) as AnyRow;
        const bytes = await reforged(await packed(state, journal), ({ parts, manifest }) => {
          const rows = [...state[name], twin];
          parts.set(`tables/${name}.json`, strToU8(JSON.stringify(rows)));
          manifest.counts[name] = rows.length;
        });
        await refused(bytes, 'archive-duplicate', { part: `tables/${name}.json`, row: twin.id, field: 'id' });
      }),
      runs(60),
    );
  });

  test('a row that others refer to, left out', async () => {
    const tables = [
      'persons',
      'dialogues',
      'participants',
      'turns',
      'passages',
      'issues',
      'advice',
      'indicators',
    ] as const;
    const seen = new Set<TableName>();
    await fc.assert(
      fc.asyncProperty(workedIn, nat, async (work, row) => {
        const { state } = await work;
        for (const table of tables) {
          // What is asked for by a view, kept by a record or an amendment, decided on or logged may be gone.
          const { workspace: _1, views: _2, records: _3, amendments: _4, decisions, ...rows } = state;
          const rest = { ...rows, rounds: rows.rounds.map(({ log: _5, ...round }) => round) };
          const text = JSON.stringify(
            table === 'indicators' ? decisions : { ...rest, [table]: table === 'issues' ? rest.issues : [] },
          );
          const times = (id: string) => text.split(id).length - 1;
          const named = (state[table] as AnyRow[]).filter(
            ({ id }) => times(id) > (table === 'issues' ? 1 : 0),
          );
          const gone = pick(named, row);
          if (!gone) continue;
          seen.add(table);
          const lacking = { ...state, [table]: (state[table] as AnyRow[]).filter((one) => one !== gone) };
          await refused(await packed(lacking), 'archive-dangling', { target: gone.id });
        }
      }),
      SEEDED,
    );
    expect([...seen].sort()).toEqual([...tables].sort());
  });

  test('by field, row and what it names', async () => {
    const state = beginning();
    const [theme] = state.themes;
    const [nobody, part] = [newId(), 'tables/themes.json'];
    if (!theme) throw new Error('no theme');
    theme.issueIds.push(nobody);
    const bytes = await packed(state);
    await refused(bytes, 'archive-dangling', { part, row: theme.id, field: 'issueIds', target: nobody });
    for (const language of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
      const problem = await problemIn(bytes);
      const said = translator(language)('error.archive-dangling', problem?.params ?? {});
      for (const word of [part, theme.id, 'issueIds', nobody]) expect(said).toContain(word);
    }
  });

  test('a passage that is moved, that is beyond its turn, or whose turn is of another dialogue', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(workedIn, nat, nat, async (work, row, by) => {
        let expected = '';
        const bytes = await withRows(work, (state) => {
          const passage = pick(
            state.passages.filter((one) => one.state === 'anchored'),
            row,
          ) as Writable<WorkspaceState['passages'][number]> | undefined;
          const turn = state.turns.find(({ id }) => id === passage?.turnId);
          if (!passage || !turn) return false;
          if (by % 3 === 0) {
            const foreign = state.turns.find(({ dialogueId }) => dialogueId !== passage.dialogueId);
            if (!foreign) return false;
            passage.turnId = foreign.id;
            expected = 'archive-elsewhere';
            return true;
          }
          const shift = by % 3 === 1 ? 1 : turn.text.length;
          Object.assign(passage, { start: passage.start + shift, end: passage.end + shift });
          expected = 'archive-passage';
          return turn.text.slice(passage.start, passage.end) !== passage.quote;
        });
        seen.add(expected);
        await refused(bytes, expected);
      }),
      { ...SEEDED, numRuns: 100 },
    );
    expect(seen.size).toBe(2);
  });

  test('a rating beyond the scale of its round', async () => {
    const state = beginning();
    const round = makeRound({
      scaleTexts: defaultScaleTexts(4),
      thresholds: defaultThresholds(4),
      issueIds: state.issues.slice(0, 1).map(({ id }) => id),
      assessors: [
        { id: newId(), name: 'Ines', voice: 'company', personId: null, conflict: '', withdrawn: false },
      ],
    });
    const place = {
      roundId: round.id,
      issueId: round.issueIds[0] ?? '',
      assessorId: round.assessors[0]?.id ?? '',
    };
    const rating = { ...blankRating(place, newId(), '2024-06-02T00:00:00.000Z'), scope: 4 as const };
    const holding = (more: object) =>
      packed({
        ...state,
        rounds: [...state.rounds, round],
        ratings: [...state.ratings, { ...rating, ...more }],
      });
    expect(await problemIn(await holding({}))).toBeNull();
    const where = { part: 'tables/ratings.json', row: rating.id };
    await refused(await holding({ scope: 5 }), 'archive-invalid', { ...where, field: 'scope' });
    await refused(await holding({ leverage: 5 }), 'archive-invalid', { ...where, field: 'leverage' });
  });

  test('what a record keeps is held to the same', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, async (work, row) => {
        const bytes = await withRows(work, (state) => {
          const record = pick(state.records, row) as Writable<WorkspaceState['records'][number]> | undefined;
          if (!record) return false;
          record.issues = [];
          return true;
        });
        await refused(bytes, 'archive-dangling', { part: 'tables/records.json' });
      }),
      runs(20),
    );
  });

  test('issues merged in a circle, and rounds that began with each other', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, fc.integer({ min: 1, max: 4 }), async (work, length) => {
        const bytes = await withRows(work, ({ issues }) => {
          const ring = issues.slice(0, length);
          for (const [index, issue] of ring.entries())
            issue.mergedInto = ring[(index + 1) % ring.length]?.id ?? null;
          return true;
        });
        await refused(bytes, 'archive-circle', { part: 'tables/issues.json', field: 'mergedInto' });
      }),
      runs(30),
    );
    await fc.assert(
      fc.asyncProperty(workedIn, async (work) => {
        const bytes = await withRows(work, ({ rounds }) => {
          const [one, other] = rounds;
          if (!one || !other) return false;
          [one.basedOn, other.basedOn] = [other.id, one.id];
          return true;
        });
        await refused(bytes, 'archive-circle', { part: 'tables/rounds.json', field: 'basedOn' });
      }),
      runs(20),
    );
  });
});

describe('a log that contradicts itself is refused', () => {
  test('a `before` that never was', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, nat, fc.boolean(), async (work, at, field, whole) => {
        let part = '';
        const bytes = await withJournal(work, (journal) => {
          const places = journal.flatMap(({ seq, kind, changes }) =>
            kind === 'edit' ? changes.filter(({ before }) => before).map((change) => ({ seq, change })) : [],
          );
          const place = pick(places, at);
          if (!place?.change.before) return false;
          const { seq } = place;
          const change: Writable<typeof place.change> = place.change;
          part = `journal.jsonl:${seq}`;
          const fields = Object.entries(place.change.before).filter(
            ([key, value]) => key !== 'id' && typeof value === 'string',
          );
          const [key] = pick(fields, field) ?? [];
          if (whole || key === undefined) change.before = null;
          else change.before = { ...place.change.before, [key]: 'what never was' } as typeof change.before;
          // An undo of it would be found out by what it takes back, and later.
          return true;
        });
        await refused(bytes, 'archive-history', { part, reason: 'before' });
      }),
      runs(60),
    );
  });

  test('undo and redo that point elsewhere, or take back something else', async () => {
    const seen = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(workedIn, nat, nat, async (work, at, how) => {
        const pointers = ['target', 'undo', 'redo', 'undoBefore', 'redoBefore'] as const;
        const bytes = await withJournal(work, (journal) => {
          const inverse = journal.filter(({ kind, changes }) => kind !== 'edit' && changes.length > 0);
          const entry = pick(how % 2 ? inverse : journal, at) as Writable<JournalEntry> | undefined;
          if (!entry) return false;
          const pointer = how % 7 < 5 ? pointers[how % 7] : undefined;
          if (pointer) entry[pointer] = (entry[pointer] ?? 0) + 1 + (how % 50);
          else if (entry.kind === 'edit') return false;
          else entry.changes = [];
          seen.add(pointer);
          return true;
        });
        await refused(bytes, 'archive-history');
      }),
      { ...SEEDED, numRuns: 120 },
    );
    expect(seen.size).toBe(6);
  });

  test('an entry that says that it undoes what is not there', async () => {
    const state = beginning();
    const bytes = await reforged(await packed(state), (members) => {
      const [first] = strFromU8(members.parts.get('journal.jsonl') ?? new Uint8Array()).split('\n');
      const begun = JSON.parse(first ?? '') as JournalEntry;
      const undo = { ...begun, seq: 2, id: newId(), kind: 'undo', target: 7, redo: 2, changes: [] };
      putJournal(members, [begun, undo]);
    });
    await refused(bytes, 'archive-history', { part: 'journal.jsonl:2', reason: 'undo' });
  });

  test('two entries of one id', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, async (work, at) => {
        const bytes = await withJournal(work, (journal) => {
          const entry = pick(journal.slice(1), at) as Writable<JournalEntry> | undefined;
          if (!entry) return false;
          entry.id = journal[0]?.id ?? '';
          return true;
        });
        await refused(bytes, 'archive-history', { reason: 'twice' });
      }),
      runs(20),
    );
  });

  test('a row that its table does not accept, though it was replaced since', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, async (work, at) => {
        let row = '';
        const bytes = await withJournal(work, (journal) => {
          const replaced = journal.flatMap(({ kind, changes }) =>
            kind === 'edit' ? changes.filter(({ before, after }) => before && after) : [],
          );
          const change = pick(replaced, at);
          if (!change?.before) return false;
          row = change.id;
          const odd = { ...change.before, secret: 'Mirela Osei' } as unknown as AnyRow;
          const text = JSON.stringify(change.before);
          // Wherever this state of the row is told, so that before and after agree.
          for (const entry of journal)
            for (const one of entry.changes as Writable<(typeof entry.changes)[number]>[]) {
              if (JSON.stringify(one.before) === text) one.before = odd as never;
              if (JSON.stringify(one.after) === text) one.after = odd as never;
            }
          return true;
        });
        await refused(bytes, 'archive-invalid', { row });
      }),
      runs(40),
    );
  });

  test('a row under another id', async () => {
    const state = beginning();
    const bytes = await reforged(await packed(state), (members) => {
      const [first] = strFromU8(members.parts.get('journal.jsonl') ?? new Uint8Array()).split('\n');
      const begun = JSON.parse(first ?? '') as { changes: { id: string }[] };
      for (const change of begun.changes.slice(0, 1)) change.id = newId();
      putJournal(members, [begun]);
    });
    await refused(bytes, 'archive-history', { part: 'journal.jsonl:1', reason: 'id' });
  });
});

describe('the log’s sums', () => {
  /** Lines of the log altered; the manifest fits them, the sums do not. */
  async function withLines(work: Promise<Edited>, alter: (lines: string[]) => number | null) {
    const { state, journal } = await work;
    let line: number | null = null;
    const bytes = await reforged(await packed(state, journal), ({ parts, manifest }) => {
      const lines = journal.map((entry) => JSON.stringify(entry));
      line = alter(lines);
      parts.set('journal.jsonl', strToU8(lines.map((one) => `${one}\n`).join('')));
      manifest.seq = lines.length;
    });
    fc.pre(line !== null);
    return { bytes, line };
  }

  test('give away a line that was changed, taken out or exchanged', async () => {
    await fc.assert(
      fc.asyncProperty(workedIn, nat, fc.nat(2), async (work, at, how) => {
        const { bytes, line } = await withLines(work, (lines) => {
          const index = at % lines.length;
          const [one, other] = [lines[index] ?? '', lines[index + 1]];
          if (how === 0) lines[index] = one.replace('"actor":"Ren"', '"actor":"Aiko"');
          else if (how === 1) lines.splice(index, 1);
          else if (other === undefined) return null;
          else lines.splice(index, 2, other, one);
          return index + 1;
        });
        // What is cut off at the end leaves a sum too many.
        const cut = how === 1 && (await work).journal.length === line;
        await refused(bytes, 'archive-chain', { part: cut ? 'journal.sums' : `journal.jsonl:${line}` });
      }),
      runs(60),
    );
  });

  test('are there where the manifest tells the last one, and fit it', async () => {
    const bytes = await packed(beginning());
    await refused(
      await reforged(bytes, ({ parts }) => void parts.delete('journal.sums')),
      'archive-damaged',
      { part: 'journal.sums' },
    );
    await refused(
      await reforged(bytes, ({ manifest }) => void Object.assign(manifest, { sum: 'a'.repeat(64) })),
      'archive-chain',
      { part: 'journal.sums' },
    );
  });

  test('are not in files of earlier versions, which open all the same', async () => {
    const bytes = await reforged(await packed(beginning()), ({ parts, manifest }) => {
      parts.delete('journal.sums');
      delete manifest.sum;
    });
    expect(await problemIn(bytes)).toBeNull();
  });
});

describe('bytes and JSON that mean harm', () => {
  test('a byte that no UTF-8 has, in any part that is text', async () => {
    await fc.assert(
      fc.asyncProperty(
        workedIn,
        nat,
        nat,
        fc.integer({ min: 0xf8, max: 0xff }),
        async (work, at, where, byte) => {
          const { state, journal } = await work;
          let part = '';
          const bytes = await reforged(await packed(state, journal), ({ parts }) => {
            const [name, original] = pick([...parts], at) ?? ['', new Uint8Array()];
            part = name;
            const altered = original.slice();
            altered[where % altered.length] = byte;
            parts.set(name, altered);
          });
          await refused(bytes, 'archive-damaged', { part });
        },
      ),
      runs(60),
    );
  });

  test('and in the manifest', async () => {
    const { unzipSync, zipSync } = await import('fflate');
    const members = unzipSync(await packed(beginning()));
    const manifest = (members['manifest.json'] ?? new Uint8Array()).slice();
    manifest[manifest.length - 5] = 0xff;
    await refused(zipSync({ ...members, 'manifest.json': manifest }), 'archive-damaged', {
      part: 'manifest.json',
    });
  });

  test('a key that stands for the prototype, however it is written; words that say so are words', async () => {
    const state = beginning();
    const original = JSON.stringify(state.persons);
    for (const key of ['__proto__', '\\u005f_proto_\\u005F']) {
      const bytes = await reforged(await packed(state), ({ parts }) => {
        parts.set('tables/persons.json', strToU8(original.replace('"name":{', `"name":{"${key}":{"a":1},`)));
      });
      await refused(bytes, 'archive-invalid', { part: 'tables/persons.json' });
    }
    const [turn] = state.turns;
    if (turn) turn.text = 'They said "__proto__": nothing more.';
    expect(await problemIn(await packed(state))).toBeNull();
  });

  test('a number that no machine can hold', async () => {
    const state = beginning();
    const original = JSON.stringify(state.turns);
    for (const number of ['1e999', '-1e999']) {
      const bytes = await reforged(await packed(state), ({ parts }) => {
        parts.set('tables/turns.json', strToU8(original.replace('"order":0', `"order":${number}`)));
      });
      await refused(bytes, 'archive-invalid', {
        part: 'tables/turns.json',
        row: state.turns[0]?.id ?? '',
        field: 'order',
      });
    }
  });
});

/** Files that were once opened and should not have been; kept outside the project. */
const REPRO = path.join(ROOT, '..', 'shared', 'repro');
describe.skipIf(!existsSync(REPRO))('files that were opened once', () => {
  test.each([
    ['dangling.hearken', 'archive-dangling'],
    ['security/duplicate-ids-in-a-table.hearken', 'archive-duplicate'],
    ['security/journal-before-is-a-lie.hearken', 'archive-history'],
  ])('%s', async (name, code) => {
    await refused(new Uint8Array(await readFile(path.join(REPRO, name))), code);
  });
});
