import { dequal } from 'dequal/lite';
import type { Id } from '../model/basics.ts';
import type { RoundRecord } from '../model/record.ts';
import type { MergeKind, Shape } from '../model/table.ts';
import { type AnyRow, TABLE_NAMES, TABLES, type TableName } from '../model/tables.ts';
import type { Passage } from '../model/turn.ts';
import { stricter } from './discretion.ts';
import type { Choice, Placing, Where } from './placing.ts';
import { roundsAsOne } from './rounds.ts';
import { keyOf, type RowVersions, type Sides, versionsOf } from './sides.ts';
import { transcriptsAsOne } from './transcripts.ts';
import { bothTexts, mergeValue } from './values.ts';

/** What is chosen as one: fields that belong together, or a whole row with all that follows it. */
export interface Part {
  /** Names it, in choices and in the list. */
  readonly key: string;
  /** Empty = the whole row. */
  readonly fields: readonly string[];
  readonly at: Where;
  /** What the fields come to together, if they do; where nothing was joined, what keeps both texts. */
  readonly both?: Readonly<Record<string, unknown>>;
  /** Nothing was joined, and one version goes unless both are kept. */
  readonly clash: boolean;
  readonly choices: readonly Choice[];
  /** What stands unless a person chooses otherwise. */
  readonly choice: Choice;
  readonly blocked?: Placing['blocked'];
}

/** A row in which the two workspaces differ. */
export interface Difference {
  readonly key: string;
  readonly table: TableName;
  readonly id: Id;
  /** `transcript`: the turns of the dialogue `id`, as a whole. */
  readonly kind: 'added' | 'removed' | 'changed' | 'transcript';
  readonly at: Where;
  readonly rows: RowVersions;
  readonly parts: readonly Part[];
  /** Rows that come and go with it, by table. */
  readonly followers: ReadonlyMap<TableName, ReadonlySet<Id>>;
}

/** In what two workspaces differ since they parted. */
export interface Differences {
  readonly list: readonly Difference[];
  /** By key of a row: the difference that decides on it. */
  readonly deciding: ReadonlyMap<string, Difference>;
}

type Followers = Map<TableName, Set<Id>>;
type Growing = Omit<Difference, 'followers' | 'parts' | 'at'> & {
  at: Where;
  parts: Part[];
  readonly followers: Followers;
};

/**
 * In what two workspaces differ since they parted, row by row. What makes sense only as a whole is one difference: a
 * dialogue or round that came or went with all that is in it, a text whose turns were cut otherwise, a round that moved.
 */
export function differencesOf(sides: Sides): Differences {
  const [rounds, transcripts] = [roundsAsOne(sides), transcriptsAsOne(sides)];
  const found = new Map<string, Growing>();
  const deciding = new Map<string, Difference>();
  for (const id of transcripts.keys()) {
    const key = keyOf('transcript', id);
    const part = partAsOne(key, transcripts.get(id) as Placing);
    const rows = versionsOf(sides, 'dialogues', id);
    found.set(key, {
      key,
      table: 'dialogues',
      id,
      kind: 'transcript',
      at: part.at,
      rows,
      parts: [part],
      followers: new Map(),
    });
  }
  const following: { table: TableName; id: Id; leader: string; rows: RowVersions }[] = [];
  for (const table of TABLE_NAMES) {
    for (const id of new Set([
      ...sides.mine[table].keys(),
      ...sides.theirs[table].keys(),
      ...sides.base[table].keys(),
    ])) {
      const rows = versionsOf(sides, table, id);
      if (dequal(rows.mine, rows.theirs)) continue;
      const leader = leaderOf(sides, { rounds, transcripts }, table, rows);
      if (leader) {
        following.push({ table, id, leader, rows });
        continue;
      }
      const one = differenceOf(sides, table, id, rows, table === 'rounds' ? rounds.get(id) : undefined);
      if (!one) continue;
      found.set(one.key, one);
      deciding.set(one.key, one as Difference);
    }
  }
  for (const { table, id, leader, rows } of following) {
    const one = found.get(leader);
    if (!one) continue;
    one.followers.set(table, (one.followers.get(table) ?? new Set()).add(id));
    deciding.set(keyOf(table, id), one as Difference);
    if (one.kind === 'removed' && !dequal(rows.mine ?? rows.theirs, rows.base)) keepWorkedIn(one);
  }
  return { list: [...found.values()], deciding };
}

/** What one side removed and the other worked in stays, unless a person says otherwise. */
function keepWorkedIn(one: Growing): void {
  const [part] = one.parts;
  if (!part || one.at === 'both') return;
  const keeping: Choice = one.rows.mine ? 'mine' : 'theirs';
  one.at = 'both';
  one.parts = [{ ...part, at: 'both', clash: true, choice: keeping, choices: ['mine', 'theirs'] }];
}

/** The difference that decides on a row beside its own: of the dialogue or round that it came or went with. */
function leaderOf(
  sides: Sides,
  asOne: { readonly rounds: ReadonlyMap<Id, Placing>; readonly transcripts: ReadonlyMap<Id, Placing> },
  table: TableName,
  rows: RowVersions,
): string | null {
  const row = (rows.mine ?? rows.theirs ?? rows.base) as AnyRow & { dialogueId?: Id; roundId?: Id };
  if (row.dialogueId !== undefined && row.dialogueId !== null) {
    const dialogue = versionsOf(sides, 'dialogues', row.dialogueId);
    if (!dialogue.mine !== !dialogue.theirs) return keyOf('dialogues', row.dialogueId);
    if (table === 'turns' && asOne.transcripts.has(row.dialogueId))
      return keyOf('transcript', row.dialogueId);
  }
  if (row.roundId !== undefined && row.roundId !== null) {
    const round = versionsOf(sides, 'rounds', row.roundId);
    if (table === 'records') return keyOf('rounds', movedWith(sides, row as RoundRecord));
    const isPart = table === 'ratings' && asOne.rounds.has(row.roundId);
    if (isPart || !round.mine !== !round.theirs) return keyOf('rounds', row.roundId);
  }
  return null;
}

/** The round with whose move a record came: its own, or the one that was closed with a comparison to it. */
function movedWith({ mine, theirs, base }: Sides, record: RoundRecord): Id {
  if (record.kind !== 'compared') return record.roundId;
  for (const side of [mine, theirs, base])
    for (const one of side.records.values() as Iterable<RoundRecord>)
      if (one.earlier?.some(({ recordId }) => recordId === record.id)) return one.roundId;
  return record.roundId;
}

function differenceOf(
  sides: Sides,
  table: TableName,
  id: Id,
  rows: RowVersions,
  asOne: Placing | undefined,
): Growing | null {
  const key = keyOf(table, id);
  const one = { key, table, id, rows, followers: new Map() };
  if (asOne) {
    const kind = rows.theirs ? 'changed' : 'removed';
    return { ...one, kind, at: asOne.at, parts: [partAsOne(key, asOne)] };
  }
  if (rows.mine && rows.theirs) {
    const parts = partsOf(sides, table, { ...rows, mine: rows.mine, theirs: rows.theirs });
    const [first] = parts;
    if (!first) return null;
    const at = parts.every((part) => part.at === first.at) ? first.at : 'both';
    return { ...one, kind: 'changed', at, parts };
  }
  const changed = rows.base !== null && !dequal(rows.mine ?? rows.theirs, rows.base);
  const removed = rows.base !== null;
  const at: Where = changed ? 'both' : (rows.theirs === null) === removed ? 'there' : 'here';
  const part = partAsOne(key, { at });
  const keeping: Choice = rows.mine ? 'mine' : 'theirs';
  return {
    ...one,
    kind: removed ? 'removed' : 'added',
    at,
    parts: [changed ? { ...part, choice: keeping } : part],
  };
}

function partAsOne(key: string, { at, blocked }: Placing): Part {
  const choices: readonly Choice[] =
    blocked || at === 'here' ? [] : at === 'there' ? ['theirs', 'mine'] : ['mine', 'theirs'];
  return {
    key,
    fields: [],
    at,
    clash: at === 'both',
    choices,
    choice: at === 'there' ? 'theirs' : 'mine',
    ...(blocked ? { blocked } : {}),
  };
}

/** Fields that follow from others, or only say when something was changed: nobody chooses them. */
export function isFollowing(table: TableName, field: string, kind: MergeKind): boolean {
  return (
    kind === 'derived' ||
    kind === 'fixed' ||
    (field === 'at' && kind === 'plain') ||
    (table === 'passages' && field === 'dialogueId')
  );
}

type BothThere = RowVersions & { readonly mine: AnyRow; readonly theirs: AnyRow };

function partsOf(sides: Sides, table: TableName, rows: BothThere): Part[] {
  const shape: Shape = TABLES[table];
  const groups = new Map<string, string[]>();
  for (const [field, kind] of Object.entries(shape.merge)) {
    if (isFollowing(table, field, kind)) continue;
    const group = groupOf(table, field, kind);
    groups.set(group, [...(groups.get(group) ?? []), field]);
  }
  return [...groups.values()].flatMap((fields) => {
    if (
      table === 'passages' &&
      fields.includes('quote') &&
      followsText(sides, rows as unknown as RowVersions<Passage>)
    )
      return [];
    return partOf(table, shape, fields, rows) ?? [];
  });
}

function partOf(table: TableName, shape: Shape, fields: readonly string[], rows: BothThere): Part | null {
  const pick = (row: AnyRow | null) =>
    row &&
    Object.fromEntries(fields.map((field) => [field, (row as unknown as Record<string, unknown>)[field]]));
  const [base, mine, theirs] = [pick(rows.base), pick(rows.mine), pick(rows.theirs)];
  if (dequal(mine, theirs)) return null;
  const key = keyOf(table, rows.mine.id, fields);
  if (base && dequal(theirs, base)) return { ...partAsOne(key, { at: 'here' }), fields };
  if (base && dequal(mine, base)) return { ...partAsOne(key, { at: 'there' }), fields };
  const [field] = fields;
  const versions = { base: base?.[field ?? ''], mine: mine?.[field ?? ''], theirs: theirs?.[field ?? ''] };
  const kind = shape.merge[field ?? ''] ?? 'plain';
  const merged =
    fields.length > 1
      ? null
      : table === 'passages' && field === 'attribution'
        ? {
            value: stricter(
              versions.mine as Passage['attribution'],
              versions.theirs as Passage['attribution'],
            ),
          }
        : mergeValue(kind, versions, shape.embeds[field ?? '']);
  const clash = merged === null;
  // Words that were said are never put one behind the other.
  const kept = clash && kind === 'prose' && table !== 'turns' ? bothTexts(versions) : undefined;
  const value = merged ? merged.value : kept;
  const both = value === undefined ? {} : { both: { [field ?? '']: value } };
  const choices: readonly Choice[] =
    value === undefined
      ? ['mine', 'theirs']
      : clash
        ? ['mine', 'theirs', 'both']
        : ['both', 'mine', 'theirs'];
  return { key, fields, at: 'both', clash, ...both, choices, choice: value === undefined ? 'mine' : 'both' };
}

/** Fields of one group are chosen as one; a move of a round with what it did to the history. */
function groupOf(table: TableName, field: string, kind: MergeKind): string {
  if (table === 'rounds' && field === 'history') return '+stage';
  return typeof kind === 'object' && 'group' in kind ? `+${kind.group}` : field;
}

/** Whether a passage stands elsewhere only because the text under it was changed. */
export function followsText(sides: Sides, { base, mine, theirs }: RowVersions<Passage>): boolean {
  // Put on another turn on one side alone, it was moved by somebody.
  if (mine && theirs && mine.turnId !== theirs.turnId) return false;
  return (['mine', 'theirs'] as const).some((side) =>
    [base, mine, theirs].some(
      (passage) =>
        passage && !dequal(sides[side].turns.get(passage.turnId), sides.base.turns.get(passage.turnId)),
    ),
  );
}
