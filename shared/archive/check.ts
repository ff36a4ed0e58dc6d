import { dequal } from 'dequal';
import { type Change, invert, type JournalEntry } from '../change/change-set.ts';
import { editEntry, inverseEntry } from '../change/history.ts';
import { applyChanges, type IndexedState, indexState, plainState } from '../change/state.ts';
import { currentRows, takeBack } from '../change/undo.ts';
import { lacksRatings } from '../change/withheld.ts';
import { Id } from '../model/basics.ts';
import { ProblemError } from '../model/problem.ts';
import { fieldBeyond } from '../model/rating.ts';
import { circles, dangling, type Place, type Scope, scopesOf } from '../model/references.ts';
import { scaleSize } from '../model/scale.ts';
import { type AnyRow, emptyState, TABLE_NAMES, TABLES, type WorkspaceState } from '../model/tables.ts';
import type { Turn } from '../model/turn.ts';
import { JOURNAL, tablePath } from './format.ts';

/**
 * What a workspace must not say against itself: an id that two rows of a table have, a reference that leads nowhere,
 * rows that lead back to themselves, a passage that is not what its turn says, a rating beyond its round's scale. Rows
 * that a record keeps are held to the same.
 * @throws ProblemError `archive-duplicate`, `archive-dangling`, `archive-elsewhere`, `archive-circle`,
 *   `archive-passage`, `archive-invalid`; each names the part, the row and the field, and nothing that a person wrote
 */
export function checkState(state: WorkspaceState): void {
  const scopes = scopesOf(state);
  for (const scope of scopes) refuseDuplicates(scope);
  for (const found of dangling(state)) {
    const code = found.reason === 'missing' ? 'archive-dangling' : 'archive-elsewhere';
    throw new ProblemError(code, { ...placeParams(found), target: found.target });
  }
  for (const found of circles(state)) throw new ProblemError('archive-circle', placeParams(found));
  for (const scope of scopes) refuseAdrift(scope);
  for (const scope of scopes) refuseBeyondScale(scope);
}

/**
 * Replays a log from nothing and holds each entry to what went before it: no id twice, undo and redo as the app
 * writes them, every row as its table wants it, and each `before` as it was. In the end the log leads to the rows.
 * @throws ProblemError `archive-history` with the line as `part` and a `reason`, `archive-invalid`
 */
export async function checkHistory(state: WorkspaceState, journal: readonly JournalEntry[]): Promise<void> {
  const replayed = indexState(emptyState());
  const ids = new Set<string>();
  let last: JournalEntry | null = null;
  const partial = lacksRatings(journal);
  for (const entry of journal) {
    const part = `${JOURNAL}:${entry.seq}`;
    if (ids.has(entry.id)) throw history(part, 'twice');
    ids.add(entry.id);
    if (!(await isNextOf(last, entry, { journal, replayed, partial }))) throw history(part, entry.kind);
    for (const change of entry.changes) replay(replayed, change, part);
    last = entry;
  }
  const [replayedRows, stored] = [plainState(replayed), plainState(indexState(state))];
  for (const table of TABLE_NAMES)
    if (!dequal(replayedRows[table], stored[table])) throw history(tablePath(table), 'rows');
}

/** @throws ProblemError `archive-invalid` for a row that its table does not accept */
export function checkRow(part: string, table: keyof WorkspaceState, row: unknown): void {
  const parsed = TABLES[table].schema.safeParse(row);
  if (parsed.success) return;
  throw invalid(part, row, parsed.error.issues[0]?.path);
}

/**
 * What the app cannot accept, without a word of what is there: names of fields are the model's, keys that a
 * person may have written are left out.
 */
export function invalid(part: string, row: unknown, path: readonly PropertyKey[] = []): ProblemError {
  const field = path.map((step) => (/^[A-Za-z0-9]{1,30}$/.test(String(step)) ? String(step) : '…')).join('.');
  return new ProblemError('archive-invalid', { part, row: rowName(row), field: field || '–' });
}

/** A row's id where it is one; what is in its place could be anything. */
function rowName(row: unknown): string {
  const id = typeof row === 'object' && row !== null && 'id' in row ? Id.safeParse(row.id) : undefined;
  return id?.success ? id.data : '–';
}

function replay(replayed: IndexedState, change: Change, part: string): void {
  const { table, id, before, after } = change;
  const current: AnyRow | null = replayed[table].get(id) ?? null;
  // What is left in the end is checked with the tables; what is replaced is checked here, before it is compared.
  if (current !== null) checkRow(part, table, current);
  if (!dequal(before, current)) throw history(part, 'before', id);
  if (after !== null && after.id !== id) throw history(part, 'id', id);
  applyChanges(replayed, [change]);
}

interface Past {
  readonly journal: readonly JournalEntry[];
  readonly replayed: IndexedState;
  /** Ratings were left out of the log: what they cited was kept by an undo, and nothing in it says why. */
  readonly partial: boolean;
}

/** Whether an entry is what the app writes after the last one: its place in undo and redo, and what it takes back. */
async function isNextOf(
  last: JournalEntry | null,
  entry: JournalEntry,
  { journal, replayed, partial }: Past,
): Promise<boolean> {
  const { kind, label, changes } = entry;
  if (kind === 'edit') return hasSamePlace(entry, editEntry(last, entry, label, changes));
  const target = last?.[kind] ? journal[last[kind] - 1] : undefined;
  if (!last || !target || target.seq >= entry.seq) return false;
  if (!hasSamePlace(entry, inverseEntry(kind, last, target, entry, changes))) return false;
  const written = byRow(changes);
  // The exact inverse holds without a look at the rows: each `before` is compared with them anyway.
  const inverse = byRow(invert(target.changes));
  if (dequal(written, inverse)) return true;
  if (partial) return [...written.keys()].every((row) => inverse.has(row));
  return dequal(written, byRow((await takeBack(target.changes, currentRows(replayed))).changes));
}

function hasSamePlace(one: JournalEntry, other: JournalEntry): boolean {
  return (['target', 'undo', 'redo', 'undoBefore', 'redoBefore'] as const).every(
    (pointer) => one[pointer] === other[pointer],
  );
}

/** Changes by the row they change; one that changes nothing is not written when it is taken back. */
function byRow(changes: readonly Change[]): Map<string, Change> {
  return new Map(
    changes
      .filter(({ before, after }) => !dequal(before, after))
      .map((change) => [`${change.table}/${change.id}`, change]),
  );
}

function refuseDuplicates({ rows, recordId }: Scope): void {
  for (const table of TABLE_NAMES) {
    const seen = new Set<string>();
    for (const { id } of (rows[table] ?? []) as AnyRow[]) {
      if (seen.has(id))
        throw new ProblemError('archive-duplicate', placeParams({ table, id, field: 'id', recordId }));
      seen.add(id);
    }
  }
  for (const { id, assessors } of rows.rounds ?? [])
    if (new Set(assessors.map((one) => one.id)).size < assessors.length)
      throw new ProblemError(
        'archive-duplicate',
        placeParams({ table: 'rounds', id, field: 'assessors.id', recordId }),
      );
}

function refuseAdrift({ rows, recordId }: Scope): void {
  const turns = new Map((rows.turns ?? []).map((turn: Turn) => [turn.id, turn.text]));
  for (const { id, turnId, state, start, end, quote } of rows.passages ?? []) {
    if (state !== 'anchored') continue;
    const text = turns.get(turnId) ?? '';
    if (text.slice(start, end) === quote) continue;
    const place: Place = { table: 'passages', id, field: 'quote', recordId };
    throw new ProblemError('archive-passage', {
      ...placeParams(place),
      reason: end > text.length ? 'beyond' : 'words',
    });
  }
}

function refuseBeyondScale({ rows, recordId }: Scope): void {
  const sizes = new Map((rows.rounds ?? []).map((round) => [round.id, scaleSize(round)]));
  for (const rating of rows.ratings ?? []) {
    const size = sizes.get(rating.roundId);
    const field = size && fieldBeyond(rating, size);
    if (field)
      throw new ProblemError(
        'archive-invalid',
        placeParams({ table: 'ratings', id: rating.id, field, recordId }),
      );
  }
}

/** A place as a sentence names it; a row inside a record by the record's own table. */
function placeParams({ table, id, field, recordId }: Place): { part: string; row: string; field: string } {
  if (recordId === null) return { part: tablePath(table), row: id, field };
  return { part: tablePath('records'), row: recordId, field: `${table} ${id} ${field}` };
}

function history(part: string, reason: string, row = '–'): ProblemError {
  return new ProblemError('archive-history', { part, reason, row });
}
