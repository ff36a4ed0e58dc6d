import type { Id, LocalText } from '#shared/model/basics.ts';
import type { Entry } from '#shared/model/entry.ts';
import { possibleTargets, REFERENCES } from '#shared/model/references.ts';
import type { AnyRow, Rows, TableName } from '#shared/model/tables.ts';
import type { FiscalYearConvention } from '#shared/model/workspace.ts';
import { type EntryDispute, entryDisputes } from '#shared/register/entry-disputes.ts';
import {
  refersTo,
  type Target,
  TIMELINE_TABLES,
  type TimelineItem,
  type TimelineRows,
  type TimelineTable,
  timelineOf,
} from '#shared/register/timeline.ts';
import { type ReadDb, useRows } from '../../store/index.ts';
import { rowsInParts } from '../../store/parts.ts';

/** A timeline with what is needed to name what is in it. */
export interface Timeline {
  /** Ids of what it is of. */
  readonly own: ReadonlySet<Id>;
  readonly items: readonly TimelineItem[];
  readonly disputes: readonly EntryDispute[];
  /** Names of rows that items name: indicators of figures, arrangements and sources of entries, subjects of decisions. */
  readonly nameOf: (table: TableName, id: Id | null) => LocalText | undefined;
  readonly dialogueOf: (
    passageId: Id | null,
  ) => { readonly dialogueId: Id; readonly turnId: Id; readonly title: string } | null;
  readonly convention: FiscalYearConvention;
}

/** Live: everything that refers to rows; undefined while it is read. */
export function useTimeline(targets: readonly Target[]): Timeline | undefined {
  return useRows((db) => readTimeline(db, targets), [JSON.stringify(targets)]);
}

/** Reads everything that refers to rows: by index where there is one. */
export async function readTimeline(db: ReadDb, targets: readonly Target[]): Promise<Timeline> {
  const convention = (await db.workspace.toCollection().first())?.fiscalYear ?? {
    firstMonth: 1,
    namedBy: {},
  };
  const rows = Object.fromEntries(
    await Promise.all(TIMELINE_TABLES.map(async (table) => [table, await referring(db, table, targets)])),
  ) as TimelineRows;
  const items = timelineOf(rows, targets, convention.firstMonth);
  const entries = items.flatMap((item) => (item.table === 'entries' ? [item.row] : []));
  const regular = new Set<Id>(
    (await db.arrangements.toArray()).flatMap(({ id, cadence }) => (cadence ? [id] : [])),
  );
  return {
    own: new Set(targets.map(({ id }) => id)),
    items,
    disputes: entryDisputes(entries, regular, convention.firstMonth),
    convention,
    ...(await namesFor(db, items)),
  };
}

/** Rows of a table that may refer to the targets: no fewer than do. */
async function referring<T extends TimelineTable>(
  db: ReadDb,
  table: T,
  targets: readonly Target[],
): Promise<Rows[T][]> {
  const from = db[table] as unknown as ReadDb['entries'];
  const isReferring = (row: AnyRow) => targets.some((target) => refersTo(table, row, target));
  if (
    targets.some(({ code }) => code !== undefined) &&
    ['issues', 'indicators', 'arrangements'].includes(table)
  )
    return rowsInParts(db, table, isReferring);
  const found = new Map<Id, AnyRow>();
  for (const [field, reference] of REFERENCES[table]) {
    const possible = possibleTargets(reference);
    const ids = targets.filter((target) => possible.includes(target.table)).map(({ id }) => id);
    if (ids.length === 0) continue;
    // What stands inside an object or a list of them has no index.
    if (field.includes('.')) return rowsInParts(db, table, isReferring);
    for (const row of await from.where(field).anyOf(ids).distinct().toArray()) found.set(row.id, row);
  }
  return [...found.values()] as Rows[T][];
}

/** The text that something happened to; null = to none. */
export function instrumentOf({ refs }: Pick<Entry, 'refs'>): Id | null {
  return refs.find(({ to }) => to === 'instrument')?.id ?? null;
}

async function namesFor(db: ReadDb, items: readonly TimelineItem[]) {
  const wanted: { table: TableName; id: Id }[] = [];
  const passages: Id[] = [];
  const want = (table: TableName, id: Id | null | undefined) => id && wanted.push({ table, id });
  for (const item of items) {
    if (item.table === 'figures') want('indicators', item.row.indicatorId);
    if (item.table === 'decisions')
      want(item.row.subject.kind === 'issue' ? 'issues' : 'themes', item.row.subject.id);
    if (item.table !== 'entries') continue;
    want('arrangements', item.row.arrangementId);
    want('organisations', item.row.of);
    want('sources', item.row.sourceId);
    want('instruments', instrumentOf(item.row));
    if (item.row.passageId) passages.push(item.row.passageId);
  }
  const names = new Map<string, LocalText>();
  for (const table of new Set(wanted.map((one) => one.table))) {
    const ids = wanted.filter((one) => one.table === table).map(({ id }) => id);
    const rows = (await (db[table] as unknown as ReadDb['sources']).bulkGet([...new Set(ids)])) as readonly (
      | { readonly id: Id; readonly name?: LocalText; readonly title?: LocalText }
      | undefined
    )[];
    for (const row of rows) if (row) names.set(`${table} ${row.id}`, row.name ?? row.title ?? {});
  }
  const words = (await db.passages.bulkGet(passages)).filter((one) => one !== undefined);
  const dialogues = await db.dialogues.bulkGet([...new Set(words.map(({ dialogueId }) => dialogueId))]);
  const titles = new Map<Id, string>(dialogues.flatMap((one) => (one ? [[one.id, one.title]] : [])));
  const places = new Map(
    words.map(({ id, dialogueId, turnId }) => [
      id as Id,
      { dialogueId, turnId, title: titles.get(dialogueId) ?? '' },
    ]),
  );
  return {
    nameOf: (table: TableName, id: Id | null) => names.get(`${table} ${id}`),
    dialogueOf: (passageId: Id | null) => places.get(passageId ?? '') ?? null,
  };
}
